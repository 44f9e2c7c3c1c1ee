"""Everything that a page of the site names is there, and nothing is fetched from another host."""

from __future__ import annotations

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Final
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from tools.builds import REPO_URL, SITE_URL, Build
from tools.html import by_class, is_redirection, main, meta, text

FETCHED: Final = {
    "link": ("href",), "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",),
    "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "embed": ("src",), "object": ("data",),
    "use": ("href", "xlink:href"), "image": ("href", "xlink:href"), "input": ("src",),
}  # fmt: skip
"""What a browser fetches by itself."""
FOLLOWED: Final = {"a": ("href",), "area": ("href",), "form": ("action",), "button": ("formaction",)}
NAMED_ALONE: Final = ("canonical", "alternate", "license", "prev", "next", "edit")
"""Links in `<head>` that a browser does not fetch."""
IN_STYLES: Final = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
SAFE: Final = ("mailto", "tel")
SITEMAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(params=["plain", "published", "flat"])
def site(request: pytest.FixtureRequest) -> Site:
    """The site with and without its address, and with pages that end in `.html`."""
    build = request.getfixturevalue(request.param)
    return Site(build, SITE_URL if request.param == "published" else "")


@dataclass(frozen=True)
class Site:
    """A built site and the address that it will have."""

    build: Build
    address: str

    @cached_property
    def anchors(self) -> dict[str, set[str]]:
        """What a link may point to in each page."""
        names = ("id", "name")
        return {
            path: {value for element in page.iter() for name in names if (value := element.get(name))}
            for path, page in self.build.pages.items()
        }

    def inside(self, page: str, link: str) -> str | None:
        """The path in the site, with its anchor, that a link on a page leads to; None where it leads outside."""
        root = self.address or "/"
        if link.startswith(root):
            return link.removeprefix(root)
        base = urlsplit(self.address)
        if link.startswith("/"):
            return link.removeprefix(base.path) if link.startswith(base.path) else f"(above the site) {link}"
        if urlsplit(link).scheme:
            return None
        if not link or link.startswith(("#", "?")):
            return page + link
        return posixpath.join(posixpath.dirname(page), link)

    def problem(self, page: str, link: str) -> str | None:
        """What is wrong with a link, None where nothing is."""
        if urlsplit(link).scheme in SAFE:
            return None
        target = self.inside(page, link)
        if target is None:
            return None if re.match(r"https?://[^/]+", link) else "no address"
        path, _, anchor = target.partition("#")
        path = unquote(path.partition("?")[0])
        folder = path.endswith(("/", "/.", "/..")) or path in ("", ".", "..")
        path = posixpath.normpath(path) if path else "."
        if path.startswith(".."):
            return "leads above the site"
        file = posixpath.normpath(posixpath.join(path, "index.html")) if folder else path
        if not (self.build.site / file).is_file():
            return "leads nowhere"
        anchor = unquote(anchor)
        if anchor and file.endswith(".html") and not anchor.startswith("__") and anchor not in self.anchors[file]:
            return "no such anchor"
        return None

    def problems(self, links: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Every link with a problem."""
        return by_problem((page, f"{link} {why}") for page, link in links if (why := self.problem(page, link)))


def by_problem(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each problem once, with the first page that has it: what a layout gets wrong stands on all of them."""
    problems: dict[str, str] = {}
    for page, problem in found:
        problems.setdefault(problem, page)
    return problems


def named(build: Build, elements: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str, Element]]:
    """Each address that those attributes name, with the path of its page and its element."""
    for path, page in build.pages.items():
        for element in page.iter():
            for attribute in elements.get(element.tag, ()):
                value = element.get(attribute)
                if value is None:
                    continue
                several = [part.split()[0] for part in value.split(",") if part.split()]
                yield from ((path, link, element) for link in (several if attribute == "srcset" else [value]))


def fetched(build: Build) -> Iterator[tuple[str, str]]:
    """Each address that the browser fetches for a page."""
    for path, link, element in named(build, FETCHED):
        if element.tag != "link" or element.get("rel") not in NAMED_ALONE:
            yield path, link


def styles(build: Build) -> Iterator[tuple[str, str]]:
    """Every style: the path of its file or page, and its text."""
    for file in sorted(build.site.rglob("*.css")):
        yield file.relative_to(build.site).as_posix(), file.read_text(encoding="utf-8")
    for path, page in build.pages.items():
        for element in page.iter():
            if style := element.get("style") or (element.tag == "style" and element.text):
                yield path, style


def in_styles(build: Build) -> Iterator[tuple[str, str]]:
    """Each address in a style, but for images that it holds itself."""
    for path, style in styles(build):
        for match in IN_STYLES.finditer(style):
            link = (match[1] or match[2]).strip()
            if not link.startswith(("data:", "#")):
                yield path, link


def test_every_link_leads_somewhere(site: Site) -> None:
    assert site.problems((page, link) for page, link, _ in named(site.build, FOLLOWED)) == {}


def test_every_file_that_a_page_needs_is_there(site: Site) -> None:
    assert site.problems(fetched(site.build)) == {}
    assert site.problems(in_styles(site.build)) == {}


def test_nothing_is_fetched_from_another_host(site: Site) -> None:
    links = (*fetched(site.build), *in_styles(site.build))
    outside = ((page, link) for page, link in links if re.match(r"(?:[a-z]+:)?//", link))
    elsewhere = by_problem(outside)
    assert [link for link in elsewhere if not (site.address and link.startswith(site.address))] == []


def test_the_theme_knows_where_its_own_files_are(site: Site) -> None:
    for path, page in site.build.pages.items():
        for script in page.iter("script"):
            if script.get("id") == "__config":
                settings = json.loads(script.text or "")
                assert site.problem(path, settings["base"].rstrip("/") + "/") is None, path
                assert site.problem(path, settings["search"]) is None, path


def test_nothing_runs_from_an_attribute(site: Site) -> None:
    running = (
        (path, f'<{element.tag} {name}="{value}">')
        for path, page in site.build.pages.items()
        for element in page.iter()
        for name, value in element.attrib.items()
        if name.startswith("on") or re.match(r"\s*(?:javascript|vbscript|data):", value)
    )
    assert by_problem(running) == {}


def test_every_page_has_a_language_a_title_and_one_heading(site: Site) -> None:
    for path, page in site.build.pages.items():
        assert page.find("html").get("lang") == "fr", path
        assert text(page.find("html/head/title")), path
        if not is_redirection(page):
            assert [bool(text(heading)) for heading in page.iter("h1")] == [True], path


def test_no_level_of_heading_is_skipped(site: Site) -> None:
    skipped = []
    for path, page in site.build.pages.items():
        levels = [int(element.tag[1]) for element in main(page).iter() if re.fullmatch("h[1-6]", element.tag)]
        skipped += [path for above, below in pairwise(levels) if below > above + 1]
    assert skipped == []


def test_every_image_has_a_text_or_says_that_it_needs_none(site: Site) -> None:
    silent = [path for path, page in site.build.pages.items() for image in page.iter("img") if image.get("alt") is None]
    assert silent == []


def test_no_two_elements_share_an_id(site: Site) -> None:
    twice = {
        path: [id for id, number in Counter(element.get("id") for element in page.iter()).items() if id and number > 1]
        for path, page in site.build.pages.items()
    }
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_what_points_to_an_id_finds_it(site: Site) -> None:
    attributes = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
    lost = (
        (path, f'{attribute}="{id}"')
        for path, page in site.build.pages.items()
        for element in page.iter()
        for attribute in attributes
        for id in element.get(attribute, "").split()
        if id not in site.anchors[path] and not id.startswith("__")  # the theme's own switches
    )
    assert by_problem(lost) == {}


def test_elements_are_closed_where_they_should_be(site: Site) -> None:
    assert {path: slips for path, (_, slips) in site.build.read.items() if slips} == {}


def test_data_for_search_engines_is_json(site: Site) -> None:
    for page in site.build.pages.values():
        for script in page.iter("script"):
            if "json" in script.get("type", ""):
                json.loads(script.text or "")


def test_a_description_is_there_for_search_engines(site: Site) -> None:
    sheets = json.loads((site.build.site / "catalogue.json").read_text(encoding="utf-8"))["sheets"]
    assert sheets
    for sheet in sheets:
        page = site.build.page(sheet["url"])
        assert meta(page, "description") == sheet["summary"]
        assert meta(page, "og:title") == sheet["title"]


def canonical(page: Element) -> list[str]:
    return [link.get("href", "") for link in page.iter("link") if link.get("rel") == "canonical"]


def test_without_the_sites_address_nothing_claims_to_know_it(plain: Build) -> None:
    for path, page in plain.pages.items():
        if not is_redirection(page):
            assert canonical(page) == [], path
        assert meta(page, "og:url") is None, path
        assert meta(page, "og:image") is None, path


def test_with_the_sites_address_each_page_says_its_own(published: Build) -> None:
    for path, page in published.pages.items():
        if path == "404.html" or is_redirection(page):
            continue
        own = SITE_URL + path.removesuffix("index.html")
        assert canonical(page) == [own], path
        assert meta(page, "og:url") in (own, None), path


def test_the_sheets_and_the_home_page_say_their_address_to_those_who_share_them(published: Build) -> None:
    assert meta(published.page(""), "og:url") == SITE_URL
    for sheet in json.loads((published.site / "catalogue.json").read_text(encoding="utf-8"))["sheets"]:
        assert meta(published.page(sheet["url"]), "og:url") == SITE_URL + sheet["url"]


def test_the_sitemap_names_every_page_that_may_be_found_and_nothing_else(published: Build) -> None:
    listed = ElementTree.parse(published.site / "sitemap.xml").findall(f"{SITEMAP}url/{SITEMAP}loc")
    hidden = {"404.html", *(path for path, page in published.pages.items() if meta(page, "robots") == "noindex")}
    assert {"tableau-de-bord/index.html", "merci/index.html"} <= hidden
    pages = [path for path, page in published.pages.items() if path not in hidden and not is_redirection(page)]
    assert sorted(str(one.text) for one in listed) == sorted(
        SITE_URL + path.removesuffix("index.html") for path in pages
    )


def test_the_sitemap_says_when_a_sheet_was_reviewed(published: Build) -> None:
    rows = ElementTree.parse(published.site / "sitemap.xml").findall(f"{SITEMAP}url")
    said = {row.findtext(f"{SITEMAP}loc"): row.findtext(f"{SITEMAP}lastmod") for row in rows}
    for sheet in json.loads((published.site / "catalogue.json").read_text(encoding="utf-8"))["sheets"]:
        assert said[SITE_URL + sheet["url"]] == sheet["fields"]["reviewed"]


def edits(page: Element) -> set[str]:
    return {link.get("href", "") for link in page.iter("a") if "/edit/" in link.get("href", "")}


def first_sheet(build: Build, folder: str, url: str) -> tuple[str, str]:
    """The path of a sheet of a folder, and its address."""
    path = sorted(f"{folder}/{file.name}" for file in (build.site.parent / folder).glob("*.md"))[0]
    return path, f"{url}/{posixpath.basename(path).removesuffix('.md')}/"


ROOTS: Final[dict[str, Any]] = {
    "content": ("content/practices", "pratiques"),
    "stories": ("stories", "histoires"),
    "toolbox": ("toolbox/agreements", "boite-a-outils"),
    "a folder in toolbox": ("toolbox/dossiers", "dossiers"),
}


@pytest.mark.parametrize("place", ROOTS.values(), ids=ROOTS)
def test_a_sheet_can_be_improved_where_it_lies(published: Build, plain: Build, place: tuple[str, str]) -> None:
    path, address = first_sheet(published, *place)
    page = published.page(address)
    assert edits(page) == {f"{REPO_URL}/edit/main/{path}"}
    [button] = [link for link in main(page).iter("a") if link.get("rel") == "edit"]
    assert text(button) == "Modifier le fichier lui-même"
    assert edits(plain.page(address)) == set()
    for built in (published, plain):
        [improve] = [link for link in main(built.page(address)).iter("a") if text(link) == "Améliorer cette fiche"]
        slug = address.rstrip("/").rpartition("/")[2]
        assert str(improve.get("href")).endswith(f"/proposer/{place[1]}/?fiche={slug}")


def test_a_page_written_by_hand_can_be_improved_too(published: Build, plain: Build) -> None:
    assert edits(published.page("a-propos/")) == {f"{REPO_URL}/edit/main/content/a-propos.md"}
    assert edits(published.page("aide/")) == {f"{REPO_URL}/edit/main/content/aide/index.md"}
    assert edits(plain.page("a-propos/")) == set()


def test_a_page_without_a_source_cannot(published: Build) -> None:
    for address in ("", "pratiques/", "champs-d-action/", "champs-d-action/logement/", "catalogue/"):
        assert edits(published.page(address)) == set(), address


HINTS: Final = """\
mkdocs.yml:1:1: conseil [no-repo-url]
  L’adresse du dépôt, où sont rangés les fichiers du site, n’est pas indiquée : \
une fiche proposée ne pourra être envoyée que dans un fichier.
    1 | # This site. Everything that it does not set comes from the engine.
      | ^
  Écrivez-la dans mkdocs.yml : « repo_url: https://… ». \
Ajoutez « edit_uri » si le dépôt n’est pas sur GitHub, GitLab ou Codeberg.

mkdocs.yml:1:1: conseil [no-site-url]
  L’adresse du site n’est pas indiquée : les pages ne porteront pas leur adresse complète.
    1 | # This site. Everything that it does not set comes from the engine.
      | ^
  Une fois le site en ligne, écrivez son adresse dans mkdocs.yml : « site_url: https://… ».
"""


def test_what_is_not_set_yet_is_said_and_stops_nothing(plain: Build) -> None:
    assert HINTS in plain.said.replace("\u00a0", " ")
    assert "WARNING" not in plain.said


def test_what_is_set_is_not_spoken_of(published: Build) -> None:
    assert "conseil [" not in published.said
    assert "WARNING" not in published.said


def test_pages_that_end_in_html_say_so_everywhere(flat: Build) -> None:
    sheets = json.loads((flat.site / "catalogue.json").read_text(encoding="utf-8"))["sheets"]
    assert {sheet["url"].rpartition(".")[2] for sheet in sheets} == {"html"}
    folders = [
        (path, link)
        for path, link, _ in named(flat, FOLLOWED)
        if not urlsplit(link).scheme and urlsplit(link).path.endswith("/") and urlsplit(link).path not in ("/", "./")
    ]
    assert folders == []


def test_the_table_of_contents_names_the_headings_of_the_page(plain: Build) -> None:
    address = first_sheet(plain, "stories", "histoires")[1]
    page = plain.page(address)
    [contents] = [nav for nav in by_class(page, "md-nav--secondary") if nav.tag == "nav"]
    shown = {link.get("href", "")[1:]: text(link) for link in contents.iter("a")}
    headings = {heading.get("id"): text(heading) for heading in main(page).iter("h2")}
    assert shown
    assert {id: shown[id] for id in shown if id in headings} == {id: headings[id] for id in shown if id in headings}
    assert set(shown) <= {element.get("id") for element in main(page).iter()}
