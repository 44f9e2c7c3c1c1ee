"""Dates and periods as people write them in a text, → as a sheet holds them."""

from __future__ import annotations

import re
from typing import Final

from ..language import fold
from ..schema.kinds.dates import PATTERN, months, suggest

LONGEST: Final = 80
DAYS: Final = re.compile(
    r"^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? "
)
TIME: Final = re.compile(r"[,T ]*(?:a|at)? ?\b(?P<hour>[01]?\d|2[0-3]) ?(?:h|:) ?(?P<minute>[0-5]\d)?(?::[0-5]\d)?$")
RANGES: Final = (
    re.compile(r"(?:de|du|from|entre)? ?(?P<start>.+?) (?:a|au|to|until|jusqu'?e?n?|et) (?P<end>.+)"),
    re.compile(r"(?P<start>.+?) ?[–—/] ?(?P<end>.+)"),
    re.compile(r"(?P<start>.+?) - (?P<end>.+)"),
    re.compile(r"(?P<start>\d{4})-(?P<end>\d{4})"),
)
OPEN: Final = re.compile(r"(?:depuis|since|a partir de?u?) (?:le |l')?(?P<start>.+)")
REST: Final = re.compile(r"(?P<month>[^\W\d]+)?(?: ?(?P<year>\d{4}))?$")


def plain(text: str) -> str:
    """A text with its spaces and its case evened out, without the name of the day, « le » or « 1er »."""
    even = re.sub(r"[\s\u00a0\u202f]+", " ", fold(text)).strip(" .,")
    even = DAYS.sub("", re.sub(r"^(?:le|en|on|the) ", "", even))
    return re.sub(r"\b1(?:er|st)\b", "1", even)


def date_in(text: str) -> str | None:
    """The ISO form of the date that a text says, or None: « le mercredi 12 mai 2021 à 13 h 30 », `31/12/2021`."""
    if len(text) > LONGEST:
        return None
    even = plain(text)
    if re.fullmatch(PATTERN, even.upper(), re.ASCII):
        return even.upper()
    time = TIME.search(even)
    if time and (day := date_in(even[: time.start()])) and len(day) == 10:
        return f"{day} {int(time['hour']):02}:{time['minute'] or '00'}"
    day_first = re.sub(r"^([^\W\d]+) (\d{1,2}),? (\d{4})$", r"\2 \1 \3", even)  # May 12, 2021
    return suggest(spelled_out(day_first))


def spelled_out(text: str) -> str:
    """A date in words with its month whole: « 3 janv. 2022 »."""
    words = text.split(" ")
    for number, word in enumerate(words):
        short = word.rstrip(".")
        if len(short) >= 3 and short.isalpha():
            whole = [month for month in months() if month.startswith(short)]
            words[number] = whole[0] if whole else word
    return " ".join(words)


def period_in(text: str) -> str | dict[str, str] | None:
    """The period that a text says, or None: « du 12 au 14 mai 2021 », « 2019–2023 », « depuis 2019 », or one date."""
    if len(text) > LONGEST:
        return None
    if single := date_in(text):
        return single
    even = plain(text)
    if found := OPEN.fullmatch(even):
        return date_in(found["start"])
    for form in RANGES:
        if match := form.fullmatch(even):
            end = date_in(match["end"])
            start = date_in(match["start"]) or date_in(completed(match["start"], match["end"]))
            if start and end:
                return {"start": start, "end": end}
    return None


def completed(start: str, end: str) -> str:
    """The beginning of a period with the month and year that only its end says: « 12 » of « 12 au 14 mai 2021 »."""
    rest = REST.search(end)
    month, year = (rest["month"] or "", rest["year"] or "") if rest else ("", "")
    return f"{start} {year}" if re.search(r"[^\W\d]", start) else f"{start} {month} {year}"
