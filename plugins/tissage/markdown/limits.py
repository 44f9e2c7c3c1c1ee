"""What a text may weigh: some shapes cost a parser a time that grows as their square, and are never parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..findings import Span

MOST_CHARACTERS: Final = 100_000
LONGEST_LINE: Final = 10_000
MOST_COLUMNS: Final = 30
MOST_LEVELS: Final = 20
NESTED: Final = re.compile(rf"^(?:[ \t]*(?:>|[-+*](?=\s)|\d{{1,9}}[.)](?=\s))){{{MOST_LEVELS + 1}}}", re.MULTILINE)

Excess = tuple[str, Span, dict[str, str]]
"""The code of a finding, its place in the text, and the values of its sentence."""


def check_limits(text: str) -> list[Excess]:
    """What of a text is too much, each kind once. Such a text must not be parsed."""
    if len(text) <= MOST_COLUMNS:  # as most are: shorter than anything that could be too much
        return []
    if len(text) > MOST_CHARACTERS:
        return [("text-too-large", Span(), {"limit": f"{MOST_CHARACTERS // 1000}"})]
    return [*long_line(text), *wide_table(text), *deep_nesting(text)]


def long_line(text: str) -> Iterator[Excess]:
    """The first line that is too long."""
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > LONGEST_LINE:
                yield "line-too-long", Span(number, LONGEST_LINE + 1), {"limit": f"{LONGEST_LINE // 1000}"}
                return


def wide_table(text: str) -> Iterator[Excess]:
    """The first line with more columns than a table may have."""
    if text.count("|") > MOST_COLUMNS + 1:
        for number, line in enumerate(text.split("\n"), 1):
            if line.count("|") > MOST_COLUMNS + 1:
                yield "table-too-wide", Span(number, 1, len(line)), {"limit": str(MOST_COLUMNS)}
                return


def deep_nesting(text: str) -> Iterator[Excess]:
    """The first line that opens too many quotes and lists, one inside the other."""
    if found := NESTED.search(text):
        yield "text-too-nested", Span(text.count("\n", 0, found.start()) + 1), {"limit": str(MOST_LEVELS)}
