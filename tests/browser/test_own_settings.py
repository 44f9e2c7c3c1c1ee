"""What readers set in their own browser, and the page must follow: letters twice as large, colours of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tools.reading import DESKTOP, OVERFLOW, PATIENCE, PHONE, Reader

LARGE: Final = 32
"""Twice the pixels that a browser gives its letters."""
OWN: Final = """() => {
  localStorage.setItem("tissage.selection", '["practices/partager-des-locaux"]');
  localStorage.setItem("tissage.territoire",
    '[{"slug": "montreal", "label": "Montréal", "address": "territoires/montreal/"}]');
}"""
"""A territory and a sheet that the reader has chosen."""


@pytest.fixture(scope="module")
def large(chromium: Browser, chromium_path: str | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A phone whose owner has made all letters twice as large."""
    profile: Path = tmp_path_factory.mktemp("profile")
    settings = profile / "Default" / "Preferences"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"webkit": {"webprefs": {"default_font_size": LARGE}}}), encoding="utf-8")
    context = chromium.browser_type.launch_persistent_context(
        profile, executable_path=chromium_path, viewport={"width": PHONE, "height": 800}, locale="fr-CA"
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "address", ["", "territoires/", "catalogue/?champ=mutualisation", "histoires/cdc-de-roussillon/"]
)
def test_letters_twice_as_large_stay_on_the_screen(large: Page, site: str, address: str) -> None:
    large.goto(site + address)
    large.evaluate(OWN)
    large.reload()
    expect(large.get_by_role("link", name="Ma sélection 1")).to_be_visible()
    filters = large.get_by_role("button", name="Filtrer")
    if filters.count():
        filters.click()
    assert large.evaluate("getComputedStyle(document.documentElement).fontSize") == "40px"
    assert large.evaluate(OVERFLOW) == []


def test_with_letters_twice_as_large_the_header_leaves_the_text_alone(large: Page, site: str) -> None:
    large.goto(site + "histoires/cdc-de-roussillon/")
    large.evaluate("scrollTo(0, 2000)")
    expect(large.locator(".md-header")).not_to_be_in_viewport()


def test_what_is_ones_own_stands_in_the_one_line_of_a_narrow_phone(visitor: Reader) -> None:
    page = visitor.open("")
    page.set_viewport_size({"width": PHONE, "height": 800})
    line = page.locator(".md-header").bounding_box()
    page.evaluate(OWN)
    page.reload()
    expect(page.get_by_role("link", name="Mon territoire Montréal")).to_be_visible()
    assert page.locator(".md-header").bounding_box() == line


def test_in_the_colours_of_the_reader_one_tab_is_the_page_that_one_reads(chromium: Browser, site: str) -> None:
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, forced_colors="active")
    page = context.new_page()
    page.goto(site + "catalogue/")
    edges = page.locator(".md-tabs__link").evaluate_all(
        "tabs => tabs.map(tab => [tab.textContent.trim(), getComputedStyle(tab).borderBlockEndColor])"
    )
    ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert [name for name, colour in edges if colour != ground] == ["Tout le catalogue"]
    context.close()
