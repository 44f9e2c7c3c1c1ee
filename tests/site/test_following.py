"""Whoever wants to follow the site finds its feed and its calendar; links and files agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from zipfile import ZipFile

import pytest

from tools.builds import Build, build, built, sheet, small_site, write
from tools.html import by_class, text

ADD, ALL, FOLLOW = (
    "Ajouter à mon calendrier",
    "Les activités pour mon calendrier (ICS)",
    "Suivre les nouveautés (fil Atom)",
)
EVENTS = {
    "content/events/a-venir.md": sheet("Le grand partage", when="2999-06-12 18:00"),
    "content/events/passee.md": sheet("Le premier partage", when="2019-06-12"),
    "content/events/un-jour.md": sheet("Un jour", when="2999"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    root = small_site(tmp_path_factory.mktemp("following"))
    write(root, EVENTS)
    return built(root)


def links(site: Build, words: str) -> Iterator[tuple[str, str]]:
    """The page and the target of each link with these words."""
    for path, page in site.pages.items():
        for a in page.iter("a"):
            if text(a) == words:
                yield path, urljoin(f"/{path}", a.get("href", "")).removeprefix("/")


def test_an_activity_to_come_goes_into_a_calendar_by_itself(site: Build) -> None:
    assert list(links(site, ADD)) == [("activites/a-venir/index.html", "activites/a-venir.ics")]
    (page,) = [page for path, page in site.pages.items() if path == "activites/a-venir/index.html"]
    (facts,) = by_class(page, "tissage-facts")
    assert ADD in text(facts)
    assert "SUMMARY:Le grand partage" in (site.site / "activites" / "a-venir.ics").read_text(encoding="utf-8")
    assert [file.name for file in sorted(site.site.rglob("*.ics"))] == ["a-venir.ics", "agenda.ics"]


def test_all_activities_go_into_a_calendar(site: Build) -> None:
    assert list(links(site, ALL)) == [("activites/index.html", "agenda.ics"), ("index.html", "agenda.ics")]
    agenda = (site.site / "agenda.ics").read_text(encoding="utf-8")
    assert [line for line in agenda.splitlines() if line.startswith("SUMMARY")] == [
        "SUMMARY:Le premier partage",
        "SUMMARY:Le grand partage",
    ]


def test_every_page_names_the_feed(site: Build) -> None:
    for path, page in site.pages.items():
        if by_class(page, "md-container"):
            named = [link for link in page.iter("link") if link.get("type") == "application/atom+xml"]
            base = "/" if path == "404.html" else f"/{path}"
            assert [urljoin(base, link.get("href", "")) for link in named] == ["/feed.xml"], path
            assert [link.get("title") for link in named] == ["Essai"], path
            assert not [link for link in page.iter("link") if link.get("rel") == "alternate"], path


def test_sheets_that_nobody_has_reviewed_are_not_said_to_be_missing(site: Build) -> None:
    assert "Il n’y a pas encore de fiche" not in text(site.page(""))


def test_a_site_without_activities_offers_no_calendar(tmp_path: Path) -> None:
    site = built(small_site(tmp_path))
    assert list(links(site, ALL)) == list(links(site, ADD)) == []


def test_what_is_new_can_be_followed(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    write(root, {"content/practices/relue.md": sheet("Relue", reviewed="2026-11-02")})
    assert list(links(built(root), FOLLOW)) == [("index.html", "feed.xml")]


def test_a_copy_to_be_read_from_a_folder_has_the_calendar_and_no_feed(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    write(root, EVENTS)
    copy = build(root, TISSAGE_OFFLINE="1")
    assert copy.code == 0, copy.said
    assert list(links(copy, FOLLOW)) == []
    assert not [link for page in copy.pages.values() for link in page.iter("link") if "atom" in link.get("type", "")]
    (archive,) = root.glob("*.zip")
    names = [name.partition("/")[2] for name in ZipFile(archive).namelist()]
    assert "feed.xml" not in names
    assert {target for _, target in [*links(copy, ALL), *links(copy, ADD)]} == {"agenda.ics", "activites/a-venir.ics"}
    assert {"agenda.ics", "activites/a-venir.ics"} <= set(names)
