"""Texts in YesWiki’s own markup → HTML, which then goes the way of all HTML; texts without any are left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from .tags import is_html
from .wiki_marks import marked
from .wiki_pieces import Pieces

HEADING: Final = re.compile(r"(={2,6})([^=].*?)={2,6}")
RULE: Final = re.compile(r"-{4,}")
BREAK: Final = re.compile(r"(?<!-)---(?!-)[ \t]*(?P<end>\n|\Z)?")
ITEM: Final = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<bullet>-(?=[ \t])|(?<=[ \t])-(?![-\d]))|(?:\d{1,3}|(?<=[ \t])[a-zA-Z])\)(?=[ \t]))"
    r"(?P<text>.*)"
)
"""An item of a list; without an indent, which YesWiki asks for, one of a list all the same to whoever wrote it."""
ROW: Final = re.compile(r"(?:![^|]*!)?\|(?P<cells>.*)\|\]?")
STYLE: Final = re.compile(r"^![^!=]*=[^!]*!")
DEEPEST: Final = 6
"""How deep lists go; what is deeper stays at that depth."""


@dataclass(frozen=True)
class Translation:
    """A text as HTML, and the actions of the wiki that it cannot take along."""

    html: str
    lost: Sequence[str]


def translated(text: str) -> Translation | None:
    """The translation of a text; None where nothing in it is the wiki’s, or where it is HTML around that."""
    pieces = Pieces()
    lines = pieces.aside(text.replace("\r\n", "\n")).split("\n")
    if is_html("\n".join(lines)):
        return None
    page = Page()
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        page.line(line, after)
    page.end()
    return Translation(pieces.back("".join(page.html)), pieces.lost) if pieces.found + page.found else None


@dataclass
class Page:
    """A text being translated line by line; `found` counts what is markup in it."""

    html: list[str] = field(default_factory=list)
    found: int = 0
    paragraph: list[str] = field(default_factory=list)
    lists: list[tuple[int, str]] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    in_table: bool = False

    def line(self, line: str, after: str) -> None:
        """One line more; the line `after` it says whether a table begins."""
        bare = line.strip()
        if self.in_table:
            if row := ROW.fullmatch(bare):
                cells = [STYLE.sub("", cell.strip(), count=1) for cell in row["cells"].split("|")]
                self.rows.append("".join(f"<td>{self.inline(cell)}</td>" for cell in cells))
                return
            self.end()
            bare = "" if bare == "|]" else bare
        if heading := HEADING.fullmatch(bare):
            level = 7 - len(heading[1])
            self.alone(f"<h{level}>{self.inline(heading[2].strip())}</h{level}>")
        elif RULE.fullmatch(bare):
            self.alone("<hr>")
        elif bare == "---":
            self.alone("")
        elif bare.startswith("[|") and ROW.fullmatch(after.strip()):
            self.alone("")
            self.in_table = True
        elif item := ITEM.fullmatch(line):
            self.item(item)
        elif self.lists and bare and line[0] in " \t":
            self.html.append(f"<br>{self.inline(bare)}")
        elif bare:
            if self.lists:
                self.end()
            self.paragraph.append(bare)
        elif self.paragraph:
            self.end()

    def alone(self, html: str) -> None:
        """Something that stands by itself."""
        self.end()
        self.html.append(html)
        self.found += 1

    def item(self, item: re.Match[str]) -> None:
        """An item, in the list of its depth."""
        width, tag = len(item["indent"].expandtabs(4)), "ul" if item["bullet"] else "ol"
        self.found += bool(width)
        if self.paragraph:
            self.end()
        while len(self.lists) > 1 and self.lists[-1][0] > width:
            self.html.append(f"</li></{self.lists.pop()[1]}>")
        if not self.lists or (width > self.lists[-1][0] and len(self.lists) < DEEPEST):
            self.html.append(f"<{tag}>")
        else:
            _, last = self.lists.pop()
            self.html.append("</li>" if last == tag else f"</li></{last}><{tag}>")
        self.lists.append((width, tag))
        self.html.append(f"<li>{self.inline(item['text'].strip())}")

    def inline(self, text: str) -> str:
        """The HTML of some lines of text; a break within a line counts as markup only with other marks about."""
        breaks = BREAK.finditer(text)
        self.found += sum(one["end"] is not None for one in breaks)
        html, pairs = marked(BREAK.sub("\n", text))
        self.found += pairs
        return html

    def end(self) -> None:
        """Close what is open: a paragraph, lists, a table."""
        if self.paragraph:
            text = self.inline("\n".join(self.paragraph))
            self.html.append(f"<p>{text}</p>")
        self.html += [f"</li></{tag}>" for _, tag in reversed(self.lists)]
        if self.rows:
            self.html.append("<table>" + "".join(f"<tr>{row}</tr>" for row in self.rows) + "</table>")
        self.paragraph, self.lists, self.rows, self.in_table = [], [], [], False
