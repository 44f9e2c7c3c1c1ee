"""The names of facets in addresses: fields that share one hold the same things, for they are one filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..language import slugify
from . import reserved
from .model import Field, Schema
from .problems import Problems, is_sites

if TYPE_CHECKING:
    from .loading import Declaration


def alike(one: Field, other: Field) -> bool:
    """Whether two fields hold the same things."""
    if {one.kind.name, other.kind.name} <= {"date", "period"}:
        return True
    same = (one.kind.name, one.vocabulary, one.to) == (other.kind.name, other.vocabulary, other.to)
    return same and list(one.choices) == list(other.choices)


def check_filters(schema: Schema, layers: Mapping[str, Sequence[Declaration]], problems: Problems) -> None:
    """Report the filters that take the name of another, or of the engine. `layers` are those of each collection."""
    places = [
        (collection.id, ("fields", field.name, "facet", language), field, name)
        for collection in schema.collections.values()
        for field in collection.facets
        for language, name in (field.facet or {}).items()
    ]
    owners: dict[tuple[str, str], tuple[str, Field]] = {}
    for collection, keys, field, name in sorted(places, key=lambda one: is_sites(layers[one[0]], one[1])):
        other, first = owners.setdefault((keys[-1], slugify(name)), (collection, field))
        if slugify(name) in reserved.FACETS:
            problems.report(layers[collection], keys, "reserved-name", value=name)
        elif not alike(first, field):
            ours = layers[collection]
            problems.report(ours, keys, "same-filter", value=name, field=first.name, collection=other)
