"""A finding's sentences in the reader's language, and the line of the file that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from ..codes import CODES
from ..findings import Finding
from ..language import N_, Language
from ..media import stays_inside
from ..reading import MAX_BYTES

WIDEST: Final = 100
SUGGESTION: Final = N_("Write instead: {suggestion}")


@dataclass(frozen=True, slots=True)
class Sentences:
    """What a finding says: what is wrong, how to mend it, and what to write instead (empty where nothing is near)."""

    message: str
    help: str
    suggestion: str


def sentences(finding: Finding, language: Language) -> Sentences:
    """The sentences of a finding, in a language."""
    code = CODES[finding.code]
    suggestion = language.say(SUGGESTION, suggestion=finding.suggestion) if finding.suggestion else ""
    values = {name: printable(value) for name, value in finding.values.items()}
    return Sentences(language.say(code.message, **values), language.say(code.help, **values), suggestion)


def printable(text: str) -> str:
    """Text from a contribution, safe to print: control characters could rewrite a terminal or a log."""
    return "".join(c if c.isprintable() or c == "\u00a0" else " " for c in text)


@lru_cache(maxsize=4)
def lines_of(file: Path, _changed: int) -> list[str]:
    """The lines of a file as it was when it last changed, as far as sheets are read at all."""
    with file.open("rb") as handle:
        return handle.read(MAX_BYTES).decode("utf-8-sig", errors="replace").split("\n")


def excerpt(finding: Finding, root: Path) -> tuple[str, int, int] | None:
    """The line that a finding speaks of, cut where it is long; the column (from 0) and the length for the caret.

    None where the file cannot be read or has no such line.
    """
    file = root / finding.path
    try:
        if not stays_inside(file, root):
            return None
        line = lines_of(file, file.stat().st_mtime_ns)[finding.span.line - 1]
    except (OSError, ValueError, IndexError):
        return None
    start = max(0, finding.span.column - 1)
    cut = max(0, start - WIDEST // 2) if len(line) > WIDEST else 0
    shown = printable(line[cut : cut + WIDEST])
    column = start - cut
    return shown, column, max(1, min(finding.span.length, len(shown) - column))
