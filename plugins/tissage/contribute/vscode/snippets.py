"""The snippets of the collections: one a kind of sheet, which lays its front matter, and some for each field.

They know nothing of the sheets that are there: a file that changed with each of them would never be up to date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...language import N_, Language
from ...schema.model import Collection, Field, Schema
from ..blanks import skeleton
from .describing import description, name_of
from .grammar import END, Stops, plain
from .laying import LISTED, Layer

SHEET: Final = N_("sheet")
"""What one types to begin a sheet."""
MORE: Final = N_("{label}: add to the list")
OTHERS: Final = N_("To add a field, type one of these names here, then Ctrl+Space: {fields}")


@dataclass(frozen=True, slots=True)
class Snippet:
    """What one types, what is inserted, and what is said of it. `form` is `sheet`, `field` or `more`."""

    form: str
    prefix: str
    body: tuple[str, ...]
    name: str
    description: str


def snippets(schema: Schema, language: Language) -> dict[Snippet, list[Collection]]:
    """Every snippet with its collections: what several have alike is one snippet for all of them."""
    found: dict[Snippet, list[Collection]] = {}
    for collection in schema.collections.values():
        ways = (way for one in collection.fields.values() for way in ways_in(one))
        fields = (snippet for way in ways for snippet in of_field(way, schema, language))
        for snippet in (of_sheet(collection, schema, language), *fields):
            found.setdefault(snippet, []).append(collection)
    return found


def ways_in(one: Field, before: tuple[Field, ...] = ()) -> Iterator[tuple[Field, ...]]:
    """A field and those that it holds, each behind the groups that it is in."""
    way = (*before, one)
    yield way
    for part in one.fields.values():
        yield from ways_in(part, way)


def of_field(way: Sequence[Field], schema: Schema, language: Language) -> Iterator[Snippet]:
    """The snippets of a field: the whole of it, and one more of the groups or words that it takes many of."""
    one, prefix = way[-1], ".".join(field.name for field in way)
    name, said = name_of(way, language), description(one, schema, language)
    yield Snippet("field", prefix, tuple(Layer(schema, language, Stops()).field(one)), name, said)
    layer, more = Layer(schema, language, Stops()), language.say(MORE, label=name)
    if one.many and one.fields:
        yield Snippet("more", prefix, tuple(layer.item(one)), more, said)
    elif one.many and one.kind.name in LISTED and not one.to:
        yield Snippet("more", prefix, tuple(layer.value(one)), more, said)


def of_sheet(collection: Collection, schema: Schema, language: Language) -> Snippet:
    """A whole sheet: what is required, ready to fill in, the names of the other fields, and where its text begins."""
    layer = Layer(schema, language, Stops())
    fields = collection.fields.values()
    required = [line for one in fields if one.required for line in layer.field(one)]
    others = ", ".join(one.name for one in fields if not one.required)
    # A comment: one types the name of a field over it, or leaves it.
    rest = [layer.stops.stop(plain(f"# {language.say(OTHERS, fields=others)}"))] if others else []
    return Snippet(
        "sheet",
        language.say(SHEET),
        ("---", *required, *rest, "---", *text_of(collection, language)),
        language.form(collection.label, "one", collection.id),
        language.label(collection.description),
    )


def text_of(collection: Collection, language: Language) -> list[str]:
    """The lines below the front matter: headings, the cursor below the first of them."""
    if collection.body == "none":
        return []
    first, *others = skeleton(collection, language).split("\n\n")
    begun = [plain(first), ""] if first else []
    return ["", *begun, END, *(line for heading in others for line in ("", plain(heading), ""))]
