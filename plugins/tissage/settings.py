"""What the library needs to know of a site."""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from .forges import Forge, forge_of
from .language import Language
from .time_zones import QUEBEC

MOUNTED = ("stories", "toolbox")
"""Folders beside `content/` whose sheets are part of the site too."""


def is_offline() -> bool:
    """Whether TISSAGE_OFFLINE asks for a site to be read from a folder: the same `mkdocs.yml` makes both."""
    return os.environ.get("TISSAGE_OFFLINE", "") not in ("", "0")


def build_date() -> date:
    """Today, or the day that SOURCE_DATE_EPOCH sets (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now().astimezone().date()


@dataclass(frozen=True, kw_only=True)
class Settings:
    """One site.

    `root` is the folder of `mkdocs.yml`; `overrides` that of the site's own templates (`tissage/` in the theme's
    `custom_dir`); `licence` the name of the licence of the content (`extra.licence`); `readability` whether texts that
    are hard to read are told (`extra.readability`); `cms` whether there is an editor at `/admin/` (`extra.cms`);
    `contact` the mailbox of the editors (`extra.contact`), where those write who have no account on the forge;
    `time_zone` the one in which activities are told (`extra.time_zone`);
    `leave_out` those who do not want to be thanked by name (`extra.thanks.leave_out`); `today` is what « next
    activities » counts from; `offline` whether the site is built to be read from a folder, without a server; `known`
    whether these are the site's own settings, and not the defaults in place of a `mkdocs.yml` that cannot be read.
    """

    root: Path
    site_name: str = "Tissage"
    site_url: str | None = None
    repo_url: str | None = None
    edit_uri: str | None = None
    edit_uri_template: str = ""
    description: str = ""
    licence: str = "CC BY 4.0"
    contact: str = ""
    time_zone: str = QUEBEC
    leave_out: tuple[str, ...] = ()
    readability: bool = True
    cms: bool = False
    content: str = "content"
    language: Language = field(default_factory=Language)
    directory_urls: bool = True
    overrides: Path | None = None
    today: date = field(default_factory=build_date)
    offline: bool = False
    known: bool = True

    def edit_url(self, path: str) -> str | None:
        """Where one edits the file at `path` (from the root), or None where nobody knows, or is to know.

        As for MkDocs, an empty `edit_uri` means nowhere, and `edit_uri_template` goes from the content folder.
        """
        if self.repo_url and self.edit_uri_template:
            return f"{self.repo_url.rstrip('/')}/{fill(self.edit_uri_template, posixpath.relpath(path, self.content))}"
        return f"{self.edit_base}{path}" if self.edit_base else None

    @property
    def edit_base(self) -> str | None:
        """What stands before the path of every file that one edits; None where they have nothing of the kind."""
        if not self.repo_url or self.edit_uri == "" or self.edit_uri_template:
            return None
        below = (self.edit_uri or self.forge.edit).strip("/").removesuffix(f"/{self.content}")
        return f"{below}/" if "://" in below else f"{self.repo_url.rstrip('/')}/{below}/"

    @property
    def new_url(self) -> str | None:
        """Where one adds a file to the repository, but for its folder; None where we do not know."""
        url, changed = re.subn(r"/(-/|_)?edit/", lambda found: f"/{found[1] or ''}new/", self.edit_base or "", count=1)
        return url if changed else None

    @property
    def forge(self) -> Forge:
        """The forge of the repository."""
        return forge_of(self.repo_url)

    @property
    def forge_name(self) -> str:
        """What people call the place of the repository; empty where it is not known."""
        return self.forge.label or urlsplit(self.repo_url or "").hostname or ""

    @property
    def issues(self) -> tuple[str, str, str] | None:
        """Where one opens an issue, and what its address calls the title and the text; None without a repository."""
        if not self.repo_url:
            return None
        return f"{self.repo_url.rstrip('/')}/{self.forge.issues}", self.forge.title, self.forge.body

    @property
    def content_edit_uri(self) -> str:
        """What MkDocs calls `edit_uri`: from the repository to the content folder. Its own default supposes `docs/`."""
        return f"{self.forge.edit}/{self.content}/" if self.edit_uri is None else self.edit_uri


def fill(template: str, path: str) -> str:
    """An `edit_uri_template` of MkDocs with the path of a file: `{path}`, `{path_noext}`, and `!q` to quote either."""
    paths = {"path": path, "path_noext": posixpath.splitext(path)[0]}
    return re.sub(
        r"\{(path|path_noext)(!q)?\}", lambda hole: quote(paths[hole[1]], safe="" if hole[2] else "/"), template
    )
