"""The neighbourhood of a sheet as a picture: a knot, the threads that come to it and those that leave it.

What is drawn depends on how many threads there are and not on where they lead, so it is drawn once for all sheets
that have as many; each sheet then puts its titles in their places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup

from ..language import Language
from ..sheets import Sheet
from .templates import Templates

MOST: Final = 6
"""How many threads a side has, but for one more where that is the only one left over."""
LETTERS: Final = 52
ROW: Final = 24
"""How far apart the titles stand, in units of the drawing, and the threads where they leave the knot."""
PLY: Final = 4


class Side(NamedTuple):
    """How many threads a side has, and whether a line below them tells how many neighbours are left over."""

    threads: int
    more: bool

    @property
    def lines(self) -> int:
        """How many lines of text stand there."""
        return self.threads + self.more


@dataclass(frozen=True, slots=True)
class Strands:
    """The heights at which each thread of a side leaves the knot and ends; `foot` is that of the line below them."""

    heights: list[tuple[int, int]]
    foot: int | None


def picture(into: Iterable[Sheet], out: Iterable[Sheet], templates: Templates, language: Language) -> Markup:
    """The picture of what leads to a sheet and where it leads, each once a side; empty without a neighbour."""
    left, right = ([*{sheet.id: sheet.title for sheet in sheets}.values()] for sheets in (into, out))
    if not left and not right:
        return Markup()
    sides = side(left), side(right)
    drawn = templates.once(("knot", *sides), lambda: draw(*sides, templates))
    return drawn % (*words(left, sides[0], language), *words(right, sides[1], language))


def side(titles: Sequence[str]) -> Side:
    """The side that has these titles."""
    return Side(len(titles), False) if len(titles) <= MOST + 1 else Side(MOST, True)


def draw(into: Side, out: Side, templates: Templates) -> Markup:
    """The picture with `%s` in the place of each title."""
    rows = max(into.lines, out.lines)
    show = templates.macro("pages/neighbourhood.html")
    return show(rows * ROW, strands(into, rows), strands(out, rows))


def strands(side: Side, rows: int) -> Strands:
    """Where the threads of a side go, in the middle of so many rows."""
    top = (rows * ROW - (side.threads - 1) * PLY) // 2
    first = (rows * ROW - (side.lines - 1) * ROW) // 2
    heights = [(top + number * PLY, first + number * ROW) for number in range(side.threads)]
    return Strands(heights, first + side.threads * ROW if side.more else None)


def words(titles: Sequence[str], side: Side, language: Language) -> list[str]:
    """What is written on a side."""
    written = [short(title) for title in titles[: side.threads]]
    if side.more:
        written.append(language.count("and {number} other", "and {number} others", len(titles) - side.threads))
    return written


def short(title: str) -> str:
    """A title that fits on one line: cut after a word."""
    return title if len(title) <= LETTERS else title[:LETTERS].rpartition(" ")[0].rstrip(" ,;:(«–") + "…"
