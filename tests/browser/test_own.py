"""What is the reader's own: sheets kept aside and a territory, in this browser alone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tools.builds import Build, built, sheet, small_site, write
from tools.reading import DESKTOP, NO_STORE, OVERFLOW, PHONE, Open, Reader, Serve

LOCAL: Final = "pratiques/partager-des-locaux/"
AGREEMENT: Final = "boite-a-outils/pret-de-locaux/"
PRINTER: Final = "void (window.print = () => { window.printed = (window.printed ?? 0) + 1; })"
"""Counts what goes to the printer, and asks nothing. What gives a function would be called at once: this gives none."""
SHARED: Final = "ma-selection/?fiches=practices/partager-des-locaux,agreements/pret-de-locaux,practices/sur-la-lune"

REFUSED: Final = (
    "Votre navigateur ne permet pas à ce site de garder vos choix\u00a0: voyez ses réglages de confidentialité."
)

QUARTERS: Final = """\
id: quarters
url: quartiers
label: {fr: {one: Quartier, many: Quartiers}, en: {one: Quarter, many: Quarters}}
terms:
  port: {label: {fr: Le Port}, tile: {column: 1, row: 1}}
"""


def keep(visitor: Reader, *addresses: str) -> Page:
    """Keep the sheets at these addresses."""
    for address in addresses:
        button = visitor.open(address).get_by_role("button", name="Garder cette fiche")
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
    return visitor.page


def titles(page: Page) -> list[str]:
    return page.locator("tissage-selection .tissage-card__title").all_inner_texts()


def test_a_sheet_is_kept_counted_and_taken_away(visitor: Reader) -> None:
    page = visitor.open("")
    expect(page.locator("a.tissage-kept")).to_be_hidden()
    keep(visitor, LOCAL, AGREEMENT)
    page.get_by_role("link", name="Ma sélection 2").click()
    expect(page.get_by_role("status")).to_have_text("2\u00a0fiches gardées")
    assert titles(page) == ["Partager des locaux entre organismes", "Entente-type de prêt de locaux entre organismes"]
    page.get_by_role("button", name="Retirer la fiche «\u00a0Partager des locaux entre organismes\u00a0»").click()
    expect(page.get_by_role("status")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("1\u00a0fiche gardée")
    page.get_by_role("button", name="Vider ma sélection").click()
    expect(page.get_by_role("status")).to_have_text(
        "Vous ne gardez encore aucune fiche."
        " Pour en garder une, ouvrez-la et choisissez «\u00a0Garder cette fiche\u00a0»."
    )
    assert page.evaluate("localStorage.getItem('tissage.selection')") is None


def test_a_card_of_the_index_keeps_its_sheet(visitor: Reader) -> None:
    page = visitor.open("pratiques/?q=locaux")
    page.get_by_role("button", name="Garder la fiche «\u00a0Partager des locaux entre organismes\u00a0»").click()
    expect(page.get_by_role("link", name="Ma sélection 1")).to_be_visible()


@pytest.mark.parametrize("address", ["", "champs-d-action/mutualisation/", "pratiques/", "catalogue/effort/moyen/"])
def test_a_card_that_the_build_wrote_keeps_its_sheet(visitor: Reader, address: str) -> None:
    page = visitor.open(address)
    cards = page.locator(".tissage-card:visible")
    expect(page.get_by_role("button", name="Garder la fiche")).to_have_count(cards.count())
    last = cards.last
    title = last.locator(".tissage-card__title").inner_text()
    button = last.get_by_role("button", name=f"Garder la fiche «\u00a0{title}\u00a0»")
    expect(button).to_have_text("Garder")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.url == visitor.site + address
    page.get_by_role("link", name="Ma sélection 1").click()
    expect(page.locator("tissage-selection .tissage-card__title")).to_have_text([title])


def test_a_card_that_leaves_the_page_for_a_while_follows(visitor: Reader) -> None:
    page = visitor.open("pratiques/")
    page.get_by_role("searchbox", name="Mots à chercher").fill("locaux")
    name = "Garder la fiche «\u00a0Partager des locaux entre organismes\u00a0»"
    page.locator(".tissage-results").get_by_role("button", name=name).click()
    page.get_by_role("searchbox", name="Mots à chercher").fill("")
    button = page.locator(".tissage-groups").get_by_role("button", name=name)
    expect(button).to_have_attribute("aria-pressed", "true")


def test_a_card_has_its_room_before_the_button_comes(visitor: Reader) -> None:
    page = visitor.open("champs-d-action/mutualisation/")
    high = "cards => cards.map(card => card.getBoundingClientRect().height)"
    with_button = page.locator(".tissage-card").evaluate_all(high)
    page.locator(".tissage-card__keep").evaluate_all("feet => feet.forEach(foot => foot.remove())")
    assert page.locator(".tissage-card").evaluate_all(high) == with_button


def test_without_a_script_a_card_has_no_button_and_no_room_for_one(reader: Open) -> None:
    page = reader(scripts=False).open("champs-d-action/mutualisation/")
    assert not page.get_by_role("button", name="Garder").count()
    assert page.locator(".tissage-card").first.evaluate("card => getComputedStyle(card, '::after').content") == "none"


def test_the_booklet_holds_every_sheet_whole(visitor: Reader) -> None:
    keep(visitor, LOCAL, AGREEMENT)
    page = visitor.open("ma-selection/")
    page.evaluate(PRINTER)
    page.get_by_role("button", name="Imprimer en livret").click()
    expect(page.get_by_role("status")).to_have_text("Le livret de 2\u00a0fiches est prêt.")
    assert page.evaluate("window.printed") == 1
    booklet = page.locator(".tissage-booklet")
    assert booklet.locator("h2", has_text="Partager des locaux entre organismes").count() == 1
    own = visitor.context.new_page()
    for address in (LOCAL, AGREEMENT):
        own.goto(visitor.site + address)
        for paragraph in own.locator(".tissage-sheet__text p").all_text_contents():
            assert paragraph.strip() in str(booklet.text_content())
    assert booklet.locator("[id]").count() == 0
    links = booklet.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert all(link.startswith("http") for link in links)
    assert page.evaluate("document.querySelectorAll('h1').length") == 1


def test_the_keys_that_print_print_the_booklet_too(visitor: Reader) -> None:
    keep(visitor, LOCAL, AGREEMENT)
    page = visitor.open("ma-selection/")
    page.evaluate(PRINTER)
    page.locator("tissage-selection .tissage-card").first.wait_for()
    page.keyboard.press("Control+p")
    expect(page.get_by_role("status")).to_have_text("Le livret de 2\u00a0fiches est prêt.")
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    headings = page.locator(".tissage-booklet h2:visible").all_inner_texts()
    assert headings[:2] == ["Dans ce livret", "Partager des locaux entre organismes"]
    expect(page.locator("tissage-selection .tissage-cards")).to_be_hidden()
    expect(page.locator(".tissage-selection__paper")).to_be_hidden()


def test_the_menu_prints_the_list_and_says_how_to_print_the_sheets(visitor: Reader) -> None:
    keep(visitor, LOCAL, AGREEMENT)
    page = visitor.open("ma-selection/")
    page.locator("tissage-selection .tissage-card").first.wait_for()
    expect(page.locator(".tissage-selection__paper")).to_be_hidden()
    page.emulate_media(media="print")
    shared = f"{visitor.site}ma-selection/?fiches=practices/partager-des-locaux,agreements/pret-de-locaux"
    expect(page.locator(".tissage-selection__paper")).to_have_text(
        "Cette liste ne donne que les résumés. Pour imprimer les fiches entières, utilisez le bouton"
        f" «\u00a0Imprimer en livret\u00a0» de cette page\u00a0: {shared}"
    )
    expect(page.locator(".tissage-card__address")).to_have_text([visitor.site + LOCAL, visitor.site + AGREEMENT])
    expect(page.locator(".tissage-card__summary").first).to_be_visible()
    expect(page.get_by_role("button", name="Imprimer en livret")).to_be_hidden()


def test_an_address_shares_a_selection_and_leaves_ones_own_alone(visitor: Reader) -> None:
    keep(visitor, "pratiques/journal-video/")
    page = visitor.open(SHARED)
    expect(page.locator(".tissage-notice")).to_contain_text(
        "Quelqu’un vous envoie ces fiches. Votre propre sélection ne change pas."
    )
    expect(page.locator(".tissage-notice")).to_contain_text("1\u00a0fiche de cette adresse n’est plus ici.")
    assert len(titles(page)) == 2
    expect(page.get_by_role("button", name="Vider ma sélection")).to_be_hidden()
    page.get_by_role("button", name="Garder ces fiches dans ma sélection").click()
    expect(page.get_by_role("status")).to_have_text("3\u00a0fiches gardées")
    assert page.url == visitor.site + "ma-selection/"
    page.go_back()
    assert len(titles(page)) == 2


def test_the_address_to_share_brings_the_same_sheets(visitor: Reader) -> None:
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keep(visitor, LOCAL, AGREEMENT)
    page = visitor.open("ma-selection/")
    page.get_by_role("button", name="Copier l’adresse à partager").click()
    expect(page.get_by_role("status")).to_have_text("L’adresse est copiée\u00a0: collez-la dans un message.")
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    expect(page.locator("tissage-selection .tissage-card")).to_have_count(2)


@pytest.mark.parametrize("kept", ["{", "[1, null, {}]", '"<img src=x>"', '["<b>/x"]', "[" + '"a/b",' * 999 + '"a/c"]'])
def test_what_is_kept_by_others_does_no_harm(visitor: Reader, kept: str) -> None:
    visitor.open("")
    visitor.page.evaluate("kept => localStorage.setItem('tissage.selection', kept)", kept)
    page = visitor.open("ma-selection/")
    none = "0\u00a0fiche gardée" if "a/b" in kept else "Vous ne gardez encore aucune fiche."
    expect(page.get_by_role("status")).to_contain_text(none)
    assert visitor.settle() == []


def test_a_sheet_that_is_gone_is_said_and_let_go(visitor: Reader) -> None:
    keep(visitor, LOCAL)
    visitor.page.evaluate("""localStorage.setItem("tissage.selection",
      JSON.stringify([...JSON.parse(localStorage.getItem("tissage.selection")), "practices/sur-la-lune"]))""")
    page = visitor.open("ma-selection/")
    expect(page.get_by_role("status")).to_have_text("1\u00a0fiche gardée")
    expect(page.locator(".tissage-notice")).to_contain_text("1\u00a0fiche que vous gardiez n’est plus sur ce site.")
    page.get_by_role("button", name="Retirer ce qui n’est plus ici").click()
    expect(page.get_by_role("status")).to_be_focused()
    expect(page.locator(".tissage-notice")).to_be_hidden()
    expect(page.get_by_role("link", name="Ma sélection 1")).to_be_visible()
    assert titles(page) == ["Partager des locaux entre organismes"]


def test_where_all_is_gone_the_selection_can_be_emptied(visitor: Reader) -> None:
    visitor.open("").evaluate("localStorage.setItem('tissage.selection', '[\"practices/x\", \"practices/y\"]')")
    page = visitor.open("ma-selection/")
    expect(page.get_by_role("status")).to_have_text("0\u00a0fiche gardée")
    expect(page.locator(".tissage-notice")).to_contain_text("2\u00a0fiches que vous gardiez ne sont plus sur ce site.")
    page.get_by_role("button", name="Retirer ce qui n’est plus ici").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Vous ne gardez encore aucune fiche.")
    expect(page.locator("a.tissage-kept")).to_be_hidden()


def test_a_sheet_that_has_another_name_is_followed(chromium: Browser, serve: Serve, tmp_path: Path) -> None:
    small_site(tmp_path)
    write(
        tmp_path,
        {
            "content/practices/partager-un-camion.md": sheet(
                "Partager un camion", aliases=["pratiques/preter-un-camion"]
            )
        },
    )
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    visitor = Reader(context, serve(built(tmp_path).site))
    visitor.open("").evaluate("localStorage.setItem('tissage.selection', '[\"practices/preter-un-camion\"]')")
    page = visitor.open("ma-selection/")
    expect(page.get_by_role("status")).to_have_text("1\u00a0fiche gardée")
    assert titles(page) == ["Partager un camion"]
    assert page.evaluate("localStorage.getItem('tissage.selection')") == '["practices/partager-un-camion"]'
    visitor.open("ma-selection/?fiches=practices/preter-un-camion")
    expect(page.locator("tissage-selection .tissage-card__title")).to_have_text(["Partager un camion"])
    context.close()


def test_a_territory_is_chosen_offered_and_forgotten(visitor: Reader) -> None:
    page = visitor.open("territoires/")
    page.locator("select[name=region]").select_option(label="Montérégie")
    page.locator("select[name=place]").select_option("longueuil")
    page.get_by_role("button", name="Choisir").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Mon territoire\u00a0: Longueuil")
    visitor.open("pratiques/")
    expect(page.get_by_role("link", name="Mon territoire Longueuil")).to_be_visible()
    assert "territoire=" not in page.url
    page.get_by_role("button", name="Voir seulement mon territoire\u00a0: Longueuil").click()
    expect(page.get_by_role("button", name="Retirer le filtre\u00a0: Longueuil")).to_be_visible()
    assert page.url.endswith("?territoire=longueuil")
    only = page.get_by_role("button", name="Voir seulement mon territoire")
    expect(only).to_be_hidden()
    expect(page.locator(".tissage-status")).to_be_focused()
    page.get_by_role("button", name="Tout effacer").click()
    expect(only).to_be_visible()
    page.get_by_role("link", name="Mon territoire Longueuil").click()
    expect(page.locator("h1")).to_have_text("Longueuil")
    visitor.open("")
    assert page.locator("select[name=place]").input_value() == "longueuil"
    page.get_by_role("button", name="Oublier ce choix").click()
    expect(page.locator("a.tissage-mine")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('tissage.territoire')") is None


def test_another_window_follows_the_territory_that_is_chosen(visitor: Reader) -> None:
    page = visitor.open("territoires/")
    page.locator("select[name=region]").select_option(label="Montréal")
    page.get_by_role("button", name="Choisir").press("Enter")
    other = visitor.context.new_page()
    other.goto(visitor.site + "pratiques/")
    only = other.get_by_role("button", name="Voir seulement mon territoire")
    expect(only).to_have_text("Voir seulement mon territoire\u00a0: Montréal")
    page.locator("select[name=region]").select_option(label="Montérégie")
    page.get_by_role("button", name="Choisir").press("Enter")
    expect(only).to_have_text("Voir seulement mon territoire\u00a0: Montérégie")
    expect(other.get_by_role("link", name="Mon territoire Montérégie")).to_be_visible()


def test_a_page_that_the_browser_brings_back_is_up_to_date(visitor: Reader) -> None:
    page = visitor.open("pratiques/")
    page.locator(".tissage-status").wait_for()
    # What another page kept while this one was aside: the browser tells this one of nothing.
    page.evaluate("""() => {
      localStorage.setItem("tissage.selection", '["practices/partager-des-locaux"]');
      localStorage.setItem("tissage.territoire",
        '[{"slug": "laval", "label": "Laval", "address": "territoires/laval/"}]');
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }""")
    expect(page.get_by_role("link", name="Ma sélection 1")).to_be_visible()
    expect(page.get_by_role("button", name="Voir seulement mon territoire\u00a0: Laval")).to_be_visible()
    button = page.get_by_role("button", name="Garder la fiche «\u00a0Partager des locaux entre organismes\u00a0»")
    expect(button.first).to_have_attribute("aria-pressed", "true")


def test_a_browser_that_keeps_nothing_is_told_so(visitor: Reader) -> None:
    visitor.context.add_init_script(NO_STORE)
    page = visitor.open(LOCAL)
    button = page.get_by_role("button", name="Garder cette fiche")
    for _ in range(2):
        button.press("Enter")
        expect(page.get_by_role("alert")).to_have_text(REFUSED)
        expect(button).to_be_focused()
    visitor.open("territoires/")
    page.locator("select[name=region]").select_option(label="Montréal")
    page.get_by_role("button", name="Choisir").press("Enter")
    expect(page.get_by_role("alert")).to_have_text(
        f"{REFUSED} En attendant, voici la page de ce territoire\u00a0: Montréal"
    )
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("Montréal")
    visitor.open(SHARED)
    page.get_by_role("button", name="Garder ces fiches dans ma sélection").click()
    expect(page.locator(".tissage-status")).to_have_text(REFUSED)
    assert len(titles(page)) == 2
    assert visitor.settle() == []


def test_each_vocabulary_has_its_own_territory(chromium: Browser, serve: Serve, tmp_path: Path) -> None:
    small_site(tmp_path)
    write(tmp_path, {"content/_vocabularies/quarters.yml": QUARTERS})
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    visitor = Reader(context, serve(built(tmp_path).site))
    page = visitor.open("")
    regions = page.locator("tissage-territory[data-places='territoires/']")
    quarters = page.locator("tissage-territory[data-places='quartiers/']")
    regions.locator("select[name=region]").select_option(label="Laval")
    regions.get_by_role("button", name="Choisir").click()
    quarters.locator("select[name=region]").select_option(label="Le Port")
    quarters.get_by_role("button", name="Choisir").click()
    page.reload()
    expect(regions.get_by_role("status")).to_have_text("Mon territoire\u00a0: Laval")
    expect(quarters.get_by_role("status")).to_have_text("Mon territoire\u00a0: Le Port")
    expect(page.get_by_role("link", name="Mon territoire Le Port")).to_be_visible()
    quarters.get_by_role("button", name="Oublier ce choix").click()
    expect(quarters.get_by_role("status")).to_be_hidden()
    expect(page.get_by_role("link", name="Mon territoire Laval")).to_be_visible()
    assert visitor.settle() == []
    context.close()


@pytest.mark.parametrize(
    "kept", ["{", "null", '{"slug": 1}', '{"slug": "x", "label": "X", "address": "javascript:alert(1)"}', '"x"']
)
def test_a_territory_that_others_wrote_leads_nowhere(visitor: Reader, kept: str) -> None:
    visitor.open("")
    visitor.page.evaluate("kept => localStorage.setItem('tissage.territoire', kept)", kept)
    page = visitor.open("pratiques/")
    page.locator(".tissage-status").wait_for()
    expect(page.locator("a.tissage-mine")).to_be_hidden()
    assert visitor.settle() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["1280", "320"])
@pytest.mark.parametrize("address", ["ma-selection/", SHARED, "territoires/"])
def test_there_is_no_barrier(reader: Open, address: str, width: int, scheme: str) -> None:
    visitor = reader(width, scheme)
    page = visitor.open(address)
    page.get_by_role("status").or_(page.locator("tissage-territory form")).first.wait_for()
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    assert page.evaluate(OVERFLOW) == []
    assert visitor.settle() == []


def test_without_a_script_the_selection_says_what_it_needs(reader: Open) -> None:
    page = reader(scripts=False).open("ma-selection/")
    expect(page.locator("tissage-selection")).to_have_text(
        "Pour voir les fiches que vous gardez, activez JavaScript dans votre navigateur\u00a0: lui seul les connaît."
    )
    assert not page.locator("button.tissage-keep").count()


def test_from_a_folder_the_booklet_holds_the_sheets_too(chromium: Browser, flat: Build) -> None:
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    visitor = Reader(context, flat.site.as_uri() + "/")
    page = visitor.open("ma-selection/index.html?fiches=practices/partager-des-locaux,agreements/pret-de-locaux")
    page.evaluate(PRINTER)
    page.get_by_role("button", name="Imprimer en livret").click()
    expect(page.get_by_role("status")).to_have_text("Le livret de 2\u00a0fiches est prêt.")
    headings = page.locator(".tissage-booklet h2").all_inner_texts()
    assert headings[:2] == ["Dans ce livret", "Partager des locaux entre organismes"]
    page.get_by_role("button", name="Copier l’adresse à partager").click()
    expect(page.get_by_role("status")).to_have_text(
        "Cette copie hors ligne n’a pas d’adresse que d’autres pourraient ouvrir."
        " Pour partager votre sélection, ouvrez le site sur Internet."
    )
    assert "file:" not in str(page.locator("body").text_content())
    assert visitor.settle() == []
    context.close()


def test_a_phone_names_the_tiles_of_the_map(reader: Open) -> None:
    names = reader(PHONE).open("").locator(".tissage-map__names")
    expect(names).to_be_visible()
    expect(names.locator("li")).to_have_count(17)
    expect(names.locator("li").nth(5)).to_have_text("06 Montréal")
    assert reader(PHONE).page.locator(".tissage-tile__key").nth(5).text_content() == "06"
    expect(reader(DESKTOP).open("").locator(".tissage-map__names")).to_be_hidden()
