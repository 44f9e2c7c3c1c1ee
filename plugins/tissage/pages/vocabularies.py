"""The pages of a vocabulary: its terms as a tree, and for each term all that it and the terms below it hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..commons import Commons
from ..language import N_
from ..schema.model import Term, Vocabulary
from .facet_values import by_collection
from .listing import Listings
from .page import GeneratedPage
from .tile_map import tile_map

Tree = list[tuple[Term, int, Any]]
"""Terms, each with how many sheets it holds and the tree below it."""


def pages(listings: Listings, vocabulary: Vocabulary) -> Iterator[GeneratedPage]:
    """The page of the vocabulary, then that of each of its terms."""
    address = f"{vocabulary.url}/"
    tools = listings.tools(address)
    terms, drawn = tree(listings.commons, vocabulary, None), tile_map(listings.commons, vocabulary)
    yield listings.page(
        address,
        tools.many(vocabulary),
        tools.label(vocabulary.description),
        "pages/vocabulary.html",
        vocabulary=vocabulary,
        map=drawn,
        terms=in_use(terms) if drawn else terms,
    )
    for term in vocabulary.terms.values():
        yield from term_pages(listings, vocabulary, term)


def tree(commons: Commons, vocabulary: Vocabulary, parent: str | None) -> Tree:
    """The terms below a term, or the whole vocabulary."""
    return [
        (term, len(commons.tagged.get((vocabulary.id, term.slug), ())), tree(commons, vocabulary, term.slug))
        for term in commons.terms(vocabulary.id, parent)
    ]


def in_use(terms: Tree) -> Tree:
    """The terms that hold sheets, and those that neither a map nor the page of the term above would lead to."""
    return [
        (term, size, in_use(below)) for term, size, below in terms if size or not (term.tile or term.parent is not None)
    ]


def term_pages(listings: Listings, vocabulary: Vocabulary, term: Term) -> Iterator[GeneratedPage]:
    """The page of a term, or its pages where it holds many sheets."""
    commons = listings.commons
    language = commons.settings.language
    name = language.label(term.label, term.slug)
    sheets = commons.with_term(vocabulary.id, term.slug)
    yield from listings.paged(
        f"{vocabulary.url}/{term.slug}/",
        name,
        language.label(term.description) or language.say(N_("The sheets about: {name}."), name=name),
        "pages/term.html",
        by_collection(listings, sheets),
        section=f"{vocabulary.url}/",
        vocabulary=vocabulary,
        term=term,
        total=len(sheets),
        map=tile_map(commons, vocabulary, term.slug),
        above=[vocabulary.terms[slug] for slug in vocabulary.ancestors(term.slug)][::-1],
        below=tree(commons, vocabulary, term.slug),
    )
