"""HTML as a tree, so that a test says what a reader sees and not how it is spelled."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final
from xml.etree.ElementTree import Element, SubElement

VOID: Final = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


class Reader(HTMLParser):
    """Builds the tree; `slips` says which elements are closed wrongly, which a browser would repair in its own way."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("document")
        self.open = [self.root]
        self.slips: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        repeated = {name for name, _ in attrs if sum(name == other for other, _ in attrs) > 1}
        self.slips += [f"<{tag}> has {name} twice" for name in sorted(repeated)]
        element = SubElement(self.open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        names = [element.tag for element in self.open[1:]]
        if tag not in names:
            self.slips.append(f"</{tag}> closes nothing")
            return
        while self.open[-1].tag != tag:
            self.slips.append(f"<{self.open.pop().tag}> is not closed")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        last = self.open[-1]
        if len(last):
            last[-1].tail = (last[-1].tail or "") + data
        else:
            last.text = (last.text or "") + data


def read(source: str) -> tuple[Element, list[str]]:
    """The tree of a page, and its slips."""
    reader = Reader()
    reader.feed(source)
    reader.close()
    return reader.root, reader.slips + [f"<{element.tag}> is not closed" for element in reader.open[1:]]


def text(element: Element | None) -> str:
    """The text of an element as one reads it, its white space folded (no-break spaces too)."""
    assert element is not None, "There is no such element."
    return " ".join("".join(element.itertext()).split())


def texts(elements: list[Element]) -> list[str]:
    """The text of each element."""
    return [text(element) for element in elements]


def by_class(page: Element, name: str) -> list[Element]:
    """The elements of a class, in order."""
    return [element for element in page.iter() if name in element.get("class", "").split()]


def main(page: Element) -> Element:
    """What the page itself says, without the site's menus."""
    found = by_class(page, "md-content")
    assert len(found) == 1, "The page has no content of its own."
    return found[0]


def links(page: Element) -> dict[str, str]:
    """Where each link leads, by its text; of two with the same text, the first."""
    found: dict[str, str] = {}
    for element in page.iter("a"):
        found.setdefault(text(element), element.get("href", ""))
    return found


def meta(page: Element, name: str) -> str | None:
    """The content of a `<meta>` by its name or property, None where there is none."""
    for element in page.iter("meta"):
        if name in (element.get("name"), element.get("property")):
            return element.get("content")
    return None


def is_redirection(page: Element) -> bool:
    """Whether a page only leads to another."""
    return any(element.get("http-equiv") == "refresh" for element in page.iter("meta"))
