"""The texts of a document that pandoc passes over without a word: those in boxes and shapes; and its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.etree import ElementTree

from .tree import plain

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPEN: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same shape once more, for old programs."""
NOTE_OF: Final = OPEN % ("office", "annotation")
BESIDE: Final = frozenset(
    (
        FALLBACK,
        NOTE_OF,
        OPEN % ("text", "tracked-changes"),
        OPEN % ("text", "note-citation"),
        OPEN % ("text", "table-of-content"),
        OPEN % ("office", "forms"),
        OPEN % ("svg-compatible", "desc"),
        OPEN % ("svg-compatible", "title"),
        f"{WORD}del",
        f"{WORD}moveFrom",
        f"{WORD}instrText",
        f"{WORD}sdtPr",
    )
)
"""What holds no text that a reader of the document would see in it."""
PARAGRAPHS: Final = frozenset((f"{WORD}p", OPEN % ("text", "p"), OPEN % ("text", "h")))
FEWEST: Final = 4
"""Letters and figures below which a piece of text is no loss: pandoc writes some of them otherwise."""


def unread(parts: Mapping[str, bytes], tree: Mapping[str, Any]) -> list[str]:
    """The paragraphs of a document of which a piece is nowhere in pandoc’s tree, each once, in their order."""
    blocks = [*(value.get("c", "") for value in tree["meta"].values()), tree["blocks"]]
    known = letters(" ".join(every_text(blocks)))
    lost: dict[str, None] = {}
    last = 0  # where the piece before stands: most come in their order, and a long document is not searched anew
    for paragraph in (one for root in roots(parts) for one in seen(root) if one.tag in PARAGRAPHS):
        for piece in map(letters, texts(paragraph)):
            place = known.find(piece, last) if len(piece) >= FEWEST else last
            place = known.find(piece) if place < 0 else place
            if place < 0:
                lost[" ".join("".join(texts(paragraph)).split())] = None
            last = max(place, 0)
    return list(lost)


def comments(parts: Mapping[str, bytes]) -> int:
    """How many comments stand in the margin of a document."""
    word = parsed(parts.get("word/comments.xml", b""))
    number = sum(1 for _ in word.iter(f"{WORD}comment")) if word is not None else 0
    return number + sum(1 for root in roots(parts) for _ in root.iter(NOTE_OF))


def roots(parts: Mapping[str, bytes]) -> Iterator[ElementTree.Element]:
    """The text of a document, as XML."""
    for name in ("word/document.xml", "content.xml"):
        if (root := parsed(parts.get(name, b""))) is not None:
            yield root


def parsed(data: bytes) -> ElementTree.Element | None:
    """A part as XML, None where it is not there or not well-formed."""
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return None


def seen(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """An element and all below it that a reader sees."""
    yield element
    for child in element:
        if child.tag not in BESIDE:
            yield from seen(child)


def texts(paragraph: ElementTree.Element) -> Iterator[str]:
    """The pieces of text of a paragraph, without those of paragraphs inside it."""
    written = paragraph.tag.startswith("{urn:oasis:")  # Word keeps its text in one kind of element alone
    if paragraph.text and (written or paragraph.tag == f"{WORD}t"):
        yield paragraph.text
    for child in paragraph:
        if child.tag not in BESIDE and child.tag not in PARAGRAPHS:
            yield from texts(child)
        if child.tail and written:
            yield child.tail


def every_text(content: Any) -> Iterator[str]:
    """All the texts of pandoc’s tree, those of its notes too."""
    if isinstance(content, dict):
        if content.get("t") == "Note":
            yield from every_text(content["c"])
        elif content.get("t") in ("Str", "Code", "Math", "CodeBlock", "Space"):
            yield plain(content)
        else:
            yield from every_text(list(content.values()))
    elif isinstance(content, list):
        for one in content:
            yield from every_text(one)


def letters(text: str) -> str:
    """The letters and figures of a text alone: what programs never write in two ways."""
    return re.sub(r"[\W_]+", "", text).lower()
