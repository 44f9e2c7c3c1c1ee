"""GitHub-flavoured Markdown → safe HTML, with its links and headings. The only file that knows the parser (comrak)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

import comrak

from .findings import Span
from .language import N_, Language, slugify

LINK = re.compile(
    r'<(?P<tag>a|img) data-sourcepos="(?P<line>\d+):(?P<column>\d+)-(?P<end_line>\d+):(?P<end>\d+)"'
    r' (?:href|src)="(?P<url>[^"]*)"'
    r'(?P<wiki> data-wikilink="true")?(?P<rest>[^>]*)>(?:(?P<text>[^<]*)</a>)?'
)
HEADING = re.compile(
    r'<h(?P<level>[1-6]) id="(?P<id>[^"]*)" data-sourcepos="(?P<line>\d+):[^"]*">'
    r'(?P<html>.*?)<a href="#[^>]*></a></h[1-6]>',
    re.S,
)
POSITION = re.compile(r' data-sourcepos="[^"]*"')
TAG = re.compile(r"<[^>]+>")
RAW_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
ALERT = re.compile(r'<div class="markdown-alert markdown-alert-(\w+)">\n<p class="markdown-alert-title">(.*?)</p>')
SCHEME: Final = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
SAFE_SCHEMES: Final = ("http", "https", "mailto", "tel")
ALERT_TITLES: Final = {
    "note": N_("Note"),
    "tip": N_("Tip"),
    "important": N_("Important"),
    "warning": N_("Warning"),
    "caution": N_("Caution"),
}
BOX = re.compile(r'<input type="checkbox"( checked="")? disabled="" />')
BACK_TO_REFERENCE = re.compile(r'aria-label="Back to reference ([^"]*)"')


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image of a text. `target` is what was written, without percent-encoding; `span` its place."""

    target: str
    span: Span
    wiki: bool = False
    image: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level (2 for `##`), the anchor to link to, its text, and its line in the text."""

    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text, parsed once. `links` and `headings` go in reading order; `raw_html` lists where HTML was left out."""

    source: str
    html: str
    links: tuple[Link, ...]
    headings: tuple[Heading, ...]
    raw_html: tuple[Span, ...] = field(default=())

    @property
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
    extension.header_id_prefix = ""
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
    target = unquote(unescape(match["url"]))
    if not target and line <= len(lines):
        written = re.search(r"\]\(\s*<?([^)\s>]*)|<([^>]*)>", lines[line - 1][column - 1 :])
        target = (written[1] or written[2] or "") if written else ""
    return Link(target, Span(line, column, max(1, length)), wiki=bool(match["wiki"]), image=match["tag"] == "img")


def find_raw_html(text: str) -> tuple[Span, ...]:
    """Where HTML stands in the source, outside code."""
    spans: list[Span] = []
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if mark := FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif not fence and (found := RAW_HTML.search(re.sub(r"`[^`]*`", lambda code: " " * len(code[0]), line))):
            spans.append(Span(number, found.start() + 1, len(found[0])))
    return tuple(spans)


def parse(text: str) -> Parsed:
    """Parse a Markdown text. Headings get anchors without accents, numbered where two are equal."""
    html = comrak.render_markdown(text, *OPTIONS)
    lines = text.split("\n")
    headings: list[Heading] = []
    taken: dict[str, int] = {}

    def anchor(match: re.Match[str]) -> str:
        words = unescape(TAG.sub("", match["html"])).strip()
        slug = slugify(words) or "section"
        taken[slug] = taken.get(slug, 0) + 1
        name = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
        headings.append(Heading(int(match["level"]), name, words, int(match["line"])))
        return f'<h{match["level"]} id="{name}">{match["html"]}</h{match["level"]}>'

    html = HEADING.sub(anchor, html) if "<h" in html else html
    links = tuple(find_link(match, lines) for match in LINK.finditer(html))
    raw = find_raw_html(text) if "<!-- raw HTML omitted -->" in html else ()
    return Parsed(text, html, links, tuple(headings), raw)


def to_html(parsed: Parsed, resolve: Callable[[Link], tuple[str, str | None]], language: Language) -> str:
    """The HTML of a parsed text, its links resolved.

    `resolve` takes a link and gives the address to write, and the title of its target where there is one, for wiki
    links without a text of their own.
    """
    remaining = iter(parsed.links)

    def link(match: re.Match[str]) -> str:
        item = next(remaining)
        url, title = resolve(item)
        if (scheme := SCHEME.match(url)) and scheme[1].lower() not in SAFE_SCHEMES:
            url = ""
        if item.image:
            return f'<img src="{escape(url)}"{match["rest"].rstrip("/ ")} loading="lazy" />'
        if match["text"] is None:
            return f'<a href="{escape(url)}"{match["rest"]}>'
        text = match["text"]
        if item.wiki and title and unescape(text) == item.target:
            text = escape(title, quote=False)
        return f'<a href="{escape(url)}"{match["rest"]}>{text}</a>'

    html = LINK.sub(link, parsed.html) if parsed.links else parsed.html
    html = POSITION.sub("", html).replace("<!-- raw HTML omitted -->", "")
    if "<table>" in html:  # each in a box that scrolls, by touch or with the keyboard, where the screen is narrow
        html = html.replace("<table>", '<div class="tissage-scroll" tabindex="0"><table class="tissage-table">')
        html = html.replace("</table>", "</table></div>")
    if "markdown-alert" in html:
        html = ALERT.sub(lambda match: alert(match[1], match[2], language), html)
    if "checkbox" in html:
        html = BOX.sub(lambda match: box(bool(match[1]), language), html)
    if "data-footnote-backref" in html:
        label = language.say(N_("Back to the text, note {number}"), number="\\1")
        html = BACK_TO_REFERENCE.sub(f'aria-label="{label}"', html)
    return html


def alert(kind: str, title: str, language: Language) -> str:
    """A GitHub alert as one of Material's admonitions, with its usual title in the site's language."""
    usual = ALERT_TITLES.get(kind, "")
    shown = language.say(usual) if title.lower() == kind else title
    css = {"important": "info", "caution": "danger"}.get(kind, kind)
    return f'<div class="admonition {css}">\n<p class="admonition-title">{shown}</p>'


def box(checked: bool, language: Language) -> str:
    """A task's box: a sign that also prints, with a name for those who listen."""
    name = language.say(N_("Done:")) if checked else language.say(N_("To do:"))
    return f'<span class="tissage-box" role="img" aria-label="{escape(name)}">{"☑" if checked else "☐"}</span>'
