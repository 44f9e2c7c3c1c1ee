"""Pandoc’s document tree as text: what its blocks say, the rows of its tables, the lines of its lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def opened(content: Any) -> Any:
    """Inlines or blocks whose plain text says all that they hold: the address of a link, and a note, in brackets."""
    if isinstance(content, list | tuple):
        return [one for part in content for one in (asides(part) if is_aside(part) else [opened(part)])]
    return {**content, "c": opened(content["c"])} if isinstance(content, dict) and "c" in content else content


def is_aside(content: Any) -> bool:
    """Whether something stands for more than its plain text."""
    return isinstance(content, dict) and content.get("t") in ("Link", "Note")


def asides(inline: Inline) -> list[Inline]:
    """A link with its address, unless its text is that; a note’s text."""
    if inline["t"] == "Note":
        return string(f" ({' '.join(plain(opened(inline['c'])).split())})")
    text, target = opened(inline["c"][1]), str(inline["c"][2][0])
    same = target.removeprefix("mailto:").removeprefix("tel:") == plain(text).strip()
    return text if same else [*text, *string(f" ({target})")]


def links_in(blocks: Sequence[Block]) -> list[Inline]:
    """The links of some paragraphs."""
    return [one for block in blocks if block["t"] in ("Para", "Plain") for one in block["c"] if one["t"] == "Link"]


def link_in(blocks: Sequence[Block]) -> str:
    """The address of the only link of some paragraphs, if there is one and no other."""
    links = links_in(blocks)
    return str(links[0]["c"][2][0]) if len(links) == 1 else ""


def inline_lines(content: Sequence[Block]) -> Iterator[list[Inline]]:
    """The lines of some blocks, without bold or italics: a list’s items have lines of their own."""
    for block in content:
        if block["t"] in ("Para", "Plain"):
            line: list[Inline] = []
            for one in leaves(block["c"]):
                if one["t"] == "LineBreak":
                    yield line
                    line = []
                else:
                    line.append(one)
            yield line
        elif block["t"] in ("BulletList", "OrderedList"):
            items = block["c"] if block["t"] == "BulletList" else block["c"][1]
            for item in items:
                yield from inline_lines(item)
        else:
            yield from (string(line) for line in plain(block).split("\n"))


def leaves(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Inlines without the bold or the italics around them."""
    for one in inlines:
        yield from leaves(one["c"]) if one["t"] in ("Strong", "Emph", "Strikeout") else (one,)


def parted(line: Sequence[Inline]) -> tuple[str, list[Inline]] | None:
    """What stands before the first colon of a line, and what comes after; None where there is no colon."""
    for number, one in enumerate(line):
        if one["t"] == "Str" and ":" in one["c"]:
            label, _, rest = str(one["c"]).partition(":")
            return plain(list(line[:number])) + label, [{"t": "Str", "c": rest}, *line[number + 1 :]]
    return None


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
    return holds(content, "Image")


def holds(content: Any, *kinds: str) -> bool:
    """Whether something of these kinds stands somewhere in the content."""
    if isinstance(content, dict):
        return content.get("t") in kinds or holds(content.get("c"), *kinds)
    return isinstance(content, list | tuple) and any(holds(one, *kinds) for one in content)
