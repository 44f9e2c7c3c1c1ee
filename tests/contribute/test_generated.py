"""What other tools read of the collections: which files a site keeps, that ours are up to date, and what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tissage.contribute.generated import generated, kept
from tissage.contribute.issues.questions import questions
from tissage.schema.loading import load_schema
from tissage.settings import Settings
from tissage.settings_file import read_settings
from tools.builds import REPOSITORY, configure, tissage, write

FORMS = ".github/ISSUE_TEMPLATE"
RECIPES = """\
source: content/recipes
url: recettes
label: {fr: {one: Recette, many: Recettes}, en: {one: Recipe, many: Recipes}}
fields:
  portions: {kind: number, min: 1, max: 100, label: {fr: Portions, en: Servings}}
  vegan: {kind: boolean, label: {fr: Végane, en: Vegan}}
  cook: {kind: email, sensitive: true, label: {fr: Courriel, en: E-mail}}
  photo: {kind: image, label: {fr: Photo, en: Photo}}
  season: {kind: period, label: {fr: Saison, en: Season}}
  place:
    kind: group
    label: {fr: Lieu, en: Place}
    fields:
      name: {kind: text, required: true, label: {fr: Nom, en: Name}}
  tips:
    kind: group
    many: true
    label: {fr: Trucs, en: Tips}
    fields:
      title: {kind: text, required: true, label: {fr: Truc, en: Tip}}
      text: {kind: markdown, label: {fr: Détail, en: Detail}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    configure(tmp_path)
    write(tmp_path, {"content/_collections/recipes.yml": RECIPES, ".github/README.md": ""})
    return tmp_path


def made(root: Path, format: str) -> dict[str, str]:
    """The files of a format, by their path."""
    settings = read_settings(root)[0]
    schema, findings = load_schema(settings)
    assert not findings
    return dict(generated(schema, settings, format))


def form(root: Path) -> list[dict[str, Any]]:
    """The elements of the form for recipes."""
    elements = yaml.safe_load(made(root, "issue-form")[f"{FORMS}/proposer-recipes.yml"])["body"]
    assert isinstance(elements, list)
    return elements


def by_id(root: Path) -> dict[str, dict[str, Any]]:
    return {element["id"]: element for element in form(root) if "id" in element}


def test_the_files_of_this_repository_are_up_to_date() -> None:
    done = tissage(REPOSITORY, "schema", "--check")
    assert (done.returncode, done.stdout) == (0, "Tout est à jour.\n")


def test_a_site_keeps_what_its_editor_reads_and_forms_where_its_forge_reads_them(root: Path) -> None:
    assert kept(Settings(root=root)) == ["editor", "issue-form"]
    assert kept(Settings(root=root / "elsewhere")) == ["editor"]


def test_a_field_added_to_a_collection_makes_the_files_out_of_date(root: Path) -> None:
    assert tissage(root, "schema").returncode == 0
    assert tissage(root, "schema", "--check").returncode == 0
    more = "  spice: {kind: text, label: {fr: Épice, en: Spice}}\n"
    write(root, {"content/_collections/recipes.yml": RECIPES + more})
    done = tissage(root, "schema", "--check")
    message = (
        "Fichiers absents ou qui ne sont plus à jour\u00a0: "
        ".vscode/tissage.code-snippets, .github/ISSUE_TEMPLATE/proposer-recipes.yml."
    )
    assert (done.returncode, done.stdout.startswith(message)) == (1, True), done.stdout
    assert tissage(root, "schema").returncode == 0
    assert "Épice" in (root / ".vscode" / "tissage.code-snippets").read_text(encoding="utf-8")
    assert "Épice" in (root / FORMS / "proposer-recipes.yml").read_text(encoding="utf-8")


def test_a_form_asks_for_what_is_needed_first_and_for_nothing_sensitive(root: Path) -> None:
    assert list(by_id(root)) == [
        *("title", "summary", "fields_of_action", "body", "territories", "sources"),
        *("portions", "vegan", "season", "place-name", "tips", "consent"),
    ]


def test_each_kind_of_field_is_asked_in_its_way(root: Path) -> None:
    elements = by_id(root)
    shapes = {id: element["type"] for id, element in elements.items()}
    assert shapes["title"] == "input"
    assert shapes["summary"] == shapes["body"] == shapes["tips"] == "textarea"
    assert elements["vegan"]["attributes"] == {"label": "Végane", "options": ["Oui", "Non"]}
    assert elements["fields_of_action"]["attributes"]["multiple"] is True
    assert elements["tips"]["attributes"]["value"] == "Truc\u00a0: \nDétail\u00a0: "
    assert elements["place-name"]["attributes"]["label"] == "Lieu\u00a0: Nom"
    assert [id for id, element in elements.items() if element.get("validations", {}).get("required")] == [
        *("title", "summary", "fields_of_action", "body"),
    ]


def test_a_form_says_that_it_is_public_and_asks_for_an_agreement(root: Path) -> None:
    elements = form(root)
    assert "public tout de suite" in elements[0]["attributes"]["value"]
    [licence, persons] = elements[-1]["attributes"]["options"]
    assert licence["label"].endswith("sous la licence CC BY 4.0.")
    assert licence["required"] is persons["required"] is True


def test_no_two_questions_of_a_form_are_alike(root: Path) -> None:
    settings = read_settings(root)[0]
    schema, _ = load_schema(settings)
    for collection in schema.collections.values():
        asked = questions(collection, schema, settings.language)
        keys = [question.key for question in asked]
        assert len(set(keys)) == len(keys)
        assert all(len(set(question.options)) == len(question.options) for question in asked)
        assert not any("None" in question.options for question in asked), "GitHub keeps this word for itself."


def test_a_form_whose_collection_is_gone_is_told_then_removed(root: Path) -> None:
    assert tissage(root, "schema").returncode == 0
    own = {
        f"{FORMS}/proposer-autre.yml": "# Un formulaire à nous.\nname: Autre\n",
        f"{FORMS}/bogue.yml": (root / FORMS / "proposer-recipes.yml").read_text(encoding="utf-8"),
    }
    write(root, own)
    (root / "content/_collections/recipes.yml").unlink()
    assert tissage(root, "schema", "--format", "editor").returncode == 0
    done = tissage(root, "schema", "--check")
    message = f"Faits d’une collection qui n’est plus là\u00a0: {FORMS}/proposer-recipes.yml."
    assert (done.returncode, done.stdout) == (1, f"{message} «\u00a0tissage schema\u00a0» les retire.\n")
    done = tissage(root, "schema")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, f"Retiré\u00a0: {FORMS}/proposer-recipes.yml")
    assert not (root / FORMS / "proposer-recipes.yml").exists()
    assert {path: (root / path).read_text(encoding="utf-8") for path in own} == own
    done = tissage(root, "schema", "--check")
    assert (done.returncode, done.stdout) == (0, "Tout est à jour.\n")


def test_a_form_made_in_another_language_is_ours_too(root: Path) -> None:
    assert tissage(root, "schema").returncode == 0
    (root / "content/_collections/recipes.yml").unlink()
    configure(root, theme={"language": "en"})
    done = tissage(root, "schema")
    assert done.stdout.splitlines()[-1] == f"Removed {FORMS}/proposer-recipes.yml"


def test_a_folder_of_forms_written_by_hand_is_left_alone(tmp_path: Path) -> None:
    configure(tmp_path)
    write(tmp_path, {f"elsewhere/{FORMS}/proposer-x.yml": "name: X\n"})
    done = tissage(tmp_path, "schema", "--format", "issue-form", "--to", "elsewhere")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / f"elsewhere/{FORMS}/proposer-x.yml").read_text(encoding="utf-8") == "name: X\n"
