"""A small site in a temporary folder: recipes and cooks, beside none of the shipped collections."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tissage.codes import has_errors
from tissage.commons import Commons
from tissage.schema.loading import DEFAULTS
from tissage.settings_file import read_settings
from tissage.weaving import weave

RECIPES = """\
source: content/recipes
url: recettes
jsonld: HowTo
body: optional
label: {fr: {one: Recette, many: Recettes}, en: {one: Recipe, many: Recipes}}
fields:
  fields_of_action: {required: false}
  dish: {kind: term, vocabulary: dishes, label: {fr: Plat, en: Dish}}
  effort: {kind: choice, choices: {light: {fr: Léger, en: Light}}, label: {fr: Effort, en: Effort}}
  cook: {kind: ref, to: cooks, jsonld: author, label: {fr: Cuisine, en: Cook}, inverse: {fr: Recettes, en: Recipes}}
  servings: {kind: number, min: 1, label: {fr: Portions, en: Servings}}
  price: {kind: money, label: {fr: Coût, en: Cost}}
  season: {kind: period, label: {fr: Saison, en: Season}}
  vegan: {kind: boolean, label: {fr: Végane, en: Vegan}}
  notes: {kind: markdown, label: {fr: Notes, en: Notes}}
  tips: {kind: text, many: true, label: {fr: Trucs, en: Tips}}
  photo: {kind: image, label: {fr: Photo, en: Photo}}
  helpers:
    kind: group
    many: true
    label: {fr: Aides, en: Helpers}
    fields:
      who: {kind: ref, to: cooks, label: {fr: Qui, en: Who}, inverse: {fr: Aide pour, en: Helps with}}
      task: {kind: text, label: {fr: Tâche, en: Task}}
      pay: {kind: text, sensitive: true, label: {fr: Paie, en: Pay}}
  secret: {kind: text, sensitive: true, label: {fr: Secret, en: Secret}}
  secret_cook: {kind: ref, to: cooks, sensitive: true, label: {fr: Cuisine secrète, en: Secret cook}}
  secret_dish: {kind: term, vocabulary: dishes, sensitive: true, label: {fr: Plat secret, en: Secret dish}}
  secret_notes: {kind: markdown, sensitive: true, label: {fr: Notes secrètes, en: Secret notes}}
  secret_group:
    kind: group
    sensitive: true
    label: {fr: Groupe secret, en: Secret group}
    fields:
      who: {kind: ref, to: cooks, label: {fr: Qui, en: Who}, inverse: {fr: Secret pour, en: Secret for}}
      dish: {kind: term, vocabulary: dishes, label: {fr: Plat, en: Dish}}
      text: {kind: markdown, label: {fr: Texte, en: Text}}
"""
COOKS = """\
source: content/cooks
url: cuisines
jsonld: Organization
body: optional
label: {fr: {one: Cuisine, many: Cuisines}, en: {one: Cook, many: Cooks}}
fields:
  fields_of_action: {required: false}
  website: {kind: url, jsonld: url, label: {fr: Site web, en: Website}}
"""
DISHES = """\
label: {fr: {one: Plat, many: Plats}, en: {one: Dish, many: Dishes}}
terms:
  soup: {label: {fr: Soupe, en: Soup}, terms: {cold-soup: {label: {fr: Soupe froide, en: Cold soup}}}}
  cake: {label: {fr: Gâteau, en: Cake}}
"""
MKDOCS = """\
site_name: Le chaudron
site_url: https://chaudron.example/commun/
theme: {language: fr}
"""
Site = Callable[..., Commons]


def sheet(title: str, more: str = "", body: str = "") -> str:
    """The text of a sheet."""
    return f"---\ntitle: {title}\nsummary: Bon.\n{more}---\n\n{body}\n"


def quoted(text: str) -> str:
    """A text between YAML's double quotes, its control characters escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028")


def lay(files: Mapping[str, str], root: Path) -> None:
    """Write files below a folder, byte for byte."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def lay_site(files: Mapping[str, str], root: Path) -> None:
    """Write a site that has our two collections alone, then its files."""
    for shipped in (DEFAULTS / "collections").glob("[!_]*.yml"):
        lay({f"content/_collections/{shipped.name}": "enabled: false\n"}, root)
    lay({"content/_collections/recipes.yml": RECIPES, "content/_collections/cooks.yml": COOKS}, root)
    lay({"content/_vocabularies/dishes.yml": DISHES, "mkdocs.yml": MKDOCS, **files}, root)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Weaves a site from its files, which must hold no error."""

    def make(files: Mapping[str, str]) -> Commons:
        lay_site(files, tmp_path)
        settings, findings = read_settings(tmp_path)
        commons, woven = weave(settings)
        assert not has_errors([*findings, *woven]), [f for f in woven if has_errors([f])]
        return commons

    return make


@pytest.fixture(name="sheet")
def sheet_fixture() -> Callable[..., str]:
    """`sheet(title, more, body)` for the tests, which cannot import from here."""
    return sheet


@pytest.fixture(name="recipes")
def recipes_fixture() -> str:
    """How the recipes are declared."""
    return RECIPES


@pytest.fixture(name="quoted")
def quoted_fixture() -> Callable[[str], str]:
    return quoted


@pytest.fixture(name="lay_site")
def lay_site_fixture(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Writes a site and gives its folder."""

    def make(files: Mapping[str, str]) -> Path:
        lay_site(files, tmp_path)
        return tmp_path

    return make
