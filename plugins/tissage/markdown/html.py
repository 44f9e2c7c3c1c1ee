"""A parsed text → the HTML of the page: its links resolved, its tables, alerts and boxes as the theme shows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Final

from ..language import N_, Language
from .parsing import LINK, SAFE_SCHEMES, SCHEME, Link, Parsed

TABLE: Final = N_("Table")
POSITION = re.compile(r' data-sourcepos="[^"]*"')
ALERT = re.compile(r'<div class="markdown-alert markdown-alert-(\w+)">\n<p class="markdown-alert-title">(.*?)</p>')
ALERT_TITLES: Final = {
    "note": N_("Note"),
    "tip": N_("Tip"),
    "important": N_("Important"),
    "warning": N_("Warning"),
    "caution": N_("Caution"),
}
BOX = re.compile(r'<input type="checkbox"( checked="")? disabled="" />')
ANCHOR = re.compile(r'(<[a-z0-9]+(?: [^<>]*)? id=")')
TO_NOTE = re.compile(r'(<a href="#)(?=[^"]*" (?:id="fnref-|class="footnote-backref"))')
BACK_TO_REFERENCE = re.compile(r'aria-label="Back to reference ([^"]*)"')


def to_html(
    parsed: Parsed,
    resolve: Callable[[Link], tuple[str, str | None]],
    language: Language,
    room: Callable[[Link], str] = lambda _: "",
) -> str:
    """The HTML of a parsed text, its links resolved.

    `resolve` takes a link and gives the address to write, and the title of its target where there is one, for wiki
    links without a text of their own; `room` the attributes that keep the room of a picture.
    """
    remaining = iter(parsed.links)

    def link(match: re.Match[str]) -> str:
        item = next(remaining)
        url, title = resolve(item)
        if (scheme := SCHEME.match(url)) and scheme[1].lower() not in SAFE_SCHEMES:
            url = ""
        if item.image:
            return f'<img src="{escape(url)}"{match["rest"].rstrip("/ ")}{room(item)} loading="lazy" />'
        if match["text"] is None:
            return f'<a href="{escape(url)}"{match["rest"]}>'
        text = match["text"]
        if item.wiki and title and unescape(text) == item.target:
            text = escape(title, quote=False)
        return f'<a href="{escape(url)}"{match["rest"]}>{text}</a>'

    html = LINK.sub(link, parsed.html) if parsed.links else parsed.html
    html = POSITION.sub("", html).replace("<!-- raw HTML omitted -->", "")
    if "<table>" in html:  # each in a box that scrolls, by touch or with the keyboard, where the screen is narrow
        frame = f'<div class="tissage-scroll" tabindex="0" role="region" aria-label="{escape(language.say(TABLE))}">'
        html = html.replace("<table>", f'{frame}<table class="tissage-table">')
        html = html.replace("</table>", "</table></div>").replace("<th></th>", "<td></td>")
    if "markdown-alert" in html:
        html = ALERT.sub(lambda match: alert(match[1], match[2], language), html)
    if "checkbox" in html:
        html = BOX.sub(lambda match: box(bool(match[1]), language), html)
    if "data-footnote-backref" in html:
        label = language.say(N_("Back to the text, note {number}"), number="\\1")
        html = BACK_TO_REFERENCE.sub(f'aria-label="{label}"', html)
    return html


def set_apart(html: str, mark: str) -> str:
    """The HTML of one of several texts of a page, its anchors and its links to notes marked as its own."""
    if " id=" not in html:
        return html
    return ANCHOR.sub(rf"\g<1>{mark}-", TO_NOTE.sub(rf"\g<1>{mark}-", html))


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
