"""Values in words: dates, periods, amounts, numbers, as the site's language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from babel.dates import format_time, get_month_names
from babel.numbers import format_currency, format_decimal

from ..language import N_, Language
from ..schema.kinds.dates import PartialDate
from ..schema.kinds.numbers import Money

PATTERNS: Final = {
    "fr": {"year": "{year}", "month": "{month} {year}", "day": "{day} {month} {year}"},
    "en": {"year": "{year}", "month": "{month} {year}", "day": "{month} {day}, {year}"},
}
NO_BREAK: Final = "\u00a0"


def clock(moment: datetime, language: Language) -> str:
    """A time of day: « 13 h », « 15 h 30 », “3:30 p.m.”."""
    if language.code != "fr":
        return format_time(moment, format="short", locale=language.locale)
    minutes = f"{NO_BREAK}{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour}{NO_BREAK}h{minutes}"


@cache
def months(locale: str) -> Mapping[int, str]:
    """The names of the months (CLDR)."""
    return get_month_names("wide", locale=locale)


def day_of_month(value: PartialDate, language: Language) -> str:
    """The number of a day in its month: « 1er », « 12 »."""
    day = value.first.day
    return "1er" if language.code == "fr" and day == 1 else str(day)


@lru_cache(maxsize=4096)
def date_words(value: PartialDate, language: Language) -> str:
    """A date, as precise as it is: « 2019 », « mars 2019 », « 12 mai 2021 », « 12 mai 2021 à 13 h »."""
    first, minute = value.first, value.precision == "minute"
    day = day_of_month(value, language)
    pattern = PATTERNS[language.code]["day" if minute else value.precision]
    words = pattern.format(day=day, month=months(language.locale)[first.month], year=first.year)
    return language.say(N_("{day} at {time}"), day=words, time=clock(first, language)) if minute else words


def since(value: PartialDate, language: Language) -> str:
    """« depuis 2019 », « depuis mars 2019 », « depuis le 12 mai 2021 »."""
    words = date_words(value, language)
    if value.precision in ("day", "minute"):
        return language.say(N_("since {day}"), day=words)
    return language.say(N_("since {date}"), date=words)


def number_words(value: int | Decimal, language: Language) -> str:
    """A number with the separators of the language."""
    return format_decimal(value, locale=language.locale)


def money_words(value: Money, language: Language) -> str:
    """An amount: « 25 $ », « 1 500,50 $ »."""
    if value.amount != value.amount.to_integral_value():
        return format_currency(value.amount, value.currency, locale=language.locale)
    whole = "#,##0\u00a0¤" if language.code == "fr" else "¤#,##0"
    return format_currency(value.amount, value.currency, whole, language.locale, currency_digits=False)
