"""What is new and what is next, for the home page."""

from __future__ import annotations

from typing import Final

from ..commons import Commons
from ..exports import feed_xml
from ..exports.moments import days
from ..sheets import Sheet
from ..upkeep.freshness import reviewed

SHOWN: Final = 6
SHOWN_OF_ONE: Final = 2
NEXT: Final = 4


def feed_address(commons: Commons) -> str:
    """The address of the feed, empty in a copy to be read from a folder: nobody can follow that."""
    return "" if commons.settings.offline else feed_xml.PATH


def upcoming(commons: Commons) -> list[Sheet]:
    """The next activities: not over on the day of the build, the soonest first."""
    coming = []
    for sheet in commons.sheets.values():
        when = days(sheet)
        if when and when[1] >= commons.settings.today:
            coming.append((when[0], sheet.id, sheet))
    return [sheet for _, _, sheet in sorted(coming, key=lambda row: row[:2])[:NEXT]]


def latest(commons: Commons) -> list[Sheet]:
    """The sheets reviewed last, at most a few of each collection so that no import fills the page."""
    dated = [(day.text, sheet) for sheet in commons.sheets.values() if (day := reviewed(sheet))]
    dated.sort(key=lambda row: row[1].id)
    dated.sort(key=lambda row: row[0], reverse=True)
    shown: list[Sheet] = []
    for _, sheet in dated:
        if sum(other.collection is sheet.collection for other in shown) < SHOWN_OF_ONE:
            shown.append(sheet)
        if len(shown) == SHOWN:
            break
    return shown
