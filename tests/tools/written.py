"""Texts that a writer of YAML may get wrong, and what a reader of it got."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from tissage.nodes import Mapping, Node, Scalar
from tissage.reading import read_document

HOSTILE: Final = (
    "Eau: la base",
    "#3, le troisième",
    "Atelier #3",
    "- tiret",
    "---",
    "a\n---\ntitle: volé",
    "  deux espaces",
    "\ttabulation",
    "null",
    "~",
    "No",
    "oui",
    "010",
    "12:30",
    "2026-01-02",
    "'",
    '"',
    "\\n",
    "{a: b}",
    "[x](y)",
    "&ancre *alias",
    "!!python/object:os.system",
    "%YAML 1.2",
    "@quelqu’un",
    "`code`",
    "| bloc",
    "> plié",
    "l’été\u00a0: déjà «\u00a0là\u00a0»",
    "un\n\n  retrait\n\ndeux",
    "fin avec espace \nsuite",
    "title: x\ntitle: y",
    "🧵",
    "\u2028",
)


def plain(node: Node) -> object:
    """A node as texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: plain(entry.node) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]


def read_back(text: str, folder: Path) -> tuple[Any, str]:
    """The values and the body that the engine reads of the text of a sheet, which has no slip."""
    file = folder / "fiche.md"
    file.write_text(text, encoding="utf-8")
    document, findings = read_document(file, "fiche.md")
    assert document is not None, text
    assert findings == [], text
    return plain(document.front), document.body
