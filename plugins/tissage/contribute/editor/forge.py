"""Where the sheets are kept, as the address of the repository says it, and what an editor in a browser speaks to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from ...forges import FORGEJO, GITHUB, GITLAB, forge_of
from ...settings import Settings


def backend(settings: Settings) -> dict[str, Any] | None:
    """The backend of Sveltia CMS for the repository of a site; None where the address names none.

    One signs in with a token of the forge: any other way goes through a service that the site’s owner has to run.
    """
    address = urlsplit(settings.repo_url or "")
    repository = address.path.strip("/").removesuffix(".git")
    if address.scheme != "https" or not address.hostname or "/" not in repository:
        return None
    host = f"https://{address.netloc}"
    signing_in = {"repo": repository, "auth_methods": ["token"]}
    forge = forge_of(settings.repo_url)
    if forge is GITHUB:
        # Whoever may not write to the repository proposes from a copy of it.
        return {"name": forge.name, **signing_in, "open_authoring": True, "auth_scope": "public_repo"}
    if forge is GITLAB:
        return {"name": forge.name, **signing_in, "base_url": host, "api_root": f"{host}/api/v4"}
    return {"name": FORGEJO.name, **signing_in, "base_url": host, "api_root": f"{host}/api/v1"}


def hosts(forge: dict[str, Any]) -> list[str]:
    """The hosts that the editor may ask for data and pictures: the forge’s own."""
    if forge["name"] == GITHUB.name:
        return ["https://api.github.com", "https://avatars.githubusercontent.com", "https://raw.githubusercontent.com"]
    return [forge["base_url"]]
