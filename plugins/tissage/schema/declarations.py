"""What a collection file and a vocabulary file may hold, said in the same terms as a sheet: fields with kinds.

So a slip in a collection file gets findings as good as one in a sheet, and this file is the reference of all options.
"""

from __future__ import annotations

from typing import Any, Final

from ..language import LANGUAGES
from .kinds import KINDS
from .kinds.choices import BOOLEAN, CHOICE
from .kinds.groups import GROUP
from .kinds.numbers import NUMBER
from .kinds.texts import TEXT
from .model import Field, Many
from .option_kinds import FACET, FOLDER, IDENTIFIER_KIND, MANY, MAP, TIME_ZONE, WHOLE

PLACES: Final = ("lead", "facts", "top", "body", "relations", "end", "none")
MOST_CELLS: Final = 24
"""How wide or high the grid of a map may be: with more, no tile could be read or touched."""


def text(name: str, **options: Any) -> Field:
    """A text option."""
    return Field(name=name, kind=TEXT, **options)


def choice(name: str, *words: str) -> Field:
    """An option that takes one of a few words."""
    return Field(name=name, kind=CHOICE, choices={word: {} for word in words})


def flag(name: str) -> Field:
    """A yes-or-no option."""
    return Field(name=name, kind=BOOLEAN)


def whole(name: str, least: int = 0) -> Field:
    """An option that takes a whole number."""
    return Field(name=name, kind=WHOLE, min=least)


def cells(name: str, **options: Any) -> Field:
    """An option that counts the cells of a grid."""
    return Field(name=name, kind=WHOLE, min=1, max=MOST_CELLS, **options)


def labels(name: str, **options: Any) -> Field:
    """A text in each language."""
    return Field(name=name, kind=GROUP, fields={code: text(code) for code in LANGUAGES}, **options)


def headings(name: str) -> Field:
    """A list of headings in each language."""
    lists = {code: Field(name=code, kind=TEXT, many=Many()) for code in LANGUAGES}
    return Field(name=name, kind=GROUP, fields=lists)


def counted_labels(name: str) -> Field:
    """A name in each language, for one and for many."""
    forms = {"one": text("one", required=True), "many": text("many", required=True)}
    return Field(name=name, kind=GROUP, fields={c: Field(name=c, kind=GROUP, fields=forms) for c in LANGUAGES})


KIND: Final = Field(name="kind", kind=CHOICE, choices={kind.name: {"fr": kind.french} for kind in KINDS.values()})
NAMES: Final = {code: Field(name=code, kind=IDENTIFIER_KIND) for code in LANGUAGES}
FIELD_OPTIONS: dict[str, Field] = {
    "kind": KIND,  # what the field holds
    "required": flag("required"),  # a sheet without it has an error
    "many": Field(name="many", kind=MANY, fields={"min": whole("min"), "max": whole("max", 1)}),  # a list
    "label": labels("label"),  # what readers and contributors see
    "help": labels("help"),  # one sentence for whoever fills it in
    "example": text("example"),  # a value to imitate
    "facet": Field(name="facet", kind=FACET, fields=NAMES),  # the index filters by it
    "group": flag("group"),  # the index groups by it
    "sensitive": flag("sensitive"),  # shown on its sheet alone, never exported; with `place: none` it shows nowhere
    "person": flag("person"),  # a group that names a person: editors are told when that is to be reviewed
    "place": choice("place", *PLACES),  # where on the sheet's page it shows
    "display": text("display"),  # which template of theme/displays shows it
    "jsonld": text("jsonld"),  # the schema.org property that it fills
    "inverse": labels("inverse"),  # the title of the relation seen from the other sheet
    "min_length": whole("min_length"),
    "max_length": whole("max_length", 1),
    "readable": flag("readable"),  # a text that is very difficult to read gets a warning
    "min": Field(name="min", kind=NUMBER),
    "max": Field(name="max", kind=NUMBER),
    "unit": text("unit"),
    "currency": text("currency", min_length=3, max_length=3),
    "precision": choice("precision", "year", "month", "day", "minute"),  # how precise a date must be
    "choices": Field(name="choices", kind=MAP, fields={code: text(code) for code in LANGUAGES}),
    "vocabulary": Field(name="vocabulary", kind=IDENTIFIER_KIND),  # the vocabulary of a term
    "to": Field(name="to", kind=IDENTIFIER_KIND, many=Many(1)),  # the collections that a ref may point to
}
FIELD_OPTIONS["fields"] = Field(name="fields", kind=MAP, fields=FIELD_OPTIONS)  # the fields of a group

COLLECTION: Final = {
    "id": Field(name="id", kind=IDENTIFIER_KIND),
    "enabled": flag("enabled"),  # `false` takes a shipped collection out of the site
    "rank": whole("rank"),  # its place among the collections, lowest first
    "source": Field(name="source", kind=FOLDER),  # the folder of its sheets
    "url": Field(name="url", kind=FOLDER),  # where it is published
    "label": counted_labels("label"),
    "description": labels("description"),
    "menu": labels("menu"),  # the menu that holds its index; without one it stands in the menu by itself
    "icon": text("icon"),  # a Material icon, such as material/handshake-outline
    "jsonld": text("jsonld"),  # its schema.org type
    "body": choice("body", "required", "optional", "none"),
    "outline": headings("outline"),  # the headings that the text of a new sheet begins with
    "fields": Field(name="fields", kind=MAP, fields=FIELD_OPTIONS),
}

TILE: Final = {
    "column": cells("column", required=True),
    "row": cells("row", required=True),
    "width": cells("width"),
    "height": cells("height"),
}

TERM_OPTIONS: dict[str, Field] = {
    "label": labels("label"),
    "description": labels("description"),
    "icon": text("icon"),
    "code": text("code"),  # an official number or code
    "time_zone": Field(name="time_zone", kind=TIME_ZONE),  # where it is not the site's: hours are told in it
    "tile": Field(name="tile", kind=GROUP, fields=TILE),  # where it lies on the map of the terms beside it
}
TERM_OPTIONS["terms"] = Field(name="terms", kind=MAP, fields=TERM_OPTIONS)  # the terms below it

VOCABULARY: Final = {
    "id": Field(name="id", kind=IDENTIFIER_KIND),
    "url": Field(name="url", kind=FOLDER),  # where its terms have their pages; without it they have none
    "label": counted_labels("label"),
    "description": labels("description"),
    "order": choice("order", "alphabetical", "declared"),
    "relates": flag("relates"),  # `false` where sharing a term does not make two sheets related
    "map": flag("map"),  # `false` where its tiles are not drawn
    "terms": Field(name="terms", kind=MAP, fields=TERM_OPTIONS),
}
