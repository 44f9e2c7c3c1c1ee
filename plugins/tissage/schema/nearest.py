"""The nearest valid word, for a helpful suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from ..language import slugify

MOST_COMPARED: Final = 100_000
"""How many words are compared for the suggestions of a whole check: beyond, thousands of slips would hold it up."""
CLOSE_ENOUGH: Final = 0.75
"""The similarity (difflib's ratio) below which a suggestion would mislead more than it helps."""


@dataclass(slots=True)
class Suggestions:
    """Looks for the nearest words, for the slips of a whole check, until that has taken long enough."""

    compared: int = 0

    def near(self, written: str, valid: Iterable[str], labels: Mapping[str, Iterable[str]] | None = None) -> str | None:
        """The nearest valid word, for the first slips: nobody reads the thousandth."""
        words = tuple(valid)
        self.compared += len(words)
        return nearest(written, words, labels) if self.compared <= MOST_COMPARED else None


@lru_cache(maxsize=20_000)
def slug_of(name: str) -> str:
    """The slug of a name, made once for all slips."""
    return slugify(name)


def nearest(written: str, valid: Iterable[str], labels: Mapping[str, Iterable[str]] | None = None) -> str | None:
    """The valid word closest to what was written, or None where none is close.

    Both sides are compared as slugs, so that « Sécurité alimentaire » finds `securite-alimentaire`; `labels` gives
    other names by which each valid word may be known.
    """
    names: dict[str, str] = {}
    for word in valid:
        for name in (*(labels or {}).get(word, ()), word):
            names[slug_of(name)] = word
    key = slugify(written)
    if key in names:
        return names[key]
    close = get_close_matches(key, names, n=1, cutoff=CLOSE_ENOUGH)
    return names[close[0]] if close else None
