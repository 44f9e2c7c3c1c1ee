"""A sheet: one Markdown file, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from . import nodes
from .findings import START, Span
from .schema.kinds.texts import Markdown
from .schema.model import Collection, Field


@dataclass(frozen=True, eq=False)
class Sheet:
    """One sheet. `path` goes from the site's root; `values` holds the checked front matter, `spans` its places."""

    collection: Collection
    slug: str
    path: str
    values: Mapping[str, Any]
    spans: Mapping[str, Span]
    body: str
    body_line: int

    @cached_property
    def id(self) -> str:
        """`<collection>/<slug>`: it never changes with the title."""
        return f"{self.collection.id}/{self.slug}"

    @cached_property
    def title(self) -> str:
        """The title, or the slug while a sheet in error has none."""
        return str(self.values.get("title", self.slug))

    @cached_property
    def address(self) -> str:
        """The address from the site's root, such as `pratiques/pret-de-locaux/`."""
        return f"{self.collection.url}/{self.slug}/"

    def span(self, name: str, number: int | None = None) -> Span:
        """Where the value of a field stands, or the one of that number in a list."""
        return self.spans.get(f"{name}.{number}") or self.spans.get(name, START)

    @cached_property
    def public(self) -> Sheet:
        """The sheet without what is sensitive: itself, where it holds nothing of the kind."""
        values = without_sensitive(self.values, self.collection.fields)
        return self if values == self.values else replace(self, values=values)

    @cached_property
    def public_values(self) -> tuple[tuple[Field, Any], ...]:
        """Each single value that may leave its sheet: none of a sensitive field, nor of a sensitive group."""
        return tuple(single_values(self.values, self.collection.public))

    def texts(self) -> Iterator[tuple[Markdown, bool]]:
        """Every Markdown text of the sheet, its body first, and whether it may leave the site."""
        yield Markdown(self.body, Span(self.body_line)), True
        public = {id(value) for _, value in self.public_values}
        for _, value in single_values(self.values, self.collection.fields, sensitive=True):
            if isinstance(value, Markdown):
                yield value, id(value) in public


def without_sensitive(values: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    """The values that may leave the site. A group that cannot do without a sensitive field goes with it."""
    kept: dict[str, Any] = {}
    for name, value in values.items():
        field = fields[name]
        if field.sensitive:
            continue
        if not field.fields:
            kept[name] = value
        elif not any(inner.sensitive and inner.required for inner in field.fields.values()):
            items = [without_sensitive(item, field.fields) for item in (value if field.many is not None else (value,))]
            if items := [item for item in items if item]:
                kept[name] = items if field.many is not None else items[0]
    return kept


def find_spans(front: nodes.Mapping) -> Iterator[tuple[str, Span]]:
    """The place of each field (`aliases`) and of each value of a list (`aliases.0`)."""
    for name, entry in front.entries.items():
        yield name, entry.node.span
        for number, item in enumerate(entry.node.items if isinstance(entry.node, nodes.Sequence) else ()):
            yield f"{name}.{number}", item.span


def single_values(
    values: Mapping[str, Any], fields: Mapping[str, Field], *, sensitive: bool = False
) -> Iterator[tuple[Field, Any]]:
    """Each value of these fields, with its own: those of lists one by one, those of groups too."""
    for name, value in values.items():
        if name not in fields:
            continue
        field = fields[name]
        for item in value if field.many is not None else (value,):
            if field.fields:
                yield from single_values(item, field.fields if sensitive else field.public, sensitive=sensitive)
            else:
                yield field, item
