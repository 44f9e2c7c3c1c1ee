"""The slips that break front matter, looked for line by line: a parser only says where it could not go on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

KEY: Final = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[\w.-]+):(?:\s+(?P<value>\S.*)?|)$")
ITEM: Final = re.compile(r"(?P<lead>\s*(?:- +)+)(?P<value>\S.*)$")
NO_SPACE: Final = re.compile(r"(?P<key>[\w-]+):(?P<value>[^\s/].*)$")
BLOCK: Final = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
TAB: Final = re.compile(r" *\t")
SPACE: Final = "[\u00a0\u202f]"
NO_BREAK: Final = re.compile(rf"[ ]*(?:- +)*(?:{SPACE}|-{SPACE}|[\w.-]+(?::{SPACE}|{SPACE}+:))")
"""A no-break space where YAML wants an ordinary one: many keyboards type it with a slip of the thumb."""
DASH: Final = re.compile(r"-[^\s-]")
"""An item of a list whose hyphen sticks to its word."""
EARLY_QUOTE: Final = re.compile(r"""[\[{,:]\s*(['"])[^'"]*\1(?=[^\s,\]}:'"])""")
INNER_COLON: Final = re.compile(r"""[{,]\s*[\w-]+:\s+[^\s'"\[\]{},][^'"\[\]{},]*?:(?=\s)""")
SPECIAL: Final = "@`%*!&"
MOST_TRIED: Final = 3
"""How many suggestions are tried: each has the parser read the text once more."""
COMMENT: Final = re.compile(r"\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: the code of its finding, its line and column (from 0), and the mended line where there is one."""

    code: str
    line: int
    column: int
    suggestion: str | None = None


def quoted(value: str) -> str:
    """The value between quotes, as YAML wants it: single ones where the text holds none, else double ones."""
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def end_of_quote(text: str, start: int = 0) -> int:
    """Where the quote that opens at `start` closes, or -1 where it does not."""
    if text[start] == "'":
        match = re.compile(r"'(?:[^']|'')*'").match(text, start)
    else:
        match = re.compile(r'"(?:[^"\\]|\\.)*"').match(text, start)
    return match.end() - 1 if match else -1


def end_of_bracket(text: str) -> int:
    """Where the bracket that opens the text closes, passing over quotes, or -1."""
    depth, index = 0, 0
    while index < len(text):
        if text[index] in "\"'" and (index == 0 or text[index - 1] in " ,[{:"):
            index = end_of_quote(text, index)
            if index < 0:
                return -1
        depth += (text[index] in "[{") - (text[index] in "]}")
        if depth == 0:
            return index
        index += 1
    return -1


class Lines:
    """The lines above the place where the parser gave up, walked as a writer reads them."""

    def __init__(self, lines: list[str], until: int, helps: Callable[[Slip], bool]) -> None:
        self.lines = lines
        self.helps = helps
        self.until = min(until, len(lines) - 1)
        self.number = 0
        self.indent = 0
        self.continues = False

    def find(self) -> Slip | None:
        """The first slip, or None where every line looks right by itself."""
        if early := self.first_indent():
            return early
        tried = 0
        while self.number <= self.until and tried < MOST_TRIED:
            if slip := self.look(self.lines[self.number]):
                if slip.suggestion is None or self.helps(slip):
                    return slip
                tried += 1
            self.number += 1
        return None

    def first_indent(self) -> Slip | None:
        """A first field further right than the fields below it."""
        keys = [(i, m) for i, line in enumerate(self.lines) if (m := KEY.match(line)) and "-" not in m["lead"]]
        if keys and keys[0][1]["lead"] and any(not match["lead"] for _, match in keys[1:]):
            return Slip("yaml-indent", keys[0][0], len(keys[0][1]["lead"]))
        return None

    def look(self, line: str) -> Slip | None:
        """The slip on one line."""
        if TAB.match(line) and line.strip():
            return Slip("yaml-tab", self.number, line.index("\t"), self.without_tabs(line))
        if odd := NO_BREAK.match(line):
            return Slip("yaml-space", self.number, re.search(SPACE, odd[0]).start())  # type: ignore[union-attr]
        if COMMENT.fullmatch(line):
            return None
        indent = len(line) - len(line.lstrip())
        if self.continues and indent > self.indent:
            return self.continuation(line)
        match = KEY.match(line) or ITEM.match(line)
        if match is None:
            return self.no_field(line, indent)
        self.indent = indent
        self.continues = False
        return self.value(line, match) if match["value"] else None

    def without_tabs(self, line: str) -> str:
        """The line with spaces for its tabs: as far in as its neighbour above, or further where that opens a group."""
        above = self.lines[self.number - 1] if self.number else ""
        opens = re.search(r":\s*$", above) and not line.lstrip().startswith("- ")
        indent = len(above) - len(above.lstrip(" ")) + 2 if opens else 0
        return max(" " * indent, re.match(r"\s*", line)[0].replace("\t", "  "), key=len) + line.lstrip()  # type: ignore[index]

    def continuation(self, line: str) -> Slip | None:
        """A line that goes on with the text of the line above: a colon followed by a space breaks it."""
        colon = re.search(r":(?=\s|$)", line)
        looks_like_field = KEY.match(line)
        return Slip("yaml-colon", self.number, colon.start()) if colon and not looks_like_field else None

    def no_field(self, line: str, indent: int) -> Slip | None:
        """A line that is neither a field, nor an item, nor the rest of a text."""
        glued = NO_SPACE.match(line.lstrip())
        mended = f"{line[:indent]}{glued['key']}: {glued['value']}" if glued else None
        if indent and mended is None:
            return None
        if DASH.match(line):
            return Slip("yaml-dash", self.number, 0, f"- {line[1:]}")
        return Slip("front-matter-not-fields", self.number, indent, mended)

    def value(self, line: str, match: re.Match[str]) -> Slip | None:
        """The slip in the value of a field or of an item."""
        value, start = match["value"], match.start("value")
        if BLOCK.match(value):
            self.skip_block()
            return None
        if value[0] in "\"'":
            return self.quote(value, start)
        if value[0] in "[{":
            return self.bracket(line, value, start)
        mended = line[:start] + quoted(value.rstrip())
        if re.match(r"[-?] ", value):
            return Slip("yaml-character", self.number, start, mended)
        if value[0] in SPECIAL and not re.fullmatch(r"[*&!]\w+", value.rstrip()):
            return Slip("yaml-character", self.number, start, mended)
        colon = re.search(r":(?=\s|$)", value)
        if colon and colon.end() == len(value) and self.number < self.until:
            return None  # « - À propos: » holds what stands below it
        if colon:
            return Slip("yaml-colon", self.number, start + colon.start(), None if self.goes_on() else mended)
        self.continues = True
        return None

    def goes_on(self) -> bool:
        """Whether the line below is the rest of this one's text."""
        below = self.lines[self.number + 1] if self.number + 1 < len(self.lines) else ""
        indent = len(below) - len(below.lstrip())
        return bool(below.strip()) and indent > self.indent and not KEY.match(below) and not ITEM.match(below)

    def skip_block(self) -> None:
        """Pass over the text of a block scalar: all that is further right than its field."""
        while self.number + 1 <= self.until:
            below = self.lines[self.number + 1]
            if below.strip() and len(below) - len(below.lstrip()) <= self.indent:
                return
            self.number += 1

    def quote(self, value: str, start: int) -> Slip | None:
        """A text between quotes: closed on its line with nothing behind, or closed on a line further down."""
        end = end_of_quote(value)
        if end >= 0:
            rest = value[end + 1 :]
            return None if COMMENT.fullmatch(rest) else Slip("yaml-quote", self.number, start + end + 1)
        opened, text = self.number, value
        for below in range(opened + 1, len(self.lines)):
            if KEY.match(self.lines[below]):
                break
            text += "\n" + self.lines[below]
            if end_of_quote(text) >= 0:
                self.number = below
                return None
        return Slip("yaml-quote", opened, start)

    def bracket(self, line: str, value: str, start: int) -> Slip | None:
        """A list or mapping in brackets: closed on its line with nothing behind, or closed further down."""
        end = end_of_bracket(value)
        if end >= 0:
            if COMMENT.fullmatch(value[end + 1 :]):
                return self.within(value, start) if self.number == self.until else None
            return Slip("yaml-character", self.number, start, line[:start] + quoted(value.rstrip()))
        opened, text = self.number, value
        for below in range(opened + 1, len(self.lines)):
            text += "\n" + self.lines[below]
            if end_of_bracket(text) >= 0 and not re.search(r"^[\w-]+:(?:\s|$)", text, re.M):
                self.number = below
                return None
        return Slip("yaml-bracket", opened, start)

    def within(self, value: str, start: int) -> Slip | None:
        """What breaks a list or mapping whose brackets all close: a quote that closes early, a colon in a text."""
        if early := EARLY_QUOTE.search(value):
            return Slip("yaml-quote", self.number, start + early.end())
        colon = INNER_COLON.search(value)
        return Slip("yaml-colon", self.number, start + colon.end() - 1) if colon else None


def text_begins(lines: list[str]) -> int | None:
    """The line on which the text of the sheet begins where the fields were never closed, or None.

    The sure sign is an empty line below the last field, then a line that is neither indented, nor an item, nor a
    comment alone: the hyphens that seemed to close the fields are a rule in the text.
    """
    last = max((number for number, line in enumerate(lines) if re.match(r"\S", line) and KEY.match(line)), default=-1)
    empty = next((number for number in range(last + 1, len(lines)) if not lines[number].strip()), len(lines))
    below = [number for number in range(empty, len(lines)) if re.match(r"[^\s#-]", lines[number])]
    return empty if last >= 0 and below else None


def find_slip(lines: list[str], until: int, helps: Callable[[Slip], bool]) -> Slip | None:
    """The first slip at or above the line on which the parser gave up; lines count from 0.

    `helps` says whether the line that a slip suggests lets the parser go further: what only looks like one is
    passed over.
    """
    return Lines(lines, until, helps).find()
