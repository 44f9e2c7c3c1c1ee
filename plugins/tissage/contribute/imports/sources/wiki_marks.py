"""The marks of YesWiki inside its lines → HTML: `**bold**`, `//italic//`… only where they come in pairs about words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Final

TAGS: Final[Mapping[str, str]] = {"**": "b", "//": "i", "__": "u", "@@": "s", "##": "code", "££": "u"}
RUN: Final = re.compile(r"([*/_@#£])\1+")


def marked(text: str) -> tuple[str, int]:
    """The HTML of some lines, and how many pairs of marks are in it; a mark without its other stays as it is."""
    parts: list[str] = []
    opened: dict[str, int] = {}
    pairs = done = 0
    for run in RUN.finditer(text):
        mark, before, after = run[0], text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        parts += [literal(text[done : run.start()]), mark]
        done = run.end()
        if mark in opened and closes(mark, before, after):
            start = opened[mark]
            parts[start], parts[-1] = f"<{TAGS[mark]}>", f"</{TAGS[mark]}>"
            parts += [" "] if after.isalnum() and not before.isalnum() else []  # Markdown would close nothing there
            opened = {other: place for other, place in opened.items() if place < start}
            pairs += 1
        elif mark in TAGS and opens(mark, before, after):
            opened[mark] = len(parts) - 1
    return "".join([*parts, literal(text[done:])]), pairs


def opens(mark: str, before: str, after: str) -> bool:
    """Whether a mark may open there: those of `A // B`, `2**3` and `a__b__c` do not; bold may within a word."""
    return bool(after.strip()) and (not before.isalnum() or (mark == "**" and before.isalpha() and after.isalpha()))


def closes(mark: str, before: str, after: str) -> bool:
    """Whether a mark may close there: bold may within a word, as in **C**entre."""
    return bool(before.strip()) and (not after.isalnum() or (mark == "**" and after.isalpha()))


def literal(text: str) -> str:
    """Text that shows as it is; YesWiki shows the ends of lines."""
    return escape(unescape(text), quote=False).replace("\n", "<br>\n")
