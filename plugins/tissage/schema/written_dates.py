"""Dates and periods as people write them in a text, → as a sheet holds them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Final

from babel.dates import get_month_names

from ..language import LANGUAGES, fold

PATTERN: Final = r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2}))?)?)?"
EARLIEST: Final = 1600
LONGEST: Final = 80

FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "figures": r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})",
        "year_first": r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})",
        "excel": r"(\d{1,2})-([^\W\d]{3,})\.?-(\d{4}|\d{2})",
        "words": r"(?:(?P<day>\d{1,2})(?:er)? +)?(?P<month>[^\W\d]+) +(?P<year>\d{4})",
        "month_first": r"([^\W\d]+) (\d{1,2}),? (\d{4})",
        "lead": r"(?:(?:le|en|on|the) )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?(?:le )?(?P<rest>.*)",
        "time": r"(?P<day>.*?)[,t ]*(?:a|at|de|from|entre)? ?\b(?P<hour>[01]?\d|2[0-3])"
        r" ?(?:h|:) ?(?P<minute>[0-5]\d)?(?::[0-5]\d)?",
        "days_apart": r"(?:du|from)? ?(?P<start>.+?) (?:au|to|until) (?P<end>.+)",
        "words_of_range": r"(?:de|du|from)? ?(?P<start>.+?) (?:a|jusqu'?e?n?) (?P<end>.+)",
        "between": r"(?=.*\bentre )(?:entre )?(?P<start>.+?) et (?P<end>.+)",
        "slash": r"(?P<start>.+?) ?[–—/] ?(?P<end>.+)",
        "hyphen": r"(?P<start>.+?) - (?P<end>.+)",
        "tight": r"(?P<start>.*\b\d{1,2}(?: ?h(?: ?\d\d)?|:\d\d)?)-(?P<end>\d{1,2}(?!\d).*)",
        "years": r"(?P<start>\d{4})-(?P<end>\d{4})",
        "open": r"(?:depuis|since|a partir de?u?) (?:le |l')?(?P<start>.+)",
        "rest": r".*?(?P<month>[^\W\d]+)?(?: ?(?P<year>\d{4}))?",
    }
)
"""The forms that are understood, on folded text. The form of the site is given the same patterns."""
RANGES: Final = ("days_apart", "words_of_range", "between", "slash", "hyphen", "tight", "years")


def matched(form: str, text: str) -> re.Match[str] | None:
    """The match of one of the `FORMS` with a whole text; figures and letters are those of ASCII, as in JavaScript."""
    return re.fullmatch(FORMS[form], text, re.ASCII)


def first_moment(date: str) -> datetime:
    """The first moment of a date in ISO form, however precise. Raises ValueError where there is no such day."""
    return datetime.fromisoformat(date + "0000-01-01"[len(date) :])


def existing(date: str) -> str | None:
    """The date in ISO form, if there is one."""
    try:
        return date if first_moment(date).year >= EARLIEST else None
    except ValueError:
        return None


@cache
def months() -> dict[str, int]:
    """The names of the months in the languages of the interface, folded, with their numbers."""
    names = ((get_month_names("wide", locale=locale), number) for locale in LANGUAGES for number in range(1, 13))
    return {fold(wide[number]): number for wide, number in names}


def plain(text: str) -> str:
    """A text with its spaces and its case evened out, without the name of the day, « le » or « 1er »."""
    even = re.sub(r"[\s\u00a0\u202f]+", " ", fold(text)).strip(" .,")
    lead = matched("lead", even)
    return re.sub(r"\b1(?:er|st)\b", "1", lead["rest"] if lead else even)


def date_in(text: str) -> str | None:
    """The ISO form of the date that a text says, or None: « le mercredi 12 mai 2021 à 13 h 30 », `31/12/2021`.

    Where two readings are possible, or the day does not exist, there is none.
    """
    if len(text) > LONGEST:
        return None
    even = plain(text)
    if re.fullmatch(PATTERN, even.upper(), re.ASCII):
        return existing(even.upper())
    if (time := matched("time", even)) and (day := date_in(time["day"])) and len(day) == 10:
        return f"{day} {clock(time)}"
    return in_figures(even) or in_words(even)


def clock(time: re.Match[str]) -> str:
    """The time of day of a match of the form `time`: `13:30`."""
    return f"{int(time['hour']):02}:{time['minute'] or '00'}"


def in_figures(even: str) -> str | None:
    """A date in figures: year first, or day first where the month cannot be meant."""
    if match := matched("year_first", even):
        return existing(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")
    match = matched("figures", even)
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    if day <= 12 and month <= 12 and day != month:
        return None
    day, month = (month, day) if month > 12 else (day, month)
    return existing(f"{match[3]}-{month:02}-{day:02}")


def in_words(even: str) -> str | None:
    """A date whose month is a word, perhaps a short one: « 3 janv. 2022 », « May 12, 2021 », Excel’s « 12-mai-21 »."""
    if cell := matched("excel", even):
        century = "" if len(cell[3]) == 4 else "20" if cell[3] < "30" else "19"  # as Excel itself reads two figures
        even = f"{cell[1]} {cell[2]} {century}{cell[3]}"
    first = matched("month_first", even)
    match = matched("words", spelled_out(f"{first[2]} {first[1]} {first[3]}" if first else even))
    number = months().get(match["month"], 0) if match else 0
    rest = f"-{int(match['day']):02}" if match and match["day"] else ""
    return existing(f"{match['year']}-{number:02}{rest}") if match else None


def spelled_out(text: str) -> str:
    """A date in words with its month whole: « 3 janv. 2022 »."""
    words = text.split(" ")
    for number, word in enumerate(words):
        short = word.rstrip(".")
        if len(short) >= 3 and short.isalpha():
            words[number] = next((month for month in months() if month.startswith(short)), word)
    return " ".join(words)


def period_in(text: str) -> str | dict[str, str] | None:
    """The period that a text says, or None: « du 12 au 14 mai 2021 », « 2019–2023 », « depuis 2019 », or one date."""
    if len(text) > LONGEST:
        return None
    if single := date_in(text):
        return single
    even = plain(text)
    if found := matched("open", even):
        return date_in(found["start"])
    for form in RANGES:
        if match := matched(form, even):
            start = date_in(match["start"]) or date_in(completed(match["start"], match["end"]))
            end = end_of_day(start, match["end"]) if start else None
            if start and end:
                return {"start": start, "end": end}
    return None


def completed(start: str, end: str) -> str:
    """The beginning of a period with the month and year that only its end says: « 12 » of « 12 au 14 mai 2021 »."""
    rest = matched("rest", end)
    month, year = (rest["month"] or "", rest["year"] or "") if rest else ("", "")
    return f"{start} {year}" if re.search(r"[^\W\d]", start) else f"{start} {month} {year}"


def end_of_day(start: str, end: str) -> str | None:
    """The end of a period, which may be a time of the day on which it begins: « 12 mai 2021 de 13 h à 15 h »."""
    time = matched("time", end)
    alone = time and not time["day"] and len(start) > len("2021-05-12")
    return f"{start[:10]} {clock(time)}" if time and alone else date_in(end)
