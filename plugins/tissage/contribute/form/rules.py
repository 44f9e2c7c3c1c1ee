"""The rules of the kinds, as the script of the form is given them: the very patterns and limits, lest they drift."""

from __future__ import annotations

from typing import Any

from ...checking import RESERVED
from ...leftovers import heading_slugs
from ...markdown import SAFE_SCHEMES, limits
from ...media import FILE_TYPES, IMAGE_TYPES
from ...nodes import EMPTY
from ...schema import readability, values, written_dates
from ...schema.kinds import addresses, choices, dates, kind, numbers
from ...settings import MOUNTED, Settings
from ...titles import LITTLE_WORDS, LONG_ENOUGH
from ..writing import AMBIGUOUS, CONTROL


def portable(pattern: str) -> str:
    """A pattern as JavaScript writes it."""
    return pattern.replace("(?P<", "(?<")


def escaped(pattern: str) -> str:
    """A pattern whose characters no file need hold: control characters, halves of characters."""
    return pattern.encode("unicode_escape").decode("ascii")


def rules(settings: Settings) -> dict[str, Any]:
    """Every pattern and limit by its name; each pattern is to match a whole text unless it says otherwise itself."""
    return {
        "control": escaped(kind.CONTROL.pattern),
        "removed": escaped(CONTROL.pattern),
        "ambiguous": AMBIGUOUS.pattern.removeprefix("(?i:").removesuffix(")"),
        "empty": [word for word in EMPTY if word],
        "email": portable(addresses.EMAIL_PATTERN),
        "phone": portable(addresses.PHONE_PATTERN),
        "url": addresses.URL_PATTERN,
        "meant": portable(addresses.MEANT_PATTERN),
        "schemes": SAFE_SCHEMES,
        "number": numbers.NUMBER_PATTERN,
        "thousands": numbers.THOUSANDS,
        "money": portable(numbers.MONEY_PATTERN),
        "date": written_dates.PATTERN,
        "earliest": written_dates.EARLIEST,
        "precisions": dates.PRECISIONS,
        "months": written_dates.months(),
        "written": {form: portable(pattern) for form, pattern in written_dates.FORMS.items()},
        "ranges": written_dates.RANGES,
        "longest": written_dates.LONGEST,
        "booleans": choices.BOOLEANS,
        "words": choices.WORDS_AT_MOST,
        "without_commas": sorted(values.WITHOUT_COMMAS),
        "parts": values.MOST_PARTS,
        "images": IMAGE_TYPES,
        "files": FILE_TYPES,
        "roots": [settings.content.split("/", 1)[0], *MOUNTED],
        "difficult": readability.VERY_DIFFICULT,
        "fewest": readability.FEWEST,
        "text": limits.MOST_CHARACTERS,
        "line": limits.LONGEST_LINE,
        "columns": limits.MOST_COLUMNS,
        "levels": limits.MOST_LEVELS,
        "leftovers": sorted(heading_slugs()),
        "little": sorted(LITTLE_WORDS),
        "long": LONG_ENOUGH,
        "reserved": RESERVED,
    }
