"""Drafts that come back, and sheets of the site that are improved."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from playwright.sync_api import Route, expect

from tools.builds import REPO_URL, Build
from tools.proposing import FORM, fill_in, finish, judged
from tools.reading import Reader

DRAFTS: Final = "Object.keys(localStorage).filter(key => key.startsWith('tissage.brouillon'))"


def test_a_draft_comes_back_and_can_be_erased(contributor: Reader) -> None:
    page = contributor.open(FORM)
    fill_in(page)
    expect(page.locator(".tissage-form [role=status].tissage-status")).to_have_text(
        "Votre brouillon est gardé dans ce navigateur, sur cet appareil seulement. Rien n’a été envoyé."
    )
    page.reload()
    expect(page.get_by_text("Voici le brouillon que vous aviez laissé dans ce navigateur.")).to_be_visible()
    expect(page.get_by_label("Titre (obligatoire)")).to_have_value("Partager une remorque « bleue »: le cahier #1")
    expect(page.get_by_role("checkbox", name="Mise en commun de ressources")).to_be_checked()
    expect(page.get_by_role("combobox", name="Organismes, numéro 1")).to_have_value("CDC Centre-Sud")
    finish(page)
    page.get_by_role("button", name="Effacer le brouillon").press("Enter")
    expect(page.get_by_label("Titre (obligatoire)")).to_have_value("")
    assert page.evaluate(DRAFTS) == []
    expect(page.locator(".tissage-form .tissage-status")).to_have_text(
        "Le brouillon est effacé. Le même bouton permet de le récupérer, tant que vous n’écrivez rien d’autre."
    )
    back = page.get_by_role("button", name="Récupérer le brouillon effacé")
    expect(back).to_be_focused()
    back.press("Enter")
    expect(page.get_by_label("Titre (obligatoire)")).to_have_value("Partager une remorque « bleue »: le cahier #1")
    expect(page.get_by_role("combobox", name="Organismes, numéro 1")).to_have_value("CDC Centre-Sud")
    assert page.evaluate(DRAFTS) == ["tissage.brouillon.practices"]
    page.get_by_role("button", name="Effacer le brouillon").click()
    page.get_by_label("Titre (obligatoire)").fill("Autre chose")
    expect(page.get_by_role("button", name="Effacer le brouillon et recommencer")).to_be_visible()


def test_two_tabs_of_one_form_are_told_of_each_other(contributor: Reader) -> None:
    first, second = contributor.open(FORM), contributor.context.new_page()
    second.goto(contributor.site + FORM)
    expect(second.get_by_label("Titre (obligatoire)")).to_be_visible()
    first.get_by_label("Titre (obligatoire)").fill("Prêter une échelle")
    expect(second.locator(".tissage-form .tissage-status")).to_have_text(
        "Ce formulaire est aussi ouvert dans un autre onglet. Un seul brouillon est gardé, celui où vous avez écrit en "
        "dernier\u00a0: continuez dans un seul onglet."
    )


def test_nothing_changed_is_nothing_to_hand_in(contributor: Reader) -> None:
    page = contributor.open(f"{FORM}?fiche=preter-du-materiel")
    page.get_by_role("button", name="Vérifier et continuer").press("Enter")
    expect(page.locator(".tissage-form .tissage-status")).to_have_text(
        "La fiche est encore telle qu’en ligne. Changez ce qu’il faut, puis continuez."
    )
    expect(page.get_by_role("region", name="Remettre la fiche")).to_be_hidden()


def test_an_existing_sheet_is_improved_line_by_line(contributor: Reader, desk: Path) -> None:
    path = "content/practices/preter-du-materiel.md"
    former = (desk / path).read_text(encoding="utf-8")
    page = contributor.open("pratiques/preter-du-materiel/")
    page.get_by_role("link", name="Améliorer cette fiche").click()
    summary = page.get_by_label("Résumé (obligatoire)")
    expect(summary).not_to_have_value("")
    summary.fill("Une armoire commune, un cahier, une clé.")
    finish(page)
    text = page.get_by_label("Texte de la fiche").input_value()
    changed = [line for line in text.split("\n") if line not in former.split("\n")]
    assert changed == ["summary: Une armoire commune, un cahier, une clé."]
    assert len(text.split("\n")) == len(former.split("\n"))
    assert judged(desk, path, text) == []
    edit = page.get_by_role("link", name="Ouvrir le fichier preter-du-materiel.md pour y coller le texte")
    assert edit.get_attribute("href") == f"{REPO_URL}/edit/main/{path}"
    page.goto(contributor.site + FORM)
    expect(page.get_by_label("Titre (obligatoire)")).to_have_value("")


def test_what_the_form_would_write_otherwise_stays_as_it_was_written(contributor: Reader) -> None:
    """Yes in French, a reference to one of two sheets of one title, an item of two lines."""

    def written_otherwise(route: Route) -> None:
        answer = route.fetch()
        more = "---\\nfree: oui\\nnext: ateliers-c\\ndecisions:\\n  - |\\n    Une première\\n    et sa suite\\ntitle:"
        route.fulfill(response=answer, body=answer.text().replace("---\\ntitle:", more))

    def of_one_title(route: Route) -> None:
        answer = route.fetch()
        twice = re.sub(r'(\["events/ateliers-c[\w-]*",) *"(?:[^"\\\\]|\\\\.)*"', r'\1"Ateliers/C"', answer.text())
        route.fulfill(response=answer, body=twice)

    contributor.page.route("**/form.sources.*.js", written_otherwise)
    contributor.page.route("**/form.sheets.js", of_one_title)
    page = contributor.open("proposer/activites/?fiche=ateliers-c-mutualisation")
    expect(page.get_by_label("Gratuit")).to_have_value("true")
    expect(page.get_by_label("Rencontre suivante")).to_have_value("Ateliers/C (ateliers-c)")
    expect(page.get_by_label("Décisions, numéro 1")).to_have_value("Une première et sa suite")
    page.get_by_label("Résumé (obligatoire)").fill("Cinq histoires.")
    finish(page)
    text = page.get_by_label("Texte de la fiche").input_value()
    first = "---\nfree: oui\nnext: ateliers-c\ndecisions:\n  - |\n    Une première\n    et sa suite\ntitle: "
    assert text.startswith(first)
    assert "\nsummary: Cinq histoires.\n" in text
    page.get_by_label("Rencontre suivante").fill("Ateliers/C (ateliers-c-economie-sociale)")
    finish(page)
    changed = page.get_by_label("Texte de la fiche").input_value()
    assert changed == text.replace("next: ateliers-c\n", "next: ateliers-c-economie-sociale\n")


def test_a_draft_does_not_undo_what_the_editors_changed_meanwhile(contributor: Reader) -> None:
    page = contributor.open(f"{FORM}?fiche=preter-du-materiel")
    page.get_by_label("Résumé (obligatoire)").fill("Une armoire commune, un cahier, une clé.")
    expect(page.get_by_text("Votre brouillon est gardé")).to_be_visible()

    def corrected(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("Appeler l’assureur", "Appeler d’abord l’assureur"))

    page.route("**/form.sources.*.js", corrected)
    page.reload()
    expect(page.get_by_text("Voici le brouillon que vous aviez laissé")).to_be_visible()
    finish(page)
    text = page.get_by_label("Texte de la fiche").input_value()
    assert "Appeler d’abord l’assureur" in text
    assert "summary: Une armoire commune, un cahier, une clé.\n" in text


def test_a_sheet_that_was_only_looked_at_leaves_no_draft(contributor: Reader) -> None:
    page = contributor.open(f"{FORM}?fiche=preter-du-materiel")
    former = page.get_by_label("Résumé (obligatoire)").input_value()
    page.get_by_label("Résumé (obligatoire)").fill("Autre chose.")
    page.get_by_label("Résumé (obligatoire)").fill(former)
    page.get_by_role("button", name="Vérifier et continuer").press("Enter")
    expect(page.get_by_text("La fiche est encore telle qu’en ligne.")).to_be_visible()
    assert page.evaluate(DRAFTS) == []


def test_what_is_not_published_stays_out_of_the_form(contributor: Reader, published: Build) -> None:
    everything = "".join(file.read_text(encoding="utf-8") for file in published.site.glob("assets/tissage/form.*.js"))
    assert "sensible@exemple.org" not in everything
    page = contributor.open(FORM)
    assert page.get_by_label("Courriel").count() == 0
