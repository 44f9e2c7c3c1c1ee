"""The editors' dashboard: what it lists, what it says where there is nothing, and where its links lead."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tissage.pages.agenda import latest
from tissage.pages.page import Rendered
from tissage.pages.site import generate
from tissage.pages.templates import Templates
from tissage.settings_file import read_settings
from tissage.weaving import weave
from tools import html
from tools.builds import Build, configure, sheet, small_site, write

TODAY = date(2026, 11, 22)
GOOD = {
    "reviewed": "2026-11-21",
    "review_by": "2027-11-21",
    "sources": [{"title": "Une source"}],
    "organisations": ["atelier"],
}
NARRATOR = {"name": "Jeanne Untelle", "role": "Coordonnatrice", "basis": "consentement"}


def made(root: Path) -> Rendered:
    settings = replace(read_settings(root)[0], today=TODAY)
    commons, findings = weave(settings)
    assert [f for f in findings if f.code not in ("no-site-url", "no-repo-url")] == []
    pages = {page.address: page for page in generate(commons, Templates(settings))}
    page = pages["tableau-de-bord/"]
    assert not page.findable
    return page.render("")


def dashboard(root: Path) -> Element:
    tree, slips = html.read(made(root).html)
    assert slips == []
    return tree


def section(page: Element, id: str) -> Element:
    return next(one for one in page.iter("section") if one.get("aria-labelledby") == id)


def rows(page: Element, id: str) -> list[str]:
    """What each row of a list says."""
    return [" ".join(html.texts(list(row.iter("p")))) for row in section(page, id).iter("li")]


def counts(page: Element) -> dict[str, str]:
    """The number at the top for each list."""
    links = [link for box in html.by_class(page, "tissage-upkeep__counts") for link in box.iter("a")]
    return {link.get("href", "")[1:]: html.text(next(link.iter("strong"))) for link in links}


def site(root: Path, **sheets: dict[str, Any]) -> Path:
    """A site with these practices, each good but for what it says."""
    small_site(root)
    for name, fields in sheets.items():
        kept = {key: value for key, value in {**GOOD, **fields}.items() if value is not None and key != "body"}
        text = sheet(name.capitalize(), fields.get("body", "Un texte."), **kept)
        write(root, {f"content/practices/{name}.md": text})
    return root


def test_late_sheets_come_with_their_date_the_oldest_first(tmp_path: Path) -> None:
    page = dashboard(
        site(
            tmp_path,
            bon={},
            b={"review_by": "2026-11-21"},
            a={"review_by": "2025-01-01"},
            jour={"review_by": "2026-11-22"},
            loin={"review_by": "2027-02-21"},
        )
    )
    assert rows(page, "a-relire") == [
        "A Bonne pratique À relire avant le 1er janvier 2025. Améliorer",
        "B Bonne pratique À relire avant le 21 novembre 2026. Améliorer",
    ]
    assert rows(page, "bientot") == ["Jour Bonne pratique À relire avant le 22 novembre 2026. Améliorer"]
    assert (counts(page)["a-relire"], counts(page)["bientot"]) == ("2", "1")
    links = [link.get("href") for link in section(page, "a-relire").iter("a")]
    assert links[:2] == ["../pratiques/a/", "../proposer/pratiques/?fiche=a"]
    names = [link.get("aria-label", "") for link in section(page, "a-relire").iter("a")]
    assert names[1] == "Améliorer «\u00a0A\u00a0»"


def test_sheets_without_their_dates(tmp_path: Path) -> None:
    page = dashboard(site(tmp_path, rien={"reviewed": None, "review_by": None}, une={"reviewed": None}, bon={}))
    found = rows(page, "sans-date")
    assert (
        "Rien Bonne pratique Personne ne l’a encore relue. Elle n’a pas de date de relecture prévue. Améliorer" in found
    )
    assert "Une Bonne pratique Personne ne l’a encore relue. Améliorer" in found
    assert not [row for row in found if row.startswith("Bon ")]


def test_a_review_that_nobody_can_have_made_is_told_and_stays_off_the_home_page(tmp_path: Path) -> None:
    root = site(tmp_path, demain={"reviewed": "2062-05-12"}, jour={"reviewed": "2026-11-22"})
    assert [row for row in rows(dashboard(root), "sans-date") if "venue" in row] == [
        "Demain Bonne pratique Sa date de relecture n’est pas encore venue : 12 mai 2062. Améliorer"
    ]
    commons, _ = weave(replace(read_settings(root)[0], today=TODAY))
    assert {sheet.slug for sheet in latest(commons)} == {"jour"}


def test_what_is_marked_to_be_completed(tmp_path: Path) -> None:
    page = dashboard(
        site(
            tmp_path,
            texte={"body": "Le coût : *à compléter*."},
            champ={"summary": "Le nombre reste (à compléter)."},
            phrase={"body": "Voici un formulaire à compléter."},
        )
    )
    assert rows(page, "a-completer") == [
        "Champ Bonne pratique Elle porte la mention « à compléter ». Améliorer",
        "Texte Bonne pratique Elle porte la mention « à compléter ». Améliorer",
    ]


def test_a_field_that_three_quarters_of_the_collection_fill_is_missed(tmp_path: Path) -> None:
    where = {"territories": ["centre-sud"]}
    three = site(tmp_path / "3", a=where, b=where, c={})
    assert rows(dashboard(three), "a-completer") == []  # one more is there without: « Partager un camion »
    four = site(tmp_path / "4", a=where, b=where, c=where)
    (four / "content/practices/partager-un-camion.md").unlink()
    write(four, {"content/practices/d.md": sheet("D", **GOOD)})
    assert rows(dashboard(four), "a-completer") == [
        "D Bonne pratique La plupart des autres ont : Territoires. Améliorer"
    ]


def test_sheets_without_source_or_link(tmp_path: Path) -> None:
    page = dashboard(site(tmp_path, bon={}, seule={"organisations": None}, sans={"sources": None}))
    assert rows(page, "sans-lien") == ["Seule Bonne pratique Améliorer"]
    assert "Sans Bonne pratique Améliorer" in rows(page, "sans-source")
    assert not [row for row in rows(page, "sans-source") if row.startswith(("Bon ", "Seule "))]


@pytest.mark.parametrize(("day", "listed"), [("2026-11-21", True), ("2026-11-22", False)])
def test_a_mention_of_a_person_comes_up_for_review_without_the_name(tmp_path: Path, day: str, listed: bool) -> None:
    small_site(tmp_path)
    write(tmp_path, {"stories/recit.md": sheet("Récit", narrator={**NARRATOR, "review_by": day})})
    page = dashboard(tmp_path)
    said = ["Récit Histoire « Qui raconte » : à revoir avant le 21 novembre 2026. Améliorer"] if listed else []
    assert rows(page, "personnes") == said
    assert "Untelle" not in html.text(page)


def test_a_person_in_any_collection_is_found_by_its_declaration_and_so_is_a_missing_date(tmp_path: Path) -> None:
    small_site(tmp_path)
    person = """
            kind: group
            person: true
            fields: {name: {kind: text}, role: {kind: text}, basis: {kind: text}, review_by: {kind: date}}
"""
    declared = f"id: practices\nfields:\n  equipe:\n    kind: group\n    many: true\n    fields:\n        qui:{person}"
    team = [
        {"qui": {"name": "Jeanne"}},
        {"qui": {"name": "Ali", "review_by": "2030"}},
        {"qui": {"name": "Zoé", "review_by": "2020"}},
    ]
    write(
        tmp_path,
        {
            "content/_collections/practices.yml": declared,
            "content/practices/groupe.md": sheet("Groupe", equipe=team, **GOOD),
        },
    )
    assert rows(dashboard(tmp_path), "personnes") == [
        "Groupe Bonne pratique « qui » : aucune date pour la revoir. Améliorer",
        "Groupe Bonne pratique « qui » : à revoir avant le 2020. Améliorer",
    ]


def test_links_that_were_never_checked_say_so(tmp_path: Path) -> None:
    page = dashboard(small_site(tmp_path))
    assert (
        "Pas encore vérifiés : la personne qui s’occupe du site peut le faire avec la commande « tissage links »."
        in html.text(section(page, "liens-morts"))
    )
    assert counts(page)["liens-morts"] == "–"


def test_dead_links_come_with_what_the_last_check_found(tmp_path: Path) -> None:
    bad, slow, good = "https://exemple.org/parti", "https://exemple.org/lent", "https://exemple.org/la"
    body = f"[a]({bad}#titre), [b]({slow}), [c]({good})"
    site(tmp_path, liens={"body": body})
    known = {
        bad: {"day": "2026-11-20", "outcome": "gone", "status": 404, "since": "2026-11-20"},
        slow: {"day": "2026-11-20", "outcome": "silent", "since": "2026-11-20"},
        good: {"day": "2026-11-19", "outcome": "ok", "status": 200},
    }
    write(tmp_path, {".tissage/links.json": json.dumps({"version": 1, "links": known})})
    page = dashboard(tmp_path)
    assert rows(page, "liens-morts") == [
        f"Liens Bonne pratique À la dernière vérification, la page n’existe plus, réponse 404. {bad}#titre Améliorer"
    ]
    assert "La dernière vérification date du 20 novembre 2026." in html.text(section(page, "liens-morts"))
    del known[bad]
    write(tmp_path, {".tissage/links.json": json.dumps({"version": 1, "links": known})})
    page = dashboard(tmp_path)
    assert (counts(page)["liens-morts"], "Aucun lien mort." in html.text(section(page, "liens-morts"))) == ("0", True)


def test_what_contributions_hold_stays_text(tmp_path: Path) -> None:
    small_site(tmp_path)
    url = "https://exemple.org/?a='&lt;b&gt;"
    title = "<b>Gras</b> & <script>alert(1)</script>"
    write(tmp_path, {"content/practices/x.md": sheet(title, sources=[{"title": "Une source", "url": url}])})
    known = {url: {"day": "2026-11-20", "outcome": "gone", "status": 404, "moved": "javascript:alert(1)"}}
    write(tmp_path, {".tissage/links.json": json.dumps({"version": 1, "links": known})})
    page = dashboard(tmp_path)
    assert [one.tag for one in page.iter() if one.tag in ("script", "b")] == []
    assert title in html.text(section(page, "sans-date"))
    assert f"404. {url}" in html.text(section(page, "liens-morts"))


def test_fields_of_action_with_few_sheets_those_without_any_first(tmp_path: Path) -> None:
    page = dashboard(site(tmp_path, a={"fields_of_action": ["logement"]}))
    found = rows(page, "peu-de-fiches")
    assert found[-1] == "Logement et locaux 1 fiche"
    assert all(row.endswith("0 fiche") for row in found[:-1])
    assert not [row for row in found if row.startswith("Mutualisation")]


def test_an_empty_site_says_that_there_is_nothing_to_review(tmp_path: Path) -> None:
    configure(tmp_path)
    (tmp_path / "content").mkdir()
    page = dashboard(tmp_path)
    for id in ("a-relire", "bientot", "personnes", "sans-date", "a-completer", "sans-source", "sans-lien"):
        assert "Rien à revoir." in html.text(section(page, id))
        assert counts(page)[id] == "0"


def test_a_long_list_shows_the_first_ones_and_how_many_there_are(tmp_path: Path) -> None:
    page = dashboard(
        site(tmp_path, **{f"f{number:02}": {"review_by": f"2025-01-{number % 28 + 1:02}"} for number in range(60)})
    )
    assert (counts(page)["a-relire"], len(rows(page, "a-relire"))) == ("60", 50)
    assert "Et 10 autres : elles paraîtront ici" in html.text(section(page, "a-relire"))


def test_search_engines_and_our_own_search_leave_it_out(tmp_path: Path) -> None:
    assert '<meta name="robots" content="noindex">' in made(small_site(tmp_path)).head


def test_ours_is_built_with_it_and_says_that_in_its_head(plain: Build) -> None:
    page = plain.page("tableau-de-bord/")
    robots = [one.get("content") for one in page.iter("meta") if one.get("name") == "robots"]
    assert robots == ["noindex"]
    assert html.text(html.main(page)).startswith("Accueil Tableau de bord")
