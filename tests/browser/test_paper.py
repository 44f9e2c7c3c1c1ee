"""A page that goes to the printer says where it comes from, to eyes and to cameras."""

from __future__ import annotations

import re
from typing import Final

import zxingcpp
from playwright.sync_api import Page

from tools.builds import SITE_URL, Build
from tools.reading import Open, Reader, Serve

SCALE: Final = 4
CELL: Final = re.compile(r"M(\d+) (\d+)h1v1h-1z")
SHEET: Final = "pratiques/partager-des-locaux/"


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
