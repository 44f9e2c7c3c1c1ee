"""Texts: a line or a paragraph, and Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ...nodes import Scalar
from ..context import Context
from ..model import Field, Schema
from ..readability import hard
from .kind import INVALID, Kind, scalar


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown in the front matter; its text begins on line `line` of the file, `indent` characters from the margin."""

    text: str
    line: int
    indent: int = 0


def within_length(node: Scalar, text: str, field: Field, context: Context) -> bool:
    """Whether the text is neither too short nor too long; reports it where it is not."""
    if field.max_length is not None and len(text) > field.max_length:
        values = {"field": field.name, "limit": str(field.max_length), "length": str(len(text))}
        context.report("too-long", node.span, **values)
        return False
    if field.min_length is not None and len(text) < field.min_length:
        values = {"field": field.name, "limit": str(field.min_length), "length": str(len(text))}
        context.report("too-short", node.span, **values)
        return False
    return True


def read_text(node: Scalar, field: Field, context: Context) -> Any:
    """Text with its ordinary white space folded; the no-break spaces of French typography stay."""
    text = re.sub(r"[ \t\r\n]+", " ", node.text).strip(" ")
    if not within_length(node, text, field, context):
        return INVALID
    if field.readable and context.readability and (found := hard(text)):
        values = {"words": str(found.longest), "share": str(found.long)}
        context.report("hard-to-read", node.span, field=field.name, **values)
    return text


def read_markdown(node: Scalar, field: Field, context: Context) -> Any:
    """Markdown as written. The text of a block scalar begins on the line after its marker, indented."""
    if not within_length(node, node.text, field, context):
        return INVALID
    line, indent = node.span.line, node.span.column - 1 + node.quoted
    if node.quoted and "\n" in node.text and line < len(context.lines):
        first = context.lines[line]
        line, indent = line + 1, len(first) - len(first.lstrip())
    return Markdown(node.text, line, indent)


def describe_text(field: Field, schema: Schema) -> dict[str, Any]:
    """A text with its lengths. YAML readers may take `2024` for a number, which a text accepts.

    A pattern says the lengths, for white space counts once folded: `maxLength` would count the line end of a block.
    """
    least, most = max(1, field.min_length or 0), field.max_length
    folded = rf"^\s*(?!\s)(?:\S|\s+(?=\S)){{{least},{most or ''}}}\s*$"
    return {
        "type": ["string", "number", "boolean"],
        "pattern": r"\S" if least == 1 and most is None else folded,
    }


def describe_markdown(field: Field, schema: Schema) -> dict[str, Any]:
    """A text that is not blank, with its lengths as written."""
    lengths = {"minLength": field.min_length, "maxLength": field.max_length}
    limits = {key: limit for key, limit in lengths.items() if limit is not None}
    return {"type": ["string", "number", "boolean"], "pattern": r"\S"} | limits


TEXT = Kind(
    name="text",
    read=scalar(read_text),
    describe=describe_text,
    options=("min_length", "max_length", "facet", "readable"),
)
MARKDOWN = Kind(
    name="markdown",
    read=scalar(read_markdown),
    describe=describe_markdown,
    plain=lambda value, field: value.text,
    options=("min_length", "max_length"),
    place="body",
    display="markdown",
)
