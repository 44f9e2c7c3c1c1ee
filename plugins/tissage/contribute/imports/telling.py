"""What an import did, in sentences for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...codes import severity
from ...findings import Finding, Severity
from ...language import N_, Language
from ...leftovers import HEADING
from ...reports.sentences import printable, sentences
from ...schema.model import Collection
from .importing import Outcome

LONGEST: Final = 100
FEW: Final = 3
"""How many sheets a dry run shows whole."""
INDENT: Final = "    "


def told(outcomes: Sequence[Outcome], collection: Collection, language: Language, *, dry: bool) -> Iterator[str]:
    """The lines that say what became of each record, and in the end of all."""
    new = [outcome for outcome in outcomes if outcome.new]
    for outcome in outcomes:
        yield from one_told(outcome, collection, language, dry=dry)
        if dry and outcome.new and len(new) <= FEW:
            yield ""
            yield from (printable(line) for line in outcome.new.text.rstrip("\n").split("\n"))
            yield ""
    if names := unknown_names(outcomes):
        say, heading = language.say, language.say(HEADING)
        yield say(
            N_(
                "No field is called: {names}. What was written there stands at the end of the texts, below “{heading}”."
            ),
            names=", ".join(names),
            heading=heading,
        )
    yield from left_out(outcomes, language)
    yield total(outcomes, language, dry=dry)


def left_out(outcomes: Sequence[Outcome], language: Language) -> Iterator[str]:
    """What was left out of many records alike, each said once."""
    records = [outcome.record for outcome in outcomes if outcome.new]
    if technical := list(dict.fromkeys(name for record in records for name in record.technical)):
        message = N_("Left out, for the other site keeps it for itself: {names}.")
        yield language.say(message, names=", ".join(map(shortened, technical)))
    if private := [name for record in records for name in record.private]:
        yield language.count(
            N_("{number} e-mail address was left out, for it may be private and a sheet is public: {names}."),
            N_("{number} e-mail addresses were left out, for they may be private and a sheet is public: {names}."),
            len(private),
            names=", ".join(map(shortened, dict.fromkeys(private))),
        )
    if withheld := sum(outcome.withheld for outcome in outcomes):
        yield language.count(
            N_(
                "{number} entry that the other site does not publish was left out. With --unpublished, it comes in too."
            ),
            N_(
                "{number} entries that the other site does not publish were left out. With --unpublished, they come in"
                " too."
            ),
            withheld,
        )


def one_told(outcome: Outcome, collection: Collection, language: Language, *, dry: bool) -> Iterator[str]:
    """What became of one record."""
    say = language.say
    if outcome.withheld:
        return
    if outcome.known:
        yield say(N_("Already there: {path} ({place})"), path=outcome.path, place=printable(outcome.record.place))
        return
    if outcome.refused:
        yield say(N_("Not brought in: {place}"), place=printable(outcome.record.place))
        for finding in outcome.refused:
            yield from indented(finding, language)
        return
    if dry:
        yield say(N_("Would write {path} ({place})"), path=outcome.path, place=printable(outcome.record.place))
    else:
        yield say(N_("Wrote {path} ({place})"), path=outcome.path, place=printable(outcome.record.place))
    for name in outcome.new.pictures if outcome.new else ():
        yield INDENT + say(N_("with the picture {name}"), name=name)
    if outcome.missing:
        yield INDENT + say(N_("Still to fill in: {fields}"), fields=labels(outcome.missing, collection, language))
    for left in outcome.leftovers:
        for finding in left.findings:
            text = shortened(left.text)
            yield INDENT + say(
                N_("To be sorted, at the end of the text: {name} = {text}"), name=printable(left.name), text=text
            )
            yield from (INDENT + line for line in indented(finding, language))
    for note in outcome.notes:
        yield INDENT + printable(note)
    for finding in outcome.findings:
        if severity(finding) is not Severity.HINT:
            sentence = next(indented(finding, language)).strip()
            yield INDENT + say(N_("line {number}: {sentence}"), number=finding.span.line, sentence=sentence)


def indented(finding: Finding, language: Language) -> Iterator[str]:
    """A finding on a line or two."""
    said = sentences(finding, language)
    yield INDENT + f"{said.message} {said.suggestion or said.help}"


def labels(names: Sequence[str], collection: Collection, language: Language) -> str:
    """Fields by their labels, with the names that the sheet has for them; a name that stands inside a group alone."""
    fields = collection.fields
    known = [f"{language.label(fields[name].label, name)} ({name})" if name in fields else name for name in names]
    return ", ".join(known)


def unknown_names(outcomes: Sequence[Outcome]) -> list[str]:
    """The names that no field has, each once."""
    left = (left for outcome in outcomes for left in outcome.leftovers if not left.findings)
    return list(dict.fromkeys(shortened(one.name) for one in left))


def shortened(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = printable(" ".join(text[: LONGEST * 4].split()))
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def total(outcomes: Sequence[Outcome], language: Language, *, dry: bool) -> str:
    """How many were brought in, were there, were refused, and are to be completed."""
    new = [outcome for outcome in outcomes if outcome.new]
    counts = {
        "new": language.count(N_("{number} new sheet"), N_("{number} new sheets"), len(new)),
        "incomplete": language.count(
            N_("{number} to complete"), N_("{number} to be completed"), sum(not complete(one) for one in new)
        ),
        "known": language.count(
            N_("{number} was there already"), N_("{number} were there already"), sum(o.known for o in outcomes)
        ),
        "refused": language.count(
            N_("{number} was not brought in"),
            N_("{number} were not brought in"),
            sum(bool(o.refused) for o in outcomes),
        ),
    }
    if dry:
        return language.say(N_("Nothing was written. In all: {new} ({incomplete}), {known}, {refused}."), **counts)
    return language.say(N_("In all: {new} ({incomplete}), {known}, {refused}."), **counts)


def complete(outcome: Outcome) -> bool:
    """Whether nothing is left to do for a record."""
    wrong = [finding for finding in outcome.findings if severity(finding) is Severity.ERROR]
    return not (outcome.refused or outcome.missing or outcome.leftovers or outcome.notes or wrong)
