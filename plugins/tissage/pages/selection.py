"""The page of the sheets that a reader keeps aside: empty by itself, a script fills it from what the browser keeps."""

from __future__ import annotations

from ..addresses import SELECTION
from ..language import N_
from .listing import Listings
from .page import GeneratedPage


def selection(listings: Listings) -> GeneratedPage:
    """The page of the selection."""
    say = listings.commons.settings.language.say
    return listings.page(
        SELECTION,
        say(N_("My selection")),
        say(N_("The sheets that you keep, to print them together or to share them by one address.")),
        "pages/selection.html",
    )
