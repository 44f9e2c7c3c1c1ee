"""What the kinds share: the reading of a single value, and a pattern as JSON Schema wants it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from ...nodes import Node, Scalar, Sequence
from ..context import INVALID, Context
from ..model import Field, Kind

__all__ = ["INVALID", "Kind", "describe_pattern", "scalar"]

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters, and those that turn the direction of writing so that a text reads as another (CVE-2021-42574)."""


def scalar(read: Callable[[Scalar, Field, Context], Any]) -> Callable[[Node, Field, Context], Any]:
    """Wrap the reading of a single value: a list or a mapping in its place is reported."""

    def checked(node: Node, field: Field, context: Context) -> Any:
        if isinstance(node, Scalar):
            if CONTROL.search(node.text):
                context.report("yaml-character", node.span)
                return INVALID
            return read(node, field, context)
        code = "not-one-value" if isinstance(node, Sequence) else "not-a-value"
        context.report(code, node.span, field=field.name)
        return INVALID

    return checked


def describe_pattern(pattern: str) -> str:
    """A pattern for JSON Schema: white space may surround the text, and JavaScript must read it as Python does.

    JavaScript refuses an escape before what needs none, and Python takes the digits of other scripts for `\\d` too.
    """
    portable = pattern.replace(r"\d", "[0-9]").replace(r"\"", '"')
    return rf"^\s*(?:{portable})\s*$"
