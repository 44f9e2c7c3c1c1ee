"""Every generated page of the site, and the redirections."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import hand_written, relative_url
from ..commons import Commons
from .catalogues import indexes
from .dashboard import dashboard
from .home import home
from .listing import Listings
from .page import GeneratedPage
from .proposing import proposing
from .reference import reference
from .selection import selection
from .sheet_page import SheetPages
from .templates import Templates
from .thanks import thanks
from .typesetting import typeset_page
from .vocabularies import pages


def generate(commons: Commons, templates: Templates) -> Iterator[GeneratedPage]:
    """Every page made from the Commons, in French with the typography of Québec."""
    pages = written(commons, templates)
    return map(typeset_page, pages) if commons.settings.language.code == "fr" else pages


def written(commons: Commons, templates: Templates) -> Iterator[GeneratedPage]:
    """Every page, its texts as people wrote them. A page written by hand at the same address takes its place."""
    by_hand = {address for address, _ in hand_written(commons.settings, commons.schema)}
    yield from (page for page in listing_pages(Listings(commons, templates)) if page.address not in by_hand)
    sheets = SheetPages(commons, templates)
    for sheet in commons.sheets.values():
        yield sheets.page(sheet)


def listing_pages(listings: Listings) -> Iterator[GeneratedPage]:
    """The pages that list sheets or terms, and the reference of each collection."""
    schema = listings.commons.schema
    yield home(listings)
    yield selection(listings)
    yield dashboard(listings)
    yield thanks(listings)
    yield from proposing(listings)
    yield from indexes(listings)
    for collection in schema.collections.values():
        yield reference(listings, collection)
    for vocabulary in schema.vocabularies.values():
        if vocabulary.url:
            yield from pages(listings, vocabulary)


def redirections(commons: Commons, templates: Templates) -> Iterator[tuple[str, str]]:
    """For each former address of a sheet, that address and a small HTML page that leads to the new one."""
    for address, id in commons.aliases.items():
        sheet = commons.sheets[id]
        url = relative_url(sheet.address, address, directory_urls=commons.settings.directory_urls)
        yield address, templates.render("pages/redirect.html", sheet=sheet, url=url)
