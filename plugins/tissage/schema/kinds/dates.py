"""Dates as precise as the source: `2019`, `2019-03`, `2019-03-12`, `2019-03-12 13:00` (ISO 8601), and periods."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from ...findings import Span
from ...nodes import Mapping, Node, Scalar
from ..context import Context
from ..model import Field, Schema
from ..written_dates import EARLIEST, PATTERN, date_in, existing, first_moment, matched, period_in
from .kind import INVALID, Kind, describe_pattern, scalar

PRECISIONS: Final = ("year", "month", "day", "minute")
ENDS: Final = {"start": ("début", "debut", "du", "from"), "end": ("fin", "au", "to", "until")}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which one may know only the year, or the month. `text` is its ISO 8601 form, with `T` before a time."""

    text: str

    @property
    def precision(self) -> str:
        """One of `PRECISIONS`."""
        return {4: "year", 7: "month", 10: "day"}.get(len(self.text), "minute")

    @property
    def first(self) -> datetime:
        """The first moment of the date."""
        return first_moment(self.text)

    @property
    def last(self) -> datetime:
        """The last moment of the date; with a time, that moment."""
        return self.first if self.precision == "minute" else datetime.combine(self.last_day, time.max)

    @property
    def last_day(self) -> date:
        """The last day that the date covers."""
        first = self.first.date()
        if self.precision == "year":
            return first.replace(month=12, day=31)
        if self.precision == "month":
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`; without an end it is still going on, or lasts as long as `start` does."""

    start: PartialDate
    end: PartialDate | None = None


def read_date(node: Scalar, field: Field, context: Context) -> Any:
    """A PartialDate, at least as precise as the field wants."""
    text = node.text.strip()
    if not is_date(text):
        return no_date(text, date_in(text), node.span, field, context)
    value = as_date(text)
    if not is_precise_enough(value, field):
        context.report("imprecise-date", node.span, field=field.name, value=text)
        return INVALID
    return value


def no_date(text: str, meant: str | None, span: Span, field: Field, context: Context) -> Any:
    """The finding for a text that is no date, with the date meant where the field takes it."""
    mended = meant if meant and is_precise_enough(as_date(meant), field) else None
    context.report("bad-date", span, mended, field=field.name, value=text)
    return INVALID


def is_date(text: str) -> bool:
    """Whether a text is a date in ISO form that exists."""
    return bool(re.fullmatch(PATTERN, text, re.ASCII) and existing(text))


def as_date(text: str) -> PartialDate:
    """The date of a text in ISO form; a space may stand before its time."""
    return PartialDate(text.replace(" ", "T"))


def is_precise_enough(value: PartialDate, field: Field) -> bool:
    """Whether a date says as much as its field wants."""
    return PRECISIONS.index(value.precision) >= PRECISIONS.index(field.precision)


def read_period(node: Node, field: Field, context: Context) -> Any:
    """A Period from `{start: …, end: …}`, or from a single date."""
    if isinstance(node, Scalar):
        return scalar(read_single)(node, field, context)
    if not isinstance(node, Mapping):
        context.report("bad-period", node.span, field=field.name)
        return INVALID
    dates: dict[str, Any] = {}
    for key, entry in node.entries.items():
        if key not in ("start", "end"):
            context.report("unknown-field", entry.span, context.near(key, ENDS, ENDS), field=key)
            continue
        if isinstance(entry.node, Scalar) and entry.node.empty:
            continue
        dates[key] = scalar(read_date)(entry.node, field, context)
    if "start" not in dates:
        if set(node.entries) <= {"start", "end"}:
            context.report("bad-period", node.span, field=field.name)
        return INVALID
    if INVALID in dates.values():
        return INVALID
    if "end" in dates and dates["end"].last < dates["start"].first:
        span = node.entries["end"].node.span
        context.report("period-backwards", span, start=dates["start"].text, end=dates["end"].text)
        return INVALID
    return Period(dates["start"], dates.get("end"))


def read_single(node: Scalar, field: Field, context: Context) -> Any:
    """A Period from a single date. Where there are two, or none that is understood, the form of a period is told."""
    text = node.text.strip()
    if re.fullmatch(PATTERN, text, re.ASCII):
        start = read_date(node, field, context)
        return INVALID if start is INVALID else Period(start)
    meant = period_in(text)
    if isinstance(meant, str):
        return no_date(text, meant, node.span, field, context)
    if matched("figures", text):  # one date, whose day cannot be told from its month
        return no_date(text, None, node.span, field, context)
    context.report("bad-period", node.span, flow_of(meant, field) if meant else None, field=field.name)
    return INVALID


def flow_of(ends: dict[str, str], field: Field) -> str | None:
    """Both ends of a period on one line, `{start: …, end: …}`, where the field takes them."""
    start, end = as_date(ends["start"]), as_date(ends["end"])
    if end.last < start.first or not all(is_precise_enough(one, field) for one in (start, end)):
        return None
    return f"{{start: {ends['start']}, end: {ends['end']}}}"


def plain_period(value: Period, field: Field) -> dict[str, str]:
    """`{"start": "2019-11", "end": "2023-12"}`."""
    return {"start": value.start.text} | ({"end": value.end.text} if value.end else {})


def describe_dates(precision: str) -> str:
    """The pattern of the dates that exist, from 1600 on, and that are at least as precise."""
    year, month = "(?:1[6-9]|[2-9][0-9])[0-9][0-9]", "(?:0[1-9]|1[0-2])"
    leap = "(?:(?:1[6-9]|[2-9][0-9])(?:0[48]|[2468][048]|[13579][26])|(?:16|[2468][048]|[3579][26])00)"
    days = f"{month}-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"
    day = f"(?:{year}-(?:{days})|{leap}-02-29)"
    forms = {
        "year": year,
        "month": f"{year}-{month}",
        "day": day,
        "minute": f"{day}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9]",
    }
    return describe_pattern("|".join(forms[name] for name in PRECISIONS[PRECISIONS.index(precision) :]))


def describe_date(field: Field, schema: Schema) -> dict[str, Any]:
    """A text in ISO 8601; a bare year may come as a number."""
    pattern = describe_dates(field.precision)
    if field.precision != "year":
        return {"type": "string", "pattern": pattern}
    return {"type": ["string", "integer"], "pattern": pattern, "minimum": EARLIEST, "maximum": 9999}


def describe_period(field: Field, schema: Schema) -> dict[str, Any]:
    """A date, or a mapping with `start` and perhaps `end`."""
    one = describe_date(field, schema)
    properties = {"start": one, "end": {"anyOf": [one, {"type": "null"}]}}
    mapping = {
        "type": "object",
        "properties": properties,
        "required": ["start"],
        "additionalProperties": False,
    }
    return {"anyOf": [one, mapping]}


DATE = Kind(
    name="date",
    french="date",
    read=scalar(read_date),
    describe=describe_date,
    plain=lambda value, field: value.text,
    options=("precision", "facet"),
    display="date",
)
PERIOD = Kind(
    name="period",
    french="période",
    read=read_period,
    describe=describe_period,
    plain=plain_period,
    options=("precision", "facet"),
    display="period",
)
