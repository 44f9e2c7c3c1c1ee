"""A page that goes to the printer says where it comes from, to eyes and to cameras."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from tools import builds
from tools.builds import SITE_URL, Build, built, small_site, write
from tools.reading import DESKTOP, SHEETS, Address, Open, Reader, Serve

SCALE: Final = 4
CELL: Final = re.compile(r"M(\d+) (\d+)h1v1h-1z")
SHEET: Final = "pratiques/partager-des-locaux/"
FORMATS: Final = ("Letter", "A4")
LONGEST: Final = 1400
"""The words that fit two pages: a text that is longer takes the pages that it needs."""
LONGER: Final = {
    "boite-a-outils/pret-de-locaux/",
    "boite-a-outils/pret-de-materiel/",
    "boite-a-outils/pret-de-personnel/",
    "dossiers/mutualisation/",
    "pratiques/organiser-une-soiree-debat/",
}
"""The sheets of this site that are longer: agreements to sign, a dossier, and a practice with all its forms."""
LEGIBLE: Final = """() => {
  const texts = document.createTreeWalker(document.querySelector(".md-main"), NodeFilter.SHOW_TEXT), small = new Set();
  for (let text; (text = texts.nextNode());) {
    const own = text.parentElement, size = parseFloat(getComputedStyle(own).fontSize) * 72 / 96;
    if (text.data.trim() && size < 8.49 && own.getClientRects().length && !own.closest(".tissage-hidden"))
      small.add(`${size.toFixed(1)} pt: ${text.data.trim().slice(0, 60)}`);
  }
  return [...small];
}"""
"""The texts that a printer would make smaller than 8.5 points."""
COUNTED: Final = """() => addEventListener("beforeprint", () => {
  window.cards = document.querySelectorAll(".tissage-results .tissage-card").length;
})"""
"""Notes how many cards go to the printer."""


def pages(pdf: bytes) -> int:
    """How many pages were printed."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def code(page: Page) -> str:
    """What a telephone reads in the code of a page that was printed."""
    page.pdf()
    svg = page.locator(".tissage-qr svg")
    side = int(str(svg.get_attribute("viewBox")).split()[2])
    dark = {(int(x), int(y)) for x, y in CELL.findall(str(svg.locator("path").last.get_attribute("d")))}
    row = [b"".join((b"\0" if (x, y) in dark else b"\xff") * SCALE for x in range(side)) * SCALE for y in range(side)]
    dots = memoryview(b"".join(row)).cast("B", shape=[side * SCALE, side * SCALE])
    found = zxingcpp.read_barcodes(dots)
    return str(found[0].text) if found else ""


def test_a_sheet_prints_the_address_at_which_it_is_read(reader: Open, site: str) -> None:
    page = reader().open(SHEET + "?couleur=bleu#liens")
    assert code(page) == site + SHEET
    assert page.locator(".tissage-imprint__address").text_content() == site + SHEET


def test_a_site_that_knows_its_address_prints_that_one(visitor: Reader, serve: Serve, published: Build) -> None:
    page = visitor.page
    page.goto(serve(published.site) + SHEET)
    assert code(page) == SITE_URL + SHEET


def test_from_a_folder_there_is_no_code(visitor: Reader, flat: Build) -> None:
    page = visitor.page
    page.goto((flat.site / "pratiques" / "partager-des-locaux.html").as_uri())
    page.pdf()
    assert page.locator(".tissage-qr svg").count() == 0


def test_a_list_prints_whole_with_what_was_asked_for(visitor: Reader, site: str) -> None:
    page = visitor.open("catalogue/?champ=mutualisation,concertation&q=local")
    expect(page.locator(".tissage-results .tissage-card")).to_have_count(30)
    asked = "catalogue/?champ=concertation,mutualisation&q=local"
    page.evaluate(COUNTED)
    assert code(page) == site + asked
    assert page.locator(".tissage-imprint__address").text_content() == site + asked
    assert page.evaluate("window.cards") > 30
    expect(page.locator(".tissage-results .tissage-card")).to_have_count(30)
    page.emulate_media(media="print")
    expect(page.locator(".tissage-index__summary .tissage-paper p")).to_have_text(
        [
            re.compile(r"^\d+\u00a0fiches sur 78$"),
            "Mots cherchés\u00a0: «\u00a0local\u00a0»",
            "Champs d’action\u00a0: Concertation et développement local, Mise en commun de ressources",
        ]
    )
    expect(page.locator(".tissage-status")).to_be_hidden()
    expect(page.locator(".tissage-chips")).to_be_hidden()


def test_a_list_without_end_says_what_is_printed_of_it(chromium: Browser, serve: Serve, tmp_path: Path) -> None:
    small_site(tmp_path)
    write(tmp_path, {f"content/practices/jardin-{n}.md": builds.sheet(f"Jardin {n}") for n in range(230)})
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    page = Reader(context, serve(built(tmp_path).site)).open("pratiques/?q=jardin")
    expect(page.locator(".tissage-results .tissage-card")).to_have_count(30)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".tissage-results .tissage-card")).to_have_count(210)
    expect(page.locator(".tissage-results > .tissage-paper")).to_have_text(
        "Les fiches 1 à 210 sur 230 sont imprimées ici. Pour en imprimer d’autres, choisissez des filtres ou des mots."
    )
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".tissage-results .tissage-card")).to_have_count(30)
    context.close()


def test_a_sheet_takes_two_pages_of_either_paper(reader: Open, plain: Build) -> None:
    sheets = json.loads((plain.site / "catalogue.json").read_text(encoding="utf-8"))["sheets"]
    visitor = reader()
    taken: dict[str, dict[str, int]] = {}
    long: set[str] = set()
    for sheet in sheets:
        page = visitor.open(sheet["url"])
        if len(page.locator(".tissage-sheet").inner_text().split()) > LONGEST:
            long.add(sheet["url"])
        elif pages(page.pdf(width="210mm", height="11in")) > 2:  # As narrow as A4, as short as Letter.
            taken[sheet["url"]] = {one: pages(page.pdf(format=one)) for one in FORMATS}
    assert long == LONGER
    assert {url: each for url, each in taken.items() if max(each.values()) > 2} == {}


@pytest.mark.parametrize(("kind", "most"), [("home", 2), ("territories", 1)])
def test_the_map_stands_whole_beside_its_table(reader: Open, address: Address, kind: str, most: int) -> None:
    page = reader().open(address(kind))
    for paper in FORMATS:
        assert pages(page.pdf(format=paper)) == most


@pytest.mark.parametrize("kind", ["home", "territories", "an index", *SHEETS])
def test_nothing_is_too_small_to_read_on_paper(reader: Open, address: Address, kind: str) -> None:
    page = reader().open(address(kind))
    page.emulate_media(media="print")
    small = page.evaluate(LEGIBLE)
    page.emulate_media(media="screen")
    assert small == []


def test_an_agreement_prints_whole(reader: Open) -> None:
    page = reader().open("boite-a-outils/pret-de-personnel/")
    whole = page.locator(".tissage-sheet__text").text_content()
    page.emulate_media(media="print")
    printed = page.locator(".tissage-sheet__text").inner_text()
    page.emulate_media(media="screen")
    assert printed.split() == str(whole).split()
