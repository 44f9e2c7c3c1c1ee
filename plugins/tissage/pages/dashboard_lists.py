"""The lists of the editors' dashboard, from what the review of the sheets found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..addresses import PROPOSE
from ..commons import Commons
from ..language import N_, alphabetical
from ..schema.kinds.dates import PartialDate
from ..sheets import Sheet
from ..upkeep.freshness import is_ahead, reviewed
from ..upkeep.link_memory import Memory
from ..upkeep.review import Incomplete, Review
from ..upkeep.verdicts import reason
from .catalogues import grouping_vocabulary
from .words import date_words

MOST: Final = 50
"""How many rows a list shows, the most urgent first: whoever has done these sees the next."""
FEW: Final = 3
"""A field of action with fewer sheets is one to find sheets for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do: about a sheet, or about what stands at an address."""

    notes: tuple[str, ...] = ()
    sheet: Sheet | None = None
    title: str = ""
    address: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One list, with its rule, what it says when it is empty, and how many rows there are, where one knows."""

    id: str
    title: str
    rule: str
    rows: Sequence[Row]
    total: int | None
    empty: str = N_("Nothing to review.")


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Makes the lists from what the review found."""

    commons: Commons
    found: Review
    memory: Memory

    def say(self, message: str, **values: object) -> str:
        """A message in the site's language."""
        return self.commons.settings.language.say(message, **values)

    def day(self, value: PartialDate) -> str:
        """A date in words."""
        return date_words(value, self.commons.settings.language)

    def sections(self) -> Iterator[Section]:
        """Every list, the most urgent first."""
        say, found = self.say, self.found
        yield Section(
            "a-relire",
            say(N_("To review now")),
            say(N_("The date by which somebody was to check the whole sheet is past.")),
            [self.dated(sheet, day) for sheet, day in found.stale[:MOST]],
            len(found.stale),
        )
        yield Section(
            "bientot",
            say(N_("To review within 90 days")),
            say(N_("Their date comes soon.")),
            [self.dated(sheet, day) for sheet, day in found.soon[:MOST]],
            len(found.soon),
        )
        yield self.people()
        yield self.dead()
        yield Section(
            "sans-date",
            say(N_("Dates missing or to mend")),
            say(N_("Without these two dates, nobody is told when a sheet has aged.")),
            [Row(tuple(self.missing_dates(sheet)), sheet) for sheet in found.unplanned[:MOST]],
            len(found.unplanned),
        )
        yield Section(
            "a-completer",
            say(N_("Perhaps to complete")),
            say(N_("They are marked “to be completed”, or lack a field that three quarters of their collection fill.")),
            [Row(tuple(self.lacks(missing)), sheet) for sheet, missing in found.incomplete[:MOST]],
            len(found.incomplete),
        )
        yield Section(
            "sans-source",
            say(N_("Without a source")),
            say(N_("Nobody can tell where their facts come from.")),
            [Row((), sheet) for sheet in found.unsourced[:MOST]],
            len(found.unsourced),
        )
        yield Section(
            "sans-lien",
            say(N_("Without a link to another sheet")),
            say(N_("They lead to no other sheet, and none leads to them.")),
            [Row((), sheet) for sheet in found.alone[:MOST]],
            len(found.alone),
        )
        yield from self.thin()

    def dated(self, sheet: Sheet, day: PartialDate) -> Row:
        """A sheet with the date by which it is to be reviewed."""
        return Row((self.say(N_("To be reviewed before {date}."), date=self.day(day)),), sheet)

    def missing_dates(self, sheet: Sheet) -> Iterator[str]:
        """What is wrong with the two dates of a sheet."""
        checked = reviewed(sheet)
        if checked is None:
            yield self.say(N_("Nobody has reviewed it yet."))
        elif is_ahead(checked, self.commons.settings.today):
            yield self.say(N_("The date of its review is yet to come: {date}."), date=self.day(checked))
        if "review_by" not in sheet.values:
            yield self.say(N_("It has no date for the next review."))

    def lacks(self, missing: Incomplete) -> Iterator[str]:
        """What an incomplete sheet lacks."""
        language = self.commons.settings.language
        if missing.says_so:
            yield self.say(N_("It is marked “to be completed”."))
        if missing.fields:
            names = ", ".join(language.label(one.label, one.name) for one in missing.fields)
            yield self.say(N_("Most others have: {fields}."), fields=names)

    def people(self) -> Section:
        """The sheets that name a person whose mention is to be reviewed, without the name."""
        rows = []
        for sheet, one, day in self.found.people[:MOST]:
            name = self.commons.settings.language.label(one.label, one.name)
            if day:
                note = self.say(N_("“{field}”: to be reviewed before {date}."), field=name, date=self.day(day))
            else:
                note = self.say(N_("“{field}”: no date to review it by."), field=name)
            rows.append(Row((note,), sheet))
        return Section(
            "personnes",
            self.say(N_("Mentions of people to review")),
            self.say(
                N_("Ask these people again whether they agree, or take the mention away. Names are not repeated here.")
            ),
            rows,
            len(self.found.people),
        )

    def dead(self) -> Section:
        """The links to other sites that lead nowhere, as far as they have been checked."""
        if self.memory.day:
            day = self.day(PartialDate(self.memory.day.isoformat()))
            rule = self.say(N_("Links to other sites that lead nowhere. The last check was on {date}."), date=day)
            empty = N_("No dead link.")
        else:
            rule = self.say(N_("Links to other sites that lead nowhere."))
            empty = N_("Not checked yet: whoever looks after the site can do it with the command “tissage links”.")
        rows = [
            Row(
                (self.say(N_("At the last check, {reason}."), reason=reason(checked, self.commons.settings.language)),),
                sheet,
                url=url,
            )
            for sheet, url, checked in self.found.dead[:MOST]
        ]
        total = len(self.found.dead) if self.memory.day else None
        return Section("liens-morts", self.say(N_("Dead links")), rule, rows, total, empty)

    def thin(self) -> Iterator[Section]:
        """The terms of the grouping vocabulary with fewer than three sheets, those without any first."""
        vocabulary, language = grouping_vocabulary(self.commons), self.commons.settings.language
        if not vocabulary:
            return
        sizes = [
            (len(self.commons.tagged.get((vocabulary.id, slug), ())), language.label(term.label, slug), slug)
            for slug, term in vocabulary.terms.items()
        ]
        few = sorted((row for row in sizes if row[0] < FEW), key=lambda row: (row[0], alphabetical(row[1])))
        rows = [
            Row(
                (language.count(N_("{number} sheet"), N_("{number} sheets"), size),),
                title=name,
                address=f"{vocabulary.url}/{slug}/" if vocabulary.url else PROPOSE,
            )
            for size, name, slug in few[:MOST]
        ]
        name = language.form(vocabulary.label, "many")
        yield Section(
            "peu-de-fiches",
            self.say(N_("{vocabulary} with few sheets"), vocabulary=name),
            self.say(N_("Fewer than three sheets: subjects on which to look for sheets.")),
            rows,
            len(few),
            N_("Each has at least three sheets."),
        )
