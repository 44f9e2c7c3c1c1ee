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
NESTED: Final = re.compile(rf"(?:[ \t]*(?:>|[-+*](?=\s)|\d{{1,9}}[.)](?=\s))){{{MOST_LEVELS + 1}}}")
INDENT: Final = re.compile(r"\s*")

Excess = tuple[str, Span, dict[str, str]]
"""The code of a finding, its place in the text, and the values of its sentence."""


def check_limits(text: str) -> list[Excess]:
    """What of a text is too much, each kind once. Such a text must not be parsed."""
    if len(text) > MOST_CHARACTERS:
        return [("text-too-large", Span(), {"limit": f"{MOST_CHARACTERS // 1000}"})]
    first: dict[str, Excess] = {}
    for excess in in_lines(text):
        first.setdefault(excess[0], excess)
    return list(first.values())


def in_lines(text: str) -> Iterator[Excess]:
    """What is too much in a line. Nearly all texts are shorter than the shortest line that could be."""
    if len(text) <= MOST_COLUMNS:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            yield "line-too-long", Span(number, LONGEST_LINE + 1), {"limit": str(LONGEST_LINE)}
        if line.count("|") > MOST_COLUMNS + 1:
            yield "table-too-wide", Span(number, 1, len(line)), {"limit": str(MOST_COLUMNS)}
        if len(line) > MOST_LEVELS and NESTED.match(line):
            yield "text-too-nested", Span(number), {"limit": str(MOST_LEVELS)}
