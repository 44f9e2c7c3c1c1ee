"""Pandoc’s document tree, brought down to what a sheet may hold: no HTML, no attributes, tables as Markdown has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ....markdown import SAFE_SCHEMES
from .pandoc import Block
from .tree import Inline, lines_of, pictures, plain, rows_of, string

NO_ATTRIBUTES: Final = ("", (), ())
SMALL: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOW: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

Picture = Callable[[str, str], Inline]
"""What stands in the text for the picture at an address, with that alternative text."""


@dataclass(frozen=True)
class Simplifier:
    """Brings blocks down; `picture` says what stands for each picture, in reading order."""

    picture: Picture

    def blocks(self, blocks: Iterable[Block]) -> list[Block]:
        """Blocks, those that held nothing left out."""
        return [made for block in blocks for made in self.block(block)]

    def block(self, block: Block) -> list[Block]:
        """What one block becomes."""
        kind: str = block["t"]
        inner: Any = block.get("c")
        match kind:
            case "Para" | "Plain":
                inlines = without_outer_breaks(self.inlines(inner))
                return [{"t": kind, "c": inlines}] if inlines and (plain(inlines).strip() or pictures(inlines)) else []
            case "Header":
                text = [{"t": "Space"} if one["t"] == "LineBreak" else one for one in self.inlines(inner[2])]
                return [{"t": "Header", "c": [inner[0], NO_ATTRIBUTES, text]}] if plain(text).strip() else []
            case "LineBlock":
                lines = [part for line in inner for part in (*self.inlines(line), {"t": "LineBreak"})]
                return [{"t": "Para", "c": lines[:-1]}]
            case "BulletList":
                return [{"t": kind, "c": [self.item(item) for item in inner]}]
            case "OrderedList":
                return [{"t": kind, "c": [inner[0], [self.item(item) for item in inner[1]]]}]
            case "DefinitionList":
                return [made for term, texts in inner for made in self.definition(term, texts)]
            case "BlockQuote":
                return [{"t": kind, "c": self.blocks(inner)}]
            case "CodeBlock":
                return [{"t": kind, "c": [NO_ATTRIBUTES, inner[1]]}]
            case "HorizontalRule":
                return [block]
            case "Table":
                return self.table(block)
            case "Div":
                return self.blocks(inner[1])
            case "Figure":
                return self.blocks([*inner[2], *inner[1][1]])
        return []

    def item(self, blocks: Sequence[Block]) -> list[Block]:
        """An item of a list; its paragraph is no more than a line where it is its only one."""
        made = self.blocks(blocks)
        if sum(block["t"] == "Para" for block in made) == 1 and made[0]["t"] == "Para":
            made[0] = {"t": "Plain", "c": made[0]["c"]}
        return made

    def definition(self, term: Sequence[Inline], texts: Sequence[Sequence[Block]]) -> list[Block]:
        """A term in bold, then what is said of it."""
        return [
            {"t": "Para", "c": [{"t": "Strong", "c": self.inlines(term)}]},
            *(made for text in texts for made in self.blocks(text)),
        ]

    def table(self, table: Block) -> list[Block]:
        """A table of one line a cell, whose first row is its head: all that Markdown knows."""
        rows = [[self.cell(cell) for cell in row] for row in rows_of(table)]
        width = max(map(len, rows), default=0)
        if not width:
            return []
        whole = [self.row([*row, *([[]] * (width - len(row)))]) for row in rows]
        columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * width
        head, foot = [NO_ATTRIBUTES, whole[:1]], [NO_ATTRIBUTES, []]
        caption = self.blocks(table["c"][1][1])
        made = [NO_ATTRIBUTES, [None, []], columns, head, [[NO_ATTRIBUTES, 0, [], whole[1:]]], foot]
        return [*caption, {"t": "Table", "c": made}]

    def cell(self, blocks: Sequence[Block]) -> list[Inline]:
        """The content of a cell on one line, its paragraphs and items parted by semicolons."""
        parts = [part for block in self.blocks(blocks) for part in lines_of(block)]
        line: list[Inline] = []
        for number, part in enumerate(part for part in parts if part):
            line += [{"t": "Str", "c": ";"}, {"t": "Space"}] if number else []
            line += [{"t": "Space"} if one["t"] in ("LineBreak", "SoftBreak") else one for one in part]
        return line

    def row(self, cells: Sequence[Sequence[Inline]]) -> list[Any]:
        """A row of single cells."""
        made = [[NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": list(cell)}]] for cell in cells]
        return [NO_ATTRIBUTES, made]

    def inlines(self, inlines: Iterable[Inline]) -> list[Inline]:
        """Inlines, one by one."""
        return [made for inline in inlines for made in self.inline(inline)]

    def inline(self, inline: Inline) -> list[Inline]:
        """What one inline becomes."""
        kind: str = inline["t"]
        inner: Any = inline.get("c")
        match kind:
            case "Str" | "Space" | "SoftBreak" | "LineBreak":
                return [inline]
            case "Emph" | "Strong" | "Strikeout":
                made = self.inlines(inner)
                return [{"t": kind, "c": made}] if plain(made).strip() else made
            case "Underline" | "SmallCaps":
                return self.inlines(inner)
            case "Superscript" | "Subscript":
                text = plain(inner)
                return (
                    string(text.translate(SMALL if kind == "Superscript" else LOW))
                    if text.isdigit()
                    else self.inlines(inner)
                )
            case "Span" | "Cite":
                return self.inlines(inner[1])
            case "Quoted":
                return [{"t": "Str", "c": "“"}, *self.inlines(inner[1]), {"t": "Str", "c": "”"}]
            case "Code":
                return [{"t": kind, "c": [NO_ATTRIBUTES, inner[1]]}]
            case "Math":
                return string(inner[1])
            case "Note":
                return [{"t": kind, "c": self.blocks(unquoted(inner))}]
            case "Image":
                return [self.picture(inner[2][0], " ".join(plain(inner[1]).split()))]
            case "Link":
                return self.link(self.inlines(inner[1]), str(inner[2][0]))
        return []

    def link(self, text: list[Inline], target: str) -> list[Inline]:
        """A link that may be followed; of any other, its text."""
        scheme = SCHEME.match(target)
        if scheme and scheme[1].lower() in SAFE_SCHEMES and plain(text).strip():
            return [{"t": "Link", "c": [NO_ATTRIBUTES, text, [target, ""]]}]
        return text


def unquoted(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a note: word processors indent its paragraphs, which pandoc takes for a quotation."""
    for block in blocks:
        yield from block["c"] if block["t"] == "BlockQuote" else (block,)


def without_outer_breaks(inlines: Sequence[Inline]) -> list[Inline]:
    """Inlines without the breaks that nothing comes before or after: Markdown would show the last one’s mark."""
    breaks = [inline["t"] in ("LineBreak", "SoftBreak", "Space") for inline in inlines]
    if all(breaks):
        return []
    return list(inlines[breaks.index(False) : len(breaks) - breaks[::-1].index(False)])
