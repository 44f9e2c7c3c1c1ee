"""The site's menu, made from the collections: a new collection has its place without anything else to write."""

from __future__ import annotations

from html import escape
from typing import Any

from .addresses import CATALOGUE
from .commons import Commons
from .language import N_


def menu(commons: Commons) -> list[dict[str, Any]]:
    """The menu in the form of MkDocs' `nav`: titles with the source path of each index page.

    Collections that declare the same `menu` stand under it together; each vocabulary with pages follows the home page.
    """
    language = commons.settings.language
    say, label = language.say, language.label
    entries: list[dict[str, Any]] = [{say(N_("Home")): "index.md"}]
    for vocabulary in commons.schema.vocabularies.values():
        if vocabulary.url:
            entries.append({language.form(vocabulary.label, "many"): f"{vocabulary.url}/index.md"})
    menus: dict[str, list[dict[str, Any]]] = {}
    for collection in commons.schema.collections.values():
        entry = {language.form(collection.label, "many"): f"{collection.url}/index.md"}
        title = escape(label(collection.menu))  # the host writes the titles of sections as HTML
        if not title:
            entries.append(entry)
        elif title in menus:
            menus[title].append(entry)
        else:
            menus[title] = [entry]
            entries.append({title: menus[title]})
    entries.append({say(N_("Whole catalogue")): f"{CATALOGUE}index.md"})
    return entries
