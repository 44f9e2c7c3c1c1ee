"""Settings that are there and cannot be used as they are written: the host would say so in English, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from .findings import Finding
from .language import LANGUAGES
from .schema.nearest import nearest
from .settings import Settings
from .settings_nodes import FILE, Entries, entries, scalars, span, text_of

LAYOUT: Final = Path(__file__).parent / "theme" / "layout"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a setting is made of: its values in Python, a line to imitate, and whether it may stand empty."""

    types: tuple[type, ...]
    example: str
    empty: bool = True


SHAPES: Final[Mapping[str, Shape]] = {
    "site_name": Shape((str,), "site_name: '450, rue de la Gare'"),
    "nav": Shape((list,), "nav: [participer.md, {Nous joindre: nous-joindre.md}]"),
    "theme": Shape((dict,), "theme: {logo: assets/logo.svg}", empty=False),
    "plugins": Shape((list, dict), "plugins: {tissage: {}}", empty=False),
    "extra": Shape((dict, str), "extra: {contact: info@example.org}", empty=False),  # a text there is told by itself
    "hooks": Shape((list,), "hooks: [crochets.py]", empty=False),
    "extra_css": Shape((list,), "extra_css: [assets/couleurs.css]"),
    "extra_javascript": Shape((list,), "extra_javascript: [assets/script.js]", empty=False),
    "markdown_extensions": Shape((list, dict), "markdown_extensions: {tables: {}}"),
    "validation": Shape((dict,), "validation: {nav: {omitted_files: info}}", empty=False),
    "watch": Shape((list,), "watch: [gabarits]", empty=False),
    "use_directory_urls": Shape((bool,), "use_directory_urls: true"),
    "strict": Shape((bool,), "strict: true"),
}


def shapes(settings: Settings, own: Entries, merged: Mapping[str, Any]) -> Iterator[Finding]:
    """All that is wrong in how the site's settings are written; `merged` has those that it inherits too."""
    wrong = set()
    for name, shape in SHAPES.items():
        if name in own and not fits(own[name][1], merged.get(name), shape):
            wrong.add(name)
            yield Finding("setting-shape", FILE, span(own[name][0]), {"key": name, "example": shape.example})
    if "plugins" in own and "plugins" not in wrong and not has_tissage(merged["plugins"], "INHERIT" in own):
        yield Finding("no-tissage", FILE, span(own["plugins"][0]))
    theme = entries(own["theme"][1]) if "theme" in own else {}
    if (language := text(theme, "language")) and language not in LANGUAGES:
        said = {"value": language, "field": "language", "valid": ", ".join(LANGUAGES)}
        close = next((code for code in LANGUAGES if language.lower().startswith(code)), nearest(language, LANGUAGES))
        yield Finding("bad-choice", FILE, span(theme["language"][1]), said, close)
    extra = entries(own["extra"][1]) if "extra" in own else {}
    for name in ("cms", "readability"):
        if (value := text(extra, name)) and extra[name][1].tag.endswith(":str"):
            close = {"oui": "true", "vrai": "true", "non": "false", "faux": "false"}.get(value.lower())
            yield Finding("bad-boolean", FILE, span(extra[name][1]), {"field": name, "value": value}, close)
    yield from missing_files(settings, {name: own[name] for name in own if name not in wrong}, theme)


def fits(node: yaml.Node, value: Any, shape: Shape) -> bool:
    """Whether a value has one of the types of its setting; what only the host understands (`!ENV`) does."""
    if not node.tag.startswith("tag:yaml.org"):
        return True
    return shape.empty if node.tag.endswith(":null") else isinstance(value, shape.types)


def has_tissage(plugins: list[Any] | dict[str, Any], inherits: bool) -> bool:
    """Whether Tissage is one of the plugins: the host adds options to those that it inherits, a list replaces them."""
    if isinstance(plugins, dict):
        return inherits or "tissage" in plugins
    return any(one == "tissage" or (isinstance(one, dict) and "tissage" in one) for one in plugins)


def missing_files(settings: Settings, own: Entries, theme: Entries) -> Iterator[Finding]:
    """Files that the settings name and that are not there: those that the host wants, then those of the pages."""
    for node in (*values(own, "hooks"), *values(theme, "custom_dir")):
        name = text_of(node)
        if name and not (settings.root / name).exists():
            yield Finding("file-missing", FILE, span(node), {"value": name})
    content = settings.root / settings.content
    places = [content, LAYOUT, *([settings.overrides.parent] if settings.overrides else [])]
    pictures = (*values(theme, "logo"), *values(theme, "favicon"))
    for node in (*pictures, *values(own, "extra_css"), *scripts(own)):
        name = re.split(r"[?#]", text_of(node))[0]
        elsewhere = not name or re.match(r"[\w+.-]*:|/", name) or name.startswith("assets/tissage/")
        if not elsewhere and not any((place / name).is_file() for place in places):
            shorter = name.removeprefix(f"{settings.content}/")
            meant = shorter if (content / shorter).is_file() else None
            yield Finding("asset-missing", FILE, span(node), {"value": name, "folder": settings.content}, meant)


def scripts(own: Entries) -> Iterator[yaml.Node]:
    """The files of the site's scripts, each written by itself or as `{path: …, type: module}`."""
    node = own["extra_javascript"][1] if "extra_javascript" in own else None
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield entries(item)["path"][1] if "path" in entries(item) else item


def values(settings: Entries, name: str) -> Iterator[yaml.Node]:
    """The texts of one setting, one or a list."""
    return scalars(settings[name][1]) if name in settings else iter(())


def text(settings: Entries, name: str) -> str:
    """The text of one setting, or nothing."""
    return text_of(settings[name][1]) if name in settings else ""
