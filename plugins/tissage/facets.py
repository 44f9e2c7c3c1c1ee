"""Facets: what the index of a catalogue filters by, the values of each, and which sheets hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from .commons import Commons
from .language import N_, Language, alphabetical, slugify
from .schema.model import Collection, Field
from .sheets import Sheet

RESERVED: Final = frozenset(("q", "tri", "sort"))
"""What the address of an index says beside its facets: the words that are looked for, and the order."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet. `parent` is the slug of the value that holds it; `address` the page that lists its sheets,
    empty where the index makes one."""

    slug: str
    label: str
    parent: str | None = None
    address: str = ""


@dataclass(frozen=True)
class Facet:
    """A facet of some sheets. `name` stands in addresses; `held` has, for each sheet, the slugs that it is given.

    A value comes after the one that holds it. `fields` are those that it is made of.
    """

    name: str
    label: str
    values: Mapping[str, Value]
    held: tuple[tuple[str, ...], ...]
    fields: tuple[Field, ...] = ()

    def whole(self, slugs: Iterable[str]) -> set[str]:
        """These values and all those that hold them: who is in a city is in its region."""
        found = set()
        for slug in slugs:
            above: str | None = slug
            while above is not None and above not in found:
                found.add(above)
                above = self.values[above].parent
        return found

    @cached_property
    def sheets(self) -> Mapping[str, list[int]]:
        """The numbers of the sheets that have each value, or one below it."""
        found: dict[str, list[int]] = {slug: [] for slug in self.values}
        for number, slugs in enumerate(self.held):
            for slug in self.whole(slugs):
                found[slug].append(number)
        return found


@dataclass(frozen=True)
class Index:
    """The index of a collection, or of all (`collection` None): its sheets by title, and its facets."""

    id: str
    collection: Collection | None
    sheets: Sequence[Sheet]
    facets: tuple[Facet, ...]


def index_of(commons: Commons, collection: Collection | None = None) -> Index:
    """The index of a collection, or of the whole catalogue, which can be filtered by collection too."""
    sheets = commons.of(collection) if collection else commons.by_title(list(commons.sheets.values()))
    collections = [collection] if collection else list(commons.schema.collections.values())
    own = () if collection else (by_collection(commons, sheets),)
    facets = (facet(name, fields, sheets, commons) for name, fields in named(collections, commons).items())
    used = (one for one in (*own, *facets) if any(one.held))
    return Index(collection.id if collection else "catalogue", collection, sheets, tuple(used))


def named(collections: Iterable[Collection], commons: Commons) -> dict[str, list[Field]]:
    """The fields of each facet, by its name in addresses.

    Fields that share a name and what they hold are one facet: whoever carries a story and its partners are all
    « organisme ». A name that another facet has, or that the index needs, gives way to the field's own.
    """
    language = commons.settings.language
    facets: dict[str, list[Field]] = {}
    for field in (field for collection in collections for field in collection.facets):
        wanted = slugify(language.label(field.facet or {}) or language.label(field.label, field.name))
        others = (wanted, slugify(field.name), slugify(f"{field.name}-{field.kind.name}-{field.vocabulary}"))
        free = (n for n in others if n not in RESERVED and (n not in facets or alike(facets[n][0], field)))
        if name := next(free, ""):
            facets.setdefault(name, []).append(field)
    return facets


def alike(one: Field, other: Field) -> bool:
    """Whether two fields hold the same things."""
    dates = {one.kind.name, other.kind.name} <= {"date", "period"}
    same = (one.kind.name, one.vocabulary, one.to) == (other.kind.name, other.vocabulary, other.to)
    return dates or (same and list(one.choices) == list(other.choices))


def by_collection(commons: Commons, sheets: Sequence[Sheet]) -> Facet:
    """The facet of the collections themselves."""
    language = commons.settings.language
    values = {
        collection.id: Value(
            slugify(collection.url), language.form(collection.label, "many"), None, f"{collection.url}/"
        )
        for collection in commons.schema.collections.values()
    }
    held = tuple((values[sheet.collection.id].slug,) for sheet in sheets)
    return Facet("catalogue", language.say(N_("Catalogue")), {value.slug: value for value in values.values()}, held)


def facet(name: str, fields: Sequence[Field], sheets: Sequence[Sheet], commons: Commons) -> Facet:
    """The facet made of these fields, which hold the same things, over these sheets."""
    ours = {id(field) for field in fields}
    asked = {
        collection.id: [field for field in collection.facets if id(field) in ours]
        for collection in commons.schema.collections.values()
    }
    held = tuple(tuple(dict.fromkeys(held_by(sheet, asked[sheet.collection.id], commons))) for sheet in sheets)
    known = {value.slug: value for value in values(fields, {slug for found in held for slug in found}, commons)}
    return Facet(name, label(fields, commons), known, held, tuple(fields))


def held_by(sheet: Sheet, fields: Iterable[Field], commons: Commons) -> Iterator[str]:
    """The slugs of what a sheet says in these fields."""
    for field in fields:
        if (value := sheet.values.get(field.name)) is not None:
            for item in value if field.many is not None else (value,):
                yield from slugs(item, field, commons)


def label(fields: Sequence[Field], commons: Commons) -> str:
    """What a facet is called: as its field is, or as what it holds where several fields have other names."""
    language, schema, first = commons.settings.language, commons.schema, fields[0]
    labels = {language.label(field.label, field.name) for field in fields}
    if len(labels) > 1 and first.vocabulary:
        return language.form(schema.vocabularies[first.vocabulary].label, "many")
    if len(labels) > 1 and len(first.to) == 1:
        return language.form(schema.collections[first.to[0]].label, "many")
    if {field.kind.name for field in fields} <= {"date", "period"}:
        return language.say(N_("Year"))
    return language.label(first.label, first.name)


def slugs(value: Any, field: Field, commons: Commons) -> Iterator[str]:
    """The slugs of one value of a field: of a period, all its years."""
    if field.kind.name == "term":
        yield value
    elif field.kind.name == "ref":
        yield commons.sheets[value].slug
    elif field.kind.name == "date":
        yield value.text[:4]
    elif field.kind.name == "period":
        last = (value.end or value.start).text[:4]
        yield from (str(year) for year in range(int(value.start.text[:4]), int(last) + 1))
    else:
        yield slugify(word(value, field, commons.settings.language))


def word(value: Any, field: Field, language: Language) -> str:
    """What a choice, a yes or no, or a text reads as."""
    if field.kind.name == "boolean":
        return language.say(N_("Yes")) if value else language.say(N_("No"))
    return language.label(field.choices.get(value, {}), value)


def values(fields: Sequence[Field], used: set[str], commons: Commons) -> Iterator[Value]:
    """The values of a facet in their order: all those of a vocabulary or a choice, of others those in use."""
    language, field = commons.settings.language, fields[0]
    if field.kind.name == "term":
        yield from terms(field.vocabulary, None, commons)
    elif field.kind.name in ("choice", "boolean"):
        words = [word(value, field, language) for value in (field.choices or (True, False))]
        yield from (Value(slugify(text), text) for text in words)
    elif field.kind.name == "ref":
        sheets = commons.by_title(
            [s for s in commons.sheets.values() if s.collection.id in field.to and s.slug in used]
        )
        yield from (Value(sheet.slug, sheet.title, None, sheet.address) for sheet in sheets)
    elif field.kind.name == "text":
        texts = {
            slugify(text): text
            for sheet in commons.sheets.values()
            for one, text in sheet.public_values
            if one.kind.name == "text" and slugify(str(text)) in used
        }
        yield from (Value(slug, text) for slug, text in sorted(texts.items(), key=lambda pair: alphabetical(pair[1])))
    else:
        yield from (Value(year, year) for year in sorted(used, reverse=True))


def terms(vocabulary: str, parent: str | None, commons: Commons) -> Iterator[Value]:
    """The terms of a vocabulary below one of them, each followed by those that it holds."""
    url, language = commons.schema.vocabularies[vocabulary].url, commons.settings.language
    for term in commons.terms(vocabulary, parent):
        yield Value(term.slug, language.label(term.label, term.slug), parent, f"{url}/{term.slug}/" if url else "")
        yield from terms(vocabulary, term.slug, commons)
