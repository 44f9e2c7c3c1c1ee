"""What an issue form asks of a collection’s fields: which questions, in which order, under which labels.

The form and the reading of what comes back are both made from these.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ...language import N_, Language, slugify
from ...schema.kinds import KINDS
from ...schema.model import Collection, Field, Schema, Vocabulary, not_sensitive

EDITORS: Final = frozenset(("status", "reviewed", "review_by", "contributors", "aliases"))
"""Fields that whoever reviews the sheet fills in."""
NOT_ASKED: Final = frozenset(("image", "file"))
"""Kinds that a form cannot take: the file has to be laid beside the sheet."""
BODY: Final = Field(name="body", kind=KINDS["markdown"])
CONSENT: Final = N_("What you agree to")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: where its answer goes (`path` is empty for the text below the fields), and how it is asked.

    `options` go from what is shown to what is written; `parts` are the fields of a group that may come many times.
    """

    path: tuple[str, ...]
    field: Field
    label: str
    options: Mapping[str, str] = dataclasses.field(default_factory=dict)
    parts: tuple[Question, ...] = ()

    @property
    def key(self) -> str:
        """What tells its label from the others, as GitHub does: letters and digits alone."""
        return slugify(self.label)


def questions(collection: Collection, schema: Schema, language: Language) -> list[Question]:
    """The questions about a sheet of a collection: those that need an answer, the text, then the others."""
    asked = list(ask(collection.fields, (), schema, language))
    needed = [question for question in asked if question.field.required]
    if collection.body != "none":
        body = replace(BODY, required=collection.body == "required")
        needed.append(Question((), body, language.say(N_("The text of the sheet"))))
    listed = [*needed, *(question for question in asked if not question.field.required)]
    taken = {slugify(language.say(CONSENT))}
    return [apart(question, taken) for question in listed]


def apart(question: Question, taken: set[str]) -> Question:
    """The question under a label that no other has: GitHub refuses a form where two are alike."""
    label, number = question.label, 2
    while slugify(label) in taken or not slugify(label):
        label, number = f"{question.label} ({number})", number + 1
    taken.add(slugify(label))
    return replace(question, label=label)


def ask(fields: Mapping[str, Field], path: tuple[str, ...], schema: Schema, language: Language) -> Iterator[Question]:
    """The questions about fields; a group that comes once is asked field by field, and nothing sensitive is."""
    for name, one in not_sensitive(fields).items():
        if one.kind.name in NOT_ASKED or (not path and name in EDITORS):
            continue
        if any(part.required and part.kind.name in NOT_ASKED for part in one.fields.values()):
            continue  # the rest of the group would be of no use
        label = language.label(one.label, name)
        below = tuple(ask(one.fields, (*path, name), schema, language))
        if one.fields and not one.many:
            for part in below:
                joined = language.say(N_("{group}: {field}"), group=label, field=part.label)
                # A form cannot ask for a field of a group only where the group is there.
                needed = one.required and part.field.required
                yield replace(part, label=joined, field=replace(part.field, required=needed))
        elif below or not one.fields:
            yield Question((*path, name), one, label, options(one, schema, language), below)


def options(one: Field, schema: Schema, language: Language) -> dict[str, str]:
    """What one chooses from: what is shown, and what is written."""
    if one.kind.name == "boolean":
        return {word: word.lower() for word in (language.say(N_("Yes")), language.say(N_("No")))}
    if one.kind.name == "choice":
        return distinct({key: language.label(labels, key) for key, labels in one.choices.items()})
    if one.kind.name == "term":
        vocabulary = schema.vocabularies[one.vocabulary]
        return distinct({slug: way_to(slug, vocabulary, language) for slug in vocabulary.terms})
    return {}


def way_to(slug: str, vocabulary: Vocabulary, language: Language) -> str:
    """The label of a term behind those of the terms that hold it: « Montréal › Le Sud-Ouest »."""
    way = [*reversed(list(vocabulary.ancestors(slug))), slug]
    return " › ".join(language.label(vocabulary.terms[step].label, step) for step in way)


def distinct(labels: Mapping[str, str]) -> dict[str, str]:
    """From labels to what they stand for; where two are alike, what they stand for is said too."""
    shown = list(labels.values())
    return {label if shown.count(label) == 1 else f"{label} ({key})": key for key, label in labels.items()}
