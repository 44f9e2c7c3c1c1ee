"""`/schemas/<collection>.json`: the JSON Schema (2020-12) of a collection's front matter, for editors and forms.

It accepts and refuses what `tissage check` does, as far as a schema can. It cannot know which sheets and files exist,
that a period ends after it begins, or how a number was written (`1e3` and `1000` are one to it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from ..addresses import ALIAS
from ..language import N_, Language
from ..schema.model import Collection, Field, Schema
from ..schema.values import describe_fields
from .catalogue_json import dumps
from .catalogue_schema import DIALECT

LIMITS: Final = {"min_length": N_("At least {limit} characters."), "max_length": N_("At most {limit} characters.")}

FORMER: Final = rf"^\s*(?!.*\.\.|.*index\.html\s*$)(?:/*{ALIAS.pattern}/*\s*)?$"
"""A former address, or nothing, as `addresses.py` takes it."""


def translate(fields: Mapping[str, Field], language: Language) -> dict[str, Field]:
    """The fields with their labels and help in the one language of the site, where `describe_fields` looks for them."""
    translated = {}
    for name, field in fields.items():
        sentences = [language.label(field.help), *limits(field, language)]
        text = " ".join(sentence for sentence in sentences if sentence)
        translated[name] = replace(
            field,
            label={"fr": language.label(field.label, name)},
            help={"fr": text} if text else {},
            fields=translate(field.fields, language),
        )
    return translated


def limits(field: Field, language: Language) -> list[str]:
    """The lengths in words, for the schema holds them in a pattern that nobody would read."""
    lengths = {option: getattr(field, option) for option in LIMITS}
    return [language.say(LIMITS[option], limit=limit) for option, limit in lengths.items() if limit]


def collection_schema(collection: Collection, schema: Schema, language: Language) -> dict[str, Any]:
    """The JSON Schema of a collection's front matter."""
    described = describe_fields(translate(collection.fields, language), schema)
    if aliases := described["properties"].get("aliases"):
        aliases |= {"pattern": FORMER, "items": {"pattern": FORMER}}
    text = language.label(collection.description)
    return {
        "$schema": DIALECT,
        "title": language.form(collection.label, "one", collection.id),
        **({"description": text} if text else {}),
        **described,
    }


def render(collection: Collection, schema: Schema, language: Language) -> str:
    """The file: a field a line, so that two versions can be compared, and still compact."""
    whole = collection_schema(collection, schema, language)
    rows = ",\n".join(f"{dumps(name)}:{dumps(field)}" for name, field in whole.pop("properties").items())
    return f'{dumps(whole)[:-1]},"properties":{{\n{rows}\n}}}}\n'
