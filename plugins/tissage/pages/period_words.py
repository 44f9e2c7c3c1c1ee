"""Periods in words: « du 12 au 14 mai 2021 », « 12 mai 2021, de 13 h à 15 h 30 », « novembre 2019 – décembre 2023 »."""

from __future__ import annotations

from typing import Final

from ..language import N_, Language
from ..schema.kinds.dates import PRECISIONS, PartialDate, Period
from .words import clock, date_words, day_of_month, months, since

LENGTHS: Final = (4, 7, 10, 10)
"""How many characters of an ISO date say as much as each of the `PRECISIONS`; a time is left out."""


def period_words(value: Period, language: Language, *, open_end: bool = False) -> str:
    """A period. With `open_end`, one without an end is still going on: « depuis mars 2019 »."""
    if value.end is None:
        return since(value.start, language) if open_end else date_words(value.start, language)
    start, end = evened(value.start, value.end)
    if start == end:
        return date_words(start, language)
    if "minute" in (start.precision, end.precision):
        return hours(start, end, language)
    if start.precision == end.precision == "day":
        return days(start, end, language)
    last = date_words(end, language)
    if start.precision == end.precision == "month" and start.first.year == end.first.year:
        return language.say(N_("{first_month}\u00a0– {last}"), first_month=month(start, language), last=last)
    return language.say(N_("{first}\u00a0– {last}"), first=date_words(start, language), last=last)


def evened(start: PartialDate, end: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Both ends, equally precise where one lies within the other: from August 15 to “August” is until its last day."""
    begins, ends = PRECISIONS.index(start.precision), PRECISIONS.index(end.precision)
    if begins > ends and start.first <= end.last and start.first >= end.first:
        if start.first == end.first or end.precision == "day":
            return (end, end) if start.precision != "minute" else (start, start)
        return start, PartialDate(end.last_day.isoformat()[: LENGTHS[begins]])
    if begins < ends and start.first <= end.first <= start.last:
        if end.precision != "minute" and end.last_day == start.last_day:
            return start, start
        return PartialDate(start.first.date().isoformat()[: LENGTHS[ends]]), end
    return start, end


def hours(start: PartialDate, end: PartialDate, language: Language) -> str:
    """A period of which one end has a time at least."""
    if start.first.date() != end.first.date():
        return between(start, end, language)
    day = date_words(PartialDate(start.text[:10]), language)
    if start.precision == "day":
        return language.say(N_("{day}, until {time}"), day=day, time=clock(end.first, language))
    times = {"start": clock(start.first, language), "end": clock(end.first, language)}
    return language.say(N_("{day}, from {start} to {end}"), day=day, **times)


def days(start: PartialDate, end: PartialDate, language: Language) -> str:
    """From a day to another; the month and the year that both share are said once."""
    if start.first.year != end.first.year:
        return between(start, end, language)
    first, last = day_of_month(start, language), day_of_month(end, language)
    ends = {"first": first, "last": last, "year": end.first.year}
    if start.first.month == end.first.month:
        return language.say(N_("{month} {first} to {last}, {year}"), month=month(start, language), **ends)
    names = {"first_month": month(start, language), "last_month": month(end, language)}
    return language.say(N_("{first_month} {first} to {last_month} {last}, {year}"), **ends, **names)


def between(start: PartialDate, end: PartialDate, language: Language) -> str:
    """From a day to another, each said whole."""
    first, last = date_words(start, language), date_words(end, language)
    return language.say(N_("{first_day} to {last_day}"), first_day=first, last_day=last)


def month(date: PartialDate, language: Language) -> str:
    """The name of the month of a date."""
    return months(language.locale)[date.first.month]
