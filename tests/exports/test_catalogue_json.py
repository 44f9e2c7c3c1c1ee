"""`/catalogue.json`: whole rows, its own schema, and what a stranger may write."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tissage.commons import Commons
from tissage.exports import catalogue_json, exports, public
from tissage.exports.catalogue_schema import catalogue_schema

Site = Callable[..., Commons]
Text = Callable[..., str]


@pytest.fixture
def files(sheet: Text) -> dict[str, str]:
    more = """\
dish: cold-soup
cook: mado
servings: 4
helpers:
  - {who: paulo, task: Couper}
tips: [Goûter, Saler]
season: {start: 2019-11, end: 2023-12}
price: 25,50 $
"""
    return {
        "content/recipes/gaspacho.md": sheet("Gaspacho", more, "Comme chez [[cooks/paulo]] et [[cooks/lou]]."),
        "content/cooks/mado.md": sheet("Chez Mado", "website: https://mado.example/\n"),
        "content/cooks/paulo.md": sheet("Paulo"),
        "content/cooks/lou.md": sheet("Lou", body="Voir [[Gaspacho]]."),
    }


def read(commons: Commons) -> dict[str, Any]:
    """The catalogue as a program reads it, once its schema has accepted it."""
    data = json.loads(catalogue_json.render(commons))
    Draft202012Validator(catalogue_schema()).validate(data)
    return dict(data)


def test_a_sheet_has_its_fields_terms_and_relations(site: Site, files: dict[str, str]) -> None:
    rows = {row["id"]: row for row in read(site(files))["sheets"]}
    assert rows["recipes/gaspacho"] == {
        "id": "recipes/gaspacho",
        "collection": "recipes",
        "slug": "gaspacho",
        "title": "Gaspacho",
        "summary": "Bon.",
        "url": "recettes/gaspacho/",
        "canonical": "https://chaudron.example/commun/recettes/gaspacho/",
        "fields": {
            "title": "Gaspacho",
            "summary": "Bon.",
            "dish": "cold-soup",
            "cook": "cooks/mado",
            "servings": 4,
            "price": {"amount": 25.5, "currency": "CAD"},
            "season": {"start": "2019-11", "end": "2023-12"},
            "tips": ["Goûter", "Saler"],
            "helpers": [{"who": "cooks/paulo", "task": "Couper"}],
        },
        "terms": {"dishes": ["cold-soup"]},
        "relations": [
            {"field": "cook", "target": "cooks/mado", "label": "Cuisine"},
            {"field": "helpers.who", "target": "cooks/paulo", "label": "Qui"},
            {"field": None, "target": "cooks/lou", "label": mentions(site(files))},
            {"field": None, "target": "cooks/paulo", "label": mentions(site(files))},
        ],
        "backlinks": [{"source": "cooks/lou", "field": None, "label": mentioned(site(files))}],
    }
    assert rows["cooks/mado"]["backlinks"] == [{"source": "recipes/gaspacho", "field": "cook", "label": "Recettes"}]
    # What a field already says is not said again as a mention.
    assert rows["cooks/paulo"]["backlinks"] == [
        {"source": "recipes/gaspacho", "field": "helpers.who", "label": "Aide pour"}
    ]


def mentions(commons: Commons) -> str:
    return commons.settings.language.say(public.MENTIONS)


def mentioned(commons: Commons) -> str:
    return commons.settings.language.say(public.MENTIONED)


def test_collections_and_vocabularies_let_a_program_follow(site: Site, files: dict[str, str]) -> None:
    data = read(site(files))
    assert data["version"] == 1
    assert data["$schema"] == "schemas/catalogue.json"
    assert data["site"] == {"name": "Le chaudron", "url": "https://chaudron.example/commun/", "language": "fr"}
    assert data["vocabularies"]["dishes"] == {
        "label": "Plats",
        "terms": {
            "soup": {"label": "Soupe", "parent": None},
            "cold-soup": {"label": "Soupe froide", "parent": "soup"},
            "cake": {"label": "Gâteau", "parent": None},
        },
    }
    recipes = data["collections"]["recipes"]
    assert (recipes["label"], recipes["singular"], recipes["url"]) == ("Recettes", "Recette", "recettes/")
    assert {name: recipes["fields"][name] for name in ("dish", "cook", "effort", "helpers")} == {
        "dish": {"label": "Plat", "kind": "term", "many": False, "vocabulary": "dishes"},
        "cook": {"label": "Cuisine", "kind": "ref", "many": False, "to": ["cooks"], "inverse": "Recettes"},
        "effort": {"label": "Effort", "kind": "choice", "many": False, "choices": {"light": "Léger"}},
        "helpers": {
            "label": "Aides",
            "kind": "group",
            "many": True,
            "fields": {
                "who": {"label": "Qui", "kind": "ref", "many": False, "to": ["cooks"], "inverse": "Aide pour"},
                "task": {"label": "Tâche", "kind": "text", "many": False},
            },
        },
    }


def test_without_an_address_there_is_no_canonical(site: Site, files: dict[str, str]) -> None:
    data = read(site({**files, "mkdocs.yml": "site_name: Le chaudron\n"}))
    assert data["site"]["url"] is None
    assert not any("canonical" in row for row in data["sheets"])


def test_urls_are_files_where_directory_urls_are_off(site: Site, files: dict[str, str]) -> None:
    commons = site({**files, "mkdocs.yml": "site_url: https://x.example\nuse_directory_urls: false\n"})
    data = read(commons)
    assert [row["url"] for row in data["sheets"] if row["id"] == "cooks/lou"] == ["cuisines/lou.html"]
    assert data["sheets"][0]["canonical"] == "https://x.example/cuisines/lou.html"
    assert data["collections"]["cooks"]["url"] == "cuisines/index.html"


def test_the_same_bytes_twice_and_in_any_order(site: Site, files: dict[str, str]) -> None:
    commons = site(files)
    first = dict(exports(commons))
    assert dict(exports(site(files))) == first
    shuffled = replace(commons, sheets=dict(reversed(list(commons.sheets.items()))))
    assert dict(exports(shuffled)) == first


def test_a_sheet_a_line(site: Site, files: dict[str, str]) -> None:
    lines = catalogue_json.render(site(files)).splitlines()
    assert [json.loads(line.rstrip(","))["slug"] for line in lines[1:-1]] == ["lou", "mado", "paulo", "gaspacho"]


def test_an_empty_site_is_a_catalogue_too(site: Site) -> None:
    assert read(site({}))["sheets"] == []


def test_the_schema_is_right_and_strict(site: Site, files: dict[str, str]) -> None:
    schema = catalogue_schema()
    Draft202012Validator.check_schema(schema)
    data = read(site(files))
    row = data["sheets"][-1]
    for place in (data, data["site"], data["collections"]["cooks"], row, row["relations"][0]):
        place["surprise"] = 1
        assert not Draft202012Validator(schema).is_valid(data)
        del place["surprise"]
    row["fields"]["anything"] = 1
    Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!-- -->",
        "=CMD()",
        'Dire "non"',
        "L’été : « oui » 🍲",
        "\u2028 et \u00e9",
        "a\nb",
    ],
)
def test_what_strangers_write_comes_back_as_it_was(site: Site, sheet: Text, quoted: Text, text: str) -> None:
    written = quoted(text)
    commons = site({"content/recipes/x.md": sheet(written, f"notes: {written}\n")})
    row = read(commons)["sheets"][0]
    assert row["title"] == commons.sheets["recipes/x"].title
    assert row["fields"]["notes"] == text
