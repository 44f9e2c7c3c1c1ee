"""What people call things → what they are: a collection by its name or label, a field by its label or path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..language import slugify
from ..schema.model import Collection, Field, Schema
from ..schema.nearest import nearest

INDEX: Final = re.compile(r"(?<=[\s._-])\d{1,3}(?=[\s._-])")
FROM_CATALOGUE: Final = re.compile(r".*\((?P<collection>[a-z][\w-]*)\.(?P<field>[a-z][\w-]*)\)\s*")
"""A heading of our own CSV export where two columns have the same label: « Type (agreements.type) »."""

Path = tuple[str, ...]
"""The keys that lead to a field: `("title",)`, `("needs", "people")`, `("steps", "0", "title")`."""


def key(name: str) -> str:
    """A name without accents, punctuation or plural endings: « Champs d’action » and « champ d'action » are alike."""
    return "-".join(word.rstrip("sx") or word for word in slugify(name).split("-"))


def collection_names(collection: Collection) -> list[str]:
    """The names by which a collection may be meant."""
    labels = [form for forms in collection.label.values() for form in forms.values()]
    return [collection.id, collection.url, collection.source, *labels]


def find_collection(written: str, schema: Schema) -> Collection | None:
    """The collection that goes by that name, or None."""
    wanted = key(written)
    found = (one for one in schema.collections.values() if wanted in map(key, collection_names(one)))
    return next(found, None)


def near_collection(written: str, schema: Schema) -> str | None:
    """The id of the collection whose name is the nearest to what was written."""
    names = {one.id: collection_names(one) for one in schema.collections.values()}
    return nearest(written, names, names)


@dataclass(frozen=True)
class FieldNames:
    """The fields of a collection by each of their names, those inside groups by the group’s name and their own."""

    collection: Collection
    paths: Mapping[str, Path]

    def find(self, written: str) -> Path | None:
        """The path of the field that goes by that name; the number of an item stands where it was written."""
        if match := FROM_CATALOGUE.fullmatch(written):
            return (match["field"],) if match["field"] in self.collection.fields else None
        index = INDEX.search(written)
        path = self.paths.get(key(INDEX.sub("", written, count=1))) if index else self.paths.get(key(written))
        if path and index:
            many = len(path) == 2 and self.collection.fields[path[0]].many is not None
            return (path[0], index[0], path[1]) if many else None
        return path

    def near(self, written: str) -> str | None:
        """The nearest name of a field."""
        names = {".".join(path): (".".join(path), name) for name, path in self.paths.items()}
        return nearest(written, names, names)


def field_names(collection: Collection) -> FieldNames:
    """The names of a collection’s fields."""
    paths: dict[str, Path] = {}
    for path, names in named_fields(collection.fields):
        for name in names:
            paths.setdefault(key(name), path)
    return FieldNames(collection, paths)


def named_fields(fields: Mapping[str, Field]) -> Iterator[tuple[Path, Iterable[str]]]:
    """Each field with its names: the fields themselves first, then those inside groups."""
    for name, field in fields.items():
        yield (name,), (name, *field.label.values())
    for name, field in fields.items():
        for inner, part in field.fields.items():
            groups, parts = (name, *field.label.values()), (inner, *part.label.values())
            yield (name, inner), [f"{group} {one}" for group in groups for one in parts]


def field_at(path: Path, collection: Collection) -> Field:
    """The field at a path."""
    field = collection.fields[path[0]]
    return field.fields[path[-1]] if len(path) > 1 else field
