"""A finding: one thing wrong or doubtful in the sources. How it looks is the business of `reports`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning and a hint do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Span(NamedTuple):
    """A place in a file. Lines and columns count from 1, in characters; the length is for the caret."""

    line: int = 1
    column: int = 1
    length: int = 1


START: Final = Span()
"""The beginning of a file: where a finding stands that is about all of it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong or doubtful.

    `code` names an entry of `codes.CODES`, which holds its severity and its sentences; `path` is relative to the
    site's root, with forward slashes; `values` fill the sentences; `suggestion` is what to write instead.
    """

    code: str
    path: str
    span: Span = START
    values: Mapping[str, str] = field(default_factory=dict)
    suggestion: str | None = None


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings as one reads: by file, line, column, then code; the same finding said twice is kept once."""
    unique = {(f.path, f.span.line, f.span.column, f.code, tuple(sorted(f.values.items()))): f for f in findings}
    return [unique[key] for key in sorted(unique)]
