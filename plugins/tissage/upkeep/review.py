"""What the sheets need from their editors: one look at each sheet, whatever their number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ..commons import Commons
from ..schema.kinds.dates import PartialDate
from ..schema.kinds.texts import Markdown
from ..schema.model import Field
from ..sheets import Sheet
from .freshness import due, is_ahead, is_past, is_soon, is_stale, reviewed
from .link_memory import Checked, Memory
from .outside import outside_links, page_of
from .people import namings

USUAL: Final = 3, 4
"""An optional field is missed where three quarters of the collection's sheets fill it…"""
ENOUGH: Final = 4
"""…and there are that many sheets."""
LOOKED_AT_APART: Final = ("reviewed", "review_by", "sources", "aliases")
MARK: Final = "ompl"
TO_COMPLETE: Final = re.compile(r"[*_(\[«“\"]\s*(?:à\s+compléter|to\s+be\s+completed)\b", re.IGNORECASE)
"""The mark of what is not known yet: emphasised, in brackets or between quotation marks. In a sentence it is a word."""


@dataclass(frozen=True, slots=True)
class Incomplete:
    """What a sheet lacks: whether it says so itself, and the fields that most sheets of its collection have."""

    says_so: bool
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The sheets that need something, the most urgent first, each with what it is about."""

    stale: list[tuple[Sheet, PartialDate]] = field(default_factory=list)
    soon: list[tuple[Sheet, PartialDate]] = field(default_factory=list)
    unplanned: list[Sheet] = field(default_factory=list)
    people: list[tuple[Sheet, Field, PartialDate | None]] = field(default_factory=list)
    dead: list[tuple[Sheet, str, Checked]] = field(default_factory=list)
    incomplete: list[tuple[Sheet, Incomplete]] = field(default_factory=list)
    unsourced: list[Sheet] = field(default_factory=list)
    alone: list[Sheet] = field(default_factory=list)


def review(commons: Commons, memory: Memory) -> Review:
    """What the sheets need, on the day of the settings."""
    found, today = Review(), commons.settings.today
    sheets = commons.by_title(list(commons.sheets.values()))
    usual = usual_fields(sheets)
    dead = {url: checked for url, checked in memory.links.items() if checked.is_dead}
    for sheet in sheets:
        by = due(sheet)
        if by and is_stale(sheet, today):
            found.stale.append((sheet, by))
        elif by and is_soon(by, today):
            found.soon.append((sheet, by))
        checked = reviewed(sheet)
        if not by or not checked or is_ahead(checked, today):
            found.unplanned.append(sheet)
        found.people.extend((sheet, one, day) for one, day in namings(sheet) if day is None or is_past(day, today))
        if dead:
            found.dead.extend(dead_links(commons, sheet, dead))
        missing = Incomplete(
            says_so(sheet), tuple(one for one in usual[sheet.collection.id] if one.name not in sheet.values)
        )
        if missing.says_so or missing.fields:
            found.incomplete.append((sheet, missing))
        if "sources" in sheet.collection.fields and "sources" not in sheet.values:
            found.unsourced.append(sheet)
        if not commons.relations.get(sheet.id) and not commons.backlinks.get(sheet.id):
            found.alone.append(sheet)
    for dated in (found.stale, found.soon):
        dated.sort(key=lambda row: row[1].last_day)
    found.people.sort(key=lambda row: row[2].last_day if row[2] else date.min)
    found.incomplete.sort(key=lambda row: not row[1].says_so)
    return found


def usual_fields(sheets: Iterable[Sheet]) -> Mapping[str, tuple[Field, ...]]:
    """The optional fields that three quarters of the sheets of each collection fill."""
    sizes: Counter[str] = Counter()
    filled: Counter[tuple[str, str]] = Counter()
    collections = {}
    for sheet in sheets:
        collections[sheet.collection.id] = sheet.collection
        sizes[sheet.collection.id] += 1
        filled.update((sheet.collection.id, name) for name in sheet.values)
    part, whole = USUAL
    return {
        id: tuple(
            one
            for name, one in collection.public.items()
            if name not in LOOKED_AT_APART and sizes[id] >= ENOUGH and filled[id, name] * whole >= sizes[id] * part
        )
        for id, collection in collections.items()
    }


def says_so(sheet: Sheet) -> bool:
    """Whether a text of the sheet is marked « à compléter »."""
    return any(MARK in text and TO_COMPLETE.search(text) for text in written(sheet))


def written(sheet: Sheet) -> Iterator[str]:
    """Every text of the sheet that leaves the site."""
    yield sheet.body
    for _, value in sheet.public_values:
        if isinstance(value, Markdown):
            yield value.text
        elif isinstance(value, str):
            yield value


def dead_links(commons: Commons, sheet: Sheet, dead: Mapping[str, Checked]) -> Iterator[tuple[Sheet, str, Checked]]:
    """The dead links of a sheet, each once."""
    urls = dict.fromkeys(link.url for link in outside_links(commons, sheet))
    return ((sheet, url, dead[page_of(url)]) for url in urls if page_of(url) in dead)
