"""`/feed.xml`: the sheets checked or published last, for feed readers (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from ..commons import Commons
from ..sheets import Sheet
from .identity import uuid_of
from .moments import changed_on, published_on
from .public import absolute, published

PATH: Final = "feed.xml"
LONGEST: Final = 40
ATOM: Final = "http://www.w3.org/2005/Atom"
LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def newest(commons: Commons) -> list[tuple[date, Sheet]]:
    """The sheets that changed last, each with its day; those that nothing dates are left out."""
    dated = [(day, sheet) for _, sheet in sorted(commons.sheets.items()) if (day := changed_on(sheet))]
    return sorted(dated, key=lambda row: row[0], reverse=True)[:LONGEST]


def moment(day: date) -> str:
    """A day as the moment that Atom asks for: noon in Greenwich is that same day all over Québec."""
    return f"{day.isoformat()}T12:00:00Z"


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """A new element of Atom, with its text. What no XML document may hold is in no sheet: the check refuses it."""
    element = SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text or None
    return element


def topics(sheet: Sheet, commons: Commons) -> Iterator[tuple[str, str]]:
    """The slug and the name of each term by which the sheet is grouped."""
    for field, value in sheet.public_values:
        if field.group and field.vocabulary:
            term = commons.schema.vocabularies[field.vocabulary].terms[value]
            yield value, commons.settings.language.label(term.label, value)


def add_entry(feed: Element, day: date, sheet: Sheet, commons: Commons) -> None:
    """The entry of a sheet. Its link is relative while the site's address is not known: from that of the feed."""
    settings = commons.settings
    url = published(sheet.address, settings)
    entry = add(feed, "entry")
    add(entry, "id", uuid_of(settings, sheet.id).urn)
    add(entry, "title", sheet.title)
    add(entry, "link", rel="alternate", type="text/html", href=absolute(url, settings) or url)
    if came_out := published_on(sheet):
        add(entry, "published", moment(came_out))
    add(entry, "updated", moment(day))
    add(entry, "summary", str(sheet.values.get("summary", "")))
    kind = settings.language.form(sheet.collection.label, "one", sheet.collection.id)
    for term, label in [(sheet.collection.id, kind), *topics(sheet, commons)]:
        add(entry, "category", term=term, label=label)


def render(commons: Commons) -> str:
    """The file. What it holds depends on the sheets alone: the same sheets give the same feed."""
    settings, entries = commons.settings, newest(commons)
    register_namespace("", ATOM)
    feed = Element(f"{{{ATOM}}}feed", {LANGUAGE: settings.language.code})
    add(feed, "id", uuid_of(settings).urn)
    add(feed, "title", settings.site_name)
    if settings.description:
        add(feed, "subtitle", settings.description)
    add(feed, "link", rel="alternate", type="text/html", href=absolute("", settings) or "./")
    if own := absolute(PATH, settings):
        add(feed, "link", rel="self", type="application/atom+xml", href=own)
    add(feed, "updated", moment(entries[0][0] if entries else settings.today))
    add(add(feed, "author"), "name", settings.site_name)
    add(feed, "generator", "Tissage")
    for day, sheet in entries:
        add_entry(feed, day, sheet, commons)
    indent(feed, space="")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'
