"""schema.org data for search engines, as the collections map it: a collection to a type, its fields to properties.

Where a sheet is about an event or an organisation, what schema.org says of creative works alone is said of its page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from ..commons import Commons
from ..sheets import Sheet
from .linked_values import addresses, is_thing, linked

CONTEXT: Final = "https://schema.org"
CITATION: Final = "citation"
OF_WORKS: Final = frozenset(
    ("citation", "dateModified", "datePublished", "isBasedOn", "learningResourceType", "spatialCoverage")
)
OF_WORKS_OR_EVENTS: Final = frozenset(("about", "audience", "inLanguage", "isAccessibleForFree"))
EVENTS: Final = ("Event", "Festival", "Hackathon")
ESCAPED: Final = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def mapped(sheet: Sheet, commons: Commons) -> Iterator[tuple[str, Any]]:
    """What the fields map; sources are citations without their field having to say so."""
    for name, value in sheet.values.items():
        field = sheet.collection.fields[name]
        target = field.jsonld or (CITATION if field.display == "sources" else "")
        if target and not field.sensitive:
            yield from linked(target, value, field, sheet, commons)


def properties(sheet: Sheet, commons: Commons) -> dict[str, Any]:
    """The properties that the fields fill; where several fill the same one, it holds the values of all."""
    found: dict[str, Any] = {}
    for name, value in mapped(sheet, commons):
        found[name] = [*as_list(found[name]), *as_list(value)] if name in found else value
    return found


def as_list(value: Any) -> list[Any]:
    """A value, or several, as a list."""
    return value if isinstance(value, list) else [value]


def belongs_to_page(name: str, type_: str) -> bool:
    """Whether schema.org has no such property for things of that type."""
    if type_.endswith(EVENTS):
        return name in OF_WORKS
    return is_thing(type_) and name in OF_WORKS | OF_WORKS_OR_EVENTS


def jsonld(sheet: Sheet, commons: Commons, url: str | None) -> dict[str, Any]:
    """The data of a sheet. `url` is its whole address, None while the site's is not known."""
    type_ = sheet.collection.jsonld
    usual = {"name": sheet.title, "inLanguage": commons.settings.language.code}
    found = usual | properties(sheet, commons)
    own = {name: value for name, value in found.items() if not belongs_to_page(name, type_)}
    of_page = {name: value for name, value in found.items() if name not in own}
    data = {"@context": CONTEXT, "@type": type_} | own | addresses(sheet, url)
    if of_page:
        data["subjectOf"] = {"@type": "WebPage"} | ({"url": url} if url else {}) | of_page
    return data


def script(data: dict[str, Any]) -> str:
    """The element that holds the data. No text can end it or open a comment in it: `<` is never written as such."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character, escaped in ESCAPED.items():
        text = text.replace(character, escaped)
    return f'<script type="application/ld+json">{text}</script>'
