"""A mapping of nodes and the fields that declare it → checked values; and what JSON Schema says of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from .. import nodes
from ..findings import START
from .context import INVALID, Context
from .model import Field, Schema

DASH: Final = re.compile("-[^\\s-]|-\u00a0")
"""The first item of a list without the space that would make it one."""
BULLET: Final = re.compile("[•▪·‣◦–—]\\s")
"""A list as a word processor makes it: YAML reads one text."""
WITHOUT_COMMAS: Final = frozenset(("choice", "term", "ref", "date", "period", "url", "email", "image", "file"))
"""The kinds whose values hold no comma: one between two of them parts a list."""
MOST_PARTS: Final = 20


def read_fields(node: nodes.Mapping, fields: Mapping[str, Field], context: Context) -> dict[str, Any]:
    """The values of the fields that are there and right; all that is wrong is reported to the context.

    Values come in the order of the declaration. A field left empty counts as absent.
    """
    meant = set()
    for entry in node.entries.values():
        if entry.key not in fields:
            cut = " " in entry.key and is_empty(entry.node)  # « {people: Deux, trois personnes} »: no name was meant
            suggestion = (
                None
                if cut
                else context.near(entry.key, fields, {name: field.label.values() for name, field in fields.items()})
            )
            meant.add(suggestion)
            context.report("unknown-field", entry.span, suggestion, field=entry.key)
    values: dict[str, Any] = {}
    for name, field in fields.items():
        written = node.entries.get(name)
        if written is None or is_empty(written.node):
            if field.required and name not in meant:
                context.report("missing-field", written.span if written else node.span, field=name)
            continue
        value = read_field(written.node, field, context)
        if value is not INVALID:
            values[name] = value
    return values


def is_empty(node: nodes.Node) -> bool:
    """Whether nothing was written: no text, a list of nothing, an empty mapping."""
    if isinstance(node, nodes.Scalar):
        return node.empty or not node.text.strip()
    if isinstance(node, nodes.Sequence):
        return all(isinstance(item, nodes.Scalar) and is_empty(item) for item in node.items)
    return not node.entries


def read_field(node: nodes.Node, field: Field, context: Context) -> Any:
    """One value, or a list where the field holds many (a single value then counts as a list of one)."""
    kind = field.kind
    if field.many is None:
        return kind.read(node, field, context)
    written = node.items if isinstance(node, nodes.Sequence) else (node,)
    if isinstance(node, nodes.Scalar) and not node.quoted and DASH.match(node.text):
        alone = not re.search(r"\s-", node.text)
        context.report("yaml-dash", node.span, f"- {node.text[1:].lstrip()}" if alone else None)
        return INVALID
    if isinstance(node, nodes.Scalar) and not node.quoted and BULLET.match(node.text):
        alone = len(re.findall(f"(?:^|\\s){node.text[0]}\\s", node.text)) == 1
        context.report("yaml-bullet", node.span, f"- {node.text[1:].lstrip()}" if alone else None, sign=node.text[0])
        return INVALID
    items = [item for item in written if not isinstance(item, nodes.Scalar) or not is_empty(item)]
    different = len(items)
    values: list[Any] = []
    seen = set()
    for item in items:
        value = kind.read(item, field, context)
        if value is INVALID:
            if isinstance(node, nodes.Scalar) and (meant := list_meant(node.text, field, context)):
                context.findings[-1] = replace(context.findings[-1], suggestion=meant)
            continue
        if isinstance(item, nodes.Scalar):
            if value in seen:
                context.report("duplicate-value", item.span, field=field.name, value=item.text.strip())
                different -= 1
                continue
            seen.add(value)
        values.append(value)
    if different < field.many.minimum:
        counted = {"limit": str(field.many.minimum), "count": str(different)}
        context.report("too-few", node.span, field=field.name, **counted)
    if field.many.maximum is not None and len(items) > field.many.maximum:
        counted = {"limit": str(field.many.maximum), "count": str(len(items))}
        context.report("too-many", node.span, field=field.name, **counted)
    return values or INVALID


def list_meant(text: str, field: Field, context: Context) -> str | None:
    """The list, `[a, b]`, of several values written plainly between commas, each right or nearly so."""
    parts = [part.strip() for part in text.split(",")]
    if field.kind.name not in WITHOUT_COMMAS or not 1 < len(parts) <= MOST_PARTS:
        return None
    meant = []
    for part in parts:
        trial = replace(context, findings=[])
        value = field.kind.read(nodes.Scalar(part, START, quoted=True), field, trial)
        meant.append(part if value is not INVALID else trial.findings[-1].suggestion)
    return f"[{', '.join(filter(None, meant))}]" if all(meant) else None


def plain_value(value: Any, field: Field) -> Any:
    """A value as JSON."""
    plain = field.kind.plain
    return [plain(item, field) for item in value] if field.many else plain(value, field)


def plain_fields(values: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    """The values as JSON; what may leave the site are those of `Sheet.public`."""
    return {name: plain_value(value, fields[name]) for name, value in values.items()}


def describe_fields(fields: Mapping[str, Field], schema: Schema) -> dict[str, Any]:
    """The JSON Schema of a mapping with these fields."""
    properties: dict[str, Any] = {}
    for name, field in fields.items():
        forms = describe_forms(field, schema)
        help_text = {"description": field.help["fr"]} if "fr" in field.help else {}
        one = forms[0] if len(forms) == 1 else {"anyOf": forms}
        properties[name] = {"title": field.label.get("fr", name)} | help_text | one
    required = [name for name, field in fields.items() if field.required]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def describe_forms(field: Field, schema: Schema) -> list[dict[str, Any]]:
    """The forms that a field may take: a list, a value by itself, nothing at all."""
    one = field.kind.describe(field, schema)
    alone = one | ({"minProperties": 1} if field.fields else {})  # an empty group counts as absent
    forms = [alone]
    if field.many is not None:
        # A hyphen with nothing behind it is no item: it is not counted.
        count = {"contains": {"not": describe_nothing()}, "minContains": max(1, field.many.minimum)}
        count |= {"maxContains": field.many.maximum} if field.many.maximum is not None else {}
        items = {"type": "array", "items": {"anyOf": [one, describe_nothing()]}}
        forms = [items | count, *([alone] if field.many.minimum < 2 else [])]
    return forms if field.required else [*forms, describe_blank()]


def describe_nothing() -> dict[str, Any]:
    """A single value that counts as nothing written: `null` or white space."""
    return {"anyOf": [{"type": "null"}, {"type": "string", "pattern": r"^\s*$"}]}


def describe_blank() -> dict[str, Any]:
    """What counts as nothing written, as `is_empty` says it: `null`, white space, a list of those, an empty mapping."""
    nothing = describe_nothing()
    return {"anyOf": [*nothing["anyOf"], {"type": "array", "items": nothing}, {"type": "object", "maxProperties": 0}]}
