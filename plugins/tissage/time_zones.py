"""Time zones by the names of the IANA database, such as `America/Toronto`."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

QUEBEC: Final = "America/Toronto"
"""The zone of Montréal, of the city of Québec and of nearly all of the province."""


def is_time_zone(name: str) -> bool:
    """Whether the database knows that name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such zone; no name of a zone at all; a folder of zones
        return False
    return True
