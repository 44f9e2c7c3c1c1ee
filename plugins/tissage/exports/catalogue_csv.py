"""`/catalogue.csv`: a row a sheet, its values in words, for a spreadsheet.

A byte-order mark tells Excel that the file is UTF-8, and its columns are parted by semicolons: Excel splits a file that
one opens by the list separator of Windows, which is `;` in French (Canada), where the comma belongs to numbers.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

from ..commons import Commons
from ..schema.model import Collection, Field
from ..sheets import Sheet
from .cells import cell, in_words
from .public import absolute, published

MARK: Final = "\ufeff"
SEPARATOR: Final = ";"
FIRST: Final = ("title", "summary")

Key = tuple[str, str, str]
"""What makes a column: a field's name, its kind and its vocabulary, since `type` is not the same thing everywhere."""


@dataclass
class Column:
    """A column: its label, the first collection that has it, and the field of each collection that has it."""

    name: str
    label: str
    first: str
    fields: dict[str, Field] = field(default_factory=dict)


def find_columns(commons: Commons) -> list[Column]:
    """The union of the fields of all collections, in the order of the collections and then of their fields."""
    found: dict[Key, Column] = {}
    for collection in commons.schema.collections.values():
        for name, declared in collection.public.items():
            if name not in FIRST:
                label = commons.settings.language.label(declared.label, name)
                new = Column(name, label, collection.id)
                column = found.setdefault((name, declared.kind.name, declared.vocabulary), new)
                column.fields[collection.id] = declared
    return list(found.values())


def header(columns: list[Column], commons: Commons) -> list[str]:
    """`id`, `collection` and `url` as they are, labels for the rest; equal ones say where they come from."""
    title, summary = (first_label(name, commons) for name in FIRST)
    names = ["id", "collection", title, summary, "url"]
    counts = Counter([*names, *(column.label for column in columns)])
    for column in columns:
        unique = counts[column.label] == 1
        names.append(column.label if unique else f"{column.label} ({column.first}.{column.name})")
    return names


def first_label(name: str, commons: Commons) -> str:
    """The label that the collections, in their order, give to a field that they all have."""
    fields = (collection.fields.get(name) for collection in commons.schema.collections.values())
    labels = (commons.settings.language.label(found.label, name) for found in fields if found)
    return next(labels, name)


def places(columns: list[Column]) -> dict[tuple[str, str], int]:
    """The column of each field, by its collection and name."""
    return {
        (collection, declared.name): number
        for number, column in enumerate(columns)
        for collection, declared in column.fields.items()
    }


def row(sheet: Sheet, columns: int, at: Mapping[tuple[str, str], int], commons: Commons) -> list[str]:
    """The cells of a sheet, made safe; `at` says which of the columns each field goes to."""
    collection, url = sheet.collection, published(sheet.address, commons.settings)
    first = [sheet.id, one(collection, commons), *(str(sheet.values.get(name, "")) for name in FIRST)]
    cells = [""] * columns
    for name, value in sheet.public.values.items():
        if (collection.id, name) in at:
            cells[at[collection.id, name]] = cell(in_words(value, collection.fields[name], commons))
    return [*map(cell, first), cell(absolute(url, commons.settings) or url), *cells]


def one(collection: Collection, commons: Commons) -> str:
    """What a sheet of the collection is called."""
    return commons.settings.language.form(collection.label, "one", collection.id)


def render(commons: Commons) -> str:
    """The file."""
    columns = find_columns(commons)
    text = StringIO()
    writer = csv.writer(text, delimiter=SEPARATOR)
    writer.writerow(cell(name) for name in header(columns, commons))
    at = places(columns)
    writer.writerows(row(sheet, len(columns), at, commons) for _, sheet in sorted(commons.sheets.items()))
    return MARK + text.getvalue()
