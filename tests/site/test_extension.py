"""A site adds to the commons by lines of YAML alone: a collection, a field, a term; or takes a collection away."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element

import pytest

from tools.builds import ENGINE, Build, build, built, sheet, small_site, tissage, to_yaml, write
from tools.html import by_class, links, main, text, texts

RECIPES: Final = """\
id: recipes
source: content/recipes
url: recettes
rank: 15
label: {fr: {one: Recette, many: Recettes}, en: {one: Recipe, many: Recipes}}
description: {fr: De quoi nourrir une assemblée., en: Enough to feed an assembly.}
fields:
  season:
    kind: choice
    facet: true
    choices: {summer: {fr: Été, en: Summer}, winter: {fr: Hiver, en: Winter}}
    label: {fr: Saison, en: Season}
  resources: {kind: term, vocabulary: resources, many: true, facet: true, label: {fr: À emprunter, en: To borrow}}
  portions: {kind: number, min: 1, label: {fr: Portions, en: Portions}}
  cost: {kind: money, label: {fr: Coût, en: Cost}}
  cooks:
    kind: ref
    to: organisations
    many: true
    label: {fr: Cuisinée par, en: Cooked by}
    inverse: {fr: Recettes de la maison, en: House recipes}
"""
SOUP: Final[dict[str, Any]] = {
    "season": "winter",
    "resources": ["locaux", "materiel"],
    "portions": 1500,
    "cost": "1 250,50 $",
    "cooks": ["atelier"],
}
FILES: Final = {
    "content/_collections/recipes.yml": RECIPES,
    "content/recipes/soupe.md": sheet("Soupe pour cent", "## La veille\n\nÉpluchez.", **SOUP),
    "content/recipes/salade.md": sheet("Salade d’été", "Coupez.", season="summer"),
}


def facts(page: Element) -> dict[str, str]:
    """What stands in the box « En bref » of a sheet."""
    [box] = by_class(page, "tissage-facts")
    return {text(row.find("dt")): text(row.find("dd")) for row in box.iter("div")}


def relations(page: Element) -> dict[str, list[str]]:
    """The links of a sheet with others, by the name of the relation."""
    links = page.find(".//section[@aria-labelledby='liens']")
    assert links is not None, "The sheet has no links."
    return {text(row.find("dt")): texts(row.findall("dd")) for row in links.iterfind(".//dl/div")}


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A small site with the new collection and its two sheets."""
    root = small_site(tmp_path_factory.mktemp("extended"))
    write(root, FILES)
    return built(root, "--strict")


@pytest.fixture(scope="module")
def catalogue(extended: Build) -> Any:
    """Its catalogue for programs."""
    return json.loads((extended.site / "catalogue.json").read_text(encoding="utf-8"))


class TestANewCollection:
    """Five fields in one file, and two sheets."""

    def test_has_an_index_with_its_sheets(self, extended: Build) -> None:
        index = main(extended.page("recettes/"))
        assert text(index.find(".//h1")) == "Recettes"
        assert "De quoi nourrir une assemblée." in text(index)
        assert {"Soupe pour cent", "Salade d’été"} <= set(links(index))
        assert links(index)["Soupe pour cent"] == "../recettes/soupe/"

    def test_stands_in_the_menu_at_its_rank(self, extended: Build) -> None:
        [tabs] = by_class(extended.page(""), "md-tabs__list")
        names = [text(item) for item in tabs]
        assert names.index("Bonnes pratiques") < names.index("Recettes") < names.index("Histoires de mutualisation")

    def test_stands_on_the_home_page_with_its_size(self, extended: Build) -> None:
        [entry] = [item for item in main(extended.page("")).iter("li") if "Recettes" in texts(list(item.iter("a")))]
        assert "2" in text(entry)
        assert "De quoi nourrir une assemblée." in text(entry)

    def test_stands_in_the_whole_catalogue_and_under_its_terms(self, extended: Build) -> None:
        assert "Soupe pour cent" in links(main(extended.page("catalogue/")))
        assert "Soupe pour cent" in links(main(extended.page("champs-d-action/mutualisation/")))

    def test_shows_each_value_in_words(self, extended: Build) -> None:
        page = main(extended.page("recettes/soupe/"))
        assert text(page.find(".//h1")) == "Soupe pour cent"
        shown = facts(page)
        assert shown["Saison"] == "Hiver"
        assert shown["Portions"] == "1 500"
        assert shown["Coût"] == "1 250,50 $"
        assert "Locaux" in shown["À emprunter"]
        assert "Matériel" in shown["À emprunter"]
        assert "Épluchez." in text(page)

    def test_is_linked_both_ways(self, extended: Build) -> None:
        assert relations(extended.page("recettes/soupe/")) == {"Cuisinée par": ["L’Atelier du coin"]}
        assert relations(extended.page("organismes/atelier/"))["Recettes de la maison"] == ["Soupe pour cent"]

    def test_has_its_fields_in_the_contributors_help(self, extended: Build) -> None:
        reference = text(main(extended.page("aide/fiches/recipes/")))
        for words in ("season", "Saison", "winter", "Hiver", "cooks", "Cuisinée par", "portions"):
            assert words in reference

    def test_is_in_the_catalogue_for_programs(self, catalogue: Any) -> None:
        declared = catalogue["collections"]["recipes"]
        assert (declared["label"], declared["singular"], declared["url"]) == ("Recettes", "Recette", "recettes/")
        assert {"season", "resources", "portions", "cost", "cooks"} <= set(declared["fields"])
        [soup] = [one for one in catalogue["sheets"] if one["id"] == "recipes/soupe"]
        assert soup["url"] == "recettes/soupe/"
        assert soup["fields"]["season"] == "winter"
        assert soup["fields"]["portions"] == 1500
        assert soup["fields"]["cost"] == {"amount": 1250.5, "currency": "CAD"}
        assert soup["terms"]["resources"] == ["locaux", "materiel"]
        assert soup["relations"] == [{"field": "cooks", "target": "organisations/atelier", "label": "Cuisinée par"}]
        [target] = [one for one in catalogue["sheets"] if one["id"] == "organisations/atelier"]
        back = {"source": "recipes/soupe", "field": "cooks", "label": "Recettes de la maison"}
        assert back in target["backlinks"]

    def test_is_in_the_catalogue_for_spreadsheets(self, extended: Build) -> None:
        with (extended.site / "catalogue.csv").open(encoding="utf-8-sig", newline="") as handle:
            [soup] = [row for row in csv.DictReader(handle, delimiter=";") if row["id"] == "recipes/soupe"]
        assert soup["collection"] == "Recette"
        assert soup["Titre"] == "Soupe pour cent"
        assert soup["Portions"] == "1500"
        assert soup["Cuisinée par"] == "L’Atelier du coin"
        assert "Hiver" in soup.values()
        assert any("Locaux" in value and "Matériel" in value for value in soup.values())

    def test_has_a_schema(self, extended: Build) -> None:
        schema = json.loads((extended.site / "schemas" / "recipes.json").read_text(encoding="utf-8"))
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert {"season", "resources", "portions", "cost", "cooks"} <= set(schema["properties"])


WRONG: Final = """\
content/recipes/fausse.md:5:9: erreur [bad-choice]
  « Hivers » n’est pas un des choix de « season ».
    5 | season: Hivers
      |         ^^^^^^
  Les choix sont : summer, winter.
  Écrivez plutôt : winter

content/recipes/fausse.md:6:14: erreur [unknown-term]
  « locau » n’est pas dans la liste du champ « resources » (resources).
    6 | resources: [ locau ]
      |              ^^^^^
  Choisissez parmi : locaux, materiel, personnel, expertise, achats, connaissances, donnees, financement, denrees.
  Écrivez plutôt : locaux

content/recipes/fausse.md:7:11: erreur [too-small]
  « 0 » est trop petit : le minimum de « portions » est de 1.
    7 | portions: 0
      |           ^
  Vérifiez le nombre.

content/recipes/fausse.md:8:8: erreur [unknown-reference]
  Le champ « cooks » renvoie à « ateliers », et aucune fiche ne porte ce nom dans : organisations.
    8 | cooks: ateliers
      |        ^^^^^^^^
  Écrivez le nom du fichier de la fiche, sans « .md », créez cette fiche, ou retirez le renvoi.
  Écrivez plutôt : atelier

En tout : 4 erreurs, 0 avertissement, 0 conseil.
"""


def test_a_new_collection_is_checked_like_the_others(tmp_path: Path) -> None:
    small_site(tmp_path)
    values = "season: Hivers\nresources: [ locau ]\nportions: 0\ncooks: ateliers\n"
    wrong = f"---\ntitle: Fausse\nsummary: Un résumé.\nfields_of_action: logement\n{values}---\nUn texte.\n"
    write(tmp_path, {**FILES, "content/recipes/fausse.md": wrong})
    done = tissage(tmp_path, "check", "content/recipes")
    assert done.stdout.replace("\u00a0", " ") == WRONG
    assert done.returncode == 1
    assert build(tmp_path).code == 1


@pytest.fixture(scope="module")
def widened(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A small site that adds to what is shipped, and takes from it."""
    root = small_site(tmp_path_factory.mktemp("extended"))
    place = {"label": {"fr": "La Petite-Patrie", "en": "La Petite-Patrie"}}
    more = {
        "content/_collections/practices.yml": "fields:\n  colour: {kind: text, label: {fr: Couleur, en: Colour}}\n",
        "content/_collections/_common.yml": "fields:\n  licence: {kind: text, label: {fr: Licence, en: Licence}}\n",
        "content/_vocabularies/resources.yml": "terms:\n  velos: {label: {fr: Vélos, en: Bicycles}}\n",
        "content/_vocabularies/territories.yml": to_yaml({"terms": {"montreal": {"terms": {"petite-patrie": place}}}}),
        "content/_collections/notices.yml": "enabled: false\n",
    }
    new = sheet("Prêter des vélos", colour="Rouge", licence="CC0", resources=["velos"], territories=["petite-patrie"])
    write(root, {**more, "content/practices/velos.md": new})
    return built(root, "--strict")


class TestAShippedCollection:
    """Extended in a file of the site that holds what it adds."""

    def test_shows_the_new_field_and_term_with_its_own(self, widened: Build) -> None:
        shown = facts(widened.page("pratiques/velos/"))
        assert shown["Couleur"] == "Rouge"
        assert shown["Licence"] == "CC0"
        assert shown["Ressources mises en commun"] == "Vélos"
        assert shown["Territoires"] == "La Petite-Patrie"

    def test_a_term_below_another_is_found_by_both(self, widened: Build) -> None:
        for address in ("territoires/petite-patrie/", "territoires/montreal/"):
            assert "Prêter des vélos" in links(main(widened.page(address)))

    def test_one_that_is_disabled_is_gone_everywhere(self, widened: Build) -> None:
        assert not (widened.site / "annonces").exists()
        assert not (widened.site / "schemas" / "notices.json").exists()
        for path, page in widened.pages.items():
            assert "Offres et demandes" not in text(page), path
        assert "notices" not in json.loads((widened.site / "catalogue.json").read_text(encoding="utf-8"))["collections"]


@pytest.mark.parametrize("name", sorted(f.stem for f in (ENGINE / "defaults" / "collections").glob("[!_]*.yml")))
def test_any_shipped_collection_may_be_disabled(tmp_path: Path, name: str) -> None:
    write(
        tmp_path,
        {"mkdocs.yml": "site_name: Essai\ndocs_dir: content\n", f"content/_collections/{name}.yml": "enabled: false\n"},
    )
    done = tissage(tmp_path, "check")
    assert "erreur" not in done.stdout.partition("En tout")[0], done.stdout
    assert done.returncode == 0


def test_the_sheets_of_a_disabled_collection_are_not_published_as_they_are(tmp_path: Path) -> None:
    small_site(tmp_path)
    notice = sheet("Un conteneur à prêter", type="offer", resources=["materiel"])
    write(tmp_path, {"content/_collections/notices.yml": "enabled: false\n", "content/notices/conteneur.md": notice})
    site = built(tmp_path)
    assert [path for path, page in site.pages.items() if "Un conteneur" in text(page)] == []


SLIP: Final = """\
content/_collections/recipes.yml:8:18: erreur [bad-choice]
  « choix » n’est pas un des choix de « kind ».
    8 |   season: {kind: choix}
      |                  ^^^^^
"""


def test_a_slip_in_a_collection_file_is_told_at_its_line_and_once(tmp_path: Path) -> None:
    slip = RECIPES.partition("  season")[0] + "  season: {kind: choix}\n"
    write(tmp_path, {"mkdocs.yml": "site_name: Essai\ndocs_dir: content\n", "content/_collections/recipes.yml": slip})
    done = tissage(tmp_path, "check", "content")
    said = done.stdout.replace("\u00a0", " ")
    assert SLIP in said
    assert "En tout : 1 erreur, 0 avertissement, 0 conseil." in said
    assert done.returncode == 1
