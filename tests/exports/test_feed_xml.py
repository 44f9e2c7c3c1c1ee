"""`/feed.xml`: read again as a feed reader would."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

from tissage.commons import Commons
from tissage.exports import feed_xml

Site = Callable[..., Commons]
Text = Callable[..., str]
ATOM = "{http://www.w3.org/2005/Atom}"
NEWS = "content/_collections/news.yml"


def read(commons: Commons) -> ElementTree.Element:
    return ElementTree.fromstring(feed_xml.render(commons).encode())


def said(element: ElementTree.Element) -> dict[str, str]:
    """The texts of an element's children by their name; for a link, where it leads."""
    return {
        one.tag.removeprefix(ATOM): one.get("href") or (one.text or "").strip()
        for one in element
        if one.tag != ATOM + "entry"
    }


def titles(commons: Commons) -> list[str]:
    return [entry.findtext(ATOM + "title", "") for entry in read(commons).iter(ATOM + "entry")]


def test_an_entry_says_what_its_sheet_says(site: Site, sheet: Text) -> None:
    news = sheet(
        "Une salle & des idées", "fields_of_action: [logement]\ndate: 2026-10-01\nreviewed: 2026-11-02\n", "Venez."
    )
    feed = read(site({NEWS: "enabled: true\n", "content/news/salle.md": news}))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    assert said(feed) | {"id": ""} == {
        "id": "",
        "title": "Le chaudron",
        "link": "https://chaudron.example/commun/feed.xml",
        "updated": "2026-11-02T12:00:00Z",
        "author": "",
        "generator": "Tissage",
    }
    (entry,) = feed.iter(ATOM + "entry")
    told = said(entry)
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", told.pop("id"))
    assert told == {
        "title": "Une salle & des idées",
        "link": "https://chaudron.example/commun/nouvelles/salle/",
        "published": "2026-10-01T12:00:00Z",
        "updated": "2026-11-02T12:00:00Z",
        "summary": "Bon.",
        "category": "",
    }
    assert [(one.get("term"), one.get("label")) for one in entry.iter(ATOM + "category")] == [
        ("news", "Nouvelle"),
        ("logement", "Logement et locaux"),
    ]


def test_the_newest_come_first_and_what_has_no_date_is_left_out(site: Site, sheet: Text) -> None:
    files = {
        "content/recipes/a.md": sheet("Ancienne", "reviewed: 2020-01-01\n"),
        "content/recipes/b.md": sheet("Nouvelle", "reviewed: 2026-01-01\n"),
        "content/recipes/c.md": sheet("Sans date"),
        "content/recipes/d.md": sheet("Nouvelle aussi", "reviewed: 2026-01-01\n"),
    }
    assert titles(site(files)) == ["Nouvelle", "Nouvelle aussi", "Ancienne"]


def test_a_feed_holds_so_many_sheets_and_no_more(site: Site, sheet: Text) -> None:
    more = {f"content/recipes/r{n:02}.md": sheet(f"Recette {n:02}", "reviewed: 2026-01-01\n") for n in range(50)}
    assert titles(site(more)) == [f"Recette {n:02}" for n in range(40)]


def test_a_sheet_keeps_its_identity_when_its_title_changes(site: Site, sheet: Text) -> None:
    def identity(title: str) -> str:
        (entry,) = read(site({"content/recipes/a.md": sheet(title, "reviewed: 2026-01-01\n")})).iter(ATOM + "entry")
        return entry.findtext(ATOM + "id", "")

    assert identity("Soupe") == identity("Potage")


def test_without_an_address_links_are_relative(site: Site, sheet: Text) -> None:
    files = {"mkdocs.yml": "site_name: Le chaudron\n", "content/recipes/a.md": sheet("Soupe", "reviewed: 2026-01-01\n")}
    feed = read(site(files))
    assert [one.get("href") for one in feed.iter(ATOM + "link")] == ["./", "recettes/a/"]


def test_a_site_without_a_sheet_has_an_empty_feed(site: Site) -> None:
    feed = read(site({}))
    assert [one.tag for one in feed if one.tag == ATOM + "entry"] == []
    assert feed.findtext(ATOM + "updated", "").endswith("T12:00:00Z")


def test_no_text_of_a_sheet_is_taken_for_markup(site: Site, sheet: Text, quoted: Callable[[str], str]) -> None:
    hostile = "Soupe]]></title><script>&amp;<!--"
    files = {"content/recipes/a.md": sheet(quoted(hostile), "reviewed: 2026-01-01\n")}
    assert titles(site(files)) == [hostile]


def test_nothing_of_a_sensitive_field_is_in_it(site: Site, sheet: Text) -> None:
    text = sheet("Soupe", "reviewed: 2026-01-01\nsecret: chut\nsecret_dish: cake\n")
    feed = feed_xml.render(site({"content/recipes/a.md": text}))
    assert [word for word in ("chut", "cake", "Gâteau") if word in feed] == []
