"""The search over everything: French as people type it, the keyboard, filters, from a folder, without a script."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tools.builds import Build
from tools.reading import DESKTOP, PHONE, Open, Reader

QUERIES: Final = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))
FIRST: Final = 5
NAME: Final = "Chercher dans le site"
DISK: Final = (
    "Cette copie hors ligne ne peut pas chercher dans les textes."
    " Cherchez plutôt dans le catalogue, par le bouton au bas de cette fenêtre."
)


def look(page: Page, query: str) -> list[str]:
    """Type a query into the open search; returns the addresses of the results."""
    results = page.locator(".tissage-finder__results")
    results.evaluate("list => { list.ariaBusy = null; }")
    page.get_by_role("searchbox", name=NAME).fill(query)
    expect(results).to_have_attribute("aria-busy", "false")
    links = page.locator(".tissage-finder__title")
    found: list[str] = links.evaluate_all("links => links.map(link => new URL(link.href).pathname.slice(1))")
    return found


@pytest.fixture
def search(reader: Open) -> Page:
    """The open search, on a sheet's page."""
    page = reader().open("pratiques/partager-des-locaux/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name=NAME)).to_be_visible()
    return page


def test_what_people_type_brings_the_sheet_that_they_want(search: Page, plain: Build) -> None:
    catalogue = json.loads((plain.site / "catalogue.json").read_text(encoding="utf-8"))
    addresses = {sheet["id"]: sheet["url"] for sheet in catalogue["sheets"]}
    assert len(QUERIES) >= 40
    found = {case["query"]: look(search, case["query"])[:FIRST] for case in QUERIES}
    missed = {
        case["query"]: (case["sheet"], found[case["query"]])
        for case in QUERIES
        if addresses[case["sheet"]] not in found[case["query"]]
    }
    assert missed == {}


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_keys_of_the_theme_open_it_and_escape_gives_the_focus_back(reader: Open, key: str) -> None:
    page = reader().open("pratiques/partager-des-locaux/")
    page.locator("a.tissage-find").focus()
    page.keyboard.press(key)
    expect(page.get_by_role("searchbox", name=NAME)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name=NAME)).to_be_hidden()
    expect(page.locator("a.tissage-find")).to_be_focused()


def test_arrows_move_between_the_words_and_the_results(search: Page) -> None:
    look(search, "prêt de locaux")
    search.keyboard.press("ArrowDown")
    expect(search.locator(".tissage-finder__title").first).to_be_focused()
    search.keyboard.press("ArrowUp")
    expect(search.get_by_role("searchbox", name=NAME)).to_be_focused()
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Enter")
    expect(search.locator("h1")).to_have_text("Entente-type de prêt de locaux entre organismes")


def test_a_result_names_its_catalogue_shows_the_words_and_leads_to_its_parts(search: Page) -> None:
    look(search, "permis cnesst")
    status = search.get_by_role("dialog").get_by_role("status")
    assert "\u200a" not in search.get_by_role("dialog").inner_text()
    first = search.locator(".tissage-finder__results > li").first
    assert "résultat" in status.inner_text()
    assert first.locator(".tissage-kicker").inner_text() in ("Entente-type", "Bonne pratique")
    assert first.locator("mark").count()
    excerpts = search.locator(".tissage-finder__excerpt").all_inner_texts()
    assert all(re.match(r"…|[A-ZÀ-Þ0-9«]", text) and re.search(r"[….?!»]$", text) for text in excerpts), excerpts
    assert any(text.startswith("… ") for text in excerpts)
    part = search.locator(".tissage-finder__parts a").first
    anchor = str(part.get_attribute("href")).partition("#")[2]
    part.click()
    expect(search.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_catalogue_and_a_field_of_action_narrow_it(search: Page) -> None:
    everywhere = look(search, "formation")
    search.locator(".tissage-finder__results").evaluate("list => { list.ariaBusy = null; }")
    search.get_by_label("Catalogue", exact=True).select_option("formations-et-mentorat")
    expect(search.locator(".tissage-finder__results")).to_have_attribute("aria-busy", "false")
    titles = search.locator(".tissage-finder__title")
    kinds = set(search.locator(".tissage-finder__results .tissage-kicker").all_inner_texts())
    assert kinds == {"Formation"}
    assert 0 < titles.count() < len(everywhere) + 1
    search.get_by_label("Champ d’action").select_option("sante-mentale")
    expect(search.get_by_role("dialog").get_by_role("status")).to_contain_text("Rien n’a été trouvé")


def test_a_filter_without_words_says_what_to_do(visitor: Reader) -> None:
    page = visitor.open("pratiques/partager-des-locaux/")
    page.keyboard.press("/")
    page.get_by_label("Catalogue", exact=True).select_option("bonnes-pratiques")
    said = page.get_by_role("dialog").get_by_role("status")
    expect(said).to_have_text(
        "Écrivez aussi des mots à chercher. Pour voir toutes les fiches de ce filtre, cherchez dans le catalogue,"
        " par le bouton au bas de cette fenêtre."
    )
    look(page, "xylophone")
    expect(said).to_have_text("Rien n’a été trouvé avec ce filtre. Retirez-le ou essayez d’autres mots.")
    page.get_by_label("Catalogue", exact=True).select_option("")
    expect(said).to_have_text("Rien n’a été trouvé. Essayez d’autres mots, moins de mots ou une autre orthographe.")
    look(page, "")
    page.get_by_label("Catalogue", exact=True).select_option("bonnes-pratiques")
    page.get_by_role("button", name="Chercher ces mots dans le catalogue").click()
    expect(page.locator(".tissage-status")).to_have_text("26\u00a0fiches sur 78")


def test_what_is_chosen_goes_to_the_catalogue_with_the_words(visitor: Reader) -> None:
    page = visitor.open("pratiques/partager-des-locaux/")
    page.keyboard.press("/")
    look(page, "prêt")
    page.get_by_label("Catalogue", exact=True).select_option("bonnes-pratiques")
    page.get_by_label("Champ d’action").select_option("mutualisation")
    page.get_by_role("button", name="Chercher ces mots dans le catalogue").click()
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Bonnes pratiques")).to_be_visible()
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Mise en commun de ressources")).to_be_visible()
    assert page.url == f"{visitor.site}catalogue/?q=pr%C3%AAt&catalogue=bonnes-pratiques&champ=mutualisation"
    assert set(page.locator(".tissage-results .tissage-kicker").all_inner_texts()) == {"Bonne pratique"}
    expect(page.locator(".tissage-notice")).to_be_hidden()


def test_nothing_found_says_so(search: Page) -> None:
    assert look(search, "xylophone") == []
    said = search.get_by_role("dialog").get_by_role("status").inner_text()
    assert said == "Rien n’a été trouvé. Essayez d’autres mots, moins de mots ou une autre orthographe."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["1280", "320"])
def test_the_open_search_has_no_barrier(reader: Open, scheme: str, width: int) -> None:
    visitor = reader(width, scheme)
    page = visitor.open("")
    page.get_by_role("button", name=NAME).click()
    look(page, "échange")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth")
    assert visitor.settle() == []
    assert visitor.elsewhere == []


def test_from_a_folder_the_words_go_to_the_catalogue(chromium: Browser, flat: Build) -> None:
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    page = context.new_page()
    page.goto((flat.site / "index.html").as_uri())
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(DISK)
    page.get_by_role("searchbox", name=NAME).fill("prêt locaux")
    page.keyboard.press("Enter")
    expect(page.locator(".tissage-results .tissage-card__title").first).to_have_text(
        "Entente-type de prêt de locaux entre organismes"
    )
    context.close()


def test_without_a_script_it_leads_to_the_catalogue(reader: Open) -> None:
    page = reader(scripts=False).open("")
    page.get_by_role("link", name=NAME).click()
    expect(page.locator("h1")).to_have_text("Tout le catalogue")


def test_an_engine_that_does_not_load_says_what_to_do(visitor: Reader) -> None:
    page = visitor.open("")
    visitor.context.route("**/pagefind/**", lambda route: route.abort())
    page.keyboard.press("/")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(
        "La recherche n’a pas pu être chargée."
        " Cherchez plutôt dans le catalogue, par le bouton au bas de cette fenêtre."
    )
    visitor.context.unroute("**/pagefind/**")
    look(page, "prêt")
    assert page.locator(".tissage-finder__title").count()


@pytest.mark.parametrize("address", ["", "pas-la/"])
def test_what_one_looks_for_is_not_sent_to_the_server(visitor: Reader, address: str) -> None:
    page = visitor.open(address)
    visitor.requests.clear()
    page.get_by_label("Que cherchez-vous?").fill("locaux")
    page.keyboard.press("Enter")
    expect(page.locator(".tissage-results .tissage-card__title").first).to_contain_text("locaux")
    assert page.url == visitor.site + "catalogue/?q=locaux"
    assert [url for url in visitor.requests if "locaux" in url.partition("#")[0]] == []


def test_the_keys_can_be_turned_off(visitor: Reader) -> None:
    page = visitor.open("")
    page.keyboard.press("/")
    page.get_by_role("checkbox", name="Ouvrir cette recherche avec les touches / S F").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name=NAME).click()
    page.get_by_role("checkbox", name="Ouvrir cette recherche avec les touches / S F").check()
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.get_by_role("dialog", name=NAME)).to_be_visible()


def test_a_word_that_no_sheet_has_brings_none_that_begins_alike(search: Page) -> None:
    assert look(search, "kangourous") == []
