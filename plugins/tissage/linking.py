"""Sheets → the Commons: relations and their inverses, links of the texts, terms with what they hold, addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .addresses import check_addresses
from .commons import Commons, Relation
from .findings import Finding
from .schema.model import Schema
from .settings import Settings
from .sheets import Sheet
from .texts import link_texts
from .titles import check_titles


def declared_relations(sheet: Sheet) -> Iterator[Relation]:
    """The relations that the front matter of a sheet declares, those inside groups too, each once."""
    direct = {id(field) for field in sheet.collection.fields.values()}
    seen = set()
    for field, value in sheet.public_values:
        if field.kind.name == "ref" and (id(field), value) not in seen:
            seen.add((id(field), value))
            yield Relation(sheet.id, value, field, nested=id(field) not in direct)


def check_relations(sheet: Sheet, relations: Iterable[Relation]) -> Iterator[Finding]:
    """A sheet that points to itself, most likely by a slip."""
    for relation in relations:
        if relation.target == sheet.id and relation.field:
            yield Finding("self-reference", sheet.path, sheet.span(relation.field.name), {"field": relation.field.name})


def backwards(relations: dict[str, list[Relation]], ids: Iterable[str]) -> dict[str, tuple[Relation, ...]]:
    """The relations by the sheet that they lead to; a mention in a text is left out where a field already says it."""
    found: dict[str, list[Relation]] = {}
    for source in ids:
        named = {relation.target for relation in relations.get(source, ()) if relation.field}
        for relation in relations.get(source, ()):
            if relation.target != source and (relation.field or relation.target not in named):
                found.setdefault(relation.target, []).append(relation)
    return {target: tuple(links) for target, links in found.items()}


def tag(sheets: Iterable[Sheet], schema: Schema) -> dict[tuple[str, str], tuple[str, ...]]:
    """The sheets of each term, with those of the terms below it, each once, in the order of the sheets."""
    tagged: dict[tuple[str, str], dict[str, None]] = {}
    for sheet in sheets:
        for field, value in sheet.public_values:
            if field.kind.name != "term":
                continue
            for term in (value, *schema.vocabularies[field.vocabulary].ancestors(value)):
                tagged.setdefault((field.vocabulary, term), {})[sheet.id] = None
    return {key: tuple(ids) for key, ids in tagged.items()}


def link(settings: Settings, schema: Schema, sheets: list[Sheet]) -> tuple[Commons, list[Finding]]:
    """Link the sheets. Every step is linear in the number of sheets."""
    by_id = {sheet.id: sheet for sheet in sheets}
    relations: dict[str, list[Relation]] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        declared = list(declared_relations(sheet))
        findings += check_relations(sheet, declared)
        relations[sheet.id] = [relation for relation in declared if relation.target in by_id]
    addresses, aliases, found = check_addresses(settings, schema, sheets)
    findings += found
    linked = link_texts(settings, schema, sheets, addresses)
    for source, targets in linked.mentions.items():
        relations[source] += [Relation(source, target) for target in targets]
    commons = Commons(
        settings=settings,
        schema=schema,
        sheets=by_id,
        relations={id: tuple(links) for id, links in relations.items()},
        backlinks=backwards(relations, by_id),
        tagged=tag(sheets, schema),
        links=linked.targets,
        texts=linked.texts,
        aliases=aliases,
    )
    return commons, [*findings, *linked.findings, *check_titles(sheets)]
