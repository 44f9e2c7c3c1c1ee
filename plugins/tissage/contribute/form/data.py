"""What the script of « Proposer une fiche » is given: the collections as forms, the sentences, and the sheets.

Everything is made from the collections: a field added in YAML shows in the form without a line of code.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...addresses import generated, hand_written
from ...codes import CODES, bodies, links, values
from ...commons import Commons
from ...language import Language
from ...media import published_type
from ...reading import read_document, read_text
from ...schema.model import Collection, Field, Term, Vocabulary
from ...settings import MOUNTED
from ...sheets import Sheet, single_values
from ...walking import walk
from ..issues.questions import EDITORS
from ..sensitive import closing, holds_sensitive
from .rules import rules
from .words import IN_A_FORM, words

FILES: Final = ("image", "file")
"""The kinds of field that name a file."""
SHEETS_IN_A_FILE: Final = 20
"""How many texts of sheets one file holds: whoever improves a sheet loads a few more, and a site has fewer files."""


def form_files(commons: Commons) -> Iterator[tuple[str, Any]]:
    """The name and the data of every file that the form may load."""
    yield "form.data", form_data(commons)
    yield "form.sheets", [sheet_row(sheet, commons) for sheet in commons.sheets.values()]
    yield "form.places", places(commons)
    sheets = list(commons.sheets.values())
    for number, start in enumerate(range(0, len(sheets), SHEETS_IN_A_FILE)):
        part = sheets[start : start + SHEETS_IN_A_FILE]
        yield f"form.sources.{number}", {sheet.id: public_source(sheet, commons) for sheet in part}


def sheet_row(sheet: Sheet, commons: Commons) -> list[Any]:
    """The id, title and path of a sheet, and the anchors of its headings where it has any."""
    anchors = [heading.id for heading in commons.parsed(sheet.body).headings]
    return [sheet.id, sheet.title, sheet.path, *([anchors] if anchors else [])]


def places(commons: Commons) -> dict[str, list[str]]:
    """What a text may link to beside the sheets: pages and files by their paths, pages by their addresses."""
    settings = commons.settings
    pages = dict(hand_written(settings, commons.schema))
    listed = [address for address, _ in generated(commons.schema, settings.language)]
    hidden = sensitive_files(commons)
    beside = [path for folder in (settings.content, *MOUNTED) for path in walk(settings.root, folder)]
    return {
        "pages": list(pages.values()),
        "files": [path for path in beside if published_type(path) and path not in hidden],
        "addresses": list(dict.fromkeys([*pages, *listed])),
    }


def sensitive_files(commons: Commons) -> set[str]:
    """The files that sensitive fields alone name."""
    sheets = commons.sheets.values()
    every = (one for sheet in sheets for one in single_values(sheet.values, sheet.collection.fields, sensitive=True))
    public = (one for sheet in sheets for one in sheet.public_values)
    named, shown = ({value for field, value in some if field.kind.name in FILES} for some in (every, public))
    return named - shown


def form_data(commons: Commons) -> dict[str, Any]:
    """All that a form needs but the sheets: collections, vocabularies, rules, sentences, and where proposals go."""
    schema, language = commons.schema, commons.settings.language
    told = [code.id for code in (*values.CODES, *bodies.CODES, *links.CODES)]
    return {
        "collections": {id: collection_data(one, language) for id, one in schema.collections.items()},
        "vocabularies": {id: vocabulary_data(one, commons) for id, one in schema.vocabularies.items()},
        "codes": {code: code_data(code, language) for code in (*told, "yaml-character")},
        "editors": sorted(EDITORS - {"contributors"}),
        "rules": rules(commons.settings),
        "words": {"language": language.code, **words(language)},
        "site": {
            "name": commons.settings.site_name,
            "edit": commons.settings.edit_base or "",
            "new": commons.settings.new_url or "",
            "issues": commons.settings.issues or [],
            "forge": commons.settings.forge_name,
            "prefilled": commons.settings.forge.prefills,
            "licence": commons.settings.licence,
            "contact": commons.settings.contact,
            "readability": commons.settings.readability,
        },
    }


def code_data(id: str, language: Language) -> list[str]:
    """How much a finding weighs, what it says, and how to mend it; the `{placeholders}` are left to fill."""
    code = CODES[id]
    return [code.severity.value, *map(language.catalogue.gettext, IN_A_FORM.get(id, (code.message, code.help)))]


def collection_data(collection: Collection, language: Language) -> dict[str, Any]:
    """A collection as a form."""
    return {
        "id": collection.id,
        "label": language.form(collection.label, "one", collection.id),
        "source": collection.source,
        "url": collection.url,
        "body": collection.body,
        "fields": [field_data(field, language) for field in collection.fields.values()],
    }


def field_data(field: Field, language: Language) -> dict[str, Any]:
    """A field as a form asks it; what is not set is left out."""
    many = {"min": field.many.minimum, "max": field.many.maximum} if field.many is not None else None
    numbers = {"min": field.min, "max": field.max}
    data: dict[str, Any] = {
        "name": field.name,
        "kind": field.kind.name,
        "label": language.label(field.label, field.name),
        "help": language.label(field.help),
        "example": field.example,
        "required": field.required,
        "sensitive": field.sensitive,
        "place": field.place or field.kind.place,
        "many": many,
        "minLength": field.min_length,
        "maxLength": field.max_length,
        "readable": field.readable,
        **{name: str(limit) for name, limit in numbers.items() if limit is not None},
        "unit": field.unit,
        "precision": field.precision if field.kind.name in ("date", "period") else "",
        "choices": [[key, language.label(labels, key)] for key, labels in field.choices.items()],
        "vocabulary": field.vocabulary,
        "to": field.to,
        "fields": [field_data(inner, language) for inner in field.fields.values()],
    }
    return {key: value for key, value in data.items() if value not in (None, "", False, [], ())}


def vocabulary_data(vocabulary: Vocabulary, commons: Commons) -> list[list[str]]:
    """The terms, each followed by those below it: slug, label, and the label of what holds it, if anything does."""
    label = commons.settings.language.label

    def below(parent: Term | None) -> Iterator[list[str]]:
        for term in commons.terms(vocabulary.id, parent.slug if parent else None):
            held = [label(parent.label, parent.slug)] if parent else []
            yield [term.slug, label(term.label, term.slug), *held]
            yield from below(term)

    return list(below(None))


def public_source(sheet: Sheet, commons: Commons) -> list[Any]:
    """The text of a sheet without its sensitive fields, and the names of those that were there.

    A field goes whole, from its line to the next field's, when it or anything inside it is sensitive.
    """
    text, _ = read_text(commons.settings.root / sheet.path, sheet.path)
    sensitive = [name for name, field in sheet.collection.fields.items() if holds_sensitive(field)]
    if text is None:  # it was there when it was checked: whoever deletes it meanwhile gets no form
        return ["", []]
    if not any(name in text for name in sensitive):
        return [text, []]
    document, _ = read_document(commons.settings.root / sheet.path, sheet.path)
    entries = document.front.entries if document else {}
    kept_back = [name for name in entries if name in sensitive]
    lines, starts = text.split("\n"), [entry.span.line for entry in entries.values()]
    for name in reversed(kept_back):
        line = entries[name].span.line
        after = min((start for start in starts if start > line), default=closing(lines, line))
        del lines[line - 1 : after - 1]
    return ["\n".join(lines), kept_back]
