"""The declarations of one thing, merged → a vocabulary, a field, a collection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from . import reserved
from .declarations import FIELD_OPTIONS, TILE
from .kinds import KINDS
from .kinds.groups import GROUP
from .limits import check_limits
from .merging import merge_all
from .model import Collection, Field, Term, Tile, Vocabulary
from .problems import Problems, is_sites

if TYPE_CHECKING:
    from .loading import Declaration

TILE_NEEDS: Final = {name for name, field in TILE.items() if field.required}
PERSON_NEEDS: Final = ("name", "role", "basis", "review_by")
"""What a group that names a person holds: who, in which role, why she may be named, and until when."""
KIND_OPTIONS = {option for kind in KINDS.values() for option in kind.options}


def by_id(declarations: Iterable[Declaration]) -> dict[str, list[Declaration]]:
    """The declarations of each thing, in the order in which they were first met."""
    groups: dict[str, list[Declaration]] = {}
    for declaration in declarations:
        groups.setdefault(declaration.id, []).append(declaration)
    return groups


def flatten(terms: Mapping[str, Any], keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Term]]:
    """The terms of a tree, parents first, each with the keys that lead to it."""
    for slug, options in terms.items():
        own = {key: value for key, value in options.items() if key not in ("terms", "tile")}
        if options.get("tile", {}).keys() >= TILE_NEEDS:  # else it has its finding already
            own["tile"] = Tile(**options["tile"])
        place = (*keys, "terms", slug)
        yield place, Term(slug=slug, parent=keys[-1] if keys else None, **{"label": {}, **own})
        yield from flatten(options.get("terms", {}), place)


def hidden_by(tile: Tile, term: Term, terms: Iterable[Term]) -> Term | None:
    """The first of these terms whose tile, on the same map, lies on this one of a term."""
    beside = (other for other in terms if other.parent == term.parent and other.slug != term.slug)
    return next((other for other in beside if other.tile and other.tile.covers(tile)), None)


def build_vocabulary(name: str, layers: list[Declaration], problems: Problems) -> Vocabulary | None:
    """One vocabulary from its declarations."""
    options = merge_all(layer.values for layer in layers)
    if missing := next((key for key in ("label", "terms") if not options.get(key)), None):
        problems.missing(layers, (), missing)
        return None
    terms = list(flatten(options["terms"]))
    check_terms(terms, layers, problems)
    return Vocabulary(**{**options, "id": name, "terms": {term.slug: term for _, term in terms}})


def check_terms(terms: list[tuple[tuple[str, ...], Term]], layers: list[Declaration], problems: Problems) -> None:
    """Report the terms that stand twice, that have no name, and that lie on the tile of another."""
    met: dict[str, Term] = {}
    for keys, term in sorted(terms, key=lambda one: is_sites(layers, one[0])):
        if term.slug in met:
            problems.report(layers, keys, "duplicate-term", of_key=True, value=term.slug)
        if not term.label:
            problems.missing(layers, keys, "label")
        if term.tile and (other := hidden_by(term.tile, term, met.values())):
            problems.report(layers, (*keys, "tile"), "same-tile", value=term.slug, other=other.slug)
        met[term.slug] = term


def build_field(
    name: str,
    options: Mapping[str, Any],
    keys: tuple[str, ...],
    layers: list[Declaration],
    problems: Problems,
) -> Field | None:
    """One field from its merged options, or None where it cannot be made."""
    if "kind" not in options:
        problems.missing(layers, keys, "kind")
        return None
    kind = KINDS[options["kind"]]
    for option in options:
        if option in KIND_OPTIONS and option not in kind.options:
            problems.report(layers, (*keys, option), "option-not-for-kind", of_key=True, option=option, kind=kind.name)
    for option in kind.needs:
        if not options.get(option):
            problems.missing(layers, keys, option)
            return None
    for need in PERSON_NEEDS if options.get("person") and kind is GROUP else ():
        problems.missing(layers, (*keys, "fields"), need)
    inner = {
        child: built
        for child, child_options in options.get("fields", {}).items()
        if (built := build_field(child, child_options, (*keys, "fields", child), layers, problems))
    }
    check_limits(options, keys, layers, problems)
    known = {key: value for key, value in options.items() if key in FIELD_OPTIONS}
    made = {**known, "name": name, "kind": kind, "fields": inner, "to": tuple(options.get("to", ()))}
    field = Field(**made)
    return replace(field, place=field.place or kind.place, display=field.display or kind.display)


def build_collection(
    name: str, layers: list[Declaration], common: list[Declaration], problems: Problems
) -> Collection | None:
    """One collection from its declarations, with the fields that every collection has."""
    options = merge_all(layer.values for layer in (*common, *layers))
    for key in ("source", "url", "label"):
        if not options.get(key):
            problems.missing(layers, (), key)
            return None
    fields: dict[str, Field] = {}
    everything = [*common, *layers]
    for field_name, field_options in options.get("fields", {}).items():
        if field_name in reserved.FIELDS:
            problems.report(everything, ("fields", field_name), "reserved-name", of_key=True, value=field_name)
            continue
        if field := build_field(field_name, field_options, ("fields", field_name), everything, problems):
            fields[field_name] = field
    for always in reserved.PUBLIC:
        if always in fields and fields[always].sensitive:
            problems.report(everything, ("fields", always, "sensitive"), "always-public", field=always)
    return Collection(**{k: v for k, v in options.items() if k != "enabled"} | {"id": name, "fields": fields})
