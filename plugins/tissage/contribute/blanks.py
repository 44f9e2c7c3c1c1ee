"""The fields of a sheet in their order, those that it still needs left blank below a comment."""

from __future__ import annotations

from collections.abc import Mapping

from ..language import N_, Language
from ..schema.model import Collection, Field
from .site import Site
from .writing import Written, tidy

MOST_WORDS = 20


def in_order(values: Mapping[str, Written], collection: Collection) -> dict[str, Written]:
    """The values in the order of the collection’s fields, each required field that lacks one as an empty text."""
    return {
        name: tidy(values.get(name, ""))
        for name, field in collection.fields.items()
        if tidy(values.get(name, "")) or field.required
    }


def comments(values: Mapping[str, Written], collection: Collection, site: Site) -> dict[str, str]:
    """What stands above each required field that is still empty."""
    fields = ((name, field) for name, field in collection.fields.items() if field.required)
    return {name: comment(field, site) for name, field in fields if not tidy(values.get(name, ""))}


def comment(field: Field, site: Site) -> str:
    """What goes in a field: its label, its help, its words, an example."""
    say, label = site.settings.language.say, site.settings.language.label
    lines = [say(N_("{label} (required)"), label=label(field.label, field.name)), label(field.help)]
    if words := words_of(field, site):
        lines.append(
            say(N_("Write one or more of these words:")) if field.many else say(N_("Write one of these words:"))
        )
        lines += [f"- {word} ({name})" for word, name in list(words.items())[:MOST_WORDS]]
        lines += ["…"] if len(words) > MOST_WORDS else []
    if field.example:
        lines.append(say(N_("Example: {example}"), example=field.example))
    return "\n".join(line for line in lines if line)


def words_of(field: Field, site: Site) -> dict[str, str]:
    """The words that a field takes, with their labels: choices, terms, sheets; none where it takes any text."""
    if field.to:
        found = [sheet for sheet in site.sheets if sheet.collection.id in field.to]
        return {sheet.slug if len(field.to) == 1 else sheet.id: sheet.title for sheet in found}
    return {word: site.settings.language.label(labels, word) for word, labels in site.schema.words(field).items()}


def skeleton(collection: Collection, language: Language) -> str:
    """The headings that the text of a new sheet begins with; none where the collection wants no text."""
    if collection.body != "required" and not collection.outline:
        return ""
    headings = collection.outline.get(language.code) or collection.outline.get("fr") or [language.say(N_("Context"))]
    return "\n\n".join(f"## {heading}" for heading in headings)
