"""A sheet: one Markdown file, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from . import nodes
from .findings import Span
from .schema.kinds.texts import Markdown
from .schema.model import Collection, Field


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One sheet. `path` goes from the site's root; `values` holds the checked front matter, `front` its nodes."""

    collection: Collection
    slug: str
    path: str
    values: Mapping[str, Any]
    front: nodes.Mapping
    body: str
    body_line: int

    @property
    def id(self) -> str:
        """`<collection>/<slug>`: it never changes with the title."""
        return f"{self.collection.id}/{self.slug}"

    @property
    def title(self) -> str:
        """The title, or the slug while a sheet in error has none."""
        return str(self.values.get("title", self.slug))

    @property
    def address(self) -> str:
        """The address from the site's root, such as `pratiques/pret-de-locaux/`."""
        return f"{self.collection.url}/{self.slug}/"

    def span(self, name: str) -> Span:
        """Where the value of a field stands."""
        entry = self.front.entries.get(name)
        return entry.node.span if entry else Span()

    def texts(self) -> Iterator[tuple[Markdown, bool]]:
        """Every Markdown text of the sheet, its body first, and whether it may leave the site."""
        yield Markdown(self.body, self.body_line), True
        public = {id(value) for _, value in public_values(self.values, self.collection.fields)}
        for _, value in every_value(self.values, self.collection.fields):
            if isinstance(value, Markdown):
                yield value, id(value) in public


def every_value(values: Mapping[str, Any], fields: Mapping[str, Field]) -> Iterator[tuple[Field, Any]]:
    """Each single value with its field: those of lists one by one, those of groups too."""
    for name, value in values.items():
        field = fields[name]
        for item in value if field.many is not None else (value,):
            if field.fields:
                yield from every_value(item, field.fields)
            else:
                yield field, item


def public_values(values: Mapping[str, Any], fields: Mapping[str, Field]) -> Iterator[tuple[Field, Any]]:
    """Each single value that may leave its sheet: none of a sensitive field, nor of one inside a sensitive group."""
    for name, value in values.items():
        field = fields[name]
        if field.sensitive:
            continue
        for item in value if field.many is not None else (value,):
            if field.fields:
                yield from public_values(item, field.fields)
            else:
                yield field, item
