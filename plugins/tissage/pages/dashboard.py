"""The editors' dashboard: what the sheets need, each with the way to its form."""

from __future__ import annotations

from typing import Final

from ..addresses import DASHBOARD
from ..language import N_
from ..schema.kinds.dates import PartialDate
from ..upkeep.link_memory import read_memory
from ..upkeep.review import review
from ..walking import is_file
from .dashboard_lists import Dashboard
from .listing import Listings
from .page import GeneratedPage
from .words import date_words

GUIDE: Final = "aide/tenir-les-fiches-a-jour/"
"""The page of the help about all this, where the site has kept it."""


def dashboard(listings: Listings) -> GeneratedPage:
    """The page of the dashboard."""
    commons = listings.commons
    language, today = commons.settings.language, PartialDate(commons.settings.today.isoformat())
    memory = read_memory(commons.settings.root)
    sections = list(Dashboard(commons, review(commons, memory), memory).sections())
    return listings.page(
        DASHBOARD,
        language.say(N_("Dashboard")),
        language.say(
            N_("What the sheets need from those who look after them, on {date}."), date=date_words(today, language)
        ),
        "pages/dashboard.html",
        guide=GUIDE if is_file(commons.settings.root / commons.settings.content / f"{GUIDE[:-1]}.md") else "",
        indexed=False,
        groups=sections,
        sections=sections,
    )
