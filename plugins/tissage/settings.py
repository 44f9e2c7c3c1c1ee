"""What the library needs to know of a site. Read from `mkdocs.yml`, with or without MkDocs."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import yaml

from .findings import Finding, Span
from .forges import Forge, forge_of
from .language import Language
from .reading import read_text
from .time_zones import QUEBEC, is_time_zone
from .walking import is_file
from .yaml_errors import explain

MOUNTED = ("stories", "toolbox")
"""Folders beside `content/` whose sheets are part of the site too."""

BASE = "plugins/tissage/base.yml"
"""The settings that every site inherits, from the root of a copy of Tissage."""

MKDOCS_EDIT_URIS = ("edit/master/docs/", "src/default/docs/")  # what MkDocs 1.6 supposes where nothing is set


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
    today: date = field(default_factory=date.today)
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


def is_offline() -> bool:
    """Whether TISSAGE_OFFLINE asks for a site to be read from a folder: the same `mkdocs.yml` makes both."""
    return os.environ.get("TISSAGE_OFFLINE", "") not in ("", "0")


def build_date() -> date:
    """Today, or the day that SOURCE_DATE_EPOCH sets (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now().astimezone().date()


class TolerantLoader(yaml.SafeLoader):
    """Reads any `mkdocs.yml`: tags that only MkDocs understands (`!ENV`, `!!python/name:…`) become their text."""


TolerantLoader.add_multi_constructor("", lambda loader, suffix, node: getattr(node, "value", None))


class Unusable(Exception):
    """Raised inside this module where a settings file cannot be used; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def check_keys(node: yaml.Node | None, shown: str, seen: set[int]) -> None:
    """Refuse a key written twice in one mapping: YAML would keep the last one without a word.

    `seen` are the nodes looked at already: aliases lead to them again.
    """
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            check_keys(item, shown, seen)
    if isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if first.setdefault(key.value, line) != line:
                span = Span(line, key.start_mark.column + 1, len(key.value))
                values = {"key": key.value, "first": str(first[key.value])}
                raise Unusable(Finding("duplicate-key", shown, span, values))
            check_keys(value, shown, seen)


def load_mkdocs_yml(file: Path, shown: str, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The settings in `mkdocs.yml`, laid over those of the file that it INHERITs; `shown` is its name in findings."""
    text, unreadable = read_text(file, shown)
    if text is None:
        raise Unusable(unreadable[0])
    try:
        own = yaml.load(text, Loader=TolerantLoader) or {}
        check_keys(yaml.compose(text, Loader=TolerantLoader), shown, set())
    except yaml.YAMLError as error:
        slip = explain(error, text, shown, 1)  # a general one is said in the words of settings, not of a sheet
        raise Unusable(replace(slip, code="bad-settings") if slip.code == "yaml-syntax" else slip) from None
    except (ValueError, RecursionError):
        raise Unusable(Finding("bad-settings", shown)) from None
    if not isinstance(own, dict) or file.resolve() in seen:
        raise Unusable(Finding("bad-settings", shown))
    parent = own.pop("INHERIT", None)
    if not isinstance(parent, str):
        return own
    if not is_file(file.parent / parent):
        before = text[: max(0, text.find(parent, text.find("INHERIT")))]
        place = Span(before.count("\n") + 1, len(before) - before.rfind("\n"), len(parent))
        shipped = BASE if is_file(file.parent / BASE) else None
        raise Unusable(Finding("file-missing", shown, place, {"value": parent}, shipped))
    return {**load_mkdocs_yml(file.parent / parent, parent, (*seen, file.resolve())), **own}


def from_options(root: Path, options: Mapping[str, Any]) -> Settings:
    """The settings from the options of `mkdocs.yml`, wherever they were read."""
    theme = options.get("theme")
    theme = theme if isinstance(theme, Mapping) else {}
    custom = theme.get("custom_dir")
    extra = options.get("extra")
    extra = extra if isinstance(extra, Mapping) else {}
    licence = extra.get("licence")
    zone = str(extra.get("time_zone") or "")
    names = ("site_name", "site_url", "repo_url", "edit_uri", "edit_uri_template")
    text = {key: options[key] for key in names if options.get(key) and options[key] not in MKDOCS_EDIT_URIS}
    if options.get("edit_uri") == "":
        text["edit_uri"] = ""
    return Settings(
        root=root,
        **{key: str(value) for key, value in text.items()},
        description=str(options.get("site_description") or ""),
        **({"licence": str(licence)} if licence else {}),
        contact=str(extra.get("contact") or ""),
        time_zone=zone if is_time_zone(zone) else QUEBEC,
        leave_out=names_left_out(extra.get("thanks")),
        readability=extra.get("readability") is not False,
        cms=extra.get("cms") is True and not is_offline(),
        content=re.sub(r"/+$", "", str(options.get("docs_dir") or "content")),
        language=Language(str(theme.get("language") or "fr")),
        directory_urls=bool(options.get("use_directory_urls", True)) and not is_offline(),
        overrides=root / str(custom) / "tissage" if custom else None,
        today=build_date(),
        offline=is_offline(),
        known=True,
    )


def fill(template: str, path: str) -> str:
    """An `edit_uri_template` of MkDocs with the path of a file: `{path}`, `{path_noext}`, and `!q` to quote either."""
    paths = {"path": path, "path_noext": posixpath.splitext(path)[0]}
    return re.sub(
        r"\{(path|path_noext)(!q)?\}", lambda hole: quote(paths[hole[1]], safe="" if hole[2] else "/"), template
    )


def names_left_out(thanks: Any) -> tuple[str, ...]:
    """The names under `leave_out`, one or several."""
    names = thanks.get("leave_out") if isinstance(thanks, Mapping) else None
    return tuple(str(name) for name in (names if isinstance(names, list) else [names]) if name)


def read_settings(root: Path) -> tuple[Settings, list[Finding]]:
    """The settings of the site at `root`, or the defaults where `mkdocs.yml` is missing or, with a finding, broken."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        return Settings(root=root, today=build_date()), []
    try:
        return from_options(root, load_mkdocs_yml(file, file.name)), []
    except Unusable as unusable:
        return Settings(root=root, today=build_date(), known=False), [unusable.finding]


def check_settings(settings: Settings) -> list[Finding]:
    """Hints about what the site's owner has still to set; none where `mkdocs.yml` cannot be read."""
    missing = (("no-site-url", settings.site_url), ("no-repo-url", settings.repo_url))
    return [Finding(code, "mkdocs.yml") for code, value in missing if settings.known and not value]
