"""The values of facets without a script: each has a page, and each index links to the part of it that is its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..addresses import CATALOGUE
from ..commons import Commons
from ..facets import Facet, Index, Value
from ..language import N_
from ..schema.model import Collection
from ..sheets import Sheet
from .listing import LONGEST, Group, Listings, group_id, overleaf
from .page import GeneratedPage


@dataclass(frozen=True, slots=True)
class Way:
    """A facet as links: for each value in use its label, how deep it stands, its number of sheets, its address."""

    label: str
    values: list[tuple[str, int, int, str]]


def anchor(collection: Collection) -> str:
    """The anchor of a collection's group on a page that lists sheets of several."""
    return group_id(collection.url.replace("/", "-"))


def value_address(facet: Facet, value: Value) -> str:
    """The address of the page of a value: its own, else the one that the catalogue makes."""
    return value.address or f"{CATALOGUE}{facet.name}/{value.slug}/"


def ways(index: Index, whole: Index, commons: Commons) -> Iterator[Way]:
    """The facets of an index as links, each value to the sheets of that index on its page."""
    for facet in index.facets:
        same = next(one for one in whole.facets if not facet.fields or facet.fields[0] in one.fields)
        values = [
            (value.label, depth(facet, value), len(found), place(same, same.by_key[value.key], index, whole, commons))
            for slug, value in facet.values.items()
            if (found := facet.sheets[slug])
        ]
        yield Way(facet.label, values)


def depth(facet: Facet, value: Value) -> int:
    """How many values hold this one."""
    return 0 if value.parent is None else 1 + depth(facet, facet.values[value.parent])


def place(facet: Facet, value: Value, index: Index, whole: Index, commons: Commons) -> str:
    """Where the sheets of an index that have a value are listed: on a long list, on the page where they begin."""
    address, collection = value_address(facet, value), index.collection
    if collection is None:
        return address
    if facet.fields and facet.fields[0].kind.name == "ref":
        return f"{address}#liens"
    before = 0
    if len(listed := value_sheets(facet, value, whole, commons)) > LONGEST:
        order = {id: number for number, id in enumerate(commons.schema.collections)}
        before = sum(order[sheet.collection.id] < order[collection.id] for sheet in listed)
    return f"{overleaf(address, before // LONGEST + 1)}#{anchor(collection)}"


def value_sheets(facet: Facet, value: Value, whole: Index, commons: Commons) -> Sequence[Sheet]:
    """The sheets that the page of a value lists: a term’s page has those of every field that names it."""
    if value.address and facet.fields and facet.fields[0].kind.name == "term":
        return [commons.sheets[id] for id in commons.tagged.get((facet.fields[0].vocabulary, value.key), ())]
    return [whole.sheets[number] for number in facet.sheets[value.slug]]


def by_collection(listings: Listings, sheets: Sequence[Sheet]) -> list[Group]:
    """Sheets under the names of their collections."""
    tools = listings.tools("")
    held: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        held.setdefault(sheet.collection.id, []).append(sheet)
    return [
        Group(anchor(collection), tools.many(collection), held[id], f"{collection.url}/")
        for id, collection in listings.commons.schema.collections.items()
        if id in held
    ]


def value_pages(listings: Listings, whole: Index) -> Iterator[GeneratedPage]:
    """A page for each value in use that has none of its own: those of choices, years, and plain vocabularies."""
    say = listings.commons.settings.language.say
    for facet in whole.facets:
        for slug, value in facet.values.items():
            if value.address or not facet.sheets[slug]:
                continue
            sheets = value_sheets(facet, value, whole, listings.commons)
            title = say(N_("{facet}: {value}"), facet=facet.label, value=value.label)
            yield from listings.paged(
                value_address(facet, value),
                title,
                say(N_("The sheets of all catalogues under “{title}”."), title=title),
                "pages/value.html",
                by_collection(listings, sheets),
                section=CATALOGUE,
                total=len(sheets),
            )
