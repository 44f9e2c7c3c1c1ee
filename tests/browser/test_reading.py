"""A reader goes from one sheet to another, by mouse, by keyboard, without scripts, from a folder."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final, Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tools.builds import Build
from tools.reading import DESKTOP, KINDS, OVERFLOW, PHONE, SHEETS, Address, Open, Reader

MOST_STEPS: Final = 150
"""How often one presses Tab before giving up."""
FOCUS: Final = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const near = [e, e.parentElement, e.parentElement?.parentElement].filter(Boolean);
  const look = () => near.flatMap(n => ["", "::before", "::after"].map(part => {
    const s = getComputedStyle(n, part || null);
    return [s.outline, s.boxShadow, s.border, s.backgroundColor, s.color, s.textDecoration].join();
  })).join();
  const withFocus = look();
  e.blur();
  const without = look();
  e.focus({preventScroll: true});
  return {
    name: (e.textContent || e.getAttribute("aria-label") || "").replace(/\\s+/g, " ").trim(),
    tag: e.tagName,
    inContent: !!e.closest(".md-content"),
    shown: withFocus !== without,
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""
"""What has the focus, and whether one sees that it has."""


@dataclass(frozen=True)
class Way:
    """A way through the site: a field of action, a practice in it, a sheet that the practice links to, and back."""

    field: str
    practice: str
    relation: str
    target: str
    inverse: str


@pytest.fixture(scope="session")
def way(plain: Build) -> Way:
    """The way from a practice to the agreement that it names."""
    catalogue: Any = json.loads((plain.site / "catalogue.json").read_text(encoding="utf-8"))
    sheets = {sheet["id"]: sheet for sheet in catalogue["sheets"]}
    practice = sheets["practices/partager-des-locaux"]
    relation = next(one for one in practice["relations"] if one["field"] == "agreements")
    target = sheets[relation["target"]]
    backlink = next(one for one in target["backlinks"] if one["source"] == practice["id"])
    field = practice["terms"]["fields-of-action"][0]
    label = catalogue["vocabularies"]["fields-of-action"]["terms"][field]["label"]
    return Way(label, practice["title"], relation["label"], target["title"], backlink["label"])


def content(page: Page) -> Locator:
    """What the page itself says."""
    return page.locator(".md-content")


def heading(page: Page) -> Locator:
    """The page's heading."""
    return page.get_by_role("heading", level=1)


def row(page: Page, name: str) -> Locator:
    """The links of a relation, by its name."""
    return page.locator("section[aria-labelledby=liens] dl > div").filter(has=page.get_by_text(name, exact=True))


def follow(page: Page, way: Way) -> None:
    """Go the whole way with the mouse, from the home page."""
    content(page).get_by_role("link", name=re.compile(f"^{re.escape(way.field)}")).first.click()
    expect(heading(page)).to_have_text(way.field)
    content(page).get_by_role("link", name=way.practice, exact=True).first.click()
    expect(heading(page)).to_have_text(way.practice)
    row(page, way.relation).get_by_role("link", name=way.target, exact=True).click()
    expect(heading(page)).to_have_text(way.target)
    row(page, way.inverse).get_by_role("link", name=way.practice, exact=True).click()
    expect(heading(page)).to_have_text(way.practice)


@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_one_goes_to_a_sheet_and_back_by_its_links(reader: Open, way: Way, width: int) -> None:
    follow(reader(width).open(""), way)
    assert reader(width).settle() == []
    assert reader(width).elsewhere == []


def tab_to(page: Page, name: str, *, starts: bool = False) -> None:
    """Press Tab until the content's link of that name has the focus, which must show at every step."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["inContent"]:
            assert focus["shown"], f"The focus does not show on {focus}."
            assert focus["onScreen"], f"The focus is out of sight on {focus}."
        if focus["inContent"] and (focus["name"].startswith(name) if starts else focus["name"] == name):
            return
    pytest.fail(f"Tab never reached “{name}”.")


def test_one_does_it_all_with_the_keyboard(visitor: Reader, way: Way) -> None:
    page = visitor.open("")
    tab_to(page, way.field, starts=True)
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text(way.field)
    for name, title in ((way.practice, way.practice), (way.target, way.target), (way.practice, way.practice)):
        tab_to(page, name)
        page.keyboard.press("Enter")
        expect(heading(page)).to_have_text(title)


@pytest.mark.parametrize("kind", ["home", "practices", "a page by hand"])
def test_the_first_stop_of_the_keyboard_leads_past_the_menus(visitor: Reader, address: Address, kind: str) -> None:
    page = visitor.open(address(kind))
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["name"] == "Aller au contenu"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["inContent"]


RINGED: Final = """() => {
  const e = document.activeElement;
  const shown = e.matches(".md-option") ? e.nextElementSibling : e;
  return [e.getAttribute("aria-label"), getComputedStyle(shown).outlineStyle !== "none" && !shown.hidden];
}"""
"""The name of what has the focus, and whether one sees that it does."""


@pytest.mark.parametrize(
    ("scheme", "first", "second"),
    [
        ("light", "Passer au mode sombre", "Passer au mode clair"),
        ("dark", "Passer au mode clair", "Passer au mode sombre"),
    ],
)
def test_the_keyboard_switches_between_light_and_dark(
    chromium: Browser, site: str, scheme: Literal["light", "dark"], first: str, second: str
) -> None:
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, color_scheme=scheme, locale="fr-CA")
    page = Reader(context, site).open("pratiques/")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate(RINGED) == [first, True]
    page.keyboard.press("Space")
    assert page.evaluate(RINGED) == [second, True]
    expect(page.locator("body")).not_to_have_css("background-color", before)
    page.keyboard.press("Enter")
    assert page.evaluate(RINGED) == [first, True]
    expect(page.locator("body")).to_have_css("background-color", before)
    context.close()


@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_without_scripts_one_goes_the_same_way(reader: Open, way: Way, width: int) -> None:
    follow(reader(width, scripts=False).open(""), way)


@pytest.mark.parametrize("kind", [*KINDS, *SHEETS])
def test_without_scripts_every_page_reads(reader: Open, address: Address, kind: str) -> None:
    page = reader(scripts=False).open(address(kind))
    expect(heading(page)).to_be_visible()
    hidden = "es => es.filter(e => !e.checkVisibility({visibilityProperty: true, opacityProperty: true})).length"
    texts = content(page).locator("p, li, dd, dt, td, h2, h3, blockquote")
    assert texts.count() > 0
    assert (
        texts.locator("visible=true").count() >= texts.count() - content(page).locator("details *, [hidden] *").count()
    )
    assert content(page).locator("h1").evaluate_all(hidden) == 0


def test_without_scripts_a_phone_has_the_menu(reader: Open) -> None:
    page = reader(PHONE, scripts=False).open("")
    page.locator("label[for=__drawer].md-header__button").click()
    entry = page.get_by_role("navigation").get_by_role("link", name="Bonnes pratiques").locator("visible=true")
    entry.first.click()
    expect(heading(page)).to_have_text("Bonnes pratiques")


@pytest.mark.parametrize("kind", ["home", "practices"])
def test_without_scripts_a_phone_does_not_scroll_sideways(reader: Open, address: Address, kind: str) -> None:
    assert reader(PHONE, scripts=False).open(address(kind)).evaluate(OVERFLOW) == []


def test_from_a_folder_one_goes_the_same_way(chromium: Browser, flat: Build, way: Way) -> None:
    context = chromium.new_context(locale="fr-CA")
    visitor = Reader(context, flat.site.as_uri() + "/")
    page = visitor.open("index.html")
    assert content(page).evaluate("e => getComputedStyle(e).fontFamily") != "Times New Roman"
    follow(page, way)
    assert visitor.settle() == []
    assert [url for url in visitor.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


@pytest.mark.parametrize("kind", ["home", "practices", "stories", "agreements", "a page by hand"])
def test_on_paper_there_is_the_text_without_the_menus(reader: Open, address: Address, kind: str) -> None:
    page = reader().open(address(kind))
    page.emulate_media(media="print")
    try:
        for menu in (".md-header", ".md-tabs", ".md-sidebar", ".tissage-find", ".md-footer__inner"):
            assert page.locator(menu).locator("visible=true").count() == 0, menu
        expect(heading(page)).to_be_visible()
    finally:
        page.emulate_media(media="screen")
