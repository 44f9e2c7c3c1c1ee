"""`/schemas/catalogue.json`: the JSON Schema (2020-12) of `catalogue.json`, the same for every site.

Strict where the shape is ours; the values in `fields` are those that each collection declares.
"""

from __future__ import annotations

import json
from typing import Any, Final

from ..commons import Commons
from ..language import LANGUAGES
from ..schema.kinds import KINDS
from .catalogue_json import SCHEMA, VERSION

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
NAME: Final = "^[a-z][a-z0-9_-]*$"
SLUG: Final = "^[a-z0-9]+(?:-[a-z0-9]+)*$"
ID: Final = "^[a-z][a-z0-9_-]*/[a-z0-9]+(?:-[a-z0-9]+)*$"
TEXT: Final = {"type": "string"}


def strict(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with these keys and no other."""
    properties = required | (optional or {})
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def table(keys: str, values: dict[str, Any]) -> dict[str, Any]:
    """An object whose keys match a pattern."""
    return {"type": "object", "propertyNames": {"pattern": keys}, "additionalProperties": values}


def matching(pattern: str, description: str = "") -> dict[str, Any]:
    """A text that matches a pattern."""
    return {"type": "string", "pattern": pattern} | ({"description": description} if description else {})


def listing(items: dict[str, Any], description: str = "") -> dict[str, Any]:
    """A list."""
    return {"type": "array", "items": items} | ({"description": description} if description else {})


def field() -> dict[str, Any]:
    """A field of a collection."""
    return strict(
        {"label": TEXT, "kind": {"enum": list(KINDS)}, "many": {"type": "boolean"}},
        {
            "vocabulary": matching(NAME, "Where a term is looked up, in `vocabularies`."),
            "to": listing(matching(NAME), "The collections that a reference may point to."),
            "choices": {"type": "object", "additionalProperties": TEXT, "description": "The label of each choice."},
            "unit": TEXT,
            "inverse": TEXT | {"description": "What the relation is called, seen from the other sheet."},
            "fields": {"$ref": "#/$defs/fields"},
        },
    )


def sheet() -> dict[str, Any]:
    """A sheet."""
    name = {"type": ["string", "null"], "description": "The field, dotted inside a group; null: a link in a text."}
    relation = {"field": name, "target": matching(ID), "label": TEXT}
    backlink = {"source": matching(ID), "field": name, "label": TEXT | {"description": "The inverse of the relation."}}
    return strict(
        {
            "id": matching(ID, "<collection>/<slug>; it never changes with the title."),
            "collection": matching(NAME),
            "slug": matching(SLUG),
            "title": TEXT,
            "summary": TEXT,
            "url": TEXT | {"format": "uri-reference", "description": "From the site’s root."},
            "fields": {"type": "object", "description": "The front matter, without sensitive fields."},
            "terms": table(NAME, listing(matching(NAME)) | {"uniqueItems": True}),
            "relations": listing(strict(relation)),
            "backlinks": listing(strict(backlink)),
        },
        {"canonical": TEXT | {"format": "uri", "description": "There where the site’s address is known."}},
    )


def catalogue_schema() -> dict[str, Any]:
    """The JSON Schema of the catalogue."""
    site = {"name": TEXT, "url": {"type": ["string", "null"]}, "language": {"enum": list(LANGUAGES)}}
    url = TEXT | {"format": "uri-reference", "description": "Its index, from the site’s root."}
    collection = {"label": TEXT, "singular": TEXT, "url": url, "fields": {"$ref": "#/$defs/fields"}}
    term = {"label": TEXT, "parent": {"type": ["string", "null"], "description": "The term that holds it."}}
    whole = strict(
        {
            "version": {"const": VERSION},
            "$schema": {"const": SCHEMA},
            "site": strict(site),
            "collections": table(NAME, strict(collection)),
            "vocabularies": table(NAME, strict({"label": TEXT, "terms": table(NAME, strict(term))})),
            "sheets": listing({"$ref": "#/$defs/sheet"}, "By id."),
        }
    )
    definitions = {"fields": table(NAME, {"$ref": "#/$defs/field"}), "field": field(), "sheet": sheet()}
    return {"$schema": DIALECT, "title": "Tissage catalogue", **whole, "$defs": definitions}


def render(commons: Commons) -> str:
    """The file. It says nothing of the site, so that one program reads the catalogues of all."""
    return json.dumps(catalogue_schema(), ensure_ascii=False, indent=2) + "\n"
