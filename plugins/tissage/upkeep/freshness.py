"""Whether a sheet is to be reviewed: its `review_by` is past, or close."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ..schema.kinds.dates import PartialDate
from ..sheets import Sheet

SOON: Final = timedelta(days=90)
"""How far ahead editors see what comes due."""


def due(sheet: Sheet) -> PartialDate | None:
    """The date by which the sheet is to be reviewed, where it says one."""
    value = sheet.values.get("review_by")
    return value if isinstance(value, PartialDate) else None


def reviewed(sheet: Sheet) -> PartialDate | None:
    """The last time that somebody checked the whole sheet, where it says so to everybody."""
    value = sheet.public.values.get("reviewed")
    return value if isinstance(value, PartialDate) else None


def is_ahead(day: PartialDate | None, today: date) -> bool:
    """Whether all of a date is yet to come: a review that nobody can have made."""
    return day is not None and day.first.date() > today


def is_past(day: PartialDate | None, today: date) -> bool:
    """Whether all of a date is past: the day itself is not, nor is a month that goes on."""
    return day is not None and day.last_day < today


def is_soon(day: PartialDate | None, today: date) -> bool:
    """Whether a date is not past, and ends within the next 90 days."""
    return day is not None and today <= day.last_day <= today + SOON


def is_stale(sheet: Sheet, today: date) -> bool:
    """Whether the date by which the sheet should have been reviewed is past; a sheet without one never is."""
    return is_past(due(sheet), today)
