"""The people whom a sheet names in a group that is declared for it (`person: true`), as Québec's Law 25 asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..schema.kinds.dates import PartialDate
from ..schema.model import Field
from ..sheets import Sheet


def namings(sheet: Sheet) -> Iterator[tuple[Field, PartialDate | None]]:
    """The field of each person whom the sheet names, and the date by which that is to be reviewed, if it says one.

    Never the name: a list of those whose consent has run out must not name them once more.
    """
    yield from persons(sheet.values, sheet.collection.fields)


def persons(values: Mapping[str, Any], fields: Mapping[str, Field]) -> Iterator[tuple[Field, PartialDate | None]]:
    """The persons of these values, and of the groups among them."""
    for name, value in values.items():
        field = fields[name]
        for item in (value if field.many is not None else (value,)) if field.fields else ():
            if field.person:
                day = item.get("review_by")
                yield field, day if isinstance(day, PartialDate) else None
            else:
                yield from persons(item, field.fields)
