"""Slips in the source of a text, which the parser passes over: HTML that it leaves out, links that are none to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ..findings import Span

RAW_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>")
SPACED: Final = re.compile(r"(!?\[[^\[\]]*\])\( *([^\s()<>\"]+(?: +[^\s()<>\"]+)+) *\)")
"""A link whose address holds a space: `![Une photo](images/Photo 1.jpg)`. It is none to the parser."""
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
MOST_SPANS: Final = 20
"""How many slips of one sort one is told of in a text."""


@dataclass(frozen=True, slots=True)
class Spaced:
    """A link that is none, for its address holds a space: the address, its place, and the link as it should be."""

    target: str
    span: Span
    mended: str


def outside_code(text: str, sought: re.Pattern[str]) -> Iterator[tuple[Span, re.Match[str]]]:
    """The first match of each line that is not code, and its place."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if mark := FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif not fence and (found := sought.search(re.sub(r"`[^`]*`", lambda code: " " * len(code[0]), line))):
            yield Span(number, found.start() + 1, len(found[0])), found


def find_raw_html(text: str) -> tuple[Span, ...]:
    """Where HTML stands in the source."""
    return tuple(span for span, _ in islice(outside_code(text, RAW_HTML), MOST_SPANS))


def find_spaced(text: str) -> tuple[Spaced, ...]:
    """The links whose addresses hold a space: what looks like a file or an address, not words in brackets."""
    found = outside_code(text, SPACED)
    links = (
        Spaced(match[2], span, f"{match[1]}(<{match[2]}>)") for span, match in found if re.search(r"[./]", match[2])
    )
    return tuple(islice(links, MOST_SPANS))
