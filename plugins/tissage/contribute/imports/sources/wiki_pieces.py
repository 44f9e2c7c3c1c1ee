"""The pieces of a YesWiki text where no mark is looked for (addresses, links, actions, code, HTML) → HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Final

from .tags import balanced

PIECE: Final = re.compile(
    r'(?<!\w=)(?<!\w)""(?P<html>.+?)(?<!\w=)""|(?<!\w)%%(?![ \u00a0])(?P<code>.+?)%%|\{\{(?P<action>[a-z][^{}]*)\}\}'
    r"|\[\[(?P<link>[^\[\]\n]+)\]\]"
    r"|\b(?P<address>[a-z0-9]{2,10}://(?:(?!//(?:\W|\Z))[^\s\0\"|\\^`{}\[\]<>*«»“”])+)(?<![.,;:!?)'’…])",
    re.S | re.I,
)
"""The quotes of an empty attribute (`alt=""`) and of inches (24"") are none of the wiki’s, nor is 100%%."""
NUMBER: Final = re.compile("\0([0-9]+)\0")
LANGUAGE: Final = re.compile(r"^\([\w+-]+\)")
LAYOUT: Final = re.compile(
    r"(?:grid|col|end|section|label|accordion|panel|clear)\b(?!.*\b(?:title|text)=)", re.S | re.I
)
"""The actions that show nothing of their own."""
BUTTON: Final = re.compile(r"button\s", re.I)
EMBEDDED: Final = re.compile(r"<(?:iframe|video|audio|embed|object)\b[^<>]*>", re.I)
OPTION: Final = re.compile(r'\b(\w+)\s*=\s*"([^"]*)"')
LONGEST: Final = 100
FOLLOWED: Final = re.compile(r"(?:https?://|mailto:)", re.I)


@dataclass
class Pieces:
    """What was put aside of a text, as HTML: how much of it is markup, and the actions lost that showed something."""

    held: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    found: int = 0

    def aside(self, text: str) -> str:
        """The text with a number where each piece stood."""
        return PIECE.sub(self.hold, text.replace("\0", ""))

    def hold(self, piece: re.Match[str]) -> str:
        """Put a piece aside: what stands for it."""
        kind = str(piece.lastgroup)
        text = str(piece[kind])
        self.found += kind != "address"
        match kind:
            case "html":
                self.lost += embedded(text)
                made = balanced(text)
            case "code":
                made = code(text)
            case "action":
                made = button(text)
                self.lost += [shortened(piece[0])] if not made and not LAYOUT.match(text) else []
            case "link":
                made = link(*unescape(text).split(None, 1))
            case _:
                made = link(unescape(text))
        self.held.append(made)
        number = f"\0{len(self.held) - 1}\0" if made else ""
        return f"\n\n{number}\n\n" if made.startswith("<pre>") else number

    def back(self, html: str) -> str:
        """HTML with the pieces where their numbers stand."""
        return NUMBER.sub(lambda number: self.held[int(number[1])], html)


def code(text: str) -> str:
    """Code, on lines of its own where it has several; the language that it may begin with goes."""
    inner = escape(unescape(LANGUAGE.sub("", text, count=1).strip("\n")), quote=False)
    return f"<pre><code>{inner}</code></pre>" if "\n" in inner else f"<code>{inner.strip()}</code>"


def link(target: str = "", words: str = "") -> str:
    """A link to the outside; of a page of the wiki, which is not here, its words."""
    shown = escape(words.strip() or target, quote=False)
    return f'<a href="{escape(target)}">{shown}</a>' if FOLLOWED.match(target) else shown


def button(action: str) -> str:
    """What a button becomes that has words; nothing for any other action."""
    options = dict(OPTION.findall(unescape(action)))
    words = options.get("text", "").strip()
    return link(options.get("link", "").strip(), words) if BUTTON.match(action) and words else ""


def embedded(html: str) -> list[str]:
    """What is shown inside a text from elsewhere, and cannot be here."""
    return [shortened(tag) for tag in EMBEDDED.findall(html)]


def shortened(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"
