"""« Proposer une fiche »: from an idea to a sheet that `tissage check` finds nothing to say about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tissage.settings import read_settings
from tissage.weaving import weave
from tools.builds import REPO_URL, REPOSITORY, Build, copy_of_ours, once
from tools.reading import DESKTOP, OVERFLOW, PHONE, Reader, Serve

FORM: Final = "proposer/pratiques/"
MOST_STEPS: Final = 200
"""How often one presses Tab before giving up."""
SUMMARY: Final = "Deux groupes se prêtent une remorque. Un cahier suffit pour savoir où elle est."
NAMED: Final = """() => {
  const e = document.activeElement;
  const label = e.labels?.[0] ?? e;
  const legend = e.type === "checkbox" ? e.closest("fieldset").querySelector("legend").innerText + " > " : "";
  return (legend + (e.getAttribute("aria-label") ?? label.innerText)).replace(/\\s+/g, " ").trim();
}"""
"""What a person hears when the focus comes to an element."""
DRAFTS: Final = "Object.keys(localStorage).filter(key => key.startsWith('tissage.brouillon'))"
COVERED: Final = """() => {
  const e = document.activeElement, head = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const box = e.getBoundingClientRect();
  return box.bottom <= head && !e.closest(".md-header, .md-skip") ? e.outerHTML.slice(0, 120) : "";
}"""
"""What has the focus, where the header of the page hides all of it."""


@pytest.fixture(scope="session")
def forge_site(serve: Serve, published: Build) -> str:
    """The address of this site with its repository on GitHub."""
    return serve(published.site)


@pytest.fixture
def contributor(chromium: Browser, forge_site: str) -> Iterator[Reader]:
    """Someone who opens the form for the first time."""
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 900}, locale="fr-CA", accept_downloads=True)
    yield Reader(context, forge_site)
    context.close()


@pytest.fixture(scope="session")
def desk(shared_folder: Path) -> Path:
    """The desk of the editors: a copy of the site's sources, to put proposed sheets into."""
    return once(shared_folder / "desk", lambda folder: copy_of_ours(REPOSITORY, folder))


def judged(desk: Path, path: str, text: str) -> list[str]:
    """The codes that `tissage check` gives a proposed file."""
    file = desk / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    try:
        return [finding.code for finding in weave(read_settings(desk)[0])[1] if finding.path == path]
    finally:
        file.unlink() if before is None else file.write_bytes(before)


def go_to(page: Page, name: str) -> None:
    """Press Tab until the focus comes to what has this name."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if str(page.evaluate(NAMED)).startswith(name):
            return
    raise AssertionError(f"no way with the Tab key to: {name}")


def fill(page: Page, name: str, text: str) -> None:
    go_to(page, name)
    page.keyboard.type(text)


def press(page: Page, name: str, key: str = "Enter") -> None:
    go_to(page, name)
    page.keyboard.press(key)


def fill_by_keyboard(page: Page) -> None:
    """A practice with all that it needs, a step, and two links to other sheets."""
    fill(page, "Titre", "Partager une remorque « bleue »: le cahier #1")
    fill(page, "Résumé", SUMMARY)
    press(page, "Champs d’action (obligatoire) > Mise en commun de ressources", "Space")
    fill(page, "Le texte", "## Le contexte\n\nVoir [[practices/preter-du-materiel]] et **le cahier**.\n")
    press(page, "Pour en dire plus")
    press(page, "Ajouter : Les étapes")
    page.keyboard.type("Choisir une remorque")
    press(page, "Ajouter : Conditions de réussite")
    page.keyboard.type("Une personne qui répond.")
    press(page, "Liens avec d’autres fiches")
    press(page, "Ajouter : Organismes")
    page.keyboard.type("cdc centre sud")
    press(page, "Ajouter : Ententes-types utiles")
    page.keyboard.type("entente-type de pret de mat")


def fill_in(page: Page) -> None:
    """A practice with what it needs, by the mouse."""
    page.get_by_label("Titre (obligatoire)").fill("Partager une remorque « bleue »: le cahier #1")
    page.get_by_label("Résumé (obligatoire)").fill(SUMMARY)
    page.get_by_role("checkbox", name="Mise en commun de ressources").check()
    page.get_by_label("Le texte (obligatoire)").fill("## Le contexte\n\nVoir **le cahier**.")
    page.get_by_text("Liens avec d’autres fiches (facultatif)").click()
    page.get_by_role("button", name="Ajouter : Organismes").click()
    page.get_by_role("combobox", name="Organismes, numéro 1").fill("cdc centre sud")


def finish(page: Page) -> None:
    page.get_by_role("button", name="Vérifier et continuer").press("Enter")
    expect(page.get_by_role("heading", name="Remettre la fiche")).to_be_focused()


def barriers(page: Page) -> list[str]:
    """What keeps people out, as axe finds it."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:150]}" for rule in found for node in rule["nodes"]]


def test_a_practice_is_filled_in_by_keyboard_and_goes_all_three_ways(contributor: Reader, desk: Path) -> None:
    page = contributor.open(FORM)
    fill_by_keyboard(page)
    go_to(page, "Vérifier et continuer")
    finish(page)
    endings = page.get_by_role("region", name="Remettre la fiche")
    expect(endings).to_contain_text("Tout est en ordre. Choisissez comment remettre votre fiche.")
    path = "content/practices/partager-une-remorque-bleue-le-cahier-1.md"

    github = urlsplit(endings.get_by_role("link", name="Ouvrir GitHub avec cette fiche").get_attribute("href") or "")
    asked = parse_qs(github.query, strict_parsing=True)
    assert f"{github.scheme}://{github.netloc}{github.path}" == f"{REPO_URL}/new/main"
    assert asked["filename"] == [path]
    text = asked["value"][0]
    assert judged(desk, path, text) == []
    assert text == (
        "---\n"
        'title: "Partager une remorque « bleue »: le cahier #1"\n'
        f"summary: {SUMMARY}\n"
        "fields_of_action:\n  - mutualisation\n"
        "steps:\n  - title: Choisir une remorque\n"
        "conditions:\n  - Une personne qui répond.\n"
        "organisations:\n  - cdc-centre-sud\n"
        "agreements:\n  - pret-de-materiel\n"
        "---\n\n"
        "## Le contexte\n\nVoir [[practices/preter-du-materiel]] et **le cahier**.\n"
    )

    with page.expect_download() as download:
        endings.get_by_role("button", name="Télécharger le fichier").press("Enter")
    assert download.value.suggested_filename == "partager-une-remorque-bleue-le-cahier-1.md"
    assert Path(download.value.path()).read_text(encoding="utf-8") == text
    mail = urlsplit(endings.get_by_role("link", name="Préparer le courriel").get_attribute("href") or "")
    said = parse_qs(mail.query, strict_parsing=True)
    assert mail.scheme == "mailto"
    assert said["subject"] == ["Fiche proposée\u00a0: Partager une remorque « bleue »: le cahier #1"]
    assert "partager-une-remorque-bleue-le-cahier-1.md" in said["body"][0]

    issue = urlsplit(
        endings.get_by_role("link", name="Ouvrir un message public avec cette fiche").get_attribute("href") or ""
    )
    request = parse_qs(issue.query, strict_parsing=True)
    assert f"{issue.scheme}://{issue.netloc}{issue.path}" == f"{REPO_URL}/issues/new"
    assert f"\n\n```markdown\n{text}```\n" in request["body"][0]
    assert contributor.settle() == []
    assert contributor.elsewhere == []


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


def test_what_is_wrong_is_said_below_its_field_and_together_at_the_end(contributor: Reader) -> None:
    page = contributor.open(FORM)
    title = page.get_by_label("Titre (obligatoire)")
    title.focus()
    page.keyboard.press("Tab")
    expect(title).not_to_have_attribute("aria-invalid", "true")  # nobody has failed to fill in what they pass by
    title.fill("x" * 91)
    page.keyboard.press("Tab")
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description(
        "Court et concret\u00a0: ce que l’on trouve dans la fiche. Caractères\u00a0: 91 sur 90 "
        "Le texte de «\u00a0Titre\u00a0» est trop long\u00a0: 91\u00a0caractères, et le maximum est de 90. "
        "Dites l’essentiel ici, et le reste dans le texte de la fiche."
    )
    title.fill("")
    page.get_by_role("button", name="Vérifier et continuer").click()
    summary = page.locator(".tissage-form__summary")
    expect(summary).to_be_focused()
    assert summary.locator("a").all_inner_texts() == [
        "Il manque le champ «\u00a0Titre\u00a0».",
        "Il manque le champ «\u00a0Résumé\u00a0».",
        "Il manque le champ «\u00a0Champs d’action\u00a0».",
        "Il manque le texte.",
    ]
    summary.get_by_role("link", name="Résumé").press("Enter")
    expect(page.get_by_label("Résumé (obligatoire)")).to_be_focused()
    expect(page.get_by_role("region", name="Remettre la fiche")).to_be_hidden()


def test_what_is_wrong_is_named_by_its_place_in_the_order_of_the_page(contributor: Reader) -> None:
    page = contributor.open("proposer/histoires/")
    page.get_by_text("Pour en dire plus (facultatif)").click()
    for _ in range(2):
        page.get_by_role("button", name="Ajouter : Les moments clés").click()
    dates = page.get_by_label("Date (obligatoire)")
    dates.nth(0).fill("bof")
    dates.nth(1).fill("12 mai 2021")
    page.get_by_role("button", name="Vérifier et continuer").press("Enter")
    said = page.locator(".tissage-form__summary a").all_inner_texts()
    assert said[:4] == [
        "Il manque le champ « Titre ».",
        "Il manque le champ « Résumé ».",
        "Il manque le champ « Champs d’action ».",
        "Il manque le texte.",
    ]
    assert [one.partition(" :")[0] for one in said[4:]] == [
        "Les moments clés, numéro\u00a01 › Date",
        "Les moments clés, numéro\u00a01 › Moment",
        "Les moments clés, numéro\u00a02 › Date",
        "Les moments clés, numéro\u00a02 › Moment",
    ]


def test_what_may_stay_is_not_among_what_must_be_mended(contributor: Reader) -> None:
    page = contributor.open(FORM)
    fill_in(page)
    page.get_by_label("Résumé (obligatoire)").fill("")
    page.get_by_label("Le texte (obligatoire)").fill("## Un\n\n#### Trop bas\n\nDu texte.")
    page.get_by_role("button", name="Vérifier et continuer").press("Enter")
    expect(page.locator(".tissage-form__summary")).to_have_text(
        "Voici ce qu’il faut corriger avant de remettre la fiche\u00a0:"
        "Il manque le champ «\u00a0Résumé\u00a0»."
        "Ceci peut rester tel quel. Vous pourriez aussi l’améliorer\u00a0:"
        "Le texte\u00a0: Il manque un niveau entre cet intertitre et celui du dessus."
    )


def test_a_group_is_judged_once_it_is_left(contributor: Reader) -> None:
    page = contributor.open("proposer/histoires/")
    page.get_by_text("Pour en dire plus (facultatif)").click()
    narrator = page.get_by_role("group", name="Qui raconte")
    narrator.get_by_label("Nom (obligatoire)").fill("Une personne")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(narrator.locator(".tissage-slip")).to_have_count(0)
    page.get_by_label("Titre (obligatoire)").focus()
    expect(narrator.locator(".tissage-slip").first).to_be_visible()


def test_a_date_written_otherwise_is_written_right_at_a_press(contributor: Reader) -> None:
    page = contributor.open("proposer/annonces/")
    date = page.get_by_label("Publiée")
    if not date.is_visible():
        page.locator("summary", has_text="Pour en dire plus").click()
    date.fill("12 mai 2021")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Écrire plutôt « 2021-05-12 »").press("Enter")
    expect(date).to_have_value("2021-05-12")
    expect(date).to_be_focused()
    expect(date).to_have_attribute("aria-invalid", "false")


def test_a_period_in_words_fills_both_boxes_at_a_press(contributor: Reader) -> None:
    page = contributor.open("proposer/activites/")
    period = page.get_by_role("group", name="Quand")
    if not period.is_visible():
        page.locator("summary", has_text="Pour en dire plus").click()
    start, end = period.get_by_label("Début"), period.get_by_label("Fin")
    start.fill("12 au 14 mai 2021")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Écrire plutôt « 2021-05-12 – 2021-05-14 »").press("Enter")
    expect(start).to_have_value("2021-05-12")
    expect(end).to_have_value("2021-05-14")
    expect(start).to_be_focused()


def test_who_listens_hears_what_is_wrong_with_the_field_just_left(contributor: Reader) -> None:
    page = contributor.open(FORM)
    heard = page.locator(".tissage-form .tissage-hidden[role=status]")
    expect(heard).to_have_text("")
    fill(page, "Titre", "x" * 95)
    page.keyboard.press("Tab")
    expect(heard).to_have_text(
        "Titre\u00a0: Le texte de «\u00a0Titre\u00a0» est trop long\u00a0: 95 caractères, et le maximum est de 90."
    )
    fill(page, "Résumé", SUMMARY)
    page.keyboard.press("Tab")
    expect(heard).to_have_text("")


def test_who_proposes_a_sheet_is_not_asked_what_editors_say(contributor: Reader) -> None:
    new = contributor.open(FORM)
    new.locator("summary", has_text="Sources et suivi").click()
    expect(new.get_by_role("button", name="Ajouter : Sources")).to_be_visible()
    expect(new.get_by_label("Relue le")).to_be_hidden()
    expect(new.get_by_label("État")).to_be_hidden()
    known = contributor.open(f"{FORM}?fiche=preter-du-materiel")
    expect(known.get_by_label("Relue le")).to_be_visible()


def test_enter_in_a_line_checks_nothing(contributor: Reader) -> None:
    page = contributor.open(FORM)
    title = page.get_by_label("Titre (obligatoire)")
    title.fill("Prêter une échelle")
    title.press("Enter")
    expect(title).to_be_focused()
    expect(page.locator(".tissage-form__summary")).to_be_empty()


def test_the_preview_reads_as_the_site_does_and_follows_what_is_typed(contributor: Reader) -> None:
    page = contributor.open(f"{FORM}?fiche=organiser-une-soiree-debat")
    button = page.get_by_role("button", name="Aperçu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    preview = page.get_by_role("region", name="Aperçu")
    expect(preview).to_be_focused()
    expect(preview).not_to_contain_text("[[")
    expect(preview).not_to_contain_text("*Huit semaines avant.*")
    link = preview.get_by_role("link", name="compte rendu")
    assert (link.first.get_attribute("href") or "").startswith("../../activites/")
    for _ in range(12):  # the browser itself stops at what scrolls
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement !== document.body")
    assert page.evaluate(OVERFLOW) == []
    page.get_by_label("Titre (obligatoire)").first.fill("Un autre titre")
    expect(preview.get_by_role("heading", name="Un autre titre")).to_be_visible()
    button.press("Enter")
    expect(preview).to_be_hidden()


def test_the_preview_names_the_organisation_and_no_sheet_of_the_same_name(contributor: Reader) -> None:
    page = contributor.open(FORM)
    page.get_by_text("Liens avec d’autres fiches (facultatif)").click()
    page.get_by_role("button", name="Ajouter : Organismes").click()
    page.get_by_role("combobox", name="Organismes, numéro 1").fill("CDC de Roussillon")
    page.get_by_role("button", name="Aperçu").press("Enter")
    preview = page.get_by_role("region", name="Aperçu")
    assert preview.locator("dd").all_inner_texts() == ["CDC de Roussillon"]
    expect(preview.get_by_role("heading", name="Sans titre")).to_be_visible()


def test_a_copy_is_confirmed_where_one_looks(contributor: Reader) -> None:
    contributor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = contributor.open(FORM)
    fill_in(page)
    finish(page)
    with page.expect_download():
        page.get_by_role("button", name="Télécharger le fichier").click()
    expect(page.get_by_text("Le fichier est dans vos téléchargements.")).to_be_in_viewport()
    page.get_by_text("Texte de la fiche", exact=True).click()
    page.get_by_role("button", name="Copier le texte de la fiche").click()
    expect(page.get_by_text("Le texte est copié")).to_be_in_viewport()


def test_nothing_changed_is_nothing_to_hand_in(contributor: Reader) -> None:
    page = contributor.open(f"{FORM}?fiche=preter-du-materiel")
    page.get_by_role("button", name="Vérifier et continuer").press("Enter")
    expect(page.locator(".tissage-form .tissage-status")).to_have_text(
        "La fiche est encore telle qu’en ligne. Changez ce qu’il faut, puis continuez."
    )
    expect(page.get_by_role("region", name="Remettre la fiche")).to_be_hidden()


def test_the_header_never_hides_what_has_the_focus(contributor: Reader) -> None:
    page = contributor.open(FORM)
    page.set_viewport_size({"width": PHONE, "height": 640})
    page.locator("details.tissage-form__part").evaluate_all("parts => parts.forEach(part => part.open = true)")
    page.get_by_role("button", name="Effacer le brouillon").focus()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    hidden = set()
    for _ in range(MOST_STEPS):
        page.keyboard.press("Shift+Tab")
        hidden.add(page.evaluate(COVERED))
        if page.evaluate("document.activeElement === document.querySelector('.md-skip') || !document.hasFocus()"):
            break
    assert hidden == {""}


def test_a_sheet_that_may_exist_already_is_named(contributor: Reader) -> None:
    page = contributor.open(FORM)
    page.get_by_label("Titre (obligatoire)").fill("Prêter un matériel")
    alike = page.locator(".tissage-form__alike")
    expect(alike).to_contain_text("Cette fiche existe peut-être déjà.")
    link = alike.get_by_role("link", name="Améliorer la fiche «\u00a0Prêter du matériel")
    link.first.focus()
    page.wait_for_timeout(1_000)  # a pause after which the form looks at the title again
    expect(link.first).to_be_focused()
    link.first.press("Enter")
    expect(page.get_by_text("Vous améliorez la fiche «\u00a0Prêter du matériel")).to_be_visible()


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


def test_a_text_too_long_for_an_address_is_copied_and_pasted(contributor: Reader) -> None:
    contributor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = contributor.open(FORM)
    fill_in(page)
    page.get_by_label("Le texte (obligatoire)").fill("Une phrase qui revient. " * 400)
    finish(page)
    link = page.get_by_role("link", name="Ouvrir la page d’un nouveau fichier")
    address = link.get_attribute("href") or ""
    assert (
        unquote(address) == f"{REPO_URL}/new/main?filename=content/practices/partager-une-remorque-bleue-le-cahier-1.md"
    )
    page.get_by_role("button", name="Copier le texte de la fiche").first.click()
    expect(page.get_by_text("Le texte est copié")).to_be_visible()
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith("---\ntitle: ")


def test_nothing_typed_can_run_or_leave(contributor: Reader, desk: Path) -> None:
    page = contributor.open(FORM)
    fill_in(page)
    image = "<img src=https://pirate.example/x onerror=alert(1)>"
    hostile = f"{image}\n\n[x](javascript:alert(1))\n\n```\n\n````\n---\ntitle: volé\n"
    page.get_by_label("Le texte (obligatoire)").fill(hostile)
    page.get_by_role("button", name="Aperçu").click()
    preview = page.get_by_role("region", name="Aperçu")
    expect(preview).to_contain_text(image)
    assert preview.locator("img").count() == 0
    assert preview.get_by_role("link", name="x").count() == 0 or "javascript" not in str(preview.inner_html())
    page.get_by_role("button", name="Vérifier et continuer").click()
    expect(page.locator(".tissage-form__summary")).to_contain_text("Un lien qui commence par «\u00a0javascript:\u00a0»")
    assert contributor.elsewhere == []


HOST: Final = "evil.test"
LEADING_AWAY: Final = f"""\
![y](https://{HOST}/a.png) ![z](//{HOST}/b.png) ![r][d] [![w](http://{HOST}/c.png)](https://{HOST}/)
![v](data:image/png;base64,AA)

[d]: https://{HOST}/d.png

<style>@import "https://{HOST}/e.css";</style><link rel=prefetch href=https://{HOST}/f> <img src=//{HOST}/g.png>
{{: style="background: url(https://{HOST}/h.png)" }} ![u](HTTPS://{HOST}/i.png) ![s](a.png)
<https://{HOST}/j> www.{HOST}

| a |
|---|
| ![t](https://{HOST}/k.png) |

> [!NOTE] ![q](https://{HOST}/l.png)
> ![p](https://{HOST}/m.png)[^1]

[^1]: ![o](https://{HOST}/n.png)
"""


def test_the_preview_asks_nobody_for_anything(contributor: Reader) -> None:
    page = contributor.open("proposer/histoires/")
    asked: list[str] = []
    page.wait_for_load_state("networkidle")
    contributor.context.on("request", lambda request: asked.append(request.url))
    for field in page.get_by_role("textbox").all():
        if field.is_visible():
            field.fill(LEADING_AWAY)
    page.get_by_role("button", name="Aperçu").click()
    preview = page.get_by_role("region", name="Aperçu")
    expect(preview.get_by_text("[Image\u00a0: y]")).to_be_visible()
    page.get_by_label("Le texte (obligatoire)").press_sequentially(f" ![typed](//{HOST}/typed.png) ![](x.png)")
    expect(preview.get_by_text("[Image]")).to_be_attached()
    preview.get_by_role("link").first.hover()
    page.wait_for_timeout(500)
    assert preview.locator("img, style, link, [style], [src], [srcset]").count() == 0
    assert [url for url in asked if not url.endswith("/tissage.svg")] == []  # the icon of the tab may come late
    assert contributor.elsewhere == []


def test_the_preview_shows_what_the_site_shows(contributor: Reader) -> None:
    page = contributor.open(FORM)
    page.get_by_label("Le texte (obligatoire)").fill(
        "> [!NOTE]\n> Un *mot*.\n\n> [!caution] Le feu\n>\n> - Sortir.\n\n> [!AUTRE]\n> Une citation.\n\n"
        "Une phrase[^1], puis une autre[^1].\n\n[^1]: La note.\n\n- [x] Fait\n- [ ] Reste\n"
    )
    page.get_by_role("button", name="Aperçu").click()
    text = page.get_by_role("region", name="Aperçu").locator(".tissage-body")
    assert text.locator(".admonition").all_inner_texts() == ["À noter\n\nUn mot.", "Le feu\n\nSortir."]
    assert [one.get_attribute("class") for one in text.locator(".admonition").all()] == [
        "admonition note",
        "admonition danger",
    ]
    assert text.locator("blockquote").all_inner_texts() == ["[!AUTRE] Une citation."]
    backs = text.locator(".footnotes a")
    assert [one.get_attribute("aria-label") for one in backs.all()] == [
        "Revenir au texte, note\u00a01",
        "Revenir au texte, note\u00a01-2",
    ]
    assert text.locator("h2").count() == 0
    assert [box.get_attribute("aria-label") for box in text.get_by_role("img").all()] == [
        "Fait\u00a0:",
        "À faire\u00a0:",
    ]


WRONG: Final = "# Un\n\n<b>deux</b>\n\n[trois](nulle-part)\n\n![quatre](rien.png)\n"
"""A text with four mistakes."""


@pytest.mark.parametrize("name", ["Aperçu", "Vérifier et continuer"])
@pytest.mark.parametrize("wait", [0, 330])
def test_the_first_click_counts(contributor: Reader, name: str, wait: int) -> None:
    page = contributor.open(FORM)
    page.get_by_label("Le texte (obligatoire)").fill(WRONG)
    page.wait_for_timeout(wait)
    button = page.get_by_role("button", name=name)
    button.scroll_into_view_if_needed()
    where = button.bounding_box()
    assert where is not None
    page.mouse.move(where["x"] + where["width"] / 2, where["y"] + where["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(150)  # as long as a finger takes
    page.mouse.up()
    if name == "Aperçu":
        expect(page.get_by_role("region", name="Aperçu")).to_be_in_viewport()
    else:
        expect(page.locator(".tissage-form__summary")).to_be_focused()
    text = page.locator(".tissage-field", has=page.get_by_label("Le texte (obligatoire)"))
    expect(text.locator(".tissage-slip")).to_have_count(4)


def test_a_tap_counts(chromium: Browser, forge_site: str) -> None:
    context = chromium.new_context(viewport={"width": PHONE, "height": 800}, has_touch=True, locale="fr-CA")
    page = Reader(context, forge_site).open(FORM)
    page.get_by_label("Le texte (obligatoire)").fill(WRONG)
    page.get_by_role("button", name="Aperçu").tap()
    expect(page.get_by_role("region", name="Aperçu")).to_be_in_viewport()
    context.close()


def test_a_field_is_judged_though_no_click_follows_the_press(contributor: Reader) -> None:
    page = contributor.open(FORM)
    body = page.get_by_label("Le texte (obligatoire)")
    body.fill("Voir [x](nulle-part).")
    page.get_by_role("heading", name="L’essentiel").hover()
    page.mouse.down()
    page.mouse.move(5, 5)
    expect(body).not_to_have_attribute("aria-invalid", "true")
    page.mouse.up()
    expect(body).to_have_attribute("aria-invalid", "true")


def test_what_is_surely_wrong_is_said_while_one_types(contributor: Reader) -> None:
    page = contributor.open("proposer/activites/")
    heard = page.locator(".tissage-form .tissage-hidden[role=status]")
    title = page.get_by_label("Titre (obligatoire)")
    title.focus()
    page.keyboard.type("x" * 91)
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_be_focused()
    long = (
        "Titre\u00a0: Le texte de «\u00a0Titre\u00a0» est trop long\u00a0: {}\u00a0caractères, et le maximum est de 90."
    )
    expect(heard).to_have_text(long.format(91))
    page.keyboard.type("x")
    expect(page.locator(".tissage-slip")).to_contain_text("92")
    expect(heard).to_have_text(long.format(91))  # told once: a number at each pause would drown what one writes
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    expect(title).to_have_attribute("aria-invalid", "false")
    page.keyboard.type("xxx")
    expect(heard).to_have_text(long.format(93))
    page.locator("summary", has_text="Pour en dire plus").click()
    page.get_by_role("group", name="Quand").get_by_label("Début").fill("2021-0")
    page.wait_for_timeout(1_000)
    expect(page.locator(".tissage-slip")).to_have_count(1)  # a date half typed may still come right


def test_a_field_shows_an_example_of_what_it_takes(contributor: Reader) -> None:
    page = contributor.open("proposer/activites/")
    page.set_viewport_size({"width": PHONE, "height": 640})
    page.locator("summary", has_text="Pour en dire plus").click()
    expect(page.get_by_role("textbox", name="Coût")).to_have_accessible_description("Exemple\u00a0: 25 $")
    expect(page.get_by_role("group", name="Quand")).to_have_accessible_description("Exemple\u00a0: 2021-05-12 13:30")
    page.locator("summary", has_text="Sources et suivi").click()
    page.get_by_role("button", name="Ajouter : Sources").click()
    address = page.get_by_role("group", name="Sources, numéro").get_by_label("Adresse")
    expect(address).to_have_accessible_description("Exemple\u00a0: https://www.example.org/guide.pdf")
    assert page.evaluate(OVERFLOW) == []


def test_without_a_repository_the_file_and_the_e_mail_are_left(visitor: Reader) -> None:
    page = visitor.open(FORM)
    fill_in(page)
    finish(page)
    endings = page.get_by_role("region", name="Remettre la fiche")
    assert endings.locator("h3").all_inner_texts() == ["Sans compte, par courriel"]
    expect(endings).to_contain_text("L’adresse de l’équipe n’est pas indiquée")
    assert (endings.get_by_role("link", name="Préparer le courriel").get_attribute("href") or "").startswith("mailto:?")


GUIDE: Final = REPOSITORY / "content" / "aide" / "proposer-une-fiche.md"
STEP: Final = re.compile(r"\*\*(?P<name>[^*]+?)\*\*(?:[^*`\n]*`(?P<typed>[^`]+)`)?")
"""What a step of the guide names in bold, and what it says to type there."""


def test_the_guide_can_be_followed_word_by_word(visitor: Reader, desk: Path) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    steps = [
        step for line in guide.split("\n") if re.match(r"\d\. |\*\*Sans compte", line) for step in STEP.finditer(line)
    ]
    names = [" ".join(step["name"].split()).rstrip(".") for step in steps]
    assert len(names) >= 14
    page = visitor.open("")
    for name, step in zip(names, steps, strict=True):
        if name == "Sans compte, par courriel":
            expect(page.get_by_role("heading", name=name)).to_be_visible()
            continue
        content = page.locator(".md-content" if name != "Participer" else "body")
        roles = ("textbox", "combobox") if step["typed"] else ("checkbox", "button", "link")
        found = [content.get_by_role(role, name=re.compile(f"^{re.escape(name)}")) for role in roles]  # type: ignore[arg-type]
        named = reduce(Locator.or_, [*found, content.locator("summary", has_text=name)])
        expect(named.first).to_be_visible()
        targets = [one for one in found if one.count()] or [named]
        if step["typed"]:
            targets[0].first.fill(step["typed"])
        elif name == "Télécharger le fichier":
            with page.expect_download() as download:
                targets[0].first.click()
        elif name == "Préparer le courriel":
            assert (targets[0].first.get_attribute("href") or "").startswith("mailto:")
        else:
            targets[0].first.click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert judged(desk, f"content/practices/{download.value.suggested_filename}", text) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_no_state_has_a_barrier(chromium: Browser, forge_site: str, width: int, scheme: str) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light", locale="fr-CA"
    )
    visitor = Reader(context, forge_site)
    page = visitor.open(FORM)
    page.locator("details.tissage-form__part").evaluate_all("parts => parts.forEach(part => part.open = true)")
    found = barriers(page)
    page.get_by_role("button", name="Ajouter : Les étapes").click()
    page.get_by_role("button", name="Vérifier et continuer").click()
    expect(page.locator(".tissage-form__summary")).to_be_focused()
    found += barriers(page)
    assert page.evaluate(OVERFLOW) == []
    page.reload()
    page.get_by_role("button", name="Effacer le brouillon").click()
    page.get_by_label("Titre (obligatoire)").fill("Prêter un matériel")
    page.get_by_label("Résumé (obligatoire)").fill(SUMMARY)
    page.get_by_role("checkbox", name="Mise en commun de ressources").check()
    page.get_by_label("Le texte (obligatoire)").fill("## Le contexte\n\nUn texte.")
    page.get_by_role("button", name="Aperçu").click()
    page.get_by_role("button", name="Vérifier et continuer").click()
    expect(page.get_by_role("region", name="Remettre la fiche")).to_be_visible()
    found += barriers(page)
    assert found == []
    assert page.evaluate(OVERFLOW) == []
    assert visitor.settle() == []
    context.close()
