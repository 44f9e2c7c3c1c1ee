"""`/catalogue.csv`: read again cell by cell, as a spreadsheet would."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO

import pytest

from tissage.commons import Commons
from tissage.exports import catalogue_csv
from tissage.exports.cells import LONGEST

Site = Callable[..., Commons]
Text = Callable[..., str]


def read(commons: Commons) -> list[dict[str, str]]:
    """The rows by header."""
    text = catalogue_csv.render(commons)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text[1:], newline=""), delimiter=";", strict=True))


def filled(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def test_a_row_has_its_values_in_words(site: Site, sheet: Text) -> None:
    more = """\
dish: cold-soup
effort: light
cook: mado
servings: 1500,5
price: 1 500,50 $
season: {start: 2019-11-02 13:00, end: 2023-12}
vegan: oui
notes: |
  - un
  - deux
tips: [Goûter, Saler]
photo: ../images/été.png
helpers:
  - {who: mado, task: "Couper; peler"}
  - {who: mado}
sources:
  - {title: Le livre, date: 2019}
"""
    commons = site(
        {
            "content/recipes/gaspacho.md": sheet("Gaspacho", more),
            "content/cooks/mado.md": sheet("Chez Mado"),
            "content/images/été.png": "",
        }
    )
    yes = commons.settings.language.say("Yes")
    cook, recipe = read(commons)
    assert filled(cook) == {
        "id": "cooks/mado",
        "collection": "Cuisine",
        "Titre": "Chez Mado",
        "Résumé": "Bon.",
        "url": "https://chaudron.example/commun/cuisines/mado/",
    }
    assert filled(recipe) == {
        "id": "recipes/gaspacho",
        "collection": "Recette",
        "Titre": "Gaspacho",
        "Résumé": "Bon.",
        "url": "https://chaudron.example/commun/recettes/gaspacho/",
        "Plat": "Soupe froide",
        "Effort": "Léger",
        "Cuisine": "Chez Mado",
        "Portions": "1500,5",
        "Coût": "1\u00a0500,50\u00a0$",
        "Saison": "2019-11-02 13:00/2023-12",
        "Végane": yes,
        "Notes": "'- un\n- deux",
        "Trucs": "Goûter | Saler",
        "Photo": "https://chaudron.example/commun/images/%C3%A9t%C3%A9.png",
        "Aides": "Qui\u00a0: Chez Mado; Tâche\u00a0: Couper; peler | Qui\u00a0: Chez Mado",
        "Sources": "Titre\u00a0: Le livre; Date\u00a0: 2019",
    }


def test_an_english_site_has_english_headers_and_points(site: Site, sheet: Text) -> None:
    mkdocs = "site_name: Pot\ntheme: {language: en}\n"
    more = "servings: 1500,5\nsources: {title: The book}\n"
    (row,) = read(site({"mkdocs.yml": mkdocs, "content/recipes/soup.md": sheet("Soup", more)}))
    assert filled(row) == {
        "id": "recipes/soup",
        "collection": "Recipe",
        "Title": "Soup",
        "Summary": "Bon.",
        "url": "recettes/soup/",
        "Servings": "1500.5",
        "Sources": "Title: The book",
    }


@pytest.mark.parametrize("text", ["=CMD()", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1", '=HYPERLINK("http://x";"y")'])
def test_no_cell_begins_like_a_formula(site: Site, sheet: Text, quoted: Text, text: str) -> None:
    written = quoted(text)
    commons = site({"content/recipes/x.md": sheet(written, f"notes: {written}\ntips: [{written}]\n")})
    (row,) = read(commons)
    assert row["Titre"] == "'" + text.strip()
    assert row["Notes"] == "'" + text.strip()
    assert not any(value.startswith(tuple("=+-@\t\r＝")) for value in row.values())


@pytest.mark.parametrize("text", ['Dire "non"; oui', "</script>", "L’été\u00a0: « oui » 🍲", "un\ndeux", "a;b|c,d"])
def test_other_texts_come_back_as_they_were(site: Site, sheet: Text, quoted: Text, text: str) -> None:
    (row,) = read(site({"content/recipes/x.md": sheet("X", f"notes: {quoted(text)}\n")}))
    assert row["Notes"] == text


def test_endless_texts_are_cut(site: Site, sheet: Text) -> None:
    lines = "".join(f"  {'é' * 999}\n" for _ in range(33))
    (row,) = read(site({"content/recipes/x.md": sheet("X", f"notes: |\n{lines}")}))
    assert row["Notes"] == f"{'é' * 999}\n" * (LONGEST // 1000) + "…"


def test_equal_labels_say_where_they_come_from(site: Site, sheet: Text) -> None:
    pots = """\
source: content/pots
url: pots
label: {fr: {one: Pot, many: Pots}}
body: optional
fields:
  fields_of_action: {required: false}
  dish: {kind: text, label: {fr: Plat}}
  cook: {kind: ref, to: cooks, label: {fr: Autre nom de la même colonne}}
"""
    files = {
        "content/_collections/pots.yml": pots,
        "content/pots/p.md": sheet("Pot", "dish: Creux\ncook: mado\n"),
        "content/cooks/mado.md": sheet("Mado"),
        "content/recipes/r.md": sheet("Recette", "dish: soup\ncook: mado\n"),
    }
    rows = {row["id"]: filled(row) for row in read(site(files))}
    # The first collection that has a field names its column.
    assert rows["pots/p"]["Plat (pots.dish)"] == "Creux"
    assert rows["recipes/r"]["Plat (recipes.dish)"] == "Soupe"
    assert rows["recipes/r"]["Autre nom de la même colonne"] == "Mado"
    assert rows["pots/p"]["Autre nom de la même colonne"] == "Mado"
