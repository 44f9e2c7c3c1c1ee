"""The values of this room: fields, collections, vocabularies, and the schema that holds them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..nodes import Node
    from .context import Context

Labels = Mapping[str, str]
"""A text in several languages: `{"fr": "Effort", "en": "Effort"}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of field.

    `french` is what whoever writes a collection in French may call it: `name` is then suggested. `read` takes a node,
    its field and the surroundings, and gives the value, or `INVALID` having reported why; `describe` gives the JSON
    Schema of one value; `plain` turns a value into JSON; `options` are the field options that mean something for this
    kind, `needs` those it cannot do without; `place` and `display` say where and how it shows unless the field says
    otherwise.
    """

    name: str
    french: str = ""
    read: Callable[[Node, Field, Context], Any]
    describe: Callable[[Field, Schema], dict[str, Any]]
    plain: Callable[[Any, Field], Any] = lambda value, field: value
    options: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    place: str = "facts"
    display: str = "text"


@dataclass(frozen=True, slots=True)
class Many:
    """How many values a list may hold; `maximum` None means no limit."""

    minimum: int = 0
    maximum: int | None = None


@dataclass(frozen=True, kw_only=True)
class Field:
    """One key of the front matter, as its collection declares it. Each option is explained in `declarations`."""

    name: str
    kind: Kind
    required: bool = False
    many: Many | None = None
    label: Labels = field(default_factory=dict)
    help: Labels = field(default_factory=dict)
    example: str = ""
    facet: Labels | None = None
    group: bool = False
    sensitive: bool = False
    person: bool = False
    place: str = ""
    display: str = ""
    jsonld: str = ""
    inverse: Labels = field(default_factory=dict)
    min_length: int | None = None
    max_length: int | None = None
    readable: bool = False
    min: int | Decimal | None = None
    max: int | Decimal | None = None
    unit: str = ""
    currency: str = "CAD"
    precision: str = "year"
    choices: Mapping[str, Labels] = field(default_factory=dict)
    vocabulary: str = ""
    to: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)

    @cached_property
    def public(self) -> Mapping[str, Field]:
        """The fields of a group that are not sensitive: those that may leave the site."""
        return not_sensitive(self.fields)


def not_sensitive(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The fields that may leave the site."""
    return {name: field for name, field in fields.items() if not field.sensitive}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """Where a term lies on the map of its vocabulary: the cell of a grid, counted from 1, and how many it covers."""

    column: int
    row: int
    width: int = 1
    height: int = 1

    def covers(self, other: Tile) -> bool:
        """Whether two tiles lie on one another."""
        beside = self.column + self.width <= other.column or other.column + other.width <= self.column
        above = self.row + self.height <= other.row or other.row + other.height <= self.row
        return not beside and not above


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry of a vocabulary. `parent` is the slug of the term that holds it, `code` an official number.

    `time_zone` is that of a place whose clocks are not those of the site.
    """

    slug: str
    label: Labels
    description: Labels = field(default_factory=dict)
    icon: str = ""
    code: str = ""
    time_zone: str = ""
    tile: Tile | None = None
    parent: str | None = None


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """A controlled list, possibly a tree. `terms` go parents first, in the order in which they were declared."""

    id: str
    label: Mapping[str, Labels]
    terms: Mapping[str, Term]
    description: Labels = field(default_factory=dict)
    url: str = ""
    order: str = "alphabetical"
    relates: bool = True
    map: bool = True

    def ancestors(self, slug: str) -> Iterator[str]:
        """The terms that hold `slug`, nearest first, without itself."""
        parent = self.terms[slug].parent
        while parent is not None:
            yield parent
            parent = self.terms[parent].parent

    @cached_property
    def labels(self) -> Mapping[str, Labels]:
        """The labels of each term."""
        return {slug: term.label for slug, term in self.terms.items()}

    @cached_property
    def children(self) -> Mapping[str | None, tuple[Term, ...]]:
        """The terms right below each term; the roots stand under None."""
        below: dict[str | None, list[Term]] = {}
        for term in self.terms.values():
            below.setdefault(term.parent, []).append(term)
        return {parent: tuple(terms) for parent, terms in below.items()}


@dataclass(frozen=True, kw_only=True)
class Collection:
    """Sheets of one type: where they lie, where they are published, and which fields they have."""

    id: str
    source: str
    url: str
    label: Mapping[str, Labels]
    fields: Mapping[str, Field]
    description: Labels = field(default_factory=dict)
    menu: Labels = field(default_factory=dict)
    icon: str = ""
    jsonld: str = "CreativeWork"
    rank: int = 1000
    body: str = "required"
    outline: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def public(self) -> Mapping[str, Field]:
        """The fields that may leave the site."""
        return not_sensitive(self.fields)

    @cached_property
    def facets(self) -> tuple[Field, ...]:
        """The fields by which an index filters; a sensitive one never leaves its sheet."""
        return tuple(f for f in self.public.values() if f.facet is not None)

    @cached_property
    def grouping(self) -> tuple[Field, ...]:
        """The fields by which lists group sheets and the search filters them; no sensitive one either."""
        return tuple(f for f in self.public.values() if f.group and f.vocabulary)


@dataclass(frozen=True, kw_only=True)
class Schema:
    """Every collection (by rank) and vocabulary of a site; `disabled` are the folders of collections taken out."""

    collections: Mapping[str, Collection] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    disabled: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The folders of sheets, those of the collections that the site has taken out too."""
        return (*(collection.source for collection in self.collections.values()), *self.disabled)

    def words(self, field: Field) -> Mapping[str, Labels]:
        """The words that a choice or a term may be, with their labels; none where a field takes others too."""
        if field.vocabulary:
            return self.vocabularies[field.vocabulary].labels
        return field.choices
