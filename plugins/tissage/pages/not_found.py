"""The words of the page for an address that does not exist; the layout of the host shows them."""

from __future__ import annotations

from ..addresses import CATALOGUE, as_file
from ..commons import Commons
from ..language import N_


def not_found(commons: Commons) -> dict[str, str]:
    """The words and the address of the catalogue."""
    settings = commons.settings
    say = settings.language.say
    return {
        "title": say(N_("This page does not exist")),
        "text": say(N_("It may have moved, or the address may hold a slip.")),
        "home": say(N_("Go to the home page")),
        "ask": say(N_("What are you looking for?")),
        "search": say(N_("Search")),
        "whole": say(N_("Whole catalogue")),
        "catalogue": CATALOGUE if settings.directory_urls else as_file(CATALOGUE),
    }
