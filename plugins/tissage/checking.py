"""The files of every collection → sheets and findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .findings import START, Finding, Span
from .language import slugify
from .reading import parse_document, read_document
from .schema.context import Context
from .schema.model import Collection, Schema
from .schema.nearest import Suggestions, nearest
from .schema.values import read_fields
from .settings import MOUNTED, Settings
from .sheets import Sheet, find_spans
from .walking import walk

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 100
RESERVED: Final = (
    "index",
    "readme",
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
)
"""Names that mean something else to the engine, which passes a README over, or to Windows, which refuses them."""
HEADING_LINE: Final = re.compile(r"^ {0,3}#{1,6}(?:[ \t].*)?$", re.MULTILINE)
"""A heading: a text of these alone says nothing yet."""
MARKS_OF_A_SHEET: Final = frozenset(("fields_of_action", "summary", "territories", "review_by"))


@dataclass(frozen=True, slots=True)
class Source:
    """A file that should hold a sheet."""

    collection: Collection
    slug: str
    path: str


def find_sources(root: Path, schema: Schema) -> Iterator[Source | Finding]:
    """The Markdown files of each collection's folder, and of the folders below it, in order.

    README files are passed over. The slug is the name of the file, or of its folder where the
    file is called `index.md` (so that a sheet may keep its images beside it). A file that was meant as a sheet and that
    nobody would read gives a finding: `.md.txt` (a text editor's doing), `.MD`, `.markdown`.
    """
    for collection in schema.collections.values():
        for path in walk(root, collection.source):
            folder, _, name = path.rpartition("/")
            if name.endswith(".md"):
                if name.upper() == "README.MD":
                    continue
                own_folder = name == "index.md" and folder != collection.source
                yield Source(collection, folder.rpartition("/")[2] if own_folder else name[: -len(".md")], path)
            elif name.lower().endswith((".md", ".md.txt", ".markdown", ".md.docx")):
                yield Finding("bad-ending", path, suggestion=name.split(".")[0] + ".md")


def misplaced(settings: Settings, schema: Schema) -> Iterator[Finding]:
    """The Markdown files that were meant as sheets and lie in no collection's folder: nobody would check them.

    Such are those of the mounted roots, those below a folder called as the address of a collection, and those that
    begin with fields every sheet has.
    """
    sources = {collection.url: collection.source for collection in schema.collections.values()}
    for base in sorted({settings.content, *MOUNTED}.difference(schema.sources)):
        for path in walk(settings.root, base, without=schema.sources):
            folder = path.removeprefix(f"{base}/").rpartition("/")[0]
            if not path.endswith(".md") or path.rpartition("/")[2].upper() == "README.MD":
                continue
            if base in MOUNTED or folder in sources or looks_like_a_sheet(settings.root / path):
                right = sources.get(folder) or nearest(f"{base}/{folder}", schema.sources)
                suggestion = f"{right}/{path.rpartition('/')[2]}" if right else None
                yield Finding("misplaced-sheet", path, START, suggestion=suggestion)


def looks_like_a_sheet(file: Path) -> bool:
    """Whether a file begins with fields that sheets have and pages written by hand do not."""
    document, _ = read_document(file, "")
    return document is not None and not MARKS_OF_A_SHEET.isdisjoint(document.front.entries)


def known_slugs(sources: list[Source]) -> dict[str, frozenset[str]]:
    """The slugs of each collection: a reference to a sheet in error is still a right reference."""
    slugs: dict[str, set[str]] = {}
    for source in sources:
        slugs.setdefault(source.collection.id, set()).add(source.slug)
    return {collection: frozenset(found) for collection, found in slugs.items()}


def check_slug(source: Source) -> list[Finding]:
    """The name of the file makes the address: letters without accents, digits, hyphens."""
    if SLUG.fullmatch(source.slug) and len(source.slug) <= LONGEST_SLUG and source.slug not in RESERVED:
        return []
    suggestion = slugify(source.slug)[:LONGEST_SLUG].strip("-")
    suggestion += "-2" if suggestion in RESERVED else ""
    return [Finding("bad-slug", source.path, Span(), {"value": source.slug}, suggestion or None)]


def check_sheet(
    settings: Settings,
    source: Source,
    schema: Schema,
    slugs: Mapping[str, frozenset[str]],
    text: str | None = None,
    suggestions: Suggestions | None = None,
) -> tuple[Sheet | None, list[Finding]]:
    """Read one file and check it by itself. Returns None where its front matter cannot be used.

    `text` is what the file is going to hold, where it is not written yet; `suggestions` are those of a whole check.
    """
    findings = check_slug(source)
    if text is None:
        document, found = read_document(settings.root / source.path, source.path)
    else:
        document, found = parse_document(text, source.path)
    findings += found
    if document is None:
        return None, findings
    root, content, lines = settings.root, settings.content, document.lines[: document.body_line]
    context = Context(source.path, schema, root, content, lines, settings.readability, slugs)
    context.suggestions = suggestions or context.suggestions
    values = read_fields(document.front, source.collection.fields, context)
    findings += context.findings
    if source.collection.body == "required" and not HEADING_LINE.sub("", document.body).strip():
        last = len(document.lines) - (not document.lines[-1])  # nothing stands behind the last line end
        findings.append(Finding("empty-body", source.path, Span(min(document.body_line, last))))
    if source.collection.body == "none" and document.body.strip():
        blank = document.body[: len(document.body) - len(document.body.lstrip())]
        findings.append(Finding("unexpected-body", source.path, Span(document.body_line + blank.count("\n"))))
    spans = dict(find_spans(document.front))
    return Sheet(
        source.collection, source.slug, source.path, values, spans, document.body, document.body_line
    ), findings


def check_sheets(settings: Settings, schema: Schema) -> tuple[list[Sheet], list[Finding]]:
    """Every sheet of the site that can be read, in order, and all that is wrong with each by itself."""
    found_files = list(find_sources(settings.root, schema))
    sources = [source for source in found_files if isinstance(source, Source)]
    slugs = known_slugs(sources)
    sheets: dict[str, Sheet] = {}
    suggestions = Suggestions()
    findings = [*misplaced(settings, schema), *(found for found in found_files if isinstance(found, Finding))]
    for source in sources:
        sheet, found = check_sheet(settings, source, schema, slugs, suggestions=suggestions)
        findings += found
        if sheet is None:
            continue
        if sheet.id in sheets:
            findings.append(Finding("duplicate-id", source.path, Span(), {"other": sheets[sheet.id].path}))
        else:
            sheets[sheet.id] = sheet
    return list(sheets.values()), findings
