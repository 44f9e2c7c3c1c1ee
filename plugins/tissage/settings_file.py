"""`mkdocs.yml` → the settings of a site, with or without MkDocs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from .findings import Finding, Span
from .language import Language
from .reading import read_text
from .settings import Settings, build_date, is_offline
from .time_zones import QUEBEC, is_time_zone
from .walking import is_file
from .yaml_errors import explain

BASE = "plugins/tissage/base.yml"
"""The settings that every site inherits, from the root of a copy of Tissage."""

MKDOCS_EDIT_URIS = ("edit/master/docs/", "src/default/docs/")
"""What MkDocs supposes where nothing is set (mkdocs 1.6, `EditURI`): our folder is not called docs."""


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


def names_left_out(thanks: Any) -> tuple[str, ...]:
    """The names under `leave_out`, one or several."""
    names = thanks.get("leave_out") if isinstance(thanks, Mapping) else None
    return tuple(str(name) for name in (names if isinstance(names, list) else [names]) if name)


def read_settings(root: Path) -> tuple[Settings, list[Finding]]:
    """The settings of the site at `root`, or the defaults where `mkdocs.yml` is missing or, with a finding, broken."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        return Settings(root=root), []
    try:
        return from_options(root, load_mkdocs_yml(file, file.name)), []
    except Unusable as unusable:
        return Settings(root=root, known=False), [unusable.finding]
