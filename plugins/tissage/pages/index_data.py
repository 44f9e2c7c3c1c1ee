"""What the scripts of the indexes are given: facets in a small file, titles and summaries in another, and the words.

They are scripts, not JSON: a page opened from disk may load no other data. Each calls `tissage(name, data)`, which the
page defines before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ..addresses import relative_url
from ..commons import Commons
from ..facets import Facet, Index, index_of
from ..sheets import Sheet
from ..typography import typeset
from ..upkeep.freshness import reviewed
from .script_words import words
from .templates import Templates
from .tools import Tools

FOLDER: Final = "assets/tissage/"


def script_files(commons: Commons, templates: Templates) -> Iterator[tuple[str, str]]:
    """The path from the site's root and the text of every file."""
    tools = Tools(commons, "", templates)
    site = commons.settings.site_url or ""
    yield f"{FOLDER}words.js", script("words", {"language": tools.language.code, "site": site, **words(tools.language)})
    yield f"{FOLDER}former.js", script("former", dict(former_ids(commons)))
    whole = index_of(commons)
    yield f"{FOLDER}filters.js", script("filters", filters_data(whole))
    for index in (whole, *(index_of(commons, one) for one in commons.schema.collections.values())):
        yield f"{FOLDER}{index.id}.facets.js", script(f"{index.id}.facets", facets_data(index))
        yield f"{FOLDER}{index.id}.texts.js", script(f"{index.id}.texts", texts_data(index, tools))


def former_ids(commons: Commons) -> Iterator[tuple[str, str]]:
    """The id that a sheet had at each of its former addresses, with the one that it has now."""
    folders = {collection.url: collection.id for collection in commons.schema.collections.values()}
    for address, id in commons.aliases.items():
        folder, _, slug = address.rstrip("/").rpartition("/")
        if folder in folders:
            yield f"{folders[folder]}/{slug}", id


def accents_file(words: str) -> tuple[str, str]:
    """The file of the words that the search brings accents back to."""
    return f"{FOLDER}accents.js", script("accents", words)


def sheet_files(sheets: Iterable[tuple[str | None, str]]) -> Iterator[tuple[str, str]]:
    """A file for each sheet, by its id and the HTML of its page: a booklet made from a folder may read no page."""
    return ((f"{FOLDER}sheets/{id}.js", script(id, html)) for id, html in sheets if id)


def script(name: str, data: Any) -> str:
    """A script that hands data over under a name. JSON is JavaScript (ECMAScript 2019)."""
    return f"tissage({json.dumps(name)},{json.dumps(data, ensure_ascii=False, separators=(',', ':'))})\n"


def filters_data(index: Index) -> dict[str, Any]:
    """How the whole catalogue names what the search filters by: the facet, and its slugs by their labels."""
    grouped = (one for one in index.facets if any(field.group for field in one.fields))
    named = {"catalogue": next((one for one in index.facets if not one.fields), None), "field": next(grouped, None)}
    return {
        filter: {"name": facet.name, "slugs": {value.label: slug for slug, value in facet.values.items()}}
        for filter, facet in named.items()
        if facet
    }


def facets_data(index: Index) -> dict[str, Any]:
    """The facets of an index, its sheets by title: all that counting and filtering need."""
    return {"size": len(index.sheets), "facets": [facet_data(facet) for facet in index.facets]}


def facet_data(facet: Facet) -> dict[str, Any]:
    """A facet: its values (slug, label, number of the value that holds it), and for each sheet the numbers of its own.

    Sheets are parted by commas and numbers by spaces: a third of the size of the same in JSON.
    """
    numbers = {slug: number for number, slug in enumerate(facet.values)}
    return {
        "name": facet.name,
        "label": facet.label,
        "values": [[v.slug, v.label, -1 if v.parent is None else numbers[v.parent]] for v in facet.values.values()],
        "held": ",".join(" ".join(str(numbers[slug]) for slug in slugs) for slugs in facet.held),
    }


def texts_data(index: Index, tools: Tools) -> list[list[str]]:
    """For each sheet its id, title, summary, address, collection's name, date in words, and last review."""
    return [text_data(sheet, index, tools) for sheet in index.sheets]


def text_data(sheet: Sheet, index: Index, tools: Tools) -> list[str]:
    """What a card shows of a sheet, and the day by which cards are sorted."""
    checked = reviewed(sheet)
    correct = typeset if tools.language.code == "fr" else str
    return [
        sheet.id,
        correct(sheet.title),
        correct(str(sheet.values.get("summary", ""))),
        relative_url(sheet.address, "", directory_urls=tools.commons.settings.directory_urls),
        "" if index.collection else tools.one(sheet.collection),
        ", ".join(tools.dates(sheet)),
        checked.text if checked else "",
    ]
