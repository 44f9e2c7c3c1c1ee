"""Texts: a line or a paragraph, and Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...nodes import Scalar
from ..context import Context
from ..model import Field, Schema
from .kind import INVALID, Kind, scalar


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown in the front matter; `line` is the line of the file on which its text begins."""

    text: str
    line: int


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
    """Text with its white space folded."""
    text = " ".join(node.text.split())
    return text if within_length(node, text, field, context) else INVALID


def read_markdown(node: Scalar, field: Field, context: Context) -> Any:
    """Markdown as written. The text of a block scalar begins on the line after its marker."""
    if not within_length(node, node.text, field, context):
        return INVALID
    block = node.quoted and "\n" in node.text
    return Markdown(node.text, node.span.line + 1 if block else node.span.line)


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


TEXT = Kind(name="text", read=scalar(read_text), describe=describe_text, options=("min_length", "max_length"))
MARKDOWN = Kind(
    name="markdown",
    read=scalar(read_markdown),
    describe=describe_markdown,
    plain=lambda value, field: value.text,
    options=("min_length", "max_length"),
    place="body",
    display="markdown",
)
