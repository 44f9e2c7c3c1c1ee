"""What an import leaves at the end of a text for somebody to sort, and how one sees that it is still there."""

from __future__ import annotations

from functools import cache
from typing import Final

from .language import LANGUAGES, N_, Language, slugify

HEADING: Final = N_("To be sorted")
"""The heading of a text below which stands what no field took."""


@cache
def heading_slugs() -> frozenset[str]:
    """The slugs of that heading in each language: a sheet may have been made on another site, or the heading typed."""
    translated = (Language(code).say(HEADING) for code in LANGUAGES if code != "en")  # messages are English as they are
    return frozenset(map(slugify, (HEADING, *translated)))
