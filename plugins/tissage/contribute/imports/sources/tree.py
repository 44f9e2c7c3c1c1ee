"""Pandoc’s document tree as text: what its blocks say, the rows of its tables, the lines of its lists."""

from __future__ import annotations

from typing import Any, Final

from .pandoc import Block

Inline = dict[str, Any]
"""A piece of a line of pandoc’s document tree."""
BLOCKS: Final = frozenset(
    ("Para", "Plain", "Header", "BulletList", "OrderedList", "BlockQuote", "CodeBlock", "Table", "HorizontalRule")
)


def string(text: str) -> list[Inline]:
    """A text as inlines."""
    parts: list[Inline] = []
    for number, word in enumerate(text.split(" ")):
        parts += [{"t": "Space"}] if number else []
        parts += [{"t": "Str", "c": word}] if word else []
    return parts


def plain(content: Any) -> str:
    """The text of inlines or blocks: blocks and breaks on lines of their own."""
    if isinstance(content, list):
        if content and all(isinstance(one, dict) and one.get("t") in BLOCKS for one in content):
            return "\n".join(text for text in map(plain, content) if text.strip())
        return "".join(map(plain, content))
    if not isinstance(content, dict):
        return ""
    kind: Any = content.get("t")
    inner: Any = content.get("c")
    match kind:
        case "Str":
            return str(inner)
        case "Space" | "SoftBreak":
            return " "
        case "LineBreak":
            return "\n"
        case "Code" | "Math" | "CodeBlock":
            return str(inner[1])
        case "Link" | "Image" | "Header":
            return plain(inner[1 if kind != "Header" else 2])
        case "BulletList":
            return "\n".join(map(plain, inner))
        case "OrderedList":
            return "\n".join(map(plain, inner[1]))
        case "Table":
            return "\n".join(" | ".join(plain(cell) for cell in row) for row in rows_of(content))
        case "Note" | "HorizontalRule":
            return ""
    return plain(inner)


def rows_of(table: Block) -> list[list[list[Block]]]:
    """The rows of a table, each cell as blocks; cells that span get empty ones beside or below them."""
    _, _, _, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    found: list[list[list[Block]]] = []
    hanging: dict[int, int] = {}
    for _, cells in rows:
        row: list[list[Block]] = []
        for _, _, down, across, blocks in cells:
            while hanging.get(len(row), 0) > 0:
                hanging[len(row)] -= 1
                row.append([])
            for number in range(min(int(across), 100)):
                if down > 1:
                    hanging[len(row)] = int(down) - 1
                row.append(blocks if not number else [])
        while hanging.get(len(row), 0) > 0:
            hanging[len(row)] -= 1
            row.append([])
        found.append(row)
    return found


def lines_of(block: Block) -> list[list[Inline]]:
    """The lines that a block becomes inside a cell."""
    match block["t"]:
        case "Para" | "Plain":
            return [block["c"]]
        case "Header":
            return [block["c"][2]]
        case "BulletList" | "OrderedList":
            items = block["c"] if block["t"] == "BulletList" else block["c"][1]
            return [line for item in items for one in item for line in lines_of(one)]
        case "BlockQuote":
            return [line for one in block["c"] for line in lines_of(one)]
    return [string(" ".join(plain(block).split()))]


def pictures(content: Any) -> bool:
    """Whether a picture stands somewhere in the content."""
    if isinstance(content, dict):
        return content.get("t") == "Image" or pictures(content.get("c"))
    return isinstance(content, list | tuple) and any(map(pictures, content))
