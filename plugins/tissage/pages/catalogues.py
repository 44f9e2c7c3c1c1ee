"""The index of each collection and the whole catalogue, grouped by field of action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..addresses import CATALOGUE, PROPOSE, REFERENCE
from ..commons import Commons
from ..exports import agenda_ics
from ..facets import Facet, Index, index_of
from ..language import N_
from ..schema.model import Collection, Vocabulary
from ..sheets import Sheet
from .facet_values import value_pages, ways
from .listing import Group, Listings, group_id
from .page import GeneratedPage

OTHERS: Final = "-autres"
"""The group of those that have no term: no slug begins so."""


def grouping_vocabulary(commons: Commons) -> Vocabulary | None:
    """The vocabulary by which indexes are grouped: that of the first field that declares `group`."""
    fields = (field for collection in commons.schema.collections.values() for field in collection.grouping)
    first = next(fields, None)
    return commons.schema.vocabularies[first.vocabulary] if first else None


def size(commons: Commons, collection: Collection) -> int:
    """How many sheets a collection has."""
    return sum(sheet.collection is collection for sheet in commons.sheets.values())


def main_term(sheet: Sheet, vocabulary: Vocabulary) -> str:
    """The root of the first term by which a sheet is grouped, empty where it has none."""
    field = next((field for field in sheet.collection.grouping if field.vocabulary == vocabulary.id), None)
    value = sheet.values.get(field.name) if field else None
    if not field or not value:
        return ""
    first: str = value[0] if field.many is not None else value
    return [first, *vocabulary.ancestors(first)][-1]


def grouped(commons: Commons, sheets: list[Sheet]) -> list[Group]:
    """Sheets by their main field of action, in the order of the vocabulary; those without one last."""
    grouping = grouping_vocabulary(commons)
    label, say = commons.settings.language.label, commons.settings.language.say
    groups: dict[str, list[Sheet]] = {}
    for sheet in commons.by_title(sheets):
        groups.setdefault(main_term(sheet, grouping) if grouping else "", []).append(sheet)
    listed = []
    for term in commons.terms(grouping.id) if grouping else ():
        if term.slug in groups:
            address = f"{grouping.url}/{term.slug}/" if grouping and grouping.url else ""
            listed.append(Group(group_id(term.slug), label(term.label, term.slug), groups[term.slug], address))
    if "" in groups:
        listed.append(Group(group_id(OTHERS), say(N_("Other sheets")) if listed else say(N_("All sheets")), groups[""]))
    return listed


def indexes(listings: Listings) -> Iterator[GeneratedPage]:
    """The index of the whole catalogue and of each collection, and the pages of the values that have none elsewhere."""
    whole = index_of(listings.commons)
    yield from index(listings, whole, whole)
    for collection in listings.commons.schema.collections.values():
        yield from index(listings, index_of(listings.commons, collection), whole)
    yield from value_pages(listings, whole)


def index(listings: Listings, index: Index, whole: Index) -> Iterator[GeneratedPage]:
    """The pages of an index: its sheets by field of action, the ways to look at them, and what a script filters."""
    say, collection = listings.commons.settings.language.say, index.collection
    address = f"{collection.url}/" if collection else CATALOGUE
    tools = listings.tools(address)
    yield from listings.paged(
        address,
        tools.many(collection) if collection else say(N_("Whole catalogue")),
        tools.label(collection.description) if collection else say(N_("Every sheet of the site, by field of action.")),
        "pages/index.html",
        grouped(listings.commons, list(index.sheets)),
        collection=collection,
        index=index,
        own=next((facet for facet in index.facets if has_map(facet, listings.commons)), None),
        ways=list(ways(index, whole, listings.commons)),
        reference=f"{REFERENCE}{collection.id}/" if collection else "",
        agenda=agenda_ics.PATH if any(map(agenda_ics.on_days, index.sheets)) and collection else "",
        propose=f"{PROPOSE}{collection.url}/" if collection else PROPOSE,
        total=len(index.sheets),
    )


def has_map(facet: Facet, commons: Commons) -> bool:
    """Whether a facet is one of places: those of a vocabulary that has a map."""
    vocabulary = commons.schema.vocabularies.get(facet.fields[0].vocabulary) if facet.fields else None
    return bool(vocabulary and vocabulary.map and vocabulary.url and any(t.tile for t in vocabulary.terms.values()))
