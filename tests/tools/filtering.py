"""The filters of an index, counted by brute force from `catalogue.json`: what the script must show."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from playwright.sync_api import Page

Chosen = Mapping[str, list[str]]
"""The labels chosen in each facet, by the label of the facet."""

FACETS = {
    "champ": ("fields_of_action", "fields-of-action"),
    "territoire": ("territories", "territories"),
    "public": ("audiences", "audiences"),
    "ressource": ("resources", "resources"),
    "effort": ("effort", None),
    "organisme": ("organisations", None),
}
"""The facets of the practices by their name in addresses: the field in `catalogue.json`, and its vocabulary."""


def values(sheet: Mapping[str, Any], facet: str, catalogue: Mapping[str, Any]) -> set[str]:
    """The slugs that a sheet has in a facet, with those of the terms that hold its own."""
    field, vocabulary = FACETS[facet]
    held = sheet["fields"].get(field, [])
    slugs = {str(one).split("/")[-1] for one in (held if isinstance(held, list) else [held])}
    if vocabulary:
        terms = catalogue["vocabularies"][vocabulary]["terms"]
        for slug in list(slugs):
            while (slug := terms[slug]["parent"]) is not None:
                slugs.add(slug)
    if facet == "effort":
        labels = catalogue["collections"]["practices"]["fields"]["effort"]["choices"]
        slugs = {{"Léger": "leger", "Moyen": "moyen", "Soutenu": "soutenu"}[labels[slug]] for slug in slugs}
    return slugs


def practices(catalogue: Mapping[str, Any]) -> list[dict[str, set[str]]]:
    """For each practice, its values by facet."""
    return [
        {"title": {sheet["title"]}} | {facet: values(sheet, facet, catalogue) for facet in FACETS}
        for sheet in catalogue["sheets"]
        if sheet["collection"] == "practices"
    ]


def passing(sheets: list[dict[str, set[str]]], chosen: Chosen, but: str = "") -> list[dict[str, set[str]]]:
    """The sheets that have a value chosen in every facet, one facet perhaps left out."""
    asked = {facet: set(slugs) for facet, slugs in chosen.items() if slugs and facet != but}
    return [sheet for sheet in sheets if all(sheet[facet] & slugs for facet, slugs in asked.items())]


def draw(random: Random, sheets: list[dict[str, set[str]]]) -> dict[str, list[str]]:
    """Values of up to three facets, drawn among those in use."""
    facets = random.sample(list(FACETS), random.randint(1, 3))
    known = {facet: sorted(set().union(*(sheet[facet] for sheet in sheets))) for facet in facets}
    return {facet: random.sample(known[facet], random.randint(1, min(3, len(known[facet])))) for facet in facets}


def address(chosen: Chosen) -> str:
    """The query that an index writes for what is chosen."""
    return "?" + "&".join(f"{facet}={','.join(slugs)}" for facet, slugs in chosen.items())


SHOWN = """() => ({
  status: document.querySelector(".tissage-status").textContent.trim(),
  titles: [...document.querySelectorAll(".tissage-results .tissage-card__title")].map(e => e.textContent),
  counts: Object.fromEntries([...document.querySelectorAll(".tissage-filters input[type=checkbox]")].map(e =>
    [`${e.name}=${e.value}`, [Number(e.closest("label").querySelector(".tissage-count").textContent), e.disabled]])),
  chosen: [...document.querySelectorAll(".tissage-filters input:checked")].map(e => `${e.name}=${e.value}`).sort(),
})"""


def shown(page: Page) -> dict[str, Any]:
    """What the index shows: how many sheets, their titles, the count of each value, and which are chosen."""
    view: dict[str, Any] = page.evaluate(SHOWN)
    return view
