"""Pictures that a document shows without holding them: it only says where they lie, on the machine that wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote
from xml.etree import ElementTree

OFFICE: Final = "http://schemas.openxmlformats.org/%s"
BLIP: Final = f"{{{OFFICE % 'drawingml/2006/main'}}}blip"
LINK, EMBEDDED = (f"{{{OFFICE % 'officeDocument/2006/relationships'}}}{name}" for name in ("link", "embed"))
RELATION: Final = f"{{{OFFICE % 'package/2006/relationships'}}}Relationship"


def linked_in_word(parts: Mapping[str, bytes]) -> list[str]:
    """The names of the pictures that a Word document only links to: pandoc passes over them without a word."""
    try:
        text = ElementTree.fromstring(parts.get("word/document.xml", b""))
        relations = ElementTree.fromstring(parts.get("word/_rels/document.xml.rels", b""))
    except ElementTree.ParseError:
        return []
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations.iter(RELATION)}
    links = [blip.get(LINK, "") for blip in text.iter(BLIP) if not blip.get(EMBEDDED)]
    return [file_name(targets[link]) for link in links if link in targets]


def file_name(target: str) -> str:
    """The name of the file at an address: the folders of somebody’s machine are nobody else’s business."""
    path = re.split(r"[?#]", unquote(target), maxsplit=1)[0]
    return " ".join(re.split(r"[/\\]", path.rstrip("/\\"))[-1].split()) or target
