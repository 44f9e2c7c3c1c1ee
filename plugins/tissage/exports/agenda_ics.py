"""`/agenda.ics`: the activities whose day is known, for calendars (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from ..commons import Commons
from ..schema.kinds.dates import PartialDate, Period
from ..sheets import Sheet
from .identity import uuid_of
from .moments import changed_on, filled, happens
from .public import absolute, published

PATH: Final = "agenda.ics"
KNOWN_TO_THE_DAY: Final = ("day", "minute")


def activities(commons: Commons) -> list[tuple[Period, Sheet]]:
    """The activities that a calendar can show, the soonest first."""
    dated = [(when, sheet) for sheet in commons.sheets.values() if (when := on_days(sheet))]
    return sorted(dated, key=lambda row: (row[0].start.text, row[1].id))


def on_days(sheet: Sheet) -> Period | None:
    """When an activity takes place, if its days are known: no calendar has a place for « in 2019 »."""
    when = happens(sheet)
    known = when and all(one.precision in KNOWN_TO_THE_DAY for one in (when.start, when.end) if one)
    return when if known else None


def own_file(sheet: Sheet, commons: Commons) -> str:
    """The path of the file of one activity that is not over; empty for any other sheet."""
    when = on_days(sheet)
    coming = when and (when.end or when.start).last_day >= commons.settings.today
    return f"{sheet.collection.url}/{sheet.slug}.ics" if coming else ""


def time_zone(sheet: Sheet, commons: Commons) -> ZoneInfo:
    """The time zone in which an activity is told: that of its territory, or of one that holds it, else the site's."""
    for field, value in sheet.public_values:
        if field.vocabulary:
            vocabulary = commons.schema.vocabularies[field.vocabulary]
            for slug in (value, *vocabulary.ancestors(value)):
                if zone := vocabulary.terms[slug].time_zone:
                    return ZoneInfo(zone)
    return ZoneInfo(commons.settings.time_zone)


def moment(value: PartialDate, zone: ZoneInfo) -> date | datetime:
    """A day, or a moment of universal time, which every calendar shows at the right hour without a table of zones."""
    return value.first.replace(tzinfo=zone).astimezone(UTC) if value.precision == "minute" else value.first.date()


def limits(when: Period, zone: ZoneInfo) -> tuple[date | datetime, date | datetime | None]:
    """The beginning and end as RFC 5545 (3.6.1) wants them: both days, the last not included, or both moments."""
    start, end = moment(when.start, zone), moment(when.end, zone) if when.end else None
    if end is None:
        return start, None
    if isinstance(start, datetime) and isinstance(end, datetime):
        return start, end
    return when.start.first.date(), (when.end or when.start).last_day + timedelta(days=1)


def event(when: Period, sheet: Sheet, commons: Commons) -> Event:
    """The event of an activity."""
    settings = commons.settings
    start, end = limits(when, time_zone(sheet, commons))
    made = Event()
    made.add("uid", str(uuid_of(settings, sheet.id)))
    made.add("dtstamp", datetime.combine(changed_on(sheet) or settings.today, time(12), UTC))
    made.add("dtstart", start)
    if end:
        made.add("dtend", end)
    made.add("summary", sheet.title)
    made.add("description", str(sheet.values.get("summary", "")))
    if place := filled(sheet, "location"):
        made.add("location", str(place))
    if url := absolute(published(sheet.address, settings), settings):
        made.add("url", url)
    return made


def render(commons: Commons) -> str:
    """The file of all activities, empty of events where none has a day."""
    return calendar(activities(commons), commons)


def next_ones(commons: Commons) -> Iterator[tuple[str, str]]:
    """The path and the text of a file for each activity that is not over."""
    for when, sheet in activities(commons):
        if path := own_file(sheet, commons):
            yield path, calendar([(when, sheet)], commons)


def calendar(held: Iterable[tuple[Period, Sheet]], commons: Commons) -> str:
    """A calendar that holds these activities."""
    settings = commons.settings
    made = Calendar()
    made.add("prodid", f"-//Tissage//agenda//{settings.language.code.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", settings.site_name)
    made.add("x-wr-timezone", settings.time_zone)
    for when, sheet in held:
        made.add_component(event(when, sheet, commons))
    return str(made.to_ical(), "utf-8")
