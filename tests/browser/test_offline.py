"""The site in one ZIP file: unpacked, it opens by a double click and needs neither a server nor the Internet."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tools.builds import REPOSITORY, SITE_URL, build, copy_of_ours, once, write
from tools.reading import DESKTOP, Reader

NAME: Final = "tissage-hors-ligne"
FOLDER: Final = "Clé d’été #1 100%41"
"""What a person may call a folder, with all that an address would write otherwise."""
FORMER: Final = "anciennes/salles"
NAMED: Final = re.compile(r'\s(?:href|src|action)="([^"]*)"')
PARTS: Final = re.compile(r'\s(?:id|name)="([^"]+)"')
SHEET: Final = "practices/partager-des-locaux"
MOST_STEPS: Final = 150
"""How often one presses Tab before giving up."""


@pytest.fixture(scope="session")
def folder(shared_folder: Path) -> Path:
    """The unpacked site of a copy of ours, which is online too; one sheet has moved, and names a page by hand."""

    def make(root: Path) -> None:
        copy_of_ours(REPOSITORY, root, site_url=SITE_URL)
        path = f"content/{SHEET}.md"
        text = (root / path).read_text(encoding="utf-8")
        text = text.replace("---\n", f"---\naliases: [{FORMER}]\n", 1) + "\nVoir [Participer](../participer.md).\n"
        write(root, {path: text})
        done = build(root, "--strict", TISSAGE_OFFLINE="1")
        assert done.code == 0, done.said[-2000:]
        with ZipFile(root / f"{NAME}.zip") as archive:
            archive.extractall(root / FOLDER)

    return once(shared_folder / "offline", make) / FOLDER / NAME


@pytest.fixture(scope="session")
def catalogue(folder: Path) -> Any:
    """The catalogue that lies in the folder."""
    return json.loads((folder / "catalogue.json").read_text(encoding="utf-8"))


@pytest.fixture
def disk(chromium: Browser, folder: Path) -> Iterator[Page]:
    """The home page, opened from the folder. The browser must complain of nothing, and ask nobody but the disk."""
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    visitor = Reader(context, f"{folder.as_uri()}/")
    yield visitor.open("index.html")
    assert visitor.settle() == []
    assert [url for url in visitor.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


def sheet_of(catalogue: Any, id: str) -> Any:
    """A sheet by its id."""
    return next(sheet for sheet in catalogue["sheets"] if sheet["id"] == id)


def heading(page: Page) -> Locator:
    """The page's heading."""
    return page.get_by_role("heading", level=1)


def enter(page: Page, link: Locator) -> None:
    """Follow a link."""
    link.first.focus()
    page.keyboard.press("Enter")


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until something has the focus."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if target.evaluate("e => e === document.activeElement"):
            return
    pytest.fail("Tab never reached it.")


def test_it_holds_what_one_reads_and_nothing_for_a_server(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert {"index.html", "LISEZMOI.txt", "catalogue.csv", "catalogue.json"} <= names
    assert names & {"404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "pagefind"} == set()


def test_it_says_how_to_open_it(folder: Path) -> None:
    told = (folder / "LISEZMOI.txt").read_bytes().decode("utf-8-sig").replace("\u00a0", " ").split("\r\n\r\n")
    assert told[0] == "Tissage : le site entier, à lire sans Internet."
    assert "double clic sur index.html" in told[2]
    assert "Les filtres du catalogue, eux, fonctionnent." in told[3]
    assert told[-1] == f"Le site lui-même, à jour : {SITE_URL}\r\n"


def test_every_link_of_every_page_leads_to_a_file_of_it(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    pages = {name: path.read_text(encoding="utf-8") for name, path in files.items() if path.suffix == ".html"}
    parts = {name: set(PARTS.findall(text)) for name, text in pages.items()}
    lost = []
    for name, text in pages.items():
        for link in {unescape(link) for link in NAMED.findall(text)}:
            to = urlsplit(link)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(to.path))) if to.path else name
            anchor = "" if to.fragment.startswith("__") else unquote(to.fragment)  # the theme's own switches
            if not to.scheme and (target not in files or (anchor and anchor not in parts.get(target, ()))):
                lost.append((name, link))
    assert lost == []


def test_no_page_says_an_address_that_the_site_does_not_have(folder: Path, catalogue: Any) -> None:
    for path in folder.rglob("*.html"):
        assert f'"{SITE_URL}' not in path.read_text(encoding="utf-8"), path.name
    assert catalogue["site"]["url"] == SITE_URL
    assert all((folder / unquote(sheet["url"])).is_file() for sheet in catalogue["sheets"])


def test_one_filters_with_the_keyboard_and_finds_the_way_back(disk: Page) -> None:
    enter(disk, disk.get_by_role("link", name="Bonnes pratiques", exact=True))
    expect(heading(disk)).to_have_text("Bonnes pratiques")
    box = disk.get_by_role("checkbox", name="Mise en commun de ressources")
    tab_to(disk, box)
    disk.keyboard.press("Space")
    status = disk.locator(".tissage-index__summary").get_by_role("status")
    expect(status).to_contain_text(" sur ")
    said, address = status.inner_text(), disk.url
    assert address.endswith("/pratiques/index.html?champ=mutualisation")
    disk.reload()
    expect(box).to_be_checked()
    expect(status).to_have_text(said)
    disk.go_back()
    expect(box).not_to_be_checked()
    assert disk.url == address.partition("?")[0]
    disk.go_forward()
    expect(box).to_be_checked()
    enter(disk, disk.locator(".tissage-results .tissage-card__title a"))
    expect(disk.locator(".tissage-sheet")).to_be_visible()
    disk.go_back()
    expect(status).to_have_text(said)


def test_one_follows_a_relation_and_its_inverse_and_prints(disk: Page, catalogue: Any) -> None:
    sheet = sheet_of(catalogue, SHEET)
    agreement = sheet_of(catalogue, next(r["target"] for r in sheet["relations"] if r["field"] == "agreements"))
    disk.goto(disk.url.replace("index.html", sheet["url"]))
    relations = disk.locator("section[aria-labelledby=liens]")
    enter(disk, relations.get_by_role("link", name=agreement["title"], exact=True))
    expect(heading(disk)).to_have_text(agreement["title"])
    enter(disk, relations.get_by_role("link", name=sheet["title"], exact=True))
    expect(heading(disk)).to_have_text(sheet["title"])
    assert disk.pdf().startswith(b"%PDF")
    enter(disk, disk.locator(".md-content").get_by_role("link", name="Participer", exact=True))
    expect(disk).to_have_url(re.compile("/participer.html$"))


def test_a_former_address_leads_to_the_sheet(disk: Page, catalogue: Any) -> None:
    disk.goto(disk.url.replace("index.html", f"{FORMER}.html"))
    expect(heading(disk)).to_have_text(sheet_of(catalogue, SHEET)["title"])


def test_the_words_looked_for_at_home_go_to_the_catalogue(disk: Page) -> None:
    disk.locator(".md-content input[type=search]").fill("pret locaux")
    disk.keyboard.press("Enter")
    title = disk.locator(".tissage-results .tissage-card__title").first
    expect(title).to_have_text("Entente-type de prêt de locaux entre organismes")


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_list_is_handed_on_without_the_names_of_ones_folders(disk: Page, folder: Path, kind: str) -> None:
    disk.goto(disk.url.replace("index.html", "pratiques/index.html?champ=mutualisation"))
    with disk.expect_download() as waiting:
        disk.locator(".tissage-index__downloads button").nth(("csv", "json").index(kind)).click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert waiting.value.suggested_filename == f"practices.{kind}"
    assert "pratiques/partager-des-locaux.html" in text
    assert "file:" not in text


def test_what_is_shared_from_the_folder_leads_to_the_site(disk: Page) -> None:
    disk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    query = "?fiches=practices/partager-des-locaux,agreements/pret-de-locaux"
    disk.goto(disk.url.replace("index.html", f"ma-selection/index.html{query}"))
    disk.evaluate("void (navigator.clipboard.writeText = text => Promise.resolve(void (window.copied = text)))")
    disk.get_by_role("button", name="Copier l’adresse à partager").click()
    expect(disk.get_by_role("status")).to_have_text("L’adresse est copiée\u00a0: collez-la dans un message.")
    assert disk.evaluate("window.copied") == f"{SITE_URL}ma-selection/{query}"
    disk.pdf()
    assert disk.locator(".tissage-imprint__address").text_content() == f"{SITE_URL}ma-selection/{query}"
    assert "file:" not in str(disk.locator("body").text_content())


def test_a_list_printed_from_the_folder_says_the_address_of_the_site(disk: Page) -> None:
    disk.goto(disk.url.replace("index.html", "pratiques/index.html?q=locaux"))
    expect(disk.locator(".tissage-results")).to_be_visible()
    disk.pdf()
    assert disk.locator(".tissage-imprint__address").text_content() == f"{SITE_URL}pratiques/?q=locaux"
