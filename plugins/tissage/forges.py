"""The forges: where a repository lies, and the addresses at which its files are edited and its issues opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Forge:
    """A kind of forge.

    `name` is what tools call it, and `label` what people do, empty where that is the name of its host. `edit` is the
    path of the default branch's editor, `issues` that of a new issue, both below the repository; `title` and `body` are
    what the address of a new issue calls its title and its text; `prefills` is whether the page for a new file can be
    given its text.
    """

    name: str
    edit: str
    label: str = ""
    issues: str = "issues/new"
    title: str = "title"
    body: str = "body"
    prefills: bool = False


GITHUB: Final = Forge("github", "edit/main", "GitHub", prefills=True)
GITLAB: Final = Forge("gitlab", "-/edit/main", "", "-/issues/new", "issue[title]", "issue[description]")
FORGEJO: Final = Forge("gitea", "_edit/main")
"""Forgejo and Gitea, which tools that speak to both call by the elder's name."""
UNKNOWN: Final = Forge("", "edit/main")
"""Supposed to have the addresses of most forges."""


def forge_of(repo_url: str | None) -> Forge:
    """The forge of a repository, as far as the name of its host tells."""
    host = urlsplit(repo_url or "").hostname or ""
    if host in ("github.com", "www.github.com"):
        return GITHUB
    if "gitlab" in host:
        return GITLAB
    if host == "codeberg.org" or "forgejo" in host or "gitea" in host:
        return FORGEJO
    return UNKNOWN
