"""What the form says is wrong: where, when, to whom, and how one mends it."""

from __future__ import annotations

from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tools.proposing import FORM, SUMMARY, fill, fill_in
from tools.reading import PHONE, Reader


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


def test_enter_in_a_line_checks_nothing(contributor: Reader) -> None:
    page = contributor.open(FORM)
    title = page.get_by_label("Titre (obligatoire)")
    title.fill("Prêter une échelle")
    title.press("Enter")
    expect(title).to_be_focused()
    expect(page.locator(".tissage-form__summary")).to_be_empty()


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
