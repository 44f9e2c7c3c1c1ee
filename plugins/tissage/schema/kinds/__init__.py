"""The kinds of field: one table, from a kind's name to how it reads, describes and writes its values."""

from __future__ import annotations

from collections.abc import Mapping

from . import addresses, choices, dates, files, groups, numbers, texts
from .kind import Kind

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        texts.TEXT,
        texts.MARKDOWN,
        numbers.NUMBER,
        numbers.MONEY,
        dates.DATE,
        dates.PERIOD,
        choices.CHOICE,
        choices.BOOLEAN,
        addresses.EMAIL,
        addresses.PHONE,
        addresses.URL,
        files.IMAGE,
        files.FILE,
        choices.TERM,
        choices.REF,
        groups.GROUP,
    )
}
