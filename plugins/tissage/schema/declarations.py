"""What a collection file and a vocabulary file may hold, said in the same terms as a sheet: fields with kinds.

So a slip in a collection file gets findings as good as one in a sheet, and this file is the reference of all options.
"""

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
from .kinds import KINDS
from .kinds.choices import BOOLEAN, CHOICE
from .kinds.groups import GROUP
from .kinds.kind import Kind, scalar
from .kinds.numbers import NUMBER
from .kinds.texts import TEXT
from .model import Field, Many, Schema
from .nearest import nearest
from .values import is_empty

IDENTIFIER: Final = re.compile(r"[a-z][a-z0-9_-]*")
PLACES: Final = ("lead", "facts", "top", "body", "relations", "end", "none")
LANGUAGE_FIELDS: Final = ("fr", "en")
MOST_CELLS: Final = 24
"""How wide or high the grid of a map may be: with more, no tile could be read or touched."""


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


def text(name: str, **options: Any) -> Field:
    """A text option."""
    return Field(name=name, kind=TEXT, **options)


def choice(name: str, *words: str) -> Field:
    """An option that takes one of a few words."""
    return Field(name=name, kind=CHOICE, choices={word: {} for word in words})


def flag(name: str) -> Field:
    """A yes-or-no option."""
    return Field(name=name, kind=BOOLEAN)


def whole(name: str, least: int = 0) -> Field:
    """An option that takes a whole number."""
    return Field(name=name, kind=WHOLE, min=least)


def cells(name: str, **options: Any) -> Field:
    """An option that counts the cells of a grid."""
    return Field(name=name, kind=WHOLE, min=1, max=MOST_CELLS, **options)


def labels(name: str, **options: Any) -> Field:
    """A text in each language."""
    return Field(name=name, kind=GROUP, fields={code: text(code) for code in LANGUAGE_FIELDS}, **options)


def headings(name: str) -> Field:
    """A list of headings in each language."""
    lists = {code: Field(name=code, kind=TEXT, many=Many()) for code in LANGUAGE_FIELDS}
    return Field(name=name, kind=GROUP, fields=lists)


def counted_labels(name: str) -> Field:
    """A name in each language, for one and for many."""
    forms = {"one": text("one", required=True), "many": text("many", required=True)}
    return Field(name=name, kind=GROUP, fields={c: Field(name=c, kind=GROUP, fields=forms) for c in LANGUAGE_FIELDS})


NAMES: Final = {code: Field(name=code, kind=IDENTIFIER_KIND) for code in LANGUAGE_FIELDS}
FIELD_OPTIONS: dict[str, Field] = {
    "kind": choice("kind", *KINDS),  # what the field holds
    "required": flag("required"),  # a sheet without it has an error
    "many": Field(name="many", kind=MANY, fields={"min": whole("min"), "max": whole("max", 1)}),  # a list
    "label": labels("label"),  # what readers and contributors see
    "help": labels("help"),  # one sentence for whoever fills it in
    "example": text("example"),  # a value to imitate
    "facet": Field(name="facet", kind=FACET, fields=NAMES),  # the index filters by it
    "group": flag("group"),  # the index groups by it
    "sensitive": flag("sensitive"),  # shown on its sheet alone, never exported; with `place: none` it shows nowhere
    "person": flag("person"),  # a group that names a person: editors are told when that is to be reviewed
    "place": choice("place", *PLACES),  # where on the sheet's page it shows
    "display": text("display"),  # which template of theme/displays shows it
    "jsonld": text("jsonld"),  # the schema.org property that it fills
    "inverse": labels("inverse"),  # the title of the relation seen from the other sheet
    "min_length": whole("min_length"),
    "max_length": whole("max_length", 1),
    "readable": flag("readable"),  # a text that is very difficult to read gets a warning
    "min": Field(name="min", kind=NUMBER),
    "max": Field(name="max", kind=NUMBER),
    "unit": text("unit"),
    "currency": text("currency", min_length=3, max_length=3),
    "precision": choice("precision", "year", "month", "day", "minute"),  # how precise a date must be
    "choices": Field(name="choices", kind=MAP, fields={code: text(code) for code in LANGUAGE_FIELDS}),
    "vocabulary": Field(name="vocabulary", kind=IDENTIFIER_KIND),  # the vocabulary of a term
    "to": Field(name="to", kind=IDENTIFIER_KIND, many=Many(1)),  # the collections that a ref may point to
}
FIELD_OPTIONS["fields"] = Field(name="fields", kind=MAP, fields=FIELD_OPTIONS)  # the fields of a group

COLLECTION: Final = {
    "id": Field(name="id", kind=IDENTIFIER_KIND),
    "enabled": flag("enabled"),  # `false` takes a shipped collection out of the site
    "rank": whole("rank"),  # its place among the collections, lowest first
    "source": Field(name="source", kind=FOLDER),  # the folder of its sheets
    "url": Field(name="url", kind=FOLDER),  # where it is published
    "label": counted_labels("label"),
    "description": labels("description"),
    "menu": labels("menu"),  # the menu that holds its index; without one it stands in the menu by itself
    "icon": text("icon"),  # a Material icon, such as material/handshake-outline
    "jsonld": text("jsonld"),  # its schema.org type
    "body": choice("body", "required", "optional", "none"),
    "outline": headings("outline"),  # the headings that the text of a new sheet begins with
    "fields": Field(name="fields", kind=MAP, fields=FIELD_OPTIONS),
}

TILE: Final = {
    "column": cells("column", required=True),
    "row": cells("row", required=True),
    "width": cells("width"),
    "height": cells("height"),
}

TERM_OPTIONS: dict[str, Field] = {
    "label": labels("label"),
    "description": labels("description"),
    "icon": text("icon"),
    "code": text("code"),  # an official number or code
    "time_zone": Field(name="time_zone", kind=TIME_ZONE),  # where it is not the site's: hours are told in it
    "tile": Field(name="tile", kind=GROUP, fields=TILE),  # where it lies on the map of the terms beside it
}
TERM_OPTIONS["terms"] = Field(name="terms", kind=MAP, fields=TERM_OPTIONS)  # the terms below it

VOCABULARY: Final = {
    "id": Field(name="id", kind=IDENTIFIER_KIND),
    "url": Field(name="url", kind=FOLDER),  # where its terms have their pages; without it they have none
    "label": counted_labels("label"),
    "description": labels("description"),
    "order": choice("order", "alphabetical", "declared"),
    "relates": flag("relates"),  # `false` where sharing a term does not make two sheets related
    "map": flag("map"),  # `false` where its tiles are not drawn
    "terms": Field(name="terms", kind=MAP, fields=TERM_OPTIONS),
}
