"""Spreadsheets saved as CSV → records, one a row; our own `catalogue.csv` too."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import Final

from ....exports.cells import FORMULA
from ....language import LANGUAGES, N_, Language, slugify
from ...names import FieldNames
from ..records import Cell, Record, Unreadable

SEPARATORS: Final = (";", ",", "\t")
NAMED: Final = re.compile(r'"?sep=([^\w\s"]|\t)"? *(?:\n|\Z)', re.I)
"""The line before all others by which Excel is told the separator; it is no row, neither there nor here."""
BODY: Final = ("texte", "corps", "body", "content", "contenu")
OWN_NAMES: Final = (N_("The text"), N_("The text of the sheet"))
"""What our own forms call the text of a sheet."""
OURS: Final = ("id", "collection", "url")
"""The columns of our own export that are no fields: the first says which sheet a row is."""
NO_CSV: Final = N_("This is not a CSV file. Save the spreadsheet again, as “CSV UTF-8”.")
MARKS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
FRENCH_OF_MACS: Final = re.compile(rb"[a-z][\x8d-\x90\x9d]|[A-Z]\x8e[a-z]|[A-Za-z]\x83")
FRENCH_OF_WINDOWS: Final = re.compile(rb"[\xe0\xe2\xe7-\xeb\xee\xef\xf4\xf9\xfb]")
"""Accented letters as either writes them. Those of Macs (ç é è ê ù É), inside a word, are a ƒ, a Ž or nothing at all on
Windows: no French of Windows holds them. Those of Windows are rare capitals and signs on Macs (È, Ô, ‡)."""


def read(data: bytes, names: FieldNames, language: Language) -> list[Record]:
    """A record for each row that says something; those of other collections in our own export are passed over."""
    text = decoded(data, language)
    try:
        rows = parsed(text, names)
    except csv.Error:
        raise Unreadable(language.say(NO_CSV)) from None
    if not rows or not any(cell.strip() for cell in rows[0]):
        raise Unreadable(language.say(N_("This file has no column headings on its first row.")))
    headings = [heading.strip() for heading in rows[0]]
    ours = [heading.lower() for heading in headings[:2]] == ["id", "collection"]
    if not any(names.find(heading) for heading in headings):
        raise Unreadable(
            language.say(
                N_(
                    "No column heading of this file is the name of a field. Its first row holds: {headings}."
                    " Remove what stands above the headings, or write the names of the fields there."
                ),
                headings=", ".join(filter(None, headings))[:300],
            )
        )
    records = (record(number, row, headings, ours, names, language) for number, row in enumerate(rows[1:], 2))
    return [one for one in records if one]


def decoded(data: bytes, language: Language) -> str:
    """The text of a file in UTF-8 or UTF-16, else in what Windows writes, or old Macs."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    of_macs = len(FRENCH_OF_MACS.findall(data)) > len(FRENCH_OF_WINDOWS.findall(data))
    for name in (encoding, "mac_roman" if of_macs else "cp1252"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Unreadable(language.say(NO_CSV))


def parsed(text: str, names: FieldNames) -> list[list[str]]:
    """The rows, by the separator that the file names, else by the one that makes the most sense of the first row."""
    named = NAMED.match(text)
    text = text[named.end() :] if named else text
    first = text.lstrip("\r\n").split("\n", 1)[0]

    def sense(separator: str) -> tuple[int, int]:
        heads = next(csv.reader([first], delimiter=separator), [])
        return sum(names.find(head) is not None for head in heads), len(heads)

    with any_size(len(text)):
        separator = named[1] if named else max(SEPARATORS, key=sense)
        return list(csv.reader(StringIO(text, newline=""), delimiter=separator))


@contextmanager
def any_size(size: int) -> Iterator[None]:
    """Cells as large as the file may come, for their row to be refused and not the whole file."""
    before = csv.field_size_limit(max(size, 1_000))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def record(
    number: int, row: Sequence[str], headings: Sequence[str], ours: bool, names: FieldNames, language: Language
) -> Record | None:
    """The record of a row; None where it says nothing, or is a sheet of another collection."""
    if not any(cell.strip() for cell in row):
        return None
    cells: dict[str, str] = {}
    body: list[str] = []
    slug = ""
    for position, written in enumerate(row):
        heading = headings[position] if position < len(headings) else ""
        text = unguarded(written)
        if ours and heading.lower() in OURS:
            if heading.lower() == "id":
                collection, _, slug = text.strip().rpartition("/")
                if collection != names.collection.id:
                    return None
        elif is_body(heading) and names.find(heading) is None:
            body.append(text)
        elif text.strip():
            name = heading or language.say(N_("Column {number}"), number=position + 1)
            # Two columns of one heading hold several values, as the lines of one cell do.
            cells[name] = f"{cells[name]}\n{text}" if name in cells else text
    place = language.say(N_("row {number}"), number=number)
    return Record(place, [Cell(name, text) for name, text in cells.items()], "\n\n".join(body), slug=slug)


def is_body(heading: str) -> bool:
    """Whether a heading stands for the text of the sheet: in a usual word, or in those of our own forms."""
    own = (slugify(Language(code).say(name)) for code in LANGUAGES for name in OWN_NAMES)
    return slugify(heading) in {*BODY, *own}


def unguarded(text: str) -> str:
    """A cell without the apostrophe that our export puts before what a spreadsheet would take for a formula."""
    return text[1:] if text.startswith("'") and text[1:].lstrip(" ").startswith(FORMULA) else text
