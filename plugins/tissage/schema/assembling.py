"""All declarations together → the Schema: what each names must exist, and each place belongs to one."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ..displays import Needs
from ..findings import Finding
from ..settings import MOUNTED
from . import reserved
from .building import build_collection, build_vocabulary, by_id
from .filters import check_filters
from .fitting import check_fit
from .merging import merge_all
from .model import Collection, Field, Schema
from .nearest import nearest
from .problems import Problems, is_sites, sites

if TYPE_CHECKING:
    from .loading import Declaration

COMMON = "_common"


def every_field(fields: Mapping[str, Field], keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Each field, those inside groups too, with the keys that lead to it in the collection file."""
    for name, field in fields.items():
        path = (*keys, "fields", name)
        yield path, field
        yield from every_field(field.fields, path)


def check_targets(
    schema: Schema,
    layers: list[Declaration],
    collection: Collection,
    displays: Mapping[str, Needs | None],
    problems: Problems,
) -> None:
    """Report what a collection's fields name and is not there (vocabularies, collections, displays) or does not fit."""
    for keys, field in every_field(collection.fields):
        if field.vocabulary and field.vocabulary not in schema.vocabularies:
            suggestion = nearest(field.vocabulary, schema.vocabularies)
            problems.report(layers, (*keys, "vocabulary"), "unknown-vocabulary", suggestion, value=field.vocabulary)
        for target in field.to:
            if target not in schema.collections:
                suggestion = nearest(target, schema.collections)
                problems.report(layers, (*keys, "to", target), "unknown-collection", suggestion, value=target)
        if field.display not in displays:
            known = sorted(displays)
            close, valid = nearest(field.display, known), ", ".join(known)
            problems.report(layers, (*keys, "display"), "unknown-display", close, value=field.display, valid=valid)
        elif needs := displays[field.display]:
            check_fit(field, needs, keys, layers, problems)


def without_targets(fields: Mapping[str, Field], disabled: Names[str]) -> dict[str, Field]:
    """The fields, those of groups too, without references to collections that the site has taken out."""
    kept = {}
    for name, field in fields.items():
        to = tuple(target for target in field.to if target not in disabled)
        if to or not field.to:
            kept[name] = replace(field, to=to, fields=without_targets(field.fields, disabled))
    return kept


def check_urls(
    schema: Schema,
    collections: Mapping[str, list[Declaration]],
    vocabularies: Mapping[str, list[Declaration]],
    problems: Problems,
) -> None:
    """Report the collections and vocabularies that want an address of the engine, or that of another."""
    owners: dict[str, str] = {}
    collection_urls = ((name, one.url, collections) for name, one in schema.collections.items())
    vocabulary_urls = ((name, one.url, vocabularies) for name, one in schema.vocabularies.items() if one.url)
    everything = (*collection_urls, *vocabulary_urls)
    for name, url, layers in sorted(everything, key=lambda one: is_sites(one[2][one[0]], ("url",))):
        first = owners.setdefault(url, name)
        if url.partition("/")[0] in reserved.ADDRESSES:
            problems.report(layers[name], ("url",), "reserved-name", value=url)
        elif first != name:
            problems.report(layers[name], ("url",), "same-place", option="url", value=url, other=first)


def check_folders(schema: Schema, groups: Mapping[str, list[Declaration]], content: str, problems: Problems) -> None:
    """Report the collections that want the folder of another, and folders outside the content."""
    owners: dict[str, str] = {}
    ranked = sorted(schema.collections.items(), key=lambda one: is_sites(groups[one[0]], ("source",)))
    for name, collection in ranked:
        if name in reserved.COLLECTIONS:
            problems.report(groups[name], ("id",), "reserved-name", value=name)
        if collection.source.split("/", 1)[0] not in (content.split("/", 1)[0], *MOUNTED):
            suggestion = f"{content}/{collection.source}"
            problems.report(groups[name], ("source",), "bad-folder", suggestion, value=collection.source)
        first = owners.setdefault(collection.source, name)
        if first != name:
            problems.report(
                groups[name], ("source",), "same-place", option="source", value=collection.source, other=first
            )
    folders = {name: collection.source for name, collection in schema.collections.items()}
    for name, inner in folders.items():
        for other, outer in folders.items():
            if inner.startswith(f"{outer}/"):
                first, second = sorted((other, name), key=lambda one: is_sites(groups[one], ("source",)))
                place = folders[first]
                problems.report(groups[second], ("source",), "same-place", option="source", value=place, other=first)


def check_twice(groups: Mapping[str, list[Declaration]], problems: Problems) -> None:
    """Report the files of the site that have the id of another of its files: one would be laid over the other."""
    for name, layers in groups.items():
        first, *others = sites(layers) or layers
        for other in others:
            problems.report([other], ("id",), "duplicate-declaration", value=name, other=first.path)


def build_schema(
    vocabularies: list[Declaration],
    collections: list[Declaration],
    displays: Mapping[str, Needs | None],
    content: str,
) -> tuple[Schema, list[Finding]]:
    """The whole schema from all declarations, in order; a collection with `enabled: false` is left out."""
    problems = Problems()
    lists = by_id(vocabularies)
    built = {name: build_vocabulary(name, layers, problems) for name, layers in lists.items()}
    groups = by_id(collections)
    for named in (lists, groups):
        check_twice(named, problems)
    common = groups.pop(COMMON, [])
    disabled = {name for name, layers in groups.items() if not merge_all(x.values for x in layers).get("enabled", True)}
    made = [build_collection(name, layers, common, problems) for name, layers in groups.items() if name not in disabled]
    whole = [replace(c, fields=without_targets(c.fields, disabled)) for c in made if c]
    ranked = sorted(whole, key=lambda c: (c.rank, c.id))
    schema = Schema(
        vocabularies={name: vocabulary for name, vocabulary in built.items() if vocabulary},
        collections={collection.id: collection for collection in ranked},
        disabled=tuple(
            sorted(merge_all(layer.values for layer in groups[name]).get("source", "") for name in disabled)
        ),
    )
    layers = {name: [*common, *groups[name]] for name in schema.collections}
    for name, collection in schema.collections.items():
        check_targets(schema, layers[name], collection, displays, problems)
    check_filters(schema, layers, problems)
    check_urls(schema, groups, lists, problems)
    check_folders(schema, groups, content, problems)
    return schema, problems.findings
