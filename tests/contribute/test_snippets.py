"""Completion in Visual Studio Code: a snippet for every field, and whole sheets that the check finds right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tissage.contribute.generated import generated
from tissage.contribute.vscode.grammar import Stops, plain
from tissage.reading import SEPARATORS, parse_document
from tissage.schema.loading import load_schema
from tissage.schema.model import Field, Schema
from tissage.settings_file import read_settings
from tissage.weaving import weave
from tools.builds import REPOSITORY, configure, small_site, write
from tools.snippets import Reader, Stop, read_snippet

Snippets = dict[str, dict[str, Any]]
KITCHEN: Final = """\
source: content/recipes
url: recettes
label: {fr: {one: Recette, many: Recettes}, en: {one: Recipe, many: Recipes}}
fields:
  title: {help: {fr: 'Dites « "bon" » \\ ou ${mieux}, en un mot.', en: Title}}
  code: {kind: text, required: true, max_length: 12, example: 'a\\b', label: {fr: Code, en: Code}}
  short: {kind: text, required: true, max_length: 6, label: {fr: Sigle}, help: {fr: Une aide bien trop longue.}}
  portions: {kind: number, required: true, min: 4, label: {fr: Portions, en: Servings}}
  weight: {kind: number, required: true, label: {fr: Poids, en: Weight}}
  price: {kind: money, required: true, label: {fr: Prix, en: Price}}
  dear: {kind: money, required: true, max: 9, label: {fr: Prix fort, en: High price}}
  vegan: {kind: boolean, required: true, label: {fr: Végane, en: Vegan}}
  written: {kind: date, required: true, precision: minute, label: {fr: Écrite, en: Written}}
  season: {kind: period, required: true, label: {fr: Saison, en: Season}}
  cook: {kind: email, required: true, label: {fr: Courriel, en: E-mail}}
  phone: {kind: phone, required: true, label: {fr: Téléphone, en: Phone}}
  site: {kind: url, required: true, many: true, label: {fr: Sites, en: Sites}}
  level: {kind: choice, required: true, choices: {yes: {fr: Oui}, easy: {fr: Facile}}, label: {fr: Niveau, en: Level}}
  photo: {kind: image, required: true, label: {fr: Photo, en: Photo}}
  from: {kind: ref, to: [recipes, stories], required: true, label: {fr: Venue de, en: From}}
  how: {kind: markdown, required: true, many: true, label: {fr: Comment, en: How}}
  tips:
    kind: group
    many: true
    required: true
    label: {fr: Trucs, en: Tips}
    fields:
      title: {kind: text, required: true, label: {fr: Truc, en: Tip}}
      text: {kind: markdown, required: true, label: {fr: Détail, en: Detail}}
      why: {kind: group, label: {fr: Pourquoi, en: Why}, fields: {short: {kind: text, label: {fr: En bref, en: Short}}}}
      sure: {kind: boolean, label: {fr: Sûr, en: Sure}}
      seen: {kind: date, label: {fr: Vu, en: Seen}}
      used: {kind: period, label: {fr: Repris, en: Used}}
      links: {kind: url, many: true, label: {fr: Liens, en: Links}}
      price: {kind: money, label: {fr: Prix, en: Price}}
"""
"""A collection with every kind of field, required."""


def made(root: Path) -> tuple[Schema, Snippets]:
    """The collections of a site, and its snippets."""
    settings = read_settings(root)[0]
    schema, findings = load_schema(settings)
    assert not findings
    text = dict(generated(schema, settings, "editor"))[".vscode/tissage.code-snippets"]
    return schema, json.loads(text.partition("\n")[2])


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    configure(tmp_path)
    write(tmp_path, {"content/_collections/recipes.yml": KITCHEN})
    return tmp_path


def of(snippets: Snippets, prefix: str, source: str) -> list[Reader]:
    """The snippets that a prefix offers in a folder."""
    rows = [row for row in snippets.values() if row["prefix"] == prefix and f"**/{source}/**" in row["include"]]
    return [read_snippet(row) for row in rows]


def ways(fields: dict[str, Field], before: str = "") -> Iterator[tuple[str, Field]]:
    """Every field with its prefix, those of groups too."""
    for name, one in fields.items():
        yield before + name, one
        yield from ways(dict(one.fields), f"{before}{name}.")


def findings_of(root: Path, texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """What is wrong with sheets: their folder, the code, and the value that it is about."""
    write(root, {f"{source}/neuve.md": text for source, text in texts.items()})
    found = weave(read_settings(root)[0])[1]
    return [
        (one.path.rpartition("/")[0], one.code, one.values.get("value", "")) for one in found if "/neuve." in one.path
    ]


def test_every_field_of_every_collection_has_a_snippet_in_its_folder() -> None:
    schema, snippets = made(REPOSITORY)
    for collection in schema.collections.values():
        for prefix, one in ways(dict(collection.fields)):
            whole, *more = of(snippets, prefix, collection.source)
            assert whole.text.startswith(f"{one.name}:"), prefix
            assert len(more) == bool(one.many and (one.fields or one.vocabulary or one.choices)), prefix


def test_a_field_is_yaml_and_lays_what_its_group_holds() -> None:
    schema, snippets = made(REPOSITORY)
    for collection in schema.collections.values():
        for prefix, one in ways(dict(collection.fields)):
            [value] = yaml.safe_load(of(snippets, prefix, collection.source)[0].text).values()
            inner = value[0] if isinstance(value, list) and one.fields else value
            assert not one.fields or list(inner) == list(one.fields), prefix
            assert isinstance(value, list) == bool(one.many), prefix


def test_words_are_offered_as_a_list_in_their_order() -> None:
    schema, snippets = made(REPOSITORY)
    [whole, more] = of(snippets, "territories", "stories")
    words = tuple(schema.vocabularies["territories"].terms)
    assert whole.stops == more.stops == [Stop(1, words[0], words)]
    assert (whole.text, more.text) == (f"territories: [{words[0]}]", words[0])
    assert of(snippets, "effort", "content/practices")[0].stops == [Stop(1, "light", ("light", "medium", "heavy"))]


def test_dates_are_those_of_the_day() -> None:
    _, snippets = made(REPOSITORY)
    assert of(snippets, "reviewed", "stories")[0].text == "reviewed: 2026-11-22"
    assert of(snippets, "period", "stories")[0].text == "period: {start: 2026-11-22, end: }"


def test_a_field_says_its_label_its_help_and_its_words() -> None:
    _, snippets = made(REPOSITORY)
    assert snippets["Titre"]["description"] == (
        "Titre (obligatoire). Court et concret\u00a0: ce que l’on trouve dans la fiche. Au plus 90\u00a0caractères."
    )
    assert snippets["Offre ou demande (Offres et demandes)"]["description"] == (
        "Offre ou demande (obligatoire). Mots possibles\u00a0: offer (Offre), request (Demande)."
    )
    assert snippets["Image › Crédit"]["description"] == "Crédit."


def test_a_field_that_is_alike_everywhere_is_one_snippet_and_others_say_whose_they_are() -> None:
    schema, snippets = made(REPOSITORY)
    names = {
        prefix: [name for name, row in snippets.items() if row["prefix"] == prefix] for prefix in ("title", "type")
    }
    assert names["title"] == ["Titre"]
    assert len(snippets["Titre"]["include"]) == len(schema.collections)
    assert names["type"] == ["Type (Organismes)", "Offre ou demande (Offres et demandes)"]
    assert snippets["Type (Organismes)"]["include"] == ["**/content/organisations/**"]


def test_fields_are_offered_in_front_matter_and_sheets_in_new_files() -> None:
    _, snippets = made(REPOSITORY)
    assert {row["scope"] for row in snippets.values() if row["prefix"] == "fiche"} == {"markdown"}
    assert {row["scope"] for row in snippets.values() if row["prefix"] != "fiche"} == {"yaml"}


def test_snippets_name_no_sheet(tmp_path: Path) -> None:
    small_site(tmp_path)
    before = made(tmp_path)[1]
    write(tmp_path, {"stories/une-autre.md": "---\ntitle: Une autre\n---\n"})
    assert made(tmp_path)[1] == before
    assert 'atelier"' not in json.dumps(before)


def test_each_whole_sheet_is_right_once_it_has_a_text(tmp_path: Path) -> None:
    """As a person leaves it who goes from stop to stop and writes a text at the end."""
    configure(tmp_path)
    schema, snippets = made(tmp_path)
    texts = {}
    for collection in schema.collections.values():
        [whole] = of(snippets, "fiche", collection.source)
        assert whole.stops[-1] == Stop(0)
        texts[collection.source] = read_snippet_with_text(snippets, collection.source)
    assert findings_of(tmp_path, texts) == []


def test_each_field_that_one_adds_is_right(tmp_path: Path) -> None:
    """But for the sheet or the file that it names, and for titles alike: all of these sheets have the same."""
    configure(tmp_path)
    schema, snippets = made(tmp_path)
    added = {}
    for collection in schema.collections.values():
        [whole] = of(snippets, "fiche", collection.source)
        text = read_snippet_with_text(snippets, collection.source)
        for one in (one for one in collection.fields.values() if not one.required):
            field = of(snippets, one.name, collection.source)[0].text
            name = one.name.replace("_", "-")
            added[f"{collection.source}/avec-{name}.md"] = text.replace(
                whole.stops[-2].text, field.replace("ancien", collection.id)
            )
    write(tmp_path, added)
    found = [one for one in weave(read_settings(tmp_path)[0])[1] if "/avec-" in one.path]
    others = [one for one in found if one.code != "similar-title"]
    assert len(added) > 150
    assert {(one.code, one.values.get("value")) for one in others} == {
        ("unknown-reference", "nom-de-la-fiche"),
        ("file-missing", "photo.jpg"),
    }


def read_snippet_with_text(snippets: Snippets, source: str) -> str:
    """A whole sheet with a text where the cursor ends."""
    [row] = [row for row in snippets.values() if row["prefix"] == "fiche" and row["include"] == [f"**/{source}/**"]]
    return read_snippet({"body": [line.replace("$0", "Un texte.") for line in row["body"]]}).text + "\n"


def test_a_sheet_with_every_kind_of_field_lacks_what_nobody_can_know_and_nothing_else(kitchen: Path) -> None:
    """A picture and a sheet that are there: a snippet cannot name them."""
    _, snippets = made(kitchen)
    text = read_snippet_with_text(snippets, "content/recipes")
    assert findings_of(kitchen, {"content/recipes": text}) == [
        ("content/recipes", "file-missing", "photo.jpg"),
        ("content/recipes", "unknown-reference", "recipes/nom-de-la-fiche"),
    ]
    document, _ = parse_document(text, "")
    assert document
    values = yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)
    assert values["title"] == 'Dites « "bon" » \\ ou ${mieux}, en un mot.'
    assert (values["short"], values["tips"][0]["text"]) == ("Sigle", "Détail\n")
    assert (values["code"], values["portions"], values["dear"], values["level"]) == ("a\\b", "4", "9", "yes")
    assert values["written"] == "2026-11-22 09:30"


def test_the_other_fields_of_a_sheet_are_named_where_one_adds_them() -> None:
    schema, snippets = made(REPOSITORY)
    for collection in schema.collections.values():
        [whole] = of(snippets, "fiche", collection.source)
        named = whole.stops[-2].text.partition("\u00a0: ")[2].split(", ")
        assert named == [name for name, one in collection.fields.items() if not one.required]
        assert whole.stops[-2].text.startswith("# Pour ajouter un champ, tapez ici un de ces noms")


def test_a_new_sheet_begins_with_the_headings_of_its_collection() -> None:
    _, snippets = made(REPOSITORY)
    front, _, text = of(snippets, "fiche", "content/practices")[0].text[4:].partition("---\n")
    assert text == "\n## Le contexte\n\n\n\n## Comment savoir que ça marche\n"
    assert front.startswith('title: "Court et concret')


@pytest.mark.parametrize("word", ["a,b", "a|b", "a\\b", "a}b", "a$b", "\\,|$}", "$1", "${1|a,b|}", "a\\", "|", "é’«"])
def test_words_and_texts_stay_what_they_are(word: str) -> None:
    stops = Stops()
    body = f"{stops.one_of([word, 'x', word])} {stops.stop(plain(word))} {plain(word)} {stops.stop()}"
    read = Reader(body)
    assert read.stops == [Stop(1, word, (word, "x", word)), Stop(2, word), Stop(3)]
    assert read.text == f"{word} {word} {word} "


@pytest.mark.parametrize("body", ["${1|a,|}", "${1|a,b}", "${1:a", "a}", "$x", "\\a", "${2}", "${1|a|b|}", "$0 $0"])
def test_the_reader_of_these_tests_refuses_what_an_editor_would_take_for_text(body: str) -> None:
    with pytest.raises((AssertionError, KeyError)):
        Reader(body)


def test_no_line_of_a_snippet_breaks_another() -> None:
    _, snippets = made(REPOSITORY)
    lines = [line for row in snippets.values() for line in row["body"]]
    assert not any(sign in line for line in lines for sign in ("\n", "\t", "\r", *SEPARATORS))


def test_a_site_in_english_gets_english_words(tmp_path: Path) -> None:
    configure(tmp_path, theme={"language": "en"})
    _, snippets = made(tmp_path)
    [whole] = of(snippets, "sheet", "content/practices")
    assert whole.stops[0].text == "Short and concrete: what the sheet holds."
    assert snippets["Sources: add to the list"]["description"] == "Sources. Where the facts of the sheet come from."
