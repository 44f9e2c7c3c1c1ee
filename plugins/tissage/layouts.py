"""The site's layout, rendered once for pages of a kind and filled in for each of them.

A page of ours differs from its siblings by a few values alone. The layout is rendered once with a marker in the
place of each of them; the others are made by joining the pieces. What a theme or a hook does beyond that is respected:
a page on which anything else differs is rendered by itself, in full.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

HOLES: Final = (
    "title",
    "content",
    "canonical_url",
    "abs_url",
    "edit_url",
    "tissage_head",
    "tissage_toc",
    "description",
)
"""The values of a page that stand in the layout as they are."""
SAME: Final = frozenset(
    [
        "url",
        "file",
        "parent",
        "children",
        "previous_page",
        "next_page",
        "is_homepage",
        "is_index",
        "is_top_level",
        "is_section",
        "is_page",
        "is_link",
        "active",
        "ancestors",
        "encrypted",
    ]
)
"""What a layout may ask of a page that is the same for all its siblings: they lie in the same folder."""
CONTEXT: Final = frozenset(
    [
        "nav",
        "pages",
        "base_url",
        "extra_css",
        "extra_javascript",
        "mkdocs_version",
        "properdocs_version",
        "build_date_utc",
        "config",
        "page",
    ]
)
"""What the host itself puts into the context. Anything more comes from a hook and may differ for each page."""
OUR_META: Final = frozenset(("title", "description", "template", "hide", "search", "sheet"))
MARK: Final = "\ue000{name}\ue001"
MARKED: Final = re.compile("\ue000([a-z_]+)\ue001")


class Template(Protocol):
    """A template of the host, as far as we need it."""

    def render(self, context: Mapping[str, Any]) -> str:
        """The page's HTML."""


class Differs(Exception):
    """The layout asks for something that its siblings may not share."""


class Guarded(dict[str, Any]):
    """The front matter of the page that stands for all: markers for what is ours, and nothing of the sheet's own."""

    def __getitem__(self, key: str) -> Any:
        if key == "sheet":
            raise Differs(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, as a dict gives it."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key: object) -> bool:
        return key == "sheet" or super().__contains__(key)


@dataclass(frozen=True, slots=True)
class Top:
    """The first entry of the table of contents, for the link that skips to the content: the same on all our pages."""

    url: str = "#contenu"
    level: int = 1

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise Differs(name)


@dataclass(frozen=True)
class StandIn:
    """The page that the layout is rendered with: markers for its own values, the rest as it is."""

    page: Any
    meta: Mapping[str, Any]
    toc: tuple[Top, ...] = (Top(),)

    def __getattr__(self, name: str) -> Any:
        if name in HOLES:
            value = getattr(self.page, name, None)
            return MARK.format(name=name) if value else value
        if name in SAME:
            return getattr(self.page, name)
        if name.startswith("__") or not hasattr(self.page, name):
            raise AttributeError(name)
        raise Differs(name)


@dataclass
class SharedLayout:
    """A template of the host that renders once for all pages of ours that lie in the same folder."""

    template: Template
    pieces: dict[tuple[Any, ...], list[str] | None] = field(default_factory=dict)

    def render(self, context: Mapping[str, Any]) -> str:
        """The HTML of the page in the context."""
        page = context["page"]
        if not getattr(page, "shares_layout", False) or set(context) - CONTEXT or set(page.meta) - OUR_META:
            return self.template.render(context)
        present = tuple(bool(getattr(page, name, None)) for name in HOLES)
        key = (
            posixpath.dirname(page.url.rstrip("/")),
            id(page.parent),
            tuple(page.meta.get("hide", ())),
            present,
        )
        if key not in self.pieces:
            self.pieces[key] = self.cut(context)
        pieces = self.pieces[key]
        if pieces is None:
            return self.template.render(context)
        values = {name: str(getattr(page, name, "") or "") for name in HOLES}
        return "".join(piece if index % 2 == 0 else values[piece] for index, piece in enumerate(pieces))

    def cut(self, context: Mapping[str, Any]) -> list[str] | None:
        """The layout in pieces: text, name of a value, text, name, …; None where it cannot be shared."""
        page = context["page"]
        meta = {name: MARK.format(name=name) for name in ("title", "description") if page.meta.get(name)}
        stand_in = StandIn(page, Guarded({**meta, "hide": page.meta.get("hide", [])}))
        try:
            return MARKED.split(self.template.render({**context, "page": stand_in}))
        except Differs:
            return None


class Environment:
    """The host's template environment, with our shared layouts in the place of its templates for our pages."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner
        self.layouts: dict[str, SharedLayout] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def get_template(self, name: str, *arguments: Any, **options: Any) -> Any:
        """The template of that name; ours renders once for many pages."""
        template = self.inner.get_template(name, *arguments, **options)
        if name != "tissage.html":
            return template
        return self.layouts.setdefault(name, SharedLayout(template))
