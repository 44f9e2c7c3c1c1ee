"""`/catalogue.json`: every sheet with its fields, terms and relations, for programs.

The format is part of the contract: it is extended, never broken. `catalogue_schema` says all of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from ..commons import Commons, Relation
from ..language import Language
from ..schema.model import Collection, Field, Vocabulary
from ..schema.values import plain_fields
from ..sheets import Sheet
from .public import FieldPaths, absolute, inverse_of, label_of, published

VERSION: Final = 1
SCHEMA: Final = "schemas/catalogue.json"


def describe_fields(fields: Mapping[str, Field], language: Language) -> dict[str, Any]:
    """What a program needs in order to read the values of these fields; options that say nothing are left out."""
    described = {}
    for name, field in fields.items():
        choices = {key: language.label(labels, key) for key, labels in field.choices.items()}
        options = {
            "vocabulary": field.vocabulary,
            "to": list(field.to),
            "choices": choices,
            "unit": field.unit,
            "inverse": language.label(field.inverse),
            "fields": describe_fields(field.public, language),
        }
        row = {"label": language.label(field.label, name), "kind": field.kind.name, "many": field.many is not None}
        described[name] = row | {key: value for key, value in options.items() if value}
    return described


def describe_collection(collection: Collection, commons: Commons) -> dict[str, Any]:
    """A collection: its name, its index, its fields."""
    language = commons.settings.language
    return {
        "label": language.form(collection.label, "many", collection.id),
        "singular": language.form(collection.label, "one", collection.id),
        "url": published(f"{collection.url}/", commons.settings),
        "fields": describe_fields(collection.public, language),
    }


def describe_vocabulary(vocabulary: Vocabulary, commons: Commons) -> dict[str, Any]:
    """A vocabulary: its name and its terms, parents first."""
    language = commons.settings.language
    terms = {
        slug: {"label": language.label(term.label, slug), "parent": term.parent}
        for slug, term in vocabulary.terms.items()
    }
    return {"label": language.form(vocabulary.label, "many", vocabulary.id), "terms": terms}


def terms_of(sheet: Sheet) -> dict[str, list[str]]:
    """The terms of a sheet by vocabulary, each once, as written: the first is the main one."""
    found: dict[str, dict[str, None]] = {}
    for field, value in sheet.public_values:
        if field.kind.name == "term":
            found.setdefault(field.vocabulary, {})[value] = None
    return {vocabulary: list(found[vocabulary]) for vocabulary in sorted(found)}


def relations_of(links: Iterable[tuple[str | None, Relation]], language: Language) -> list[dict[str, Any]]:
    """The relations that start from a sheet, by field, links of its texts last, then by target."""
    rows = [
        {"field": name, "target": relation.target, "label": label_of(relation, language)} for name, relation in links
    ]
    return sorted(rows, key=lambda row: (row["field"] is None, row["field"] or "", row["target"]))


def backlinks_of(links: Iterable[tuple[str | None, Relation]], language: Language) -> list[dict[str, Any]]:
    """The relations that lead to a sheet, by source; the label is the inverse that the field declares."""
    rows = [
        {"source": relation.source, "field": name, "label": inverse_of(relation, language)} for name, relation in links
    ]
    return sorted(rows, key=lambda row: (row["source"], row["field"] or ""))


def describe_sheet(sheet: Sheet, commons: Commons, links: FieldPaths) -> dict[str, Any]:
    """One sheet."""
    settings = commons.settings
    fields = plain_fields(sheet.public.values, sheet.collection.fields)
    url = published(sheet.address, settings)
    canonical = absolute(url, settings)
    return {
        "id": sheet.id,
        "collection": sheet.collection.id,
        "slug": sheet.slug,
        "title": sheet.title,
        "summary": str(fields.get("summary", "")),
        "url": url,
        **({"canonical": canonical} if canonical else {}),
        "fields": fields,
        "terms": terms_of(sheet),
        "relations": relations_of(links.named(commons.relations.get(sheet.id, ())), settings.language),
        "backlinks": backlinks_of(links.named(commons.backlinks.get(sheet.id, ())), settings.language),
    }


def catalogue(commons: Commons) -> dict[str, Any]:
    """The whole catalogue."""
    settings, schema, links = commons.settings, commons.schema, FieldPaths(commons)
    site = {"name": settings.site_name, "url": settings.site_url, "language": settings.language.code}
    return {
        "version": VERSION,
        "$schema": SCHEMA,
        "site": site,
        "collections": {id: describe_collection(c, commons) for id, c in sorted(schema.collections.items())},
        "vocabularies": {id: describe_vocabulary(v, commons) for id, v in sorted(schema.vocabularies.items())},
        "sheets": [describe_sheet(sheet, commons, links) for _, sheet in sorted(commons.sheets.items())],
    }


def dumps(value: Any) -> str:
    """Compact JSON. What JSON cannot say, such as an infinite number, is refused rather than written wrongly."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def render(commons: Commons) -> str:
    """The file: a sheet a line, so that two versions can be compared, and still compact."""
    whole = catalogue(commons)
    sheets = ",\n".join(dumps(sheet) for sheet in whole.pop("sheets"))
    return f'{dumps(whole)[:-1]},"sheets":[\n{sheets}\n]}}\n'
