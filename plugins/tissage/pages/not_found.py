"""The words that the layout of the host shows: those of the page for an address that does not exist, and its links."""

from __future__ import annotations

from ..addresses import CATALOGUE, SELECTION, as_file
from ..commons import Commons
from ..language import N_
from ..settings import Settings


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


def own_links(settings: Settings) -> dict[str, str]:
    """The links to what a reader has chosen, which show once there is something behind them."""
    return {
        "territory": settings.language.say(N_("My territory")),
        "selection": settings.language.say(N_("My selection")),
        "selection_address": SELECTION if settings.directory_urls else as_file(SELECTION),
        "keep": settings.language.say(N_("Keep")),
        "refused": settings.language.say(
            N_("Your browser does not let this site keep your choices: see its privacy settings.")
        ),
        "keep_sheet": settings.language.catalogue.gettext(N_("Keep the sheet “{title}”")),  # A script fills it.
    }
