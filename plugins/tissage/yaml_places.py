"""Where the characters of a YAML value stand in the file, in whatever style it is written.

What YAML does to white space (folding, indents, ends of lines) has no place here: the visible characters of a value are
those of its source, in the same order, once escapes are read. So the tenth of the value is the tenth of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from yaml.scanner import Scanner

from .findings import Span

WHITE: Final = " \t\n"
PROPERTIES: Final = re.compile(r"(?:[!&]\S*\s+)*")
"""A tag or an anchor before the value itself."""
BLOCKS: Final = ("|", ">")
AS_IT_IS: Final = re.compile(r"[^ \t]+")
SINGLE: Final = re.compile(r"''|[^ \t']+")
HEX: Final = "[0-9a-fA-F]"
DOUBLE: Final = re.compile(rf"\\(?:x{HEX}{{2}}|u{HEX}{{4}}|U00(?:0{HEX}|10){HEX}{{4}}|.?)|[^ \t\\]+")
"""A backslash with nothing behind it joins a line to the next."""


class Piece(NamedTuple):
    """What the file holds for some visible characters of a value: a word as it is, or one escape for one of them."""

    line: int
    column: int
    length: int
    characters: str
    number: int
    """How many visible characters come before it."""


def pieces(lines: Sequence[str], start: Span) -> Iterator[Piece]:
    """What the file holds from where a value starts on, and, for whoever does not stop there, behind its end."""
    line, column = start.line, start.column - 1
    if line > len(lines):
        return
    if found := PROPERTIES.match(lines[line - 1], column):
        column = found.end()
    style = lines[line - 1][column : column + 1]
    if style in BLOCKS:  # the value begins below its marker
        line, column = line + 1, 0
    pattern = {"'": SINGLE, '"': DOUBLE}.get(style, AS_IT_IS)
    column += pattern is not AS_IT_IS
    number = 0
    for here in range(line, len(lines) + 1):
        for match in pattern.finditer(lines[here - 1], column):
            characters = unescaped(match[0], pattern)
            if characters and characters not in WHITE:
                yield Piece(here, match.start() + 1, len(match[0]), characters, number)
                number += len(characters)
        column = 0


def unescaped(written: str, pattern: re.Pattern[str]) -> str:
    """What a word or an escape stands for; nothing for an escaped end of line."""
    if pattern is SINGLE and written == "''":
        return "'"
    if pattern is not DOUBLE or written[0] != "\\":
        return written
    if len(written) > len(r"\n"):
        return chr(int(written[2:], 16))
    return str(Scanner.ESCAPE_REPLACEMENTS.get(written[1:], written[1:]))


@dataclass(frozen=True)
class Places:
    """The places of a `text` that is a YAML value; it starts at `start` in the file whose lines are `lines`."""

    text: str
    start: Span
    lines: Sequence[str]

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line of the text begins, and its end."""
        return [0, *(found.end() for found in re.finditer("\n", self.text)), len(self.text)]

    @cached_property
    def visible(self) -> list[int]:
        """Where the visible characters of the text stand in it."""
        return [offset for offset, character in enumerate(self.text) if character not in WHITE]

    @cached_property
    def pieces(self) -> list[Piece]:
        """The source of the visible characters; none where it does not say this text.

        None either where an escape made a carriage return, by which not everybody counts lines.
        """
        text = self.text.translate(str.maketrans("", "", WHITE))
        found: list[Piece] = []
        for piece in pieces(self.lines, self.start):
            found.append(piece)
            if piece.number + len(piece.characters) >= len(text):
                break
        said = "".join(piece.characters for piece in found)
        return found if said.startswith(text) and "\r" not in text else []

    def character(self, number: int) -> Span:
        """The place in the file of the visible character of that number."""
        piece = self.pieces[bisect_right(self.pieces, number, key=attrgetter("number")) - 1]
        if len(piece.characters) != piece.length:
            return Span(piece.line, piece.column, piece.length)
        return Span(piece.line, piece.column + number - piece.number)

    def find(self, span: Span) -> Span:
        """The place in the file of a place in the text, from its first visible character to its last on one line.

        Where there is none: the start of the value.
        """
        if not self.pieces or span.line >= len(self.line_starts):
            return self.start
        begin, end = self.line_starts[span.line - 1 : span.line + 1]
        offset = begin + span.column - 1
        behind = bisect_left(self.visible, end)
        number = min(bisect_left(self.visible, offset), behind - 1)
        if number < 0:
            return self.start
        last = max(number, min(bisect_left(self.visible, offset + span.length), behind) - 1)
        return joined(self.character(number), self.character(last))


def joined(first: Span, last: Span) -> Span:
    """From one character to another; the first alone where they stand on two lines of the file."""
    return first._replace(length=last.column + last.length - first.column) if first.line == last.line else first
