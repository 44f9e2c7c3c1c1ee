"""What of the Commons may leave the site: no sensitive field, and nothing that only such a field says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from ..addresses import as_file
from ..commons import Commons, Relation
from ..links import key_of
from ..markdown import parse
from ..media import media_address
from ..schema.kinds.texts import Markdown
from ..schema.model import Field
from ..settings import Settings
from ..sheets import Sheet


def published(address: str, settings: Settings) -> str:
    """The URL of a page from the site's root: `pratiques/x/`, or a file where directory URLs are off."""
    return quote(address if settings.directory_urls else as_file(address))


def absolute(url: str, settings: Settings) -> str | None:
    """The whole URL of what stands at `url` from the site's root, or None while the site's address is not known."""
    return f"{settings.site_url.rstrip('/')}/{url}" if settings.site_url else None


def file_url(path: str, settings: Settings) -> str:
    """The URL of a file that lies beside the sheets: whole where the site's address is known, else from its root."""
    url = quote(media_address(path, settings))
    return absolute(url, settings) or url


def public(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The fields that are not sensitive."""
    return {name: field for name, field in fields.items() if not field.sensitive}


def public_values(
    values: Mapping[str, Any], fields: Mapping[str, Field], before: str = ""
) -> Iterator[tuple[str, Field, Any]]:
    """Each single value that may leave, with its field and the field's dotted name: `funders.organisation`."""
    for name, field in public(fields).items():
        if name not in values:
            continue
        for value in values[name] if field.many is not None else (values[name],):
            if field.fields:
                yield from public_values(value, field.fields, f"{before}{name}.")
            else:
                yield before + name, field, value


def walk(fields: Mapping[str, Field], before: str = "", hidden: bool = False) -> Iterator[tuple[str, Field, bool]]:
    """Each field with its dotted name and whether it is sensitive, or lies inside one that is."""
    for name, field in fields.items():
        yield before + name, field, hidden or field.sensitive
        yield from walk(field.fields, f"{before}{name}.", hidden or field.sensitive)


@dataclass(frozen=True)
class Public:
    """The relations of the Commons that may leave, each with the dotted name of its field (None: a link in a text)."""

    commons: Commons

    @cached_property
    def names(self) -> dict[int, str]:
        """The dotted name of every field that may leave, by the field's identity: a Relation holds the field itself."""
        collections = self.commons.schema.collections.values()
        return {id(field): name for c in collections for name, field, hidden in walk(c.fields) if not hidden}

    @cached_property
    def guarded(self) -> frozenset[str]:
        """The collections with a sensitive Markdown field: there a link may stand in a text that does not leave."""
        return frozenset(
            collection.id
            for collection in self.commons.schema.collections.values()
            if any(hidden and field.kind.name == "markdown" for _, field, hidden in walk(collection.fields))
        )

    @cached_property
    def mentions(self) -> dict[str, frozenset[str]]:
        """The sheets that the public texts of each guarded sheet link to."""
        sheets = self.commons.sheets.values()
        return {s.id: frozenset(self.mentioned(s)) for s in sheets if s.collection.id in self.guarded}

    def mentioned(self, sheet: Sheet) -> Iterator[str]:
        """The ids of the sheets that the texts that may leave link to."""
        values = public_values(sheet.values, sheet.collection.fields)
        parsed = [self.commons.bodies[sheet.id], *(parse(v.text) for _, _, v in values if isinstance(v, Markdown))]
        for link in (link for text in parsed for link in text.links):
            target = self.commons.links.get((sheet.id, key_of(link)))
            if target and target.kind == "sheet":
                yield target.place

    def named(self, relations: Iterable[Relation]) -> Iterator[tuple[str | None, Relation]]:
        """Those of the relations that may leave."""
        for relation in relations:
            if relation.field is None:
                mentions = self.mentions.get(relation.source)
                if mentions is None or relation.target in mentions:
                    yield None, relation
            elif name := self.names.get(id(relation.field)):
                yield name, relation
