"""What can be imported: one file a form, each from bytes to records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ....language import N_, Language
from ...names import FieldNames
from ..records import Record, Unreadable
from . import csv_table, documents, yeswiki

FORMS: Final[Mapping[str, str]] = {".docx": "docx", ".odt": "odt", ".csv": "csv", ".json": "yeswiki"}
"""The form that each ending stands for."""
MOST_BYTES: Final = 50_000_000


def read_records(file: Path, form: str, names: FieldNames, mapping: Path | None, language: Language) -> list[Record]:
    """The records of a file. Raises Unreadable with the sentence that says why there are none."""
    try:
        with file.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            language.say(N_("Cannot read “{path}”: {reason}."), path=file, reason=language.reason(error))
        ) from None
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES // 1_000_000
        raise Unreadable(language.say(N_("This file weighs more than {limit} MB: share it out."), limit=limit))
    try:
        if form == "csv":
            return csv_table.read(data, names, language)
        if form == "yeswiki":
            targets = yeswiki.read_map(mapping, language) if mapping else {}
            return yeswiki.read(data, names, targets, language)
        return documents.read(file, data, form, names, language)
    except RecursionError:
        raise Unreadable(language.say(N_("This file is nested too deeply: simplify its lists and tables."))) from None
