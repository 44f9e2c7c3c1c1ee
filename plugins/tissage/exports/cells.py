"""Values in words, for the cells of a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from babel.numbers import format_currency

from ..commons import Commons
from ..language import N_
from ..schema.kinds.dates import PartialDate, Period
from ..schema.kinds.numbers import Money
from ..schema.kinds.texts import Markdown
from ..schema.model import Field
from .public import file_url

BETWEEN: Final = " | "
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST: Final = 32_000
"""Excel puts at most 32,767 characters in a cell, and breaks the table on a longer one."""


def cell(text: str) -> str:
    """A text as a cell that a spreadsheet takes for text.

    One that begins like a formula gets an apostrophe before it, as the OWASP page on CSV injection advises.
    """
    if not text:
        return text
    clean = text.replace("\r\n", "\n")
    clean = clean if len(clean) <= LONGEST else clean[:LONGEST] + "…"
    return f"'{clean}" if clean.lstrip(" ").startswith(FORMULA) else clean


def in_words(value: Any, field: Field, commons: Commons) -> str:
    """The value of a field, a list with its items joined."""
    values = value if field.many is not None else (value,)
    return BETWEEN.join(one_in_words(item, field, commons) for item in values)


def one_in_words(value: Any, field: Field, commons: Commons) -> str:
    """A single value: labels for terms and choices, titles for sheets, the site's comma in numbers, ISO dates."""
    language = commons.settings.language
    match value:
        case PartialDate():
            return value.text.replace("T", " ")
        case Period():
            dates = (value.start, *((value.end,) if value.end else ()))
            return "/".join(one_in_words(date, field, commons) for date in dates)
        case Markdown():
            return value.text.strip()
        case Money():
            return format_currency(value.amount, value.currency, locale=language.locale)
        case bool():
            return language.say(N_("Yes")) if value else language.say(N_("No"))
        case Decimal():
            return f"{value:f}".replace(".", "," if language.code == "fr" else ".")
        case Mapping():
            return group_in_words(value, field, commons)
    return word(str(value), field, commons)


def word(value: str, field: Field, commons: Commons) -> str:
    """A text, or what it stands for."""
    language = commons.settings.language
    match field.kind.name:
        case "choice" | "term":
            return language.label(commons.schema.words(field)[value], value)
        case "ref":
            return commons.sheets[value].title if value in commons.sheets else value
        case "image" | "file":
            return file_url(value, commons.settings)
    return value


def group_in_words(values: Mapping[str, Any], field: Field, commons: Commons) -> str:
    """The public fields of a group: « Nom : Centraide; Programme : Fonds d’urgence »."""
    language = commons.settings.language
    colon = "\u00a0: " if language.code == "fr" else ": "
    parts = []
    for name, inner in field.public.items():
        if name in values:
            words = in_words(values[name], inner, commons)
            parts.append(language.label(inner.label, name) + colon + (f"({words})" if inner.fields else words))
    return "; ".join(parts)
