"""When a sheet happens and when it changed, by what its fields mean to schema.org: any collection may have both."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..schema.kinds.dates import PartialDate, Period
from ..sheets import Sheet


def filled(sheet: Sheet, name: str) -> Any:
    """The value of the first public field that fills a property of schema.org, or None."""
    fields = (field.name for field in sheet.collection.public.values() if field.jsonld == name)
    return next((sheet.values[field] for field in fields if field in sheet.values), None)


def happens(sheet: Sheet) -> Period | None:
    """When an activity takes place: the field that fills `startDate`."""
    value = filled(sheet, "startDate")
    return Period(value) if isinstance(value, PartialDate) else value if isinstance(value, Period) else None


def days(sheet: Sheet) -> tuple[date, date] | None:
    """The first and last day of an activity."""
    when = happens(sheet)
    return (when.start.first.date(), (when.end or when.start).last_day) if when else None


def published_on(sheet: Sheet) -> date | None:
    """The day on which what the sheet tells came out, where it is known to the day."""
    value = filled(sheet, "datePublished")
    return value.first.date() if isinstance(value, PartialDate) and value.first.date() == value.last_day else None


def changed_on(sheet: Sheet) -> date | None:
    """The last day on which the sheet was checked or came out."""
    reviewed = filled(sheet, "dateModified")
    known = [published_on(sheet), reviewed.first.date() if isinstance(reviewed, PartialDate) else None]
    return max((day for day in known if day), default=None)
