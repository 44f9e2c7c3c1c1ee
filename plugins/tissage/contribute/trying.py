"""A value tried in its field before it is written: what the engine would say of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import nodes
from ..findings import START, Finding
from ..schema.context import Context
from ..schema.model import Field
from ..schema.values import read_field
from .writing import Written, tidy


def as_node(value: Written) -> nodes.Node:
    """A value as the node that reading it from a sheet would give."""
    if isinstance(value, str):
        return nodes.Scalar(value, START, quoted=True)
    if isinstance(value, Mapping):
        return nodes.Mapping({key: nodes.Entry(key, START, as_node(item)) for key, item in value.items()}, START)
    return nodes.Sequence(tuple(as_node(item) for item in value), START)


def faults(value: Written, field: Field, context: Context) -> list[Finding]:
    """What is wrong or doubtful with a value of a field, a whole list where it takes one."""
    return said_by(lambda one: read_field(as_node(tidy(value)), field, one), context)


def item_faults(value: Written, field: Field, context: Context) -> list[Finding]:
    """What is wrong or doubtful with one item of a list."""
    return said_by(lambda one: field.kind.read(as_node(tidy(value)), field, one), context)


def said_by(read: Any, context: Context) -> list[Finding]:
    """The findings of one reading."""
    context.findings.clear()
    read(context)
    return list(context.findings)
