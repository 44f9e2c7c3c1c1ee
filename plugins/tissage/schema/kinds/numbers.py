"""Numbers and money, as one writes them in French or in English: `1500`, `1 500`, `1 500,50 $`, `1500.50`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from ...nodes import Scalar
from ..context import Context
from ..model import Field, Schema
from .kind import INVALID, Kind, describe_pattern, scalar
from .ranges import describe_range

DIGITS: Final = 15
"""The most that every program that reads the exports keeps exactly (IEEE 754 doubles)."""
NUMBER_PATTERN = r"-?\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,6})?|-?\d{1,15}(?:[.,]\d{1,6})?"
THOUSANDS = r"-?[1-9]\d{0,2}(?:,\d{3})+|-?[1-9]\d{0,2}(?:\.\d{3})+"
"""`1,200` and `1.200`: twelve hundred to some, one and a fifth to others. Neither is guessed."""
CURRENCY = r"[ \u00a0\u202f]?(?P<currency>\$|[A-Z]{3})?"
MONEY_PATTERN = rf"(?P<amount>{NUMBER_PATTERN}){CURRENCY}"
END = r"(?![0-9.,]|[ \u00a0\u202f][0-9])"
"""Behind a number: nothing that would go on with it."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and its currency (ISO 4217)."""

    amount: Decimal
    currency: str


def decimal(text: str) -> Decimal:
    """The number that a text matching `NUMBER_PATTERN` stands for."""
    return Decimal(re.sub(r"[ \u00a0\u202f]", "", text).replace(",", "."))


def within_range(node: Scalar, number: Decimal, field: Field, context: Context) -> bool:
    """Whether the number lies between the field's `min` and `max`; reports it where it does not."""
    if field.min is not None and number < field.min:
        context.report("too-small", node.span, field=field.name, limit=str(field.min), value=node.text)
        return False
    if field.max is not None and number > field.max:
        context.report("too-large", node.span, field=field.name, limit=str(field.max), value=node.text)
        return False
    return True


def read_number(node: Scalar, field: Field, context: Context) -> Any:
    """An int where the number is whole, else a Decimal."""
    text = node.text.strip()
    if re.fullmatch(THOUSANDS, text, re.ASCII):
        context.report("bad-number", node.span, re.sub("[.,]", "", text), field=field.name, value=text)
        return INVALID
    if not re.fullmatch(NUMBER_PATTERN, text, re.ASCII):
        context.report("bad-number", node.span, field=field.name, value=node.text)
        return INVALID
    number = decimal(text)
    if not within_range(node, number, field, context):
        return INVALID
    return int(number) if number == number.to_integral_value() else number


def read_money(node: Scalar, field: Field, context: Context) -> Any:
    """Money; without a currency it is the field's."""
    match = re.fullmatch(MONEY_PATTERN, node.text.strip(), re.ASCII)
    if not match:
        context.report("bad-money", node.span, field=field.name, value=node.text)
        return INVALID
    if re.fullmatch(THOUSANDS, match["amount"], re.ASCII):
        suggestion = re.sub("[.,]", "", match["amount"]) + node.text.strip()[match.end("amount") :]
        context.report("bad-money", node.span, suggestion, field=field.name, value=node.text)
        return INVALID
    amount = decimal(match["amount"])
    if not within_range(node, amount, field, context):
        return INVALID
    currency = match["currency"] or field.currency
    return Money(amount, field.currency if currency == "$" else currency)


def as_json(value: int | Decimal) -> int | float:
    """A JSON number."""
    return int(value) if value == int(value) else float(value)


def plain_money(value: Money, field: Field) -> dict[str, Any]:
    """`{"amount": 25, "currency": "CAD"}`."""
    return {"amount": as_json(value.amount), "currency": value.currency}


def describe_number(field: Field, schema: Schema) -> dict[str, Any]:
    """A number, or a text that reads as one in French."""
    return describe_written("", field)


def describe_money(field: Field, schema: Schema) -> dict[str, Any]:
    """A number, or a text with a currency."""
    return describe_written(CURRENCY.replace("?P<currency>", "?:"), field)


def describe_written(rest: str, field: Field) -> dict[str, Any]:
    """A number between its limits, or a text that says one, with what may follow it."""
    limits = {"minimum": field.min, "maximum": field.max}
    ranges = {key: as_json(limit) for key, limit in limits.items() if limit is not None}
    ranges = {"exclusiveMinimum": -(10**DIGITS), "exclusiveMaximum": 10**DIGITS} | ranges
    text = f"(?!(?:{THOUSANDS}){END})(?:{NUMBER_PATTERN}){rest}"
    if field.min is not None or field.max is not None:
        text = f"(?=(?:{describe_range(field.min, field.max)}){END}){text}"
    return {"type": ["number", "string"], "pattern": describe_pattern(text)} | ranges


NUMBER = Kind(
    name="number",
    french="nombre",
    read=scalar(read_number),
    describe=describe_number,
    plain=lambda value, field: as_json(value),
    options=("min", "max", "unit"),
    display="number",
)
MONEY = Kind(
    name="money",
    french="montant",
    read=scalar(read_money),
    describe=describe_money,
    plain=plain_money,
    options=("min", "max", "currency"),
    display="money",
)
