"""HTML of unknown make → balanced HTML of a few plain tags, so that nothing in it reaches beyond itself."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import Final

LOOKS_LIKE: Final = re.compile(
    r"</?(?:p|br|div|span|b|strong|i|em|a|ul|ol|li|h[1-6]|table|td|img|blockquote)\b[^<>]*>", re.I
)
KEPT: Final = re.compile("p|b|strong|i|em|u|s|ul|ol|li|h[1-6]|table|thead|tbody|tr|td|th|blockquote|pre|code|sup|sub")
BLOCKS: Final = ("div", "section", "article", "figure", "header", "footer")
ALONE: Final = ("br", "hr")
DROPPED: Final = ("script", "style", "template", "iframe", "object", "noscript", "title", "textarea", "select")


class Balancer(HTMLParser):
    """Writes the tags that are kept again, each closed in its turn; scripts and styles go with what they hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.open: list[str] = []
        self.dropping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that opens."""
        attributes = dict(attrs)
        if tag in DROPPED:
            self.dropping += 1
        elif self.dropping:
            return
        elif tag in ALONE:
            self.out.append(f"<{tag}>")
        elif tag == "img":
            self.out.append(
                f'<img src="{escape(attributes.get("src") or "")}" alt="{escape(attributes.get("alt") or "")}">'
            )
        elif KEPT.fullmatch(tag) or tag in BLOCKS or tag == "a":
            name = "div" if tag in BLOCKS else tag
            href = f' href="{escape(attributes.get("href") or "")}"' if tag == "a" else ""
            self.open.append(name)
            self.out.append(f"<{name}{href}>")

    def handle_endtag(self, tag: str) -> None:
        """A tag that closes, and all that were left open inside it."""
        name = "div" if tag in BLOCKS else tag
        if tag in DROPPED:
            self.dropping = max(0, self.dropping - 1)
        elif not self.dropping and name in self.open:
            while (last := self.open.pop()) != name:
                self.out.append(f"</{last}>")
            self.out.append(f"</{name}>")

    def handle_data(self, data: str) -> None:
        """Text."""
        if not self.dropping:
            self.out.append(escape(data))


def balanced(html: str) -> str:
    """HTML with every tag closed."""
    balancer = Balancer()
    balancer.feed(html)
    balancer.close()
    balancer.out += [f"</{tag}>" for tag in reversed(balancer.open)]
    return "".join(balancer.out)


def is_html(text: str) -> bool:
    """Whether a text holds tags."""
    return LOOKS_LIKE.search(text) is not None
