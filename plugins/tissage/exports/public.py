"""What outputs and pages share: the URLs of pages and files, and the names of relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import quote

from ..addresses import as_file
from ..commons import Commons, Relation
from ..language import N_, Language
from ..media import media_address
from ..schema.model import Field
from ..settings import Settings

MENTIONS: Final = N_("Mentions")
MENTIONED: Final = N_("Mentioned in")


def published(address: str, settings: Settings) -> str:
    """The URL of a page from the site's root: `pratiques/x/`, or a file where directory URLs are off."""
    return quote(address if settings.directory_urls else as_file(address))


def absolute(url: str, settings: Settings) -> str | None:
    """The whole URL of what stands at `url` from the site's root, or None while the site's address is not known.

    In a copy to be read from a folder nothing has one: its files are not named as the site's pages are.
    """
    if settings.offline or not settings.site_url:
        return None
    return f"{settings.site_url.rstrip('/')}/{url}"


def file_url(path: str, settings: Settings) -> str:
    """The URL of a file that lies beside the sheets: whole where the site's address is known, else from its root."""
    url = quote(media_address(path, settings))
    return absolute(url, settings) or url


def label_of(relation: Relation, language: Language) -> str:
    """What a relation is called, seen from the sheet that it starts from."""
    field = relation.field
    return language.label(field.label, field.name) if field else language.say(MENTIONS)


def inverse_of(relation: Relation, language: Language) -> str:
    """What a relation is called, seen from the sheet that it leads to."""
    mentioned = language.say(MENTIONED)
    return language.label(relation.field.inverse, mentioned) if relation.field else mentioned


def dotted(fields: Mapping[str, Field], before: str = "") -> Iterator[tuple[str, Field]]:
    """Each field with its dotted name."""
    for name, field in fields.items():
        yield before + name, field
        yield from dotted(field.fields, f"{before}{name}.")


@dataclass(frozen=True)
class FieldPaths:
    """Where the field of each relation of the Commons stands: its dotted name (None: a link in a text)."""

    commons: Commons

    @cached_property
    def names(self) -> dict[int, str]:
        """The dotted name of every field, by the field's identity: a Relation holds the field itself."""
        collections = self.commons.schema.collections.values()
        return {id(field): name for collection in collections for name, field in dotted(collection.fields)}

    def named(self, relations: Iterable[Relation]) -> Iterator[tuple[str | None, Relation]]:
        """Relations with the dotted names of their fields."""
        for relation in relations:
            yield (self.names[id(relation.field)] if relation.field else None), relation
