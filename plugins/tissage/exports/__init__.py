"""The machine-readable outputs: one file a format, each a pure function from the Commons to text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from ..commons import Commons
from ..language import Language
from ..schema.model import Schema
from . import agenda_ics, catalogue_csv, catalogue_json, catalogue_schema, collection_schema, feed_xml, robots

ROBOTS: Final = "robots.txt"
EXPORTS: Mapping[str, Callable[[Commons], str]] = {
    "catalogue.json": catalogue_json.render,
    "catalogue.csv": catalogue_csv.render,
    feed_xml.PATH: feed_xml.render,
    agenda_ics.PATH: agenda_ics.render,
    ROBOTS: robots.render,
    catalogue_json.SCHEMA: catalogue_schema.render,
}
"""The outputs that every site has, by their path from the site's root."""


def schemas(schema: Schema, language: Language) -> Iterator[tuple[str, str]]:
    """The path and text of the JSON Schema of each collection."""
    for collection in schema.collections.values():
        yield f"schemas/{collection.id}.json", collection_schema.render(collection, schema, language)


def exports(commons: Commons) -> Iterator[tuple[str, str]]:
    """The path from the site's root and the text of every output."""
    for path, render in EXPORTS.items():
        yield path, render(commons)
    yield from agenda_ics.next_ones(commons)
    yield from schemas(commons.schema, commons.settings.language)


def write_exports(commons: Commons, folder: Path, *, replace: bool = True) -> list[Path]:
    """Write every output below a folder; returns the files written. All are made before the first is written.

    With `replace` false a robots.txt that is there already stays: a site may have its own.
    """
    files = exports(commons)
    return write_files([(p, t) for p, t in files if replace or p != ROBOTS or not (folder / p).exists()], folder)


def write_files(files: Iterable[tuple[str, str]], folder: Path) -> list[Path]:
    """Write texts below a folder, which is made where it is missing; returns the files written."""
    written = []
    for path, text in files:
        file = folder / path
        write_file(file, text)
        written.append(file)
    return written


def write_file(file: Path, text: str) -> None:
    """Write a text as UTF-8, byte for byte. Whoever reads meanwhile finds the old file or the new one, whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(text.encode("utf-8"))
        os.replace(draft, file)
    finally:
        draft.unlink(missing_ok=True)
