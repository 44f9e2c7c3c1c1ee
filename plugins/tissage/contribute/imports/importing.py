"""Records → sheets beside those that are there: all are made and checked before the first is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...checking import Source
from ...findings import Finding
from ...reading import MAX_BYTES
from ...schema.model import Collection
from ..blanks import comments, in_order
from ..names import FieldNames
from ..placing import origin_line, places
from ..site import NewSheet, Site, check_new
from ..writing import sheet_text, write_new
from .drafting import Draft, Drafter, Leftover, body_of
from .records import Record
from .sources.documents import PICTURE


@dataclass(frozen=True)
class Outcome:
    """What becomes of a record: a new sheet, one that is there already (`known`), or none: `refused`, with why, or
    `withheld`, for its source does not publish it.

    `missing` are the fields that the sheet still needs, `findings` what else is wrong or doubtful in it, `leftovers`
    the values that no field took.
    """

    record: Record
    path: str = ""
    known: bool = False
    withheld: bool = False
    refused: Sequence[Finding] = ()
    new: NewSheet | None = None
    missing: Sequence[str] = ()
    findings: Sequence[Finding] = ()
    leftovers: Sequence[Leftover] = ()
    notes: Sequence[str] = ()


def bring(site: Site, collection: Collection, names: FieldNames, records: Iterable[Record]) -> list[Outcome]:
    """What becomes of each record. Nothing is written."""
    drafter = Drafter(site, collection, names, site.context(collection))
    known_places = places(site, collection)
    outcomes: list[Outcome] = []
    for record in records:
        if record.withheld:
            outcomes.append(Outcome(record, withheld=True))
            continue
        draft = drafter.draft(record)
        if not draft.title:
            outcomes.append(
                Outcome(record, refused=[Finding("missing-field", record.place, values={"field": "title"})])
            )
            continue
        text = text_of(draft, site, collection)
        if len(text.encode("utf-8", errors="replace")) > MAX_BYTES:
            limit = {"limit": f"{MAX_BYTES // 1000}"}
            outcomes.append(Outcome(record, refused=[Finding("file-too-large", record.place, values=limit)]))
            continue
        slug, known = known_places.find(draft.title, record.origin, record.slug, text)
        if known:
            path = site.paths.get(collection.id, {}).get(slug, f"{collection.source}/{slug}.md")
            outcomes.append(Outcome(record, path, known=True))
            continue
        new = new_sheet(record, collection, slug, text)
        notes = [note.replace(PICTURE, f"{slug}-") for note in record.notes]
        outcomes.append(Outcome(record, new.source.path, new=new, leftovers=draft.leftovers, notes=notes))
    return checked(site, outcomes)


def text_of(draft: Draft, site: Site, collection: Collection) -> str:
    """The text of the sheet of a draft, with the fields that it still needs left blank."""
    above = comments(draft.values, collection, site)
    if origin := origin_line(draft.record.origin):
        above["title"] = origin
    return sheet_text(in_order(draft.values, collection), body_of(draft, site), above)


def new_sheet(record: Record, collection: Collection, slug: str, text: str) -> NewSheet:
    """The sheet of a record at its place; one with pictures has a folder for itself and them."""
    if not record.pictures:
        return NewSheet(Source(collection, slug, f"{collection.source}/{slug}.md"), text)
    pictures = {name.replace(PICTURE, f"{slug}-"): data for name, data in record.pictures.items()}
    path = f"{collection.source}/{slug}/index.md"
    return NewSheet(Source(collection, slug, path), text.replace(PICTURE, f"{slug}-"), pictures)


def checked(site: Site, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes with what the engine says of each new sheet; one that it could not read is refused."""
    sheets, findings = check_new(site, [outcome.new for outcome in outcomes if outcome.new])
    made: list[Outcome] = []
    for outcome in outcomes:
        if outcome.new is None:
            made.append(outcome)
        elif outcome.path not in sheets:
            made.append(Outcome(outcome.record, refused=findings[outcome.path]))
        else:
            found = findings[outcome.path]
            missing = [one.values["field"] for one in found if one.code == "missing-field"]
            rest = [one for one in found if one.code != "missing-field"]
            made.append(replace(outcome, missing=missing, findings=rest))
    return made


def write_sheet(new: NewSheet, root: Path) -> None:
    """Write a sheet and its pictures, all of them or nothing. Raises OSError."""
    file = root / new.source.path
    written: list[Path] = []
    try:
        for name, data in new.pictures.items():
            picture = file.with_name(name)
            picture.parent.mkdir(parents=True, exist_ok=True)
            with picture.open("xb") as handle:
                written.append(picture)
                handle.write(data)
        write_new(file, new.text)
    except OSError:
        for picture in written:
            picture.unlink(missing_ok=True)
        if new.pictures and file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()
        raise
