"""What goes in `<head>`: Open Graph, and data for search engines."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from ..commons import Commons
from ..exports.jsonld import jsonld, script
from ..exports.public import absolute, published
from ..media import media_address
from ..sheets import Sheet


def canonical(commons: Commons, address: str) -> str | None:
    """The whole address of a page, or None while the site's address is not known."""
    return absolute(published(address, commons.settings), commons.settings)


def open_graph(
    commons: Commons, title: str, description: str, address: str, sheet: Sheet | None
) -> Iterator[tuple[str, str]]:
    """The properties of ogp.me that a page has; addresses only where they are absolute, as it asks."""
    yield "og:title", title if address else commons.settings.site_name
    yield "og:type", "article" if sheet else "website"
    yield "og:site_name", commons.settings.site_name
    yield "og:locale", commons.settings.language.locale
    if description:
        yield "og:description", description
    if url := canonical(commons, address):
        yield "og:url", url
    image = sheet.values.get("image") if sheet else None
    if (
        image
        and "file" in image
        and (url := absolute(quote(media_address(image["file"], commons.settings)), commons.settings))
    ):
        yield "og:image", url
        yield "og:image:alt", image.get("alt", "")


def head(commons: Commons, title: str, description: str, address: str, sheet: Sheet | None = None) -> str:
    """The elements for `<head>` of a page."""
    properties = open_graph(commons, title, description, address, sheet)
    elements = [f'<meta property="{name}" content="{escape(value)}">' for name, value in properties]
    elements.append('<meta name="twitter:card" content="summary">')
    if sheet:
        elements.append(script(jsonld(sheet, commons, canonical(commons, address))))
    return "\n".join(elements)
