"""The kinds of the options of a collection or vocabulary file, beside those of fields: names, folders, limits, maps."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final
from zoneinfo import available_timezones

from ..language import slugify
from ..nodes import Mapping as MappingNode
from ..nodes import Node, Scalar, Sequence
from ..time_zones import is_time_zone
from .context import INVALID, Context
from .kinds.choices import BOOLEAN
from .kinds.groups import GROUP
from .kinds.kind import Kind, scalar
from .kinds.numbers import NUMBER
from .model import Field, Many, Schema
from .nearest import nearest
from .values import is_empty

IDENTIFIER: Final = re.compile(r"[a-z][a-z0-9_-]*")


def nothing_to_describe(field: Field, schema: Schema) -> dict[str, Any]:
    """Declarations have no JSON Schema of their own yet."""
    return {}


def read_identifier(node: Scalar, field: Field, context: Context) -> Any:
    """A name for the machine: lower-case ASCII letters, digits, hyphens, underscores."""
    if not IDENTIFIER.fullmatch(node.text.strip()):
        context.report("bad-identifier", node.span, identifier_meant(node.text), value=node.text)
        return INVALID
    return node.text.strip()


def identifier_meant(text: str) -> str | None:
    """The name for the machine that is nearest to one for people: « Nombre de portions » → `nombre_de_portions`."""
    meant = slugify(text).replace("-", "_")
    return meant if IDENTIFIER.fullmatch(meant) else None


def names_in(node: Node) -> list[str]:
    """The names in a list, where each should have stood by itself with a colon."""
    items = node.items if isinstance(node, Sequence) else ()
    names = (
        next(iter(item.entries), "") if isinstance(item, MappingNode) else getattr(item, "text", "") for item in items
    )
    return [name for name in names if name]


def read_folder(node: Scalar, field: Field, context: Context) -> Any:
    """A folder or address below the root: plain segments, no `..`."""
    text = node.text.strip().strip("/")
    if not text or any(not re.fullmatch(r"[\w][\w.-]*", part) for part in text.split("/")):
        meant = "/".join(filter(None, (slugify(part) for part in re.split(r"[/\\]", text))))
        known = meant and ".." not in text and ":" not in text
        context.report("bad-folder", node.span, meant if known else None, value=node.text)
        return INVALID
    return text


def read_time_zone(node: Scalar, field: Field, context: Context) -> Any:
    """The name of a time zone."""
    name = node.text.strip()
    if not is_time_zone(name):
        context.report("unknown-time-zone", node.span, nearest(name, sorted(available_timezones())), value=name)
        return INVALID
    return name


def read_map(node: Node, field: Field, context: Context) -> Any:
    """A mapping whose keys the writer chooses; each value is a group of `field.fields`."""
    if not isinstance(node, MappingNode):
        context.report("not-a-group", node.span, field=field.name, valid=", ".join(names_in(node) or field.fields))
        return INVALID
    values = {}
    for entry in node.entries.values():
        if not IDENTIFIER.fullmatch(entry.key):
            context.report("bad-identifier", entry.span, identifier_meant(entry.key), value=entry.key)
            continue
        value: Any = {} if is_empty(entry.node) else GROUP.read(entry.node, replace(field, name=entry.key), context)
        if value is not INVALID:
            values[entry.key] = value
    return values


def read_whole(node: Node, field: Field, context: Context) -> Any:
    """A whole number: what an option counts."""
    value = NUMBER.read(node, field, context)
    if isinstance(value, Decimal) and isinstance(node, Scalar):
        context.report("not-whole", node.span, field=field.name, value=node.text.strip())
        return INVALID
    return value


def read_many(node: Node, field: Field, context: Context) -> Any:
    """`true`, `false`, or `{min: 1, max: 3}`."""
    if isinstance(node, MappingNode):
        limits = GROUP.read(node, field, context)
        return INVALID if limits is INVALID else Many(limits.get("min", 0), limits.get("max"))
    value = BOOLEAN.read(node, field, context)
    return value if value is INVALID else (Many() if value else None)


def read_facet(node: Node, field: Field, context: Context) -> Any:
    """`true`, `false`, or the name of the filter in addresses, in each language: `{fr: champ, en: field}`."""
    if isinstance(node, MappingNode):
        return GROUP.read(node, field, context)
    value = BOOLEAN.read(node, field, context)
    return value if value is INVALID else ({} if value else None)


IDENTIFIER_KIND: Final = Kind(name="identifier", read=scalar(read_identifier), describe=nothing_to_describe)
FOLDER: Final = Kind(name="folder", read=scalar(read_folder), describe=nothing_to_describe)
TIME_ZONE: Final = Kind(name="time zone", read=scalar(read_time_zone), describe=nothing_to_describe)
MAP: Final = Kind(name="map", read=read_map, describe=nothing_to_describe)
WHOLE: Final = Kind(name="whole number", read=read_whole, describe=nothing_to_describe)
MANY: Final = Kind(name="many", read=read_many, describe=nothing_to_describe)
FACET: Final = Kind(name="facet", read=read_facet, describe=nothing_to_describe)
