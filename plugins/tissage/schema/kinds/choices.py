"""Values from a list: a choice, yes or no, a term of a vocabulary, a reference to another sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from ...nodes import Scalar
from ..context import Context
from ..model import Field, Schema
from .kind import INVALID, Kind, describe_pattern, scalar

BOOLEANS: Final = {"true": True, "false": False, "oui": True, "non": False, "yes": True, "no": False}
WORDS_AT_MOST = 16


def listed(words: Any) -> str:
    """The valid words, for a message; a long list is cut."""
    words = list(words)
    return ", ".join(words[:WORDS_AT_MOST]) + (", …" if len(words) > WORDS_AT_MOST else "")


def near_word(text: str, field: Field, context: Context) -> str | None:
    """The word of a choice or a term that is the nearest, by itself or by its labels."""
    words = context.schema.words(field)
    return context.near(text, words, {word: labels.values() for word, labels in words.items()})


def read_choice(node: Scalar, field: Field, context: Context) -> Any:
    """The key of the choice."""
    text = node.text.strip()
    if text not in field.choices:
        suggestion = near_word(text, field, context)
        context.report("bad-choice", node.span, suggestion, field=field.name, value=text, valid=listed(field.choices))
        return INVALID
    return text


def read_boolean(node: Scalar, field: Field, context: Context) -> Any:
    """True or False, from `true`, `false`, and also `oui` and `non`."""
    value = BOOLEANS.get(node.text.strip().lower())
    if value is None:
        context.report("bad-boolean", node.span, field=field.name, value=node.text)
        return INVALID
    return value


def read_term(node: Scalar, field: Field, context: Context) -> Any:
    """The slug of the term."""
    text = node.text.strip()
    terms = context.schema.vocabularies[field.vocabulary].terms
    if text not in terms:
        suggestion = near_word(text, field, context)
        values = {"field": field.name, "value": text, "vocabulary": field.vocabulary, "valid": listed(terms)}
        context.report("unknown-term", node.span, suggestion, **values)
        return INVALID
    return text


def read_ref(node: Scalar, field: Field, context: Context) -> Any:
    """The id, `<collection>/<slug>`, of the sheet referred to; the slug alone will do where it leaves no doubt."""
    text = node.text.strip()
    collection, _, slug = text.rpartition("/")
    found = [to for to in field.to if slug in context.slugs.get(to, ()) and collection in ("", to)]
    if len(found) == 1:
        return f"{found[0]}/{slug}"
    values = {"field": field.name, "value": text, "collections": ", ".join(found or field.to)}
    if found:
        context.report("ambiguous-reference", node.span, f"{found[0]}/{slug}", **values)
        return INVALID
    full = len(field.to) > 1
    known = {f"{to}/{name}" if full else name: (name,) for to in field.to for name in sorted(context.slugs.get(to, ()))}
    context.report("unknown-reference", node.span, context.near(slug, known, known), **values)
    return INVALID


def describe_choice(field: Field, schema: Schema) -> dict[str, Any]:
    """One of the keys."""
    return describe_words(field.choices)


def describe_boolean(field: Field, schema: Schema) -> dict[str, Any]:
    """Yes or no, in any case of letters."""
    words = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in BOOLEANS)
    return {"type": ["boolean", "string"], "pattern": describe_pattern(words)}


def describe_term(field: Field, schema: Schema) -> dict[str, Any]:
    """One of the terms."""
    return describe_words(schema.vocabularies[field.vocabulary].terms)


def describe_words(words: Iterable[str]) -> dict[str, Any]:
    """One of the words, as YAML readers give them: they take an unquoted `true` for a boolean. Blanks may surround it.

    Editors complete the words of the enumeration; the pattern is for the blanks.
    """
    known = list(words)
    booleans = [value for word, value in BOOLEANS.items() if word in ("true", "false") and word in known]
    around = describe_pattern("|".join(map(portable, known)))
    return {"anyOf": [{"enum": [*known, *booleans]}, {"type": "string", "pattern": around}]}


def portable(word: str) -> str:
    """A word in a pattern, without the escapes that JavaScript refuses."""
    return re.sub(r"[\\^$.*+?()\[\]{}|/]", r"\\\g<0>", word)


def describe_ref(field: Field, schema: Schema) -> dict[str, Any]:
    """A slug, perhaps with its collection before it. Whether the sheet exists is more than a JSON Schema can say."""
    pattern = f"(?:(?:{'|'.join(field.to)})/)?[a-z0-9]+(?:-[a-z0-9]+)*"
    return {"type": ["string", "integer"], "minimum": 0, "pattern": describe_pattern(pattern)}


CHOICE = Kind(
    name="choice",
    french="choix",
    read=scalar(read_choice),
    describe=describe_choice,
    options=("choices", "facet"),
    needs=("choices",),
    display="choice",
)
BOOLEAN = Kind(
    name="boolean",
    french="oui ou non",
    read=scalar(read_boolean),
    describe=describe_boolean,
    options=("facet",),
    display="boolean",
)
TERM = Kind(
    name="term",
    french="terme",
    read=scalar(read_term),
    describe=describe_term,
    options=("vocabulary", "facet"),
    needs=("vocabulary",),
    display="term",
)
REF = Kind(
    name="ref",
    french="fiche",
    read=scalar(read_ref),
    describe=describe_ref,
    options=("to", "inverse", "facet"),
    needs=("to",),
    place="relations",
    display="ref",
)
