"""The reference of each collection's fields, for contributors: made from the collection, so it is never out of date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..addresses import REFERENCE
from ..commons import Commons
from ..language import N_, Language
from ..schema.model import Collection, Field
from ..walking import is_file
from .listing import Listings
from .page import GeneratedPage

KINDS: Final = {
    "text": N_("text"),
    "markdown": N_("formatted text (Markdown)"),
    "number": N_("number"),
    "money": N_("amount of money"),
    "date": N_("date: 2021, 2021-05 or 2021-05-12"),
    "period": N_("date, or a beginning (start) and an end (end)"),
    "choice": N_("one of these words"),
    "boolean": N_("true or false"),
    "email": N_("e-mail address"),
    "phone": N_("telephone number"),
    "url": N_("web address, beginning with https://"),
    "image": N_("image beside the sheet"),
    "file": N_("file beside the sheet"),
    "term": N_("term of this list"),
    "ref": N_("name of a sheet among these"),
    "group": N_("fields of its own"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One field in the reference: its key, how deep it stands in groups, and what one may write."""

    key: str
    depth: int
    label: str
    kind: str
    required: bool
    sensitive: bool
    limits: list[str]
    help: str
    example: str
    words: list[tuple[str, str]]


def limits(field: Field, language: Language) -> list[str]:
    """The limits of a field, a sentence each."""
    found = []
    if field.many is not None:
        found.append(many_words(field, language))
    if field.max_length is not None:
        found.append(language.say(N_("at most {number} characters"), number=field.max_length))
    if field.min_length is not None:
        found.append(language.say(N_("at least {number} characters"), number=field.min_length))
    if field.min is not None:
        found.append(language.say(N_("from {number}"), number=field.min))
    if field.max is not None:
        found.append(language.say(N_("up to {number}"), number=field.max))
    if field.precision == "day" and field.kind.name in ("date", "period"):
        found.append(language.say(N_("with the day")))
    return found


def many_words(field: Field, language: Language) -> str:
    """How many values a list may hold."""
    assert field.many is not None
    least, most = field.many.minimum, field.many.maximum
    if most is None:
        return (
            language.say(N_("several values allowed, at least {least}"), least=least)
            if least
            else language.say(N_("several values allowed"))
        )
    return language.say(N_("from {least} to {most} values"), least=least, most=most)


def words(field: Field, commons: Commons) -> list[tuple[str, str]]:
    """The words that a field takes, each with its label: choices, terms, or the collections that it points to."""
    label, form = commons.settings.language.label, commons.settings.language.form
    if field.to:
        return [(to, form(commons.schema.collections[to].label, "many")) for to in field.to]
    return [(word, label(labels, word)) for word, labels in commons.schema.words(field).items()]


def rows(fields: Mapping[str, Field], commons: Commons, depth: int = 0) -> Iterator[Row]:
    """A row for each field, those of a group below it."""
    language = commons.settings.language
    for name, field in fields.items():
        yield Row(
            key=name,
            depth=depth,
            label=language.label(field.label, name),
            kind=language.say(KINDS[field.kind.name]),
            required=field.required,
            sensitive=field.sensitive,
            limits=limits(field, language),
            help=language.label(field.help),
            example=field.example,
            words=words(field, commons),
        )
        yield from rows(field.fields, commons, depth + 1)


HELP: Final = "aide/"
"""The help, where the site has kept it."""


def reference(listings: Listings, collection: Collection) -> GeneratedPage:
    """The reference page of a collection."""
    settings = listings.commons.settings
    say, address = settings.language.say, f"{REFERENCE}{collection.id}/"
    return listings.page(
        address,
        say(N_("Fields: {collection}"), collection=listings.tools(address).many(collection)),
        say(N_("What one may write at the top of a sheet of this collection.")),
        "pages/reference.html",
        section=HELP,
        help=HELP if is_file(settings.root / settings.content / HELP / "index.md") else "",
        collection=collection,
        rows=list(rows(collection.fields, listings.commons)),
    )
