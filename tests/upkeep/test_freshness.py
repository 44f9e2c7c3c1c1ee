"""When a sheet is to be reviewed, and what its page then says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tissage.commons import Commons
from tissage.pages.site import generate
from tissage.pages.templates import Templates
from tissage.settings_file import read_settings
from tissage.upkeep.freshness import due, is_soon, is_stale
from tissage.weaving import weave
from tools import html
from tools.builds import sheet, small_site, write

TODAY = date(2026, 11, 22)
FIELD = "content/_collections/practices.yml"


def commons(root: Path, today: date = TODAY) -> Commons:
    woven, findings = weave(replace(read_settings(root)[0], today=today))
    assert [f for f in findings if f.code not in ("no-site-url", "no-repo-url")] == []
    return woven


def foot(root: Path) -> list[str]:
    """What the foot of the sheet « Seule » says of its dates."""
    woven = commons(root)
    made = {page.address: page for page in generate(woven, Templates(woven.settings))}
    page, _ = html.read(made["pratiques/seule/"].render("Un texte.").html)
    return [text for text in html.texts(html.by_class(page, "tissage-sheet__dates")) if text]


def banner(root: Path, today: date = TODAY) -> list[str]:
    """What the banner of the sheet « Seule » says, and where its link leads."""
    woven = commons(root, today)
    made = {page.address: page for page in generate(woven, Templates(woven.settings))}
    page, _ = html.read(made["pratiques/seule/"].render("Un texte.").html)
    found = html.by_class(page, "tissage-stale")
    return html.texts(found) + [link.get("href", "") for box in found for link in box.iter("a")]


def with_sheet(root: Path, **fields: str) -> Path:
    write(small_site(root), {"content/practices/seule.md": sheet("Seule", **fields)})
    return root


def test_a_sheet_whose_date_is_past_says_so_and_what_one_can_do(tmp_path: Path) -> None:
    assert banner(with_sheet(tmp_path, review_by="2026-03-01")) == [
        "Cette fiche était à relire avant le 1er mars 2026, ce qui n’a pas encore été fait. "
        "Vérifiez les faits avant de vous y fier. Améliorer cette fiche",
        "../../proposer/pratiques/?fiche=seule",
    ]


def test_on_the_day_itself_it_is_not_late_yet(tmp_path: Path) -> None:
    with_sheet(tmp_path, review_by="2026-11-22")
    assert banner(tmp_path) == []
    assert banner(tmp_path, date(2026, 11, 23)) != []


def test_without_a_date_a_sheet_is_never_late(tmp_path: Path) -> None:
    assert banner(with_sheet(tmp_path)) == []


@pytest.mark.parametrize(("written", "late"), [("2026", False), ("2025", True), ("2026-11", False), ("2026-10", True)])
def test_a_partial_date_is_past_when_all_of_it_is(tmp_path: Path, written: str, late: bool) -> None:
    with_sheet(tmp_path, review_by=written)
    write(tmp_path, {FIELD: "id: practices\nfields: {review_by: {precision: year}}\n"})
    assert bool(banner(tmp_path)) == late


def test_what_is_due_soon_ends_within_ninety_days(tmp_path: Path) -> None:
    soon = {}
    for number, day in enumerate(["2026-11-21", "2026-11-22", "2027-02-20", "2027-02-21"]):
        woven = commons(with_sheet(tmp_path / str(number), review_by=day))
        soon[day] = is_soon(due(woven.sheets["practices/seule"]), TODAY)
    assert soon == {"2026-11-21": False, "2026-11-22": True, "2027-02-20": True, "2027-02-21": False}


def test_a_site_that_makes_a_text_of_the_date_has_no_late_sheet(tmp_path: Path) -> None:
    with_sheet(tmp_path, review_by="un jour")
    write(tmp_path, {FIELD: "id: practices\nfields: {review_by: {kind: text, precision: day}}\n"})
    woven, _ = weave(replace(read_settings(tmp_path)[0], today=TODAY))
    assert [one.id for one in woven.sheets.values() if is_stale(one, TODAY)] == []


def test_the_foot_of_a_sheet_says_the_dates_that_it_has(tmp_path: Path) -> None:
    done, to_do = {"reviewed": "2026-03-01"}, {"review_by": "2027-03-01"}
    said = {"Relue le 1er mars 2026.": done, "À relire avant le 1er mars 2027.": to_do}
    assert foot(with_sheet(tmp_path / "none")) == []
    for number, (text, dates) in enumerate(said.items()):
        assert foot(with_sheet(tmp_path / str(number), **dates)) == [text]
    assert foot(with_sheet(tmp_path / "both", **done, **to_do)) == [" ".join(said)]
