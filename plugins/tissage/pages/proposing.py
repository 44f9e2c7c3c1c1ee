"""« Proposer une fiche »: a page that leads to the form of each collection, and the pages that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from ..addresses import PROPOSE, REFERENCE
from ..commons import Commons
from ..contribute.form.data import SHEETS_IN_A_FILE, form_files
from ..language import N_
from ..schema.model import Collection
from .index_data import FOLDER, script
from .listing import Listings
from .page import GeneratedPage


def proposing(listings: Listings) -> Iterator[GeneratedPage]:
    """The page of all forms, then a page for each."""
    schema, say = listings.commons.schema, listings.commons.settings.language.say
    yield listings.page(
        PROPOSE,
        say(N_("Propose a sheet")),
        say(N_("You know a way of doing things that others could reuse? Choose what you would like to tell.")),
        "pages/propose.html",
        collections=list(schema.collections.values()),
    )
    for collection in schema.collections.values():
        yield form(listings, collection)


def form(listings: Listings, collection: Collection) -> GeneratedPage:
    """The page of the form of a collection: empty by itself, a script fills it."""
    language = listings.commons.settings.language
    return listings.page(
        f"{PROPOSE}{collection.url}/",
        language.say(N_("Propose a sheet: {collection}"), collection=language.form(collection.label, "one")),
        language.label(collection.description),
        "pages/form.html",
        collection=collection,
        reference=f"{REFERENCE}{collection.id}/",
        size=SHEETS_IN_A_FILE,
        flat=not listings.commons.settings.directory_urls,
    )


def proposing_files(commons: Commons) -> Iterator[tuple[str, str]]:
    """The path from the site's root and the text of every file that the forms load."""
    for name, data in form_files(commons):
        yield f"{FOLDER}{name}.js", script(name, data)
