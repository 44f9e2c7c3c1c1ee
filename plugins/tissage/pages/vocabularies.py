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

Tree = list[tuple[Term, int, Any]]
"""Terms, each with how many sheets it holds and the tree below it."""


def pages(listings: Listings, vocabulary: Vocabulary) -> Iterator[GeneratedPage]:
    """The page of the vocabulary, then that of each of its terms."""
    address = f"{vocabulary.url}/"
    tools = listings.tools(address)
    yield listings.page(
        address,
        tools.many(vocabulary),
        tools.label(vocabulary.description),
        "pages/vocabulary.html",
        vocabulary=vocabulary,
        terms=tree(listings.commons, vocabulary, None),
    )
    for term in vocabulary.terms.values():
        yield from term_pages(listings, vocabulary, term)


def tree(commons: Commons, vocabulary: Vocabulary, parent: str | None) -> Tree:
    """The terms below a term, or the whole vocabulary."""
    return [
        (term, len(commons.tagged.get((vocabulary.id, term.slug), ())), tree(commons, vocabulary, term.slug))
        for term in commons.terms(vocabulary.id, parent)
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
        above=[vocabulary.terms[slug] for slug in vocabulary.ancestors(term.slug)][::-1],
        below=tree(commons, vocabulary, term.slug),
    )
