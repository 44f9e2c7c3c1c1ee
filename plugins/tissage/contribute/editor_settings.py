"""`frontmatter.json`: the fields of each collection for Visual Studio Code, through its extension Front Matter.

The YAML extension does not look at the front matter of Markdown (github.com/redhat-developer/vscode-yaml, issue 207).
Front Matter does since 10.10, by content types (github.com/estruyf/vscode-front-matter, issue 990); which one a file
has follows from its folder. It offers a form beside the text, and underlines what is missing or no valid word.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ..exports.collection_schema import limits
from ..language import Language
from ..schema.kinds.numbers import plain_number
from ..schema.model import Collection, Field, Schema
from .issues.questions import options

EXTENSION: Final = "eliostruyf.vscode-front-matter"
FLAT: Final = 4
"""How deep JSON is spread over lines: to the fields of a collection."""
TYPES: Final = {"text": "string", "markdown": "string", "number": "number", "boolean": "boolean"}
"""How kinds are called there; those that are not named here are texts too."""
LEFT_OUT: Final = frozenset(("date", "period", "money", "image", "file"))
"""Kinds that one may write in several ways, and of which Front Matter takes one: it would warn where nothing is wrong
(`2021` is a number to it); and files, which it would lay elsewhere. A field that it does not know, it leaves alone.
"""


def editor_settings(schema: Schema, language: Language) -> Iterator[tuple[str, str]]:
    """The path and the text of the files that the editor reads."""
    collections = schema.collections.values()
    groups = [group for collection in collections for group in field_groups(collection, schema, language)]
    values = {
        # Nothing of a sheet changes by being saved.
        "frontMatter.content.autoUpdateDate": False,
        "frontMatter.content.pageFolders": [
            {
                "title": language.form(collection.label, "many", collection.id),
                "path": f"[[workspace]]/{collection.source}",
                "contentTypes": [collection.id],
            }
            for collection in collections
        ],
        "frontMatter.taxonomy.contentTypes": [
            {"name": collection.id, "pageBundle": False, "fields": fields(collection, schema, language)}
            for collection in collections
        ]
        # Pages written by hand have no fields.
        + [{"name": "default", "pageBundle": False, "fields": []}],
        "frontMatter.taxonomy.fieldGroups": groups,
    }
    yield "frontmatter.json", dumps(values) + "\n"
    yield ".vscode/extensions.json", dumps({"recommendations": [EXTENSION]}) + "\n"


def dumps(value: Any, depth: int = 0) -> str:
    """JSON with a field a line, so that two versions can be compared."""
    if depth == FLAT or not isinstance(value, dict | list) or not value:
        return json.dumps(value, ensure_ascii=False)
    within = dumps_items(value, depth + 1)
    begin, end = "{}" if isinstance(value, dict) else "[]"
    indent = "  " * depth
    return f"{begin}\n" + ",\n".join(f"{indent}  {item}" for item in within) + f"\n{indent}{end}"


def dumps_items(value: Any, depth: int) -> list[str]:
    """What an object or a list holds, each as JSON."""
    if isinstance(value, dict):
        return [f"{json.dumps(key)}: {dumps(item, depth)}" for key, item in value.items()]
    return [dumps(item, depth) for item in value]


def fields(collection: Collection, schema: Schema, language: Language) -> list[dict[str, Any]]:
    """The fields of a collection’s content type."""
    return describe_all(collection.fields, collection.id, schema, language)


def describe_all(declared: Mapping[str, Field], group: str, schema: Schema, language: Language) -> list[dict[str, Any]]:
    """The fields of a content type or of a group."""
    known = (one for one in declared.values() if one.kind.name not in LEFT_OUT)
    return [describe(one, group, schema, language) for one in known]


def describe(one: Field, group: str, schema: Schema, language: Language) -> dict[str, Any]:
    """One field; `group` begins the names of the groups of its collection."""
    sentences = [language.label(one.help), *limits(one, language)]
    shown = {"title": language.label(one.label, one.name), "name": one.name}
    said = {"description": text} if (text := " ".join(filter(None, sentences))) else {}
    needed = {"required": True} if one.required else {}
    return {**shown, **said, **shape(one, f"{group}.{one.name}", schema, language), **needed}


def shape(one: Field, name: str, schema: Schema, language: Language) -> dict[str, Any]:
    """The type of a field, with what belongs to that type."""
    if one.fields and one.many:
        return {"type": "block", "fieldGroup": [name]}
    if one.fields:
        return {"type": "fields", "fields": describe_all(one.fields, name, schema, language)}
    if one.kind.name in ("choice", "term"):
        choices = [{"id": key, "title": label} for label, key in options(one, schema, language).items()]
        return {"type": "choice", "choices": choices, **({"multiple": True} if one.many else {})}
    if one.many:
        return {"type": "list"}
    limits_of = {"min": one.min, "max": one.max}
    options_of = {key: plain_number(limit, one) for key, limit in limits_of.items() if limit is not None}
    return {
        "type": TYPES.get(one.kind.name, "string"),
        **({"numberOptions": options_of} if options_of and one.kind.name == "number" else {}),
    }


def field_groups(collection: Collection, schema: Schema, language: Language) -> Iterator[dict[str, Any]]:
    """The groups that may come many times: Front Matter declares them apart, by name."""
    for one in collection.fields.values():
        if one.fields and one.many:
            name = f"{collection.id}.{one.name}"
            yield {"id": name, "fields": describe_all(one.fields, name, schema, language)}
