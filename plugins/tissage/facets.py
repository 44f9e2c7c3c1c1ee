"""Facets: what the index of a catalogue filters by, the values of each, and which sheets hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from typing import Any, Final

from .commons import Commons
from .language import N_, alphabetical, slugify
from .schema import reserved
from .schema.filters import alike
from .schema.model import Collection, Field
from .sheets import Sheet

LONGEST: Final = 60
"""Letters of a value in an address: it is the name of a folder too."""
MOST_YEARS: Final = 100
"""Beyond, a period is surely a slip: its first and last year are enough."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: `key` says what sheets hold, `slug` stands in addresses.

    `parent` is the slug of the value that holds it; `address` the page that lists its sheets, empty where the catalogue
    makes one.
    """

    key: str
    slug: str
    label: str
    parent: str | None = None
    address: str = ""


@dataclass(frozen=True)
class Facet:
    """A facet of some sheets. `name` stands in addresses; `held` has, for each sheet, the slugs that it is given.

    `values` go by their slugs, each after the one that holds it. `fields` are those that it is made of.
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

    @cached_property
    def by_key(self) -> Mapping[str, Value]:
        """The values by what sheets hold."""
        return {value.key: value for value in self.values.values()}


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
    « organisme ». Where another facet has the name already, or a field declares it, the field’s own serves, or one
    with a number.
    """
    language = commons.settings.language
    facets: dict[str, list[Field]] = {}
    fields = [field for collection in collections for field in collection.facets]
    kept = {slugify(language.label(field.facet)): field for field in reversed(fields) if field.facet}
    for field in fields:
        wanted = slugify(language.label(field.facet or {}) or language.label(field.label, field.name))
        own = slugify(field.name)
        names = chain((wanted, own), (f"{own}-{number}" for number in count(2)))
        free = (name for name in names if name and name not in reserved.FACETS)
        allowed = (name for name in free if alike(kept.get(name, field), field))
        name = next(name for name in allowed if name not in facets or alike(facets[name][0], field))
        facets.setdefault(name, []).append(field)
    return facets


def by_collection(commons: Commons, sheets: Sequence[Sheet]) -> Facet:
    """The facet of the collections themselves."""
    language = commons.settings.language
    known = [
        (one.id, language.form(one.label, "many"), None, f"{one.url}/") for one in commons.schema.collections.values()
    ]
    return made("catalogue", language.say(N_("Catalogue")), known, [[sheet.collection.id] for sheet in sheets])


def facet(name: str, fields: Sequence[Field], sheets: Sequence[Sheet], commons: Commons) -> Facet:
    """The facet made of these fields, which hold the same things, over these sheets."""
    ours = {id(field) for field in fields}
    asked = {
        collection.id: [field for field in collection.facets if id(field) in ours]
        for collection in commons.schema.collections.values()
    }
    held = [list(dict.fromkeys(held_by(sheet, asked[sheet.collection.id]))) for sheet in sheets]
    used = {key for keys in held for key in keys}
    return made(name, label(fields, commons), known_values(fields[0], used, commons), held, tuple(fields))


def made(
    name: str,
    label: str,
    known: Iterable[tuple[str, str, str | None, str]],
    held: Iterable[Sequence[str]],
    fields: tuple[Field, ...] = (),
) -> Facet:
    """A facet from its values (key, label, key of the one that holds it, address) and from what each sheet holds."""
    values: dict[str, Value] = {}
    slugs: dict[str, str] = {}
    kind = fields[0].kind.name if fields else ""
    for key, text, parent, address in known:
        written = key.rpartition("/")[2] if kind in ("term", "ref") else slugify(text)[:LONGEST].strip("-")
        wanted = written or "valeur"
        slug = next(one for one in chain((wanted,), (f"{wanted}-{n}" for n in count(2))) if one not in values)
        slugs[key] = slug
        values[slug] = Value(key, slug, text, slugs[parent] if parent else None, address)
    return Facet(name, label, values, tuple(tuple(slugs[key] for key in keys) for keys in held), fields)


def held_by(sheet: Sheet, fields: Iterable[Field]) -> Iterator[str]:
    """The keys of what a sheet says in these fields."""
    for field in fields:
        if (value := sheet.values.get(field.name)) is not None:
            for item in value if field.many is not None else (value,):
                yield from keys(item, field)


def keys(value: Any, field: Field) -> Iterator[str]:
    """The keys of one value of a field: a term, a sheet's id, a choice, a text; of a date the year, of a period all."""
    if field.kind.name == "date":
        yield value.text[:4]
    elif field.kind.name == "period":
        first, last = int(value.start.text[:4]), int((value.end or value.start).text[:4])
        yield from map(str, range(first, last + 1) if last - first <= MOST_YEARS else {first, last})
    else:
        yield str(value)


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


def known_values(field: Field, used: set[str], commons: Commons) -> Iterator[tuple[str, str, str | None, str]]:
    """The values of a facet in their order, as `made` takes them: all those of a list, of others those in use."""
    language = commons.settings.language
    if field.kind.name == "term":
        yield from terms(field.vocabulary, None, commons)
    elif field.kind.name == "choice":
        yield from ((key, language.label(names, key), None, "") for key, names in field.choices.items())
    elif field.kind.name == "boolean":
        yield from (("True", language.say(N_("Yes")), None, ""), ("False", language.say(N_("No")), None, ""))
    elif field.kind.name == "ref":
        for sheet in commons.by_title([commons.sheets[id] for id in used]):
            yield sheet.id, sheet.title, None, sheet.address
    elif field.kind.name == "text":
        yield from ((text, text, None, "") for text in sorted(used, key=alphabetical))
    else:
        yield from ((year, year, None, "") for year in sorted(used, reverse=True))


def terms(vocabulary: str, parent: str | None, commons: Commons) -> Iterator[tuple[str, str, str | None, str]]:
    """The terms of a vocabulary below one of them, each followed by those that it holds."""
    url, language = commons.schema.vocabularies[vocabulary].url, commons.settings.language
    for term in commons.terms(vocabulary, parent):
        yield term.slug, language.label(term.label, term.slug), parent, f"{url}/{term.slug}/" if url else ""
        yield from terms(vocabulary, term.slug, commons)
