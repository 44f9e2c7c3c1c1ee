"""The map of a vocabulary: a tile for each term that declares one, laid on a grid, with the number of its sheets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, sqrt
from textwrap import wrap
from typing import Final

from ..commons import Commons
from ..schema.model import Term, Vocabulary

CELL: Final = 100
"""The side of a cell of the grid, in units of the drawing: about a pixel each on a wide screen."""
GAP: Final = 4
LETTERS: Final = 12
"""How many letters of a name stand side by side in a cell."""
MOST_LINES: Final = 3
TONES: Final = 3


Units = int | Decimal


@dataclass(frozen=True, slots=True)
class Drawn:
    """A term on the map: `key` is its number there and in the table, `size` how many sheets it holds."""

    term: Term
    key: str
    name: str
    lines: list[str]
    size: int
    tone: int
    x: Units
    y: Units
    width: Units
    height: Units


@dataclass(frozen=True, slots=True)
class TileMap:
    """The map of the terms right below one term of a vocabulary, or of its roots."""

    vocabulary: Vocabulary
    tiles: list[Drawn]
    width: Units
    height: Units


def tile_map(commons: Commons, vocabulary: Vocabulary, parent: str | None = None) -> TileMap | None:
    """The map of the terms right below a term (or of the roots), None where there is nothing to draw."""
    placed = [(term, term.tile) for term in commons.terms(vocabulary.id, parent) if term.tile]
    if not placed or not vocabulary.url or not vocabulary.map:
        return None
    sizes = [len(commons.tagged.get((vocabulary.id, term.slug), ())) for term, _ in placed]
    label = commons.settings.language.label
    tiles = []
    for number, ((term, tile), size) in enumerate(zip(placed, sizes, strict=True), start=1):
        name = label(term.label, term.slug)
        tiles.append(
            Drawn(
                term,
                term.code or str(number),
                name,
                lines(name, int(tile.width * LETTERS)),
                size,
                tone(size, max(sizes)),
                (tile.column - 1) * CELL,
                (tile.row - 1) * CELL,
                tile.width * CELL - GAP,
                tile.height * CELL - GAP,
            )
        )
    return TileMap(vocabulary, tiles, max(t.x + t.width for t in tiles), max(t.y + t.height for t in tiles))


def lines(name: str, letters: int) -> list[str]:
    """A name on as many lines as it needs, cut at its hyphens, dashes and spaces; a longer one ends in « … »."""
    cut = wrap(name.replace("–", "– "), letters, max_lines=MOST_LINES, placeholder="…")
    return [line.replace("– ", "–") for line in cut]


def tone(size: int, largest: int) -> int:
    """How deep a tile is dyed, 0 without sheets: by the square root, so that a large term leaves some to others."""
    return ceil(TONES * sqrt(size / largest)) if size else 0
