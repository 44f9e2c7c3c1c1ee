"""ODT documents whose tables hold tables, which pandoc passes over: their paragraphs go in the cell around them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final
from xml.etree import ElementTree

TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
PARAGRAPHS: Final = tuple(f"{{urn:oasis:names:tc:opendocument:xmlns:text:1.0}}{name}" for name in ("p", "h"))


def flattened(parts: Mapping[str, bytes], data: bytes) -> bytes:
    """The document without tables inside tables; the same bytes where it has none."""
    try:
        root = ElementTree.fromstring(parts.get("content.xml", b""))
    except ElementTree.ParseError:
        return data
    if not sum([flatten(cell) for cell in root.iter(f"{TABLE}table-cell")]):
        return data
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, ElementTree.tostring(root, "utf-8") if name == "content.xml" else part)
    return made.getvalue()


def flatten(cell: ElementTree.Element) -> int:
    """Put the paragraphs of the tables in a cell in their place; says how many tables there were."""
    tables = [child for child in cell if child.tag == f"{TABLE}table"]
    if tables:
        cell[:] = [part for child in cell for part in (texts(child) if child in tables else (child,))]
    return len(tables)


def texts(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """The paragraphs of an element, in reading order, with all that they hold."""
    for child in element:
        if child.tag in PARAGRAPHS:
            yield child
        else:
            yield from texts(child)
