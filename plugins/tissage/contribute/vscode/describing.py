"""What is said of a field beside its snippet: its name in plain words, its help, its lengths, its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...exports.collection_schema import limits
from ...language import N_, Language
from ...schema.model import Field, Schema
from ..issues.template import DATES

NAMED: Final = N_("{label}.")
NEEDED: Final = N_("{label} (required).")
MOST_WORDS: Final = 20
"""A longer list of words is not said again: it stands in the snippet."""


def name_of(way: Sequence[Field], language: Language) -> str:
    """The label of a field behind those of the groups that it is in: « Sources › Date »."""
    return " › ".join(language.label(one.label, one.name) for one in way)


def description(one: Field, schema: Schema, language: Language) -> str:
    """The label of a field, whether it is required, and what is known of how to fill it in."""
    first = language.say(NEEDED if one.required else NAMED, label=language.label(one.label, one.name))
    return " ".join(filter(None, [first, *hints(one, schema, language)]))


def hints(one: Field, schema: Schema, language: Language) -> list[str]:
    """Sentences about a field: its help, its lengths, how its dates and its words are written."""
    dates = [language.say(DATES[one.precision])] if one.kind.name in ("date", "period") else []
    return [language.label(one.help), *limits(one, language), *dates, labelled(one, schema, language)]


def labelled(one: Field, schema: Schema, language: Language) -> str:
    """The words of a field with what they mean, empty where there are none or many."""
    labels = schema.words(one)
    if not labels or len(labels) > MOST_WORDS:
        return ""
    words = (f"{word} ({language.label(label, word)})" for word, label in labels.items())
    return language.say(N_("Possible words: {words}."), words=", ".join(words))
