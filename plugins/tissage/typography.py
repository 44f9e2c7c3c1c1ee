"""Québec typography for what readers see: plain text → plain text, HTML → HTML. Code, addresses and attributes stay.

The rules are those of the Office québécois de la langue française for the web, where thin spaces are left out
(Banque de dépannage linguistique, « Espacement avant et après les signes de ponctuation et les symboles »,
vitrinelinguistique.oqlf.gouv.qc.ca/22039): a no-break space before a colon, inside guillemets, between a number and its
sign or unit; none at all before a semicolon, an exclamation or a question mark. Apostrophes are curved and three dots
are one sign, as in print. What is not surely prose stays as it was written. Correcting twice changes nothing more.

Most pages are well typed, and a page that is not has a few slips: nothing looks at every tag. Each sign is looked for
by itself (a pattern that begins with it runs ten times as fast as any other), then what stands around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import escape, unescape
from typing import Final, NamedTuple

NBSP: Final = "\u00a0"
SPACES: Final = " \u00a0\u202f\u2009"
TAGS: Final = r"(?:<[^>]*>)*"
LETTER: Final = r"[^\W\d_]"
ENDS: Final = r"(?=[\s.,…!?»)\]\"&<]|\Z)"
"""What follows a mark that ends a sentence: `!=`, `?page=2` and `;-)` are something else."""

NOT_PROSE: Final = re.compile(
    r"<(?:(code|kbd|pre|samp|script|style|svg|textarea)\b.*?</\1>"
    r"|a [^>]*>(?:https?:|www\.|[^<\s@]*@)[^<\s@]*</a>"
    r"|!--.*?-->)"
    r"|https?://[^\s<]*",
    re.S,
)
"""Code, links whose text is an address, comments, addresses."""

Edit = tuple[int, int, str]
"""From where to where, and what goes there."""

SIGNS: Final = (
    ("'", re.compile(rf"'(?<={LETTER}')(?={TAGS}(?:{LETTER}|«))"), "’"),
    ("&", re.compile(rf"&#(?:39;(?<={LETTER}&#39;)|x27;(?<={LETTER}&#x27;))(?={TAGS}(?:{LETTER}|«))"), "’"),
    ("...", re.compile(r"\.\.\.(?<![./\\]\.\.\.)(?![./\\\w])"), "…"),
    ("«", re.compile(f"«(?!{NBSP})[ \u202f\u2009]?"), f"«{NBSP}"),
)
"""A sign, where it is wrong, and what is right."""


class Gap(NamedTuple):
    """The space before a mark: what it should be, after what, and after what it is added where there is none."""

    sign: str
    mark: re.Pattern[str]
    space: str
    after: re.Pattern[str]
    added: re.Pattern[str] | None = None


TEXT: Final = re.compile(r"[^\s«]")
DIGIT: Final = re.compile(r"\d")
GAPS: Final = (
    Gap(";", re.compile(r";(?=[\s<]|\Z)"), "", TEXT),
    Gap("!", re.compile(rf"!{ENDS}"), "", TEXT),
    Gap("?", re.compile(rf"\?{ENDS}"), "", TEXT),
    Gap(":", re.compile(rf":(?={TAGS}(?:\s|\Z))"), NBSP, TEXT, re.compile(LETTER)),
    Gap("»", re.compile("»"), NBSP, TEXT, TEXT),
    Gap("%", re.compile(r"%(?!\w)"), NBSP, DIGIT, DIGIT),
    Gap("$", re.compile(r"\$(?!\w)"), NBSP, DIGIT, DIGIT),
    Gap("h", re.compile(rf"h(?<=\d[{SPACES}]h)\b"), NBSP, DIGIT),
)
THOUSANDS: Final = re.compile(r" (?<=\d )(?<!\d{4} )(?=(?:\d{3}[ \u00a0])*\d{3}\Z)")
MINUTES: Final = re.compile(r" (?=\d\d\b)")


def typeset(text: str) -> str:
    """A plain text as Québec typography has it."""
    return unescape(typeset_html(escape(text, quote=False)))


def typeset_html(html: str) -> str:
    """HTML with its prose as Québec typography has it.

    It is taken as our templates and the Markdown parser write it: well formed, `<` and `>` escaped in attributes too.
    """
    edits = sorted({*signs(html), *gaps(html)})
    if not edits:
        return html
    spans = [match.span() for match in NOT_PROSE.finditer(html)]
    starts = [start for start, _ in spans]
    pieces: list[str] = []
    done = 0
    for start, end, right in edits:
        around = bisect_right(starts, start)
        if start < done or (around and start < spans[around - 1][1]) or in_tag(html, start, done):
            continue
        pieces += html[done:start], right
        done = end
    return "".join((*pieces, html[done:]))


def signs(html: str) -> Iterator[Edit]:
    """The signs that another one should stand for, and what follows an opening guillemet."""
    for sign, wrong, right in SIGNS:
        if sign in html:
            yield from ((*match.span(), right) for match in wrong.finditer(html))


def gaps(html: str) -> Iterator[Edit]:
    """The spaces before marks, signs and units, where they are not what they should be."""
    for sign, mark, space, after, added in GAPS:
        if sign not in html:
            continue
        for match in mark.finditer(html):
            place = match.start()
            at = before(html, place)
            if at < 0:
                continue
            if html[at] not in SPACES:
                if added and added.match(html[at]):
                    yield place, place, space
                end = at + 1
            else:
                if html[at] != space and after.match(html[before(html, at)]):
                    yield at, at + 1, space
                end = at
            if after is DIGIT:
                yield from ((*m.span(), NBSP) for m in THOUSANDS.finditer(html, max(0, end - 16), end))
                if minutes := MINUTES.match(html, match.end()):
                    yield *minutes.span(), NBSP


def before(html: str, place: int) -> int:
    """Where the character of the text stands that comes before a place, tags passed over; -1 where there is none."""
    while place and html[place - 1] == ">":
        place = max(0, html.rfind("<", 0, place))
    return place - 1


def in_tag(html: str, place: int, prose: int) -> bool:
    """Whether a place lies inside a tag; `prose` is one before it that does not."""
    return html.rfind("<", prose, place) > html.rfind(">", prose, place)
