"""« Proposer une fiche »: from an idea to a sheet that `tissage check` finds nothing to say about."""

from __future__ import annotations

import re
from functools import reduce
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tools.builds import REPO_URL, REPOSITORY
from tools.proposing import FORM, MOST_STEPS, SUMMARY, barriers, fill, fill_in, finish, go_to, judged, press
from tools.reading import DESKTOP, OVERFLOW, PHONE, Reader

COVERED: Final = """() => {
  const e = document.activeElement, head = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const box = e.getBoundingClientRect();
  return box.bottom <= head && !e.closest(".md-header, .md-skip") ? e.outerHTML.slice(0, 120) : "";
}"""
"""What has the focus, where the header of the page hides all of it."""


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


def test_who_proposes_a_sheet_is_not_asked_what_editors_say(contributor: Reader) -> None:
    new = contributor.open(FORM)
    new.locator("summary", has_text="Sources et suivi").click()
    expect(new.get_by_role("button", name="Ajouter : Sources")).to_be_visible()
    expect(new.get_by_label("Relue le")).to_be_hidden()
    expect(new.get_by_label("État")).to_be_hidden()
    known = contributor.open(f"{FORM}?fiche=preter-du-materiel")
    expect(known.get_by_label("Relue le")).to_be_visible()


def test_a_place_is_told_with_the_one_that_holds_it(contributor: Reader) -> None:
    page = contributor.open(FORM)
    page.locator("summary", has_text="Pour en dire plus").click()
    expect(page.get_by_label("Roussillon (MRC), Montérégie", exact=True)).to_be_visible()


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
