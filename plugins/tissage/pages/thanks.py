"""The page that thanks everyone who contributed."""

from __future__ import annotations

from functools import partial
from typing import Final

from ..addresses import THANKS
from ..language import N_
from ..upkeep.contributors import contributors
from .listing import Listings
from .page import GeneratedPage

MOST_SHEETS: Final = 12
"""How many sheets a name lists: somebody may have touched all of them."""


def thanks(listings: Listings) -> GeneratedPage:
    """The page of thanks. Search engines leave it out: whoever gave a text did not ask to be found by their name.

    Who is thanked is looked up when the page is made: git is asked then, on a large site beside other pages.
    """
    say = listings.commons.settings.language.say
    return listings.page(
        THANKS,
        say(N_("Thank you")),
        say(N_("These people wrote, corrected or improved what you read here.")),
        "pages/thanks.html",
        indexed=False,
        everyone=partial(contributors, listings.commons),
        most=MOST_SHEETS,
    )
