"""Titles that are too like one another: most often the same thing, handed in twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .findings import Finding
from .language import slugify
from .sheets import Sheet

LITTLE_WORDS: Final = frozenset(
    [
        "a",
        "au",
        "aux",
        "avec",
        "chez",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "entre",
        "et",
        "l",
        "la",
        "le",
        "les",
        "ou",
        "par",
        "pour",
        "s",
        "son",
        "sa",
        "ses",
        "sous",
        "sur",
        "un",
        "une",
        "vers",
        "the",
        "of",
        "and",
        "an",
        "in",
        "on",
        "to",
        "for",
    ]
)
LONG_ENOUGH: Final = 5


def essence(title: str) -> tuple[str, ...]:
    """The words that carry a title: without accents, little words, plural endings, in no order."""
    words = (word for word in slugify(title).split("-") if word not in LITTLE_WORDS)
    return tuple(sorted(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in words))


def variants(essence: tuple[str, ...]) -> Iterator[str]:
    """The title with one letter left out of a long word, in every way: titles a typing slip apart share a variant."""
    yield " ".join(essence)
    for index, word in enumerate(essence):
        if len(word) < LONG_ENOUGH or not word.isalpha():
            continue
        for position in range(len(word)):
            yield " ".join((*essence[:index], word[:position] + word[position + 1 :], *essence[index + 1 :]))


def check_titles(sheets: list[Sheet]) -> list[Finding]:
    """A warning for each sheet whose title nearly equals that of an earlier one of its collection."""
    first: dict[tuple[str, str], Sheet] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        if "title" not in sheet.values or not (words := essence(sheet.title)):
            continue
        keys = [(sheet.collection.id, variant) for variant in variants(words)]
        other = next((first[key] for key in keys if key in first), None)
        if other:
            values = {"other": other.path, "title": other.title}
            findings.append(Finding("similar-title", sheet.path, sheet.span("title"), values))
        for key in keys:
            first.setdefault(key, sheet)
    return findings
