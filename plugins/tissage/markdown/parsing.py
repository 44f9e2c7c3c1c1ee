"""GitHub-flavoured Markdown → safe HTML, with its links and headings. The only file that knows the parser (comrak)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Final
from urllib.parse import unquote

import comrak

from ..findings import Span
from ..language import slugify
from .slips import Spaced, find_raw_html, find_spaced

LINK = re.compile(
    r'<(?P<tag>a|img) data-sourcepos="(?P<line>\d+):(?P<column>\d+)-(?P<end_line>\d+):(?P<end>\d+)"'
    r' (?:href|src)="(?P<url>[^"]*)"'
    r'(?P<wiki> data-wikilink="true")?(?P<rest>[^>]*)>(?:(?P<text>[^<]*)</a>)?'
)
HEADING = re.compile(
    r'<h(?P<level>[1-6]) data-sourcepos="(?P<line>\d+):(?P<column>\d+)[^"]*">(?P<html>.*?)</h[1-6]>', re.S
)
TAG = re.compile(r"<[^>]+>")
DEFINITION = re.compile(r" {0,3}\[([^\]]+)\]:\s*<?([^\s>]+)")
ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
OUTSIDE: Final = re.compile(r"https?:", re.IGNORECASE)
SCHEME: Final = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
IDS_OF_PAGES: Final = ("contenu", "en-bref", "liens")
"""Anchors of our own on a sheet's page; those of its fields begin with `champ-`."""
SAFE_SCHEMES: Final = ("http", "https", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image of a text. `span` is its place.

    `target` is what was written, without percent-encoding: outside, where that has a sense of its own, with it.
    """

    target: str
    span: Span
    wiki: bool = False
    image: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (2 for `##`), the anchor to link to, its text, and its place in what was parsed."""

    level: int
    id: str
    text: str
    line: int
    column: int = 1


@dataclass(frozen=True)
class Parsed:
    """A text, parsed once. `links` and `headings` go in reading order; `raw_html` lists where HTML was left out.

    `spaced` has the links that are none, for their addresses hold a space: the address, and where it stands.
    """

    source: str
    html: str
    links: tuple[Link, ...]
    headings: tuple[Heading, ...]
    raw_html: tuple[Span, ...] = ()
    spaced: tuple[Spaced, ...] = ()

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link may point to inside the text."""
        return frozenset(heading.id for heading in self.headings)


def options() -> tuple[comrak.ExtensionOptions, comrak.ParseOptions, comrak.RenderOptions]:
    """The parser's settings: what GitHub shows, and wiki links; raw HTML and unsafe addresses never pass."""
    extension = comrak.ExtensionOptions()
    for name in (
        "table",
        "strikethrough",
        "autolink",
        "tasklist",
        "footnotes",
        "alerts",
        "wikilinks_title_after_pipe",
    ):
        setattr(extension, name, True)
    parse = comrak.ParseOptions()
    parse.sourcepos_chars = True
    render = comrak.RenderOptions()
    render.sourcepos = True
    return extension, parse, render


OPTIONS: Final = options()


def find_link(match: re.Match[str], lines: list[str]) -> Link:
    """The link of a match. The parser blanks an unsafe address, so that one is read again from the source."""
    line, column = int(match["line"]), int(match["column"])
    length = int(match["end"]) - column + 1 if match["end_line"] == match["line"] else 1
    url = unescape(match["url"])
    target = url if OUTSIDE.match(url) else unquote(url)
    if not target and line <= len(lines):
        source = lines[line - 1][column - 1 :]
        written = re.search(r"\]\(\s*<?([^)\s>]*)|<([^>]*)>", source)
        target = (written[1] or written[2] or "") if written else defined(source, lines)
        target = unescape(ESCAPED.sub(r"\1", target))  # what the parser blanked, it had read so
    return Link(target, Span(line, column, max(1, length)), wiki=bool(match["wiki"]), image=match["tag"] == "img")


def defined(source: str, lines: list[str]) -> str:
    """The address that a link by a name (`[text][name]`) is given where the name is defined."""
    name = re.match(r"!?\[([^\]]*)\](?:\[([^\]]*)\])?", source)
    label = " ".join((name[2] or name[1]).split()).casefold() if name else ""
    for line in lines if label else ():
        definition = DEFINITION.match(line)
        if definition and " ".join(definition[1].split()).casefold() == label:
            return definition[2]
    return ""


def parse(text: str) -> Parsed:
    """Parse a Markdown text. Headings get anchors without accents, numbered where two are equal."""
    html = comrak.render_markdown(text, *OPTIONS)
    lines = text.split("\n")
    headings: list[Heading] = []
    taken = dict.fromkeys(IDS_OF_PAGES, 1)

    def anchor(match: re.Match[str]) -> str:
        words = unescape(TAG.sub("", match["html"])).strip()
        name = slug = re.sub("^champ-", "section-champ-", slugify(words)) or "section"
        while name in taken:
            taken[slug] += 1
            name = f"{slug}-{taken[slug]}"
        taken[name] = 1
        headings.append(Heading(int(match["level"]), name, words, int(match["line"]), int(match["column"])))
        return f'<h{match["level"]} id="{name}">{match["html"]}</h{match["level"]}>'

    html = HEADING.sub(anchor, html) if "<h" in html else html
    links = tuple(find_link(match, lines) for match in LINK.finditer(html))
    raw = find_raw_html(text) if "<!-- raw HTML omitted -->" in html else ()
    spaced = find_spaced(text) if "](" in html else ()
    return Parsed(text, html, links, tuple(headings), raw, spaced)


NOTHING: Final = Parsed("", "", (), ())
"""What stands for a text that may not be parsed."""
