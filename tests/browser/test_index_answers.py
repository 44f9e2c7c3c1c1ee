"""What the index says and does when something is odd: a list too long, an address of hundreds of names, no network."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tools.reading import DESKTOP, NO_STORE, OVERFLOW, PHONE, Open, Reader

MOST: Final = 30
TEXTS: Final = "**/assets/tissage/practices.texts.js"
ALL: Final = "26\u00a0fiches"
NOT_LOADED: Final = (
    "Ce que vous demandez n’a pas pu être chargé\u00a0: vous voyez encore la liste entière."
    " Vérifiez la connexion, puis réessayez."
)
LISTEN: Final = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("tissage-index [role=status]")) {
    let last = region.textContent;
    new MutationObserver(() => {
      if (region.textContent !== last) window.heard.push((last = region.textContent).trim());
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
}"""
"""Notes what a reader of screens would say: the texts of live regions that are not what they were."""


def status(page: Page) -> Any:
    return expect(page.locator(".tissage-status"))


def cards(page: Page) -> list[str]:
    return page.locator(".tissage-results .tissage-card__title").all_inner_texts()


def test_a_long_list_is_turned_over_never_longer(reader: Open) -> None:
    page = reader().open("catalogue/?tri=titre")
    status(page).to_have_text("78\u00a0fiches Vous voyez les fiches 1 à 30.")
    first = cards(page)
    assert len(first) == MOST
    before = page.get_by_role("button", name="Afficher les fiches précédentes")
    after = page.get_by_role("button", name="Afficher plus de fiches")
    expect(before).to_be_hidden()
    after.press("Enter")
    status(page).to_have_text("78\u00a0fiches Vous voyez les fiches 31 à 60.")
    expect(page.locator(".tissage-results .tissage-card__title a").first).to_be_focused()
    second = cards(page)
    after.press("Enter")
    status(page).to_have_text("78\u00a0fiches Vous voyez les fiches 61 à 78.")
    expect(after).to_be_hidden()
    third = cards(page)
    assert [len(second), len(third)] == [MOST, 18]
    assert [*first, *second, *third] == sorted(set(first + second + third), key=[*first, *second, *third].index)
    page.keyboard.press("Shift+Tab")
    expect(before).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".tissage-results .tissage-card__title a").first).to_be_focused()
    assert cards(page) == second


def test_the_cards_that_one_turned_to_have_their_address(reader: Open) -> None:
    page = reader().open("catalogue/?tri=titre&page=2")
    status(page).to_have_text("78\u00a0fiches Vous voyez les fiches 31 à 60.")
    second = cards(page)
    page.get_by_role("button", name="Afficher plus de fiches").click()
    expect(page).to_have_url(re.compile(r"/catalogue/\?tri=titre&page=3$"))
    third = cards(page)
    page.locator(".tissage-results .tissage-card__title a").last.click()
    page.wait_for_url(re.compile(r"^(?!.*catalogue)"))
    page.go_back()
    status(page).to_have_text("78\u00a0fiches Vous voyez les fiches 61 à 78.")
    assert cards(page) == third
    page.go_back()
    status(page).to_have_text("78\u00a0fiches Vous voyez les fiches 31 à 60.")
    assert cards(page) == second
    page.get_by_label("Trier par").select_option(label="Relecture la plus récente")
    status(page).to_have_text("78\u00a0fiches Vous voyez les fiches 1 à 30.")
    expect(page).to_have_url(re.compile(r"/catalogue/\?tri=relecture$"))
    page.goto(page.url + "&page=99")
    status(page).to_have_text("78\u00a0fiches Vous voyez les fiches 61 à 78.")


def test_each_change_of_filters_is_announced(reader: Open) -> None:
    page = reader().open("pratiques/?champ=logement")
    expect(page.locator(".tissage-results")).to_be_visible()
    page.evaluate(LISTEN)
    page.get_by_label("Trier par").select_option(label="Relecture la plus récente")
    page.wait_for_function("window.heard.length === 1")
    page.get_by_label("Trier par").select_option(label="Titre")
    page.wait_for_function("window.heard.length === 2")
    heard = page.evaluate("window.heard")
    assert heard[0] == heard[1]
    assert heard[0].endswith("sur 26")


@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["1280", "320"])
def test_an_address_of_hundreds_of_names_is_said_in_a_few_words(reader: Open, width: int) -> None:
    names = "&".join(f"nom{number}=1" for number in range(400))
    page = reader(width).open(f"pratiques/?q=local&{'y' * 300}=1&{names}")
    expect(page.get_by_role("status").and_(page.locator(".tissage-index__notices"))).to_have_text(
        "L’adresse demande des filtres que ce catalogue n’a pas. Ils n’ont pas été appliqués\u00a0:"
        f" {'y' * 40}…, nom0, nom1 et 398\u00a0autres."
    )
    assert page.evaluate(OVERFLOW) == []


def test_what_could_not_be_loaded_is_said_and_the_page_stays_true(visitor: Reader) -> None:
    visitor.context.route(TEXTS, lambda route: route.abort())
    page = visitor.open("pratiques/")
    page.get_by_role("checkbox", name="Logement et locaux").check()
    notice = page.locator(".tissage-index__notices")
    expect(notice).to_contain_text(NOT_LOADED)
    status(page).to_have_text(ALL)
    expect(page.locator(".tissage-groups .tissage-card")).to_have_count(26)
    page.get_by_role("button", name="Télécharger cette liste (CSV)").click()
    expect(notice).to_contain_text(
        "Le fichier n’a pas pu être créé\u00a0: la liste n’a pas pu être chargée."
        " Vérifiez la connexion, puis réessayez."
    )
    visitor.context.unroute(TEXTS)
    with page.expect_download():
        notice.get_by_role("button", name="Réessayer").click()
    expect(notice).to_be_empty()
    assert [error for error in visitor.settle() if "ERR_FAILED" not in error] == []


@pytest.mark.parametrize(
    "instead", [None, ""], ids=["nothing comes", "the page of a network that asks for a consent comes"]
)
def test_one_tries_again_and_sees_what_was_asked_for(visitor: Reader, instead: str | None) -> None:
    visitor.context.route(TEXTS, lambda route: route.abort() if instead is None else route.fulfill(body=instead))
    page = visitor.open("pratiques/?q=locaux")
    expect(page.locator(".tissage-index__notices")).to_contain_text(NOT_LOADED)
    status(page).to_have_text(ALL)
    visitor.context.unroute(TEXTS)
    page.get_by_role("button", name="Réessayer").click()
    expect(page.locator(".tissage-results .tissage-card__title").first).to_contain_text("locaux")
    expect(page.locator(".tissage-status")).to_be_focused()
    expect(page.locator(".tissage-index__notices")).to_be_empty()


def test_the_last_filter_taken_away_leaves_the_focus_on_what_is_left(reader: Open) -> None:
    page = reader(PHONE).open("pratiques/?champ=logement")
    page.get_by_role("button", name="Retirer le filtre\u00a0: Logement et locaux").click()
    expect(page.locator(".tissage-status")).to_be_focused()
    status(page).to_have_text(ALL)


def test_words_that_were_just_typed_go_with_the_next_wish(reader: Open) -> None:
    page = reader().open("pratiques/")
    page.locator(".tissage-status").wait_for()
    page.evaluate("""() => {
      const words = document.querySelector("#tissage-words"), order = document.querySelector("#tissage-order");
      words.value = "locaux";
      words.dispatchEvent(new InputEvent("input", { bubbles: true }));
      order.value = "review";
      order.dispatchEvent(new Event("change", { bubbles: true }));
    }""")
    expect(page).to_have_url(page.url.partition("?")[0] + "?q=locaux&tri=relecture")
    page.wait_for_timeout(300)
    assert page.url.endswith("?q=locaux&tri=relecture")
    expect(page.get_by_role("searchbox", name="Mots à chercher")).to_have_value("locaux")


def test_letters_that_no_choice_has_are_answered(reader: Open) -> None:
    page = reader().open("pratiques/")
    small = page.get_by_role("searchbox", name="Chercher dans\u00a0: Territoires")
    small.fill("zzz")
    said = page.get_by_text("Aucun choix n’a ces lettres.")
    expect(said).to_be_visible()
    small.fill("mont")
    expect(said).to_be_hidden()


def test_words_that_no_sheet_has_together_are_said_so(reader: Open) -> None:
    page = reader().open("catalogue/?q=covoiturage+xylophone+locaux")
    status(page).to_contain_text("Aucune fiche n’a tous ces mots. En voici qui en ont au moins un.")
    page.get_by_role("searchbox", name="Mots à chercher").fill("locaux")
    status(page).not_to_contain_text("Aucune fiche n’a tous ces mots.")


def test_two_letters_that_changed_places_find_their_word(reader: Open) -> None:
    page = reader().open("pratiques/?q=lcoaux")
    expect(page.locator(".tissage-results mark").first).to_have_text("locaux")


def test_one_mistake_does_not_mark_other_words(reader: Open) -> None:
    page = reader().open("catalogue/?q=jeunnes")
    expect(page.locator(".tissage-results .tissage-card").first).to_be_visible()
    marked = {word.lower() for word in page.locator(".tissage-results mark").all_inner_texts()}
    assert marked <= {"jeune", "jeunes"}


def test_a_word_comes_before_others_of_its_family(reader: Open) -> None:
    page = reader().open("catalogue/?q=equipements")
    expect(page.locator(".tissage-results .tissage-card").first).to_be_visible()
    texts = page.locator(".tissage-results .tissage-card").all_inner_texts()
    held = ["quipement" in text for text in texts]
    assert held[0]
    assert held == sorted(held, reverse=True) or held.index(False) > 0


@pytest.mark.parametrize("address", ["", "catalogue/?q=local", "ma-selection/", "aide/ecrire-une-fiche/"])
def test_a_browser_that_keeps_nothing_serves_as_well(visitor: Reader, address: str) -> None:
    visitor.context.add_init_script(NO_STORE)
    visitor.open(address)
    assert visitor.settle() == []
