"""The values of a field → schema.org values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from html import unescape
from typing import Any, Final

from ..commons import Commons
from ..links import key_of
from ..markdown import TAG, Link, to_html
from ..schema.kinds.dates import PartialDate, Period
from ..schema.kinds.numbers import Money, as_json
from ..schema.kinds.texts import Markdown
from ..schema.model import Field
from ..sheets import Sheet
from .cells import word
from .public import absolute, published

PLACES: Final = ("areaServed", "contentLocation", "location", "locationCreated", "spatialCoverage")
ORGANISATIONS: Final = ("author", "funder", "member", "organizer", "provider", "publisher", "sponsor")
SOURCES: Final = ("citation", "isBasedOn")
NOT_WORKS: Final = ("Organization", "NGO", "Corporation", "LocalBusiness", "Person", "Place", "Product", "Service")


def linked(name: str, value: Any, field: Field, sheet: Sheet, commons: Commons) -> Iterator[tuple[str, Any]]:
    """The property, and `endDate` besides for a period that fills `startDate`."""
    if isinstance(value, Period) and name == "startDate":
        yield name, value.start.text
        if value.end:
            yield "endDate", value.end.text
        return
    if field.many is None:
        yield name, one(name, value, field, sheet, commons)
        return
    values = [one(name, item, field, sheet, commons) for item in value]
    if name == "step":
        values = [{"@type": "HowToStep", "position": n, **step} for n, step in enumerate(values, 1)]
    yield name, values


def one(name: str, value: Any, field: Field, sheet: Sheet, commons: Commons) -> Any:
    """A single value."""
    if isinstance(value, str):
        if field.kind.name == "ref" and value in commons.sheets:
            return reference(commons.sheets[value], commons)
        return typed(name, word(value, field, commons))
    match value:
        case PartialDate():
            return value.text
        case Period():
            return f"{value.start.text}/{value.end.text if value.end else '..'}"
        case Money():
            return {"@type": "MonetaryAmount", "value": as_json(value.amount), "currency": value.currency}
        case Markdown():
            return plain_text(value, sheet, commons)
        case Decimal():
            return as_json(value)
        case bool() | int():
            return value
        case Mapping():
            return group(name, value, field, sheet, commons)
    return typed(name, str(value))


def typed(name: str, words: str) -> str | dict[str, str]:
    """A text, or the thing that it names where the property wants a thing."""
    if name in PLACES:
        return {"@type": "Place", "name": words}
    if name == "audience":
        return {"@type": "Audience", "audienceType": words}
    if name in ORGANISATIONS:
        return {"@type": "Organization", "name": words}
    return words


def is_thing(type_: str) -> bool:
    """Whether a type is neither a work nor an event: somebody or something with an address of its own, not ours."""
    return type_.endswith(NOT_WORKS)


def addresses(sheet: Sheet, page: str | None) -> dict[str, Any]:
    """The `url` of what a sheet is about, and our page about it. Our page is never given as an organisation's own."""
    fields = sheet.collection.public.items()
    own = next((sheet.values[name] for name, field in fields if field.jsonld == "url" and name in sheet.values), None)
    found = {"url": own or (None if is_thing(sheet.collection.jsonld) else page), "mainEntityOfPage": page}
    return {name: url for name, url in found.items() if url}


def reference(sheet: Sheet, commons: Commons) -> dict[str, Any]:
    """Another sheet: what it is, its name, and where it is found as far as the site's address is known."""
    page = absolute(published(sheet.address, commons.settings), commons.settings)
    return {"@type": sheet.collection.jsonld, "name": sheet.title, **addresses(sheet, page)}


def group(name: str, values: Mapping[str, Any], field: Field, sheet: Sheet, commons: Commons) -> dict[str, Any]:
    """A group: a step, a source, or whatever its own fields map."""
    known = {"step": ("name", "text"), **dict.fromkeys(SOURCES, ("name", "publisher", "datePublished", "url"))}
    usual = {"title": "name", "text": "text", "publisher": "publisher", "date": "datePublished", "url": "url"}
    data: dict[str, Any] = {"@type": "CreativeWork"} if name in SOURCES else {}
    for key, inner in field.public.items():
        target = inner.jsonld or (usual.get(key, "") if usual.get(key) in known.get(name, ()) else "")
        if target and key in values:
            data |= dict(linked(target, values[key], inner, sheet, commons))
    return data


def plain_text(value: Markdown, sheet: Sheet, commons: Commons) -> str:
    """The words of a Markdown text, with the titles of the sheets that it names."""

    def resolve(link: Link) -> tuple[str, str | None]:
        target = commons.links.get((sheet.id, key_of(link)))
        return "", commons.sheets[target.place].title if target and target.place in commons.sheets else None

    html = to_html(commons.parsed(value.text), resolve, commons.settings.language)
    return " ".join(unescape(TAG.sub("", html)).split())
