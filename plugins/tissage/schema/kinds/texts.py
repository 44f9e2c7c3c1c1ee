"""Texts: a line or a paragraph, and Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...findings import Span
from ...nodes import Scalar
from ...yaml_places import Places
from ..context import Context
from ..model import Field, Schema
from ..readability import hard
from .kind import INVALID, Kind, scalar


@dataclass(frozen=True, slots=True)
class Markdown:
    """A Markdown text of a file, which begins at `start`. `lines` are the file's, where the text is a value of YAML."""

    text: str
    start: Span
    lines: Sequence[str] = field(default=(), repr=False, compare=False)

    def places(self) -> Callable[[Span], Span]:
        """What gives the place in the file of a place in the text.

        It looks at the source when first asked, for most texts have nothing wrong in them, and then remembers: whoever
        goes through a text asks for it once, and lets it go.
        """
        return Places(self.text, self.start, self.lines).find if self.lines else self.below_fields

    def below_fields(self, span: Span) -> Span:
        """The place in the file of a place in a body, which stands there as it is."""
        return Span(span.line + self.start.line - 1, span.column, span.length)


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


def one_line(text: str) -> str:
    """A text with its ordinary white space folded; the no-break spaces of French typography stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def read_text(node: Scalar, field: Field, context: Context) -> Any:
    """A text on one line."""
    text = one_line(node.text)
    if not within_length(node, text, field, context):
        return INVALID
    if field.readable and context.readability and (found := hard(text)):
        values = {"words": str(found.longest), "share": str(found.long)}
        context.report("hard-to-read", node.span, field=field.name, **values)
    return text


def read_markdown(node: Scalar, field: Field, context: Context) -> Any:
    """Markdown as written."""
    if not within_length(node, node.text, field, context):
        return INVALID
    return Markdown(node.text, node.span, context.lines)


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
    french="texte",
    read=scalar(read_text),
    describe=describe_text,
    options=("min_length", "max_length", "facet", "readable"),
)
MARKDOWN = Kind(
    name="markdown",
    french="texte mis en forme",
    read=scalar(read_markdown),
    describe=describe_markdown,
    plain=lambda value, field: value.text,
    options=("min_length", "max_length"),
    place="body",
    display="markdown",
)
