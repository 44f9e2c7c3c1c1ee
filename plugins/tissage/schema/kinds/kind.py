"""What the kinds share: the wrapper for those whose value is a single text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...nodes import Node, Scalar, Sequence
from ..context import INVALID, Context
from ..model import Field, Kind

__all__ = ["INVALID", "Kind", "scalar"]


def scalar(read: Callable[[Scalar, Field, Context], Any]) -> Callable[[Node, Field, Context], Any]:
    """Wrap the reading of a single value: a list or a mapping in its place is reported."""

    def checked(node: Node, field: Field, context: Context) -> Any:
        if isinstance(node, Scalar):
            return read(node, field, context)
        code = "not-one-value" if isinstance(node, Sequence) else "not-a-value"
        context.report(code, node.span, field=field.name)
        return INVALID

    return checked
