"""The index that filters: by keyboard, counted by brute force, from its address, back and forth, from a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tools.builds import Build
from tools.filtering import FACETS, address, draw, passing, practices, shown
from tools.html import main, text
from tools.reading import DESKTOP, OVERFLOW, PHONE, Open, Reader

ROUNDS: Final = 200
FOLLOW: Final = "query => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')); }"


@pytest.fixture(scope="module")
def sheets(plain: Build) -> list[dict[str, set[str]]]:
    """The practices, by facet."""
    return practices(json.loads((plain.site / "catalogue.json").read_text(encoding="utf-8")))


def wanted(sheets: list[dict[str, set[str]]], chosen: dict[str, list[str]]) -> dict[str, Any]:
    """What the index must show, by counting."""
    left = passing(sheets, chosen)
    counts = {}
    for facet in FACETS:
        others = passing(sheets, chosen, but=facet)
        for value in set().union(*(sheet[facet] for sheet in sheets)):
            counts[f"{facet}={value}"] = sum(value in sheet[facet] for sheet in others)
    number = f"{len(left)}\u00a0fiche{'s' * (len(left) > 1)} sur {len(sheets)}"
    return {"status": number, "titles": {title for sheet in left for title in sheet["title"]}, "counts": counts}


def compare(view: dict[str, Any], sheets: list[dict[str, set[str]]], chosen: dict[str, list[str]]) -> None:
    right = wanted(sheets, chosen)
    assert view["status"] == right["status"]
    assert set(view["titles"]) == {title.replace(" :", "\u00a0:") for title in right["titles"]}
    counts = {name: count for name, (count, _) in view["counts"].items()}
    assert {name: counts[name] for name in right["counts"]} == right["counts"]
    ticked = {f"{facet}={slug}" for facet, slugs in chosen.items() for slug in slugs}
    assert set(view["chosen"]) == ticked
    assert {n for n, (count, off) in view["counts"].items() if off} == {n for n in counts if not counts[n]} - ticked


def test_two_hundred_drawn_choices_show_what_counting_gives(reader: Open, sheets: list[dict[str, set[str]]]) -> None:
    page, random = reader().open("pratiques/"), Random(3)
    page.locator(".tissage-status").wait_for()
    for _ in range(ROUNDS):
        chosen = draw(random, sheets)
        query = address(chosen)
        # As a link within the page would: the address changes, and the page follows.
        page.evaluate("query => { history.pushState(null, '', query); dispatchEvent(new Event('popstate')); }", query)
        expect(page.locator(".tissage-status")).to_have_text(wanted(sheets, chosen)["status"])
        # The cards of the first round come with a file; from then on, before the next frame.
        expect(page.locator(".tissage-results:not([hidden])")).to_be_attached()
        page.evaluate("() => new Promise(requestAnimationFrame)")
        compare(shown(page), sheets, chosen)


def test_the_keyboard_alone_filters_and_nothing_jumps(reader: Open, sheets: list[dict[str, set[str]]]) -> None:
    page = reader().open("pratiques/")
    box = page.get_by_role("checkbox", name="Mise en commun de ressources")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".tissage-results")).to_be_visible()
    expect(box).to_be_focused()
    compare(shown(page), sheets, {"champ": ["mutualisation"]})
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Territoires":
            break
    page.keyboard.press("Tab")
    small = page.get_by_role("searchbox", name="Chercher dans\u00a0: Territoires")
    expect(small).to_be_focused()
    page.keyboard.type("monteregie")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Montérégie")).to_be_visible()
    small.fill("")
    compare(shown(page), sheets, {"champ": ["mutualisation"], "territoire": ["monteregie"]})
    assert page.url.endswith("/pratiques/?champ=mutualisation&territoire=monteregie")
    page.get_by_role("button", name="Retirer le filtre\u00a0: Mise en commun de ressources").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Montérégie")).to_be_focused()
    compare(shown(page), sheets, {"territoire": ["monteregie"]})


def test_an_address_gives_the_same_view_again_and_back_undoes(reader: Open, sheets: list[dict[str, set[str]]]) -> None:
    page = reader().open("pratiques/?champ=mutualisation,formation&territoire=monteregie")
    expect(page.locator(".tissage-results")).to_be_visible()
    before = shown(page)
    compare(before, sheets, {"champ": ["mutualisation", "formation"], "territoire": ["monteregie"]})
    page.locator(".tissage-filters summary", has_text="Effort").click()
    page.get_by_role("checkbox", name="Léger").check()
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Léger")).to_be_visible()
    after = shown(page)
    page.reload()
    expect(page.locator(".tissage-results")).to_be_visible()
    assert shown(page) == after
    page.go_back()
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Léger")).to_have_count(0)
    assert shown(page) == before
    page.go_forward()
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Léger")).to_be_visible()
    assert shown(page) == after
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.locator(".tissage-groups")).to_be_visible()
    assert page.url.endswith("/pratiques/")


def test_words_are_found_marked_and_kept_in_the_address(reader: Open) -> None:
    page = reader().open("pratiques/")
    page.get_by_role("searchbox", name="Mots à chercher").fill("materiels")
    expect(page.locator(".tissage-card__title mark").first).to_have_text("matériel")
    assert page.url.endswith("?q=materiels")
    page.get_by_label("Trier par").select_option(label="Titre")
    expect(page).to_have_url(page.url.partition("?")[0] + "?q=materiels&tri=titre")
    titles = page.locator(".tissage-results .tissage-card__title").all_inner_texts()
    assert titles == sorted(titles)


def test_what_an_address_asks_for_in_vain_is_named_and_left_aside(reader: Open) -> None:
    page = reader().open("pratiques/?champ=logement,lune&planete=mars")
    expect(page.locator(".tissage-notice")).to_have_text(
        "L’adresse demande des filtres que ce catalogue n’a pas. Ils n’ont pas été appliqués\u00a0: lune, planete."
    )
    assert shown(page)["chosen"] == ["champ=logement"]


def test_no_sheet_says_what_to_do(reader: Open) -> None:
    page = reader().open("pratiques/?q=xylophone")
    expect(page.locator(".tissage-results .tissage-empty")).to_have_text(
        "Aucune fiche ne correspond à votre recherche. Retirez un filtre ou essayez un autre mot."
    )


def test_what_is_shown_can_be_downloaded(reader: Open, site: str) -> None:
    page = reader().open("pratiques/?champ=logement")
    expect(page.locator(".tissage-results")).to_be_visible()
    view = shown(page)
    with page.expect_download() as table:
        page.get_by_role("button", name="Télécharger cette liste (CSV)").click()
    lines = table.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Titre;Résumé;Adresse web;Champs d’action;")
    assert len(lines) == len(view["titles"]) + 1
    with page.expect_download() as data:
        page.get_by_role("button", name="Télécharger cette liste (JSON)").click()
    read = json.loads(data.value.path().read_text(encoding="utf-8"))
    assert [sheet["title"] for sheet in read["sheets"]] == view["titles"]
    assert all(sheet["url"].startswith(site + "pratiques/") for sheet in read["sheets"])


@pytest.fixture
def disk(chromium: Browser, flat: Build) -> Iterator[Reader]:
    """Someone who has opened the folder of the site, without a server."""
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    yield Reader(context, flat.site.as_uri() + "/")
    context.close()


def test_from_a_folder_it_filters_too(disk: Reader, sheets: list[dict[str, set[str]]]) -> None:
    page = disk.open("pratiques/index.html")
    page.get_by_role("checkbox", name="Logement et locaux").check()
    expect(page.locator(".tissage-results")).to_be_visible()
    compare(shown(page), sheets, {"champ": ["logement"]})
    page.get_by_role("searchbox", name="Mots à chercher").fill("locaux")
    expect(page.locator(".tissage-card__title mark").first).to_be_visible()
    assert page.url.endswith("/pratiques/index.html?champ=logement&q=locaux")
    before = shown(page)
    page.reload()
    expect(page.locator(".tissage-results")).to_be_visible()
    assert shown(page) == before
    page.go_back()
    expect(page.get_by_role("searchbox", name="Mots à chercher")).to_have_value("")
    page.locator(".tissage-results .tissage-card__title a").first.click()
    expect(page.locator(".tissage-sheet h1")).to_be_visible()
    assert disk.settle() == []


def test_without_a_script_each_value_is_a_link_to_its_sheets(reader: Open, sheets: list[dict[str, set[str]]]) -> None:
    page = reader(scripts=False).open("pratiques/")
    assert page.locator(".tissage-groups .tissage-card").count() == len(sheets)
    for name, label in (("effort", "Effort"), ("champ", "Champs d’action"), ("public", "Pour qui")):
        way = page.locator(".tissage-browse details").filter(has=page.locator("summary", has_text=label))
        way.locator("summary").click()
        line = way.locator("li").first
        number = int(line.locator(".tissage-count").inner_text())
        line.get_by_role("link").click()
        group = page.locator("section[aria-labelledby=groupe-pratiques]")
        assert group.locator(".tissage-card").count() == number, name
        page.go_back()


def test_no_page_lists_more_than_two_hundred_sheets(plain: Build) -> None:
    long = {
        path: len([e for e in main(page).iter("li") if e.get("class") == "tissage-card"])
        for path, page in plain.pages.items()
    }
    assert max(long.values()) <= 200
    assert "Effort : Léger" in text(main(plain.page("catalogue/effort/leger/")))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["1280", "320"])
@pytest.mark.parametrize("query", ["", "?champ=mutualisation&territoire=montreal", "?q=xylophone", "?champ=lune"])
def test_no_state_has_a_barrier(reader: Open, query: str, width: int, scheme: str) -> None:
    visitor = reader(width, scheme)
    page = visitor.open("pratiques/" + query)
    page.locator(".tissage-status").wait_for()
    if width == PHONE:
        page.get_by_role("button", name="Filtrer", exact=True).click()
    page.evaluate("document.querySelectorAll('.tissage-filters details').forEach(each => { each.open = true; })")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(TOO_SMALL) == []
    assert visitor.settle() == []


TOO_SMALL: Final = """() => [...document.querySelectorAll("tissage-index :is(button, select, summary, label)")]
  .filter(e => e.offsetParent)
  .filter(e => { const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 24; })
  .map(e => e.outerHTML.slice(0, 100))"""
"""The targets that a finger misses (WCAG 2.5.8); a checkbox is as large as its label."""


def test_a_phone_opens_its_filters_and_is_held_nowhere(reader: Open) -> None:
    page = reader(PHONE).open("pratiques/")
    opener = page.get_by_role("button", name="Filtrer", exact=True)
    assert opener.get_attribute("aria-expanded") == "false"
    expect(page.locator(".tissage-filters")).to_be_hidden()
    opener.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".tissage-filters summary").first).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("checkbox", name="Logement et locaux").check()
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Logement et locaux")).to_be_visible()
    page.get_by_role("button", name="Voir les fiches").press("Enter")
    expect(opener).to_be_focused()
    expect(page.locator(".tissage-filters")).to_be_hidden()
    opener.press("Enter")
    page.get_by_role("checkbox", name="Logement et locaux").press("Escape")
    expect(opener).to_be_focused()
    expect(page.locator(".tissage-filters")).to_be_hidden()
