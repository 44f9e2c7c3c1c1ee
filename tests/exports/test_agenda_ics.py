"""`/agenda.ics`: read again as a calendar would."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from tissage.commons import Commons
from tissage.exports import agenda_ics, exports
from tissage.language import slugify

Site = Callable[..., Commons]
Text = Callable[..., str]
EVENTS = {"content/_collections/events.yml": "enabled: true\n"}


def event(title: str, when: str, more: str = "") -> dict[str, str]:
    slug = slugify(title)
    fields = f"fields_of_action: [logement]\nwhen: {when}\n{more}"
    return {f"content/events/{slug}.md": f"---\ntitle: {title}\nsummary: Bon, et beau.\n{fields}---\n\nVenez.\n"}


def read(text: str) -> list[dict[str, Any]]:
    """The properties of each event."""
    events = Calendar.from_ical(text).walk("VEVENT")
    return [
        {name: getattr(value, "dt", value) for name, value in one.property_items(recursive=False)} for one in events
    ]


def test_an_activity_is_told_as_its_sheet_tells_it(site: Site) -> None:
    more = "place: Salle 2, rez-de-chaussée\nreviewed: 2026-11-02\n"
    commons = site({**EVENTS, **event("Soirée", '{start: "2027-01-12 18:00", end: "2027-01-12 20:30"}', more)})
    text = agenda_ics.render(commons)
    (found,) = read(text)
    assert {name: value for name, value in found.items() if name not in ("BEGIN", "END", "UID")} == {
        "SUMMARY": "Soirée",
        "DTSTART": datetime(2027, 1, 12, 23, 0, tzinfo=UTC),
        "DTEND": datetime(2027, 1, 13, 1, 30, tzinfo=UTC),
        "DTSTAMP": datetime(2026, 11, 2, 12, tzinfo=UTC),
        "DESCRIPTION": "Bon, et beau.",
        "LOCATION": "Salle 2, rez-de-chaussée",
        "URL": "https://chaudron.example/commun/activites/soiree/",
    }
    assert "X-WR-CALNAME:Le chaudron\r\n" in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2027-06-12", date(2027, 6, 12), None),
        ("{start: 2027-06-12, end: 2027-06-14}", date(2027, 6, 12), date(2027, 6, 15)),
        ("2027-06-12 09:00", datetime(2027, 6, 12, 13, tzinfo=UTC), None),
        ('{start: "2027-06-12 09:00", end: 2027-06-14}', date(2027, 6, 12), date(2027, 6, 15)),
    ],
    ids=["a day", "several days", "a moment", "a moment and a day"],
)
def test_what_is_known_of_the_moment_is_told_and_no_more(site: Site, when: str, start: date, end: date | None) -> None:
    (found,) = read(agenda_ics.render(site({**EVENTS, **event("Soirée", when)})))
    assert (found["DTSTART"], found.get("DTEND")) == (start, end)


@pytest.mark.parametrize("when", ["2027", "2027-06", "{start: 2027-06-12, end: 2027-07}"])
def test_what_has_no_day_is_in_no_calendar(site: Site, when: str) -> None:
    assert read(agenda_ics.render(site({**EVENTS, **event("Soirée", when)}))) == []


@pytest.mark.parametrize(
    ("settings", "where", "hour"),
    [
        ("", "", 23),
        ("extra: {time_zone: America/Halifax}\n", "", 22),
        ("extra: {time_zone: America/Halifax}\n", "territories: [rennes]\n", 17),
        ("", "territories: [montreal]\n", 23),
    ],
    ids=["Québec", "a site elsewhere", "a territory elsewhere", "a territory here"],
)
def test_hours_are_those_of_the_place(site: Site, settings: str, where: str, hour: int) -> None:
    files = {
        **EVENTS,
        "mkdocs.yml": f"site_name: Le chaudron\n{settings}",
        **event("Soirée", "2027-01-12 18:00", where),
    }
    (found,) = read(agenda_ics.render(site(files)))
    assert found["DTSTART"] == datetime(2027, 1, 12, hour, tzinfo=UTC)
    assert "URL" not in found


def test_each_activity_to_come_has_a_file_of_its_own(site: Site) -> None:
    files = {**EVENTS, **event("Passée", "2020-01-12"), **event("À venir", "2999-01-12"), **event("Un jour", "2999")}
    commons = site(files)
    own = {path: text for path, text in exports(commons) if path.endswith(".ics")}
    assert sorted(own) == ["activites/a-venir.ics", "agenda.ics"]
    assert [one["SUMMARY"] for one in read(own["activites/a-venir.ics"])] == ["À venir"]
    assert [one["SUMMARY"] for one in read(own["agenda.ics"])] == ["Passée", "À venir"]


def test_no_text_of_a_sheet_adds_a_line(site: Site, quoted: Callable[[str], str]) -> None:
    hostile = "Soirée\r\nEND:VEVENT\nATTACH:https://evil.example/x\u2028\x85;,\\n"
    files = {
        **EVENTS,
        "content/events/x.md": f"---\ntitle: {quoted(hostile.strip())}\nsummary: Bon.\nfields_of_action: [logement]\n"
        f"when: 2027-01-12\nplace: {quoted(hostile)}\n---\n\nVenez.\n",
    }
    text = agenda_ics.render(site(files))
    assert len(read(text)) == 1
    assert not [line for line in text.splitlines() if line.startswith("ATTACH")]
