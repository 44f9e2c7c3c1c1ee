"""The home page."""

from __future__ import annotations

from ..exports import agenda_ics
from ..language import N_
from .agenda import feed_address, latest, upcoming
from .catalogues import grouping_vocabulary, size
from .listing import Listings
from .page import GeneratedPage
from .tile_map import tile_map


def home(listings: Listings) -> GeneratedPage:
    """The home page: the fields of action with their counts, the maps, the catalogues, what is next and what is new."""
    commons = listings.commons
    grouping = grouping_vocabulary(commons)
    terms = commons.terms(grouping.id) if grouping else []
    return listings.page(
        "",
        commons.settings.language.say(N_("Home")),
        commons.settings.description,
        "pages/home.html",
        kind="home",
        grouping=grouping,
        fields=[(term, len(commons.tagged.get((grouping.id, term.slug), ()))) for term in terms] if grouping else [],
        maps=[drawn for one in commons.schema.vocabularies.values() if (drawn := tile_map(commons, one))],
        collections=[(collection, size(commons, collection)) for collection in commons.schema.collections.values()],
        latest=latest(commons),
        upcoming=upcoming(commons),
        agenda=agenda_ics.PATH if agenda_ics.activities(commons) else "",
        feed=feed_address(commons),
        total=len(commons.sheets),
    )
