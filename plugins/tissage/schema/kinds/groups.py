"""A group: fields inside a field."""

from __future__ import annotations

from typing import Any

from ...nodes import Mapping, Node
from ..context import Context
from ..model import Field, Schema
from ..values import describe_fields, plain_fields, read_fields
from .kind import INVALID, Kind


def read_group(node: Node, field: Field, context: Context) -> Any:
    """A dict of the group's values."""
    if not isinstance(node, Mapping):
        context.report("not-a-group", node.span, field=field.name, valid=", ".join(field.fields))
        return INVALID
    return read_fields(node, field.fields, context)


def describe(field: Field, schema: Schema) -> dict[str, Any]:
    """An object with the group's fields."""
    return describe_fields(field.fields, schema)


def plain(value: dict[str, Any], field: Field) -> dict[str, Any]:
    """The group's values as JSON."""
    return plain_fields(value, field.fields)


GROUP = Kind(
    name="group",
    french="groupe",
    read=read_group,
    describe=describe,
    plain=plain,
    options=("fields", "person"),
    needs=("fields",),
    display="group",
)
