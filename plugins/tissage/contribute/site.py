"""What a new sheet must know of the site that it goes to, and what the engine says of it before it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..checking import Source, check_sheet, check_sheets, find_sources
from ..codes import has_errors
from ..findings import Finding, in_reading_order
from ..linking import link
from ..media import foreign_links
from ..schema.context import Context
from ..schema.loading import load_schema
from ..schema.model import Collection, Schema
from ..settings import Settings
from ..sheets import Sheet


@dataclass(frozen=True)
class Site:
    """A site that sheets are brought to: `paths` holds the file of each slug, by collection, sheets in error too."""

    settings: Settings
    schema: Schema
    sheets: Sequence[Sheet]
    paths: Mapping[str, Mapping[str, str]]

    def context(self, collection: Collection) -> Context:
        """What a kind needs to read a value of a sheet that lies in the collection's folder."""
        settings, slugs = self.settings, {name: frozenset(paths) for name, paths in self.paths.items()}
        return Context(
            f"{collection.source}/x.md",
            self.schema,
            settings.root,
            settings.content,
            readability=settings.readability,
            slugs=slugs,
        )


@dataclass(frozen=True)
class NewSheet:
    """A sheet that is about to be written, and the pictures beside it, by name."""

    source: Source
    text: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def read_site(settings: Settings) -> tuple[Site | None, list[Finding]]:
    """The site as it is. Returns None where nothing may be written to it, with the findings that say why."""
    if foreign := list(foreign_links(settings.root, settings.content)):
        return None, foreign
    schema, findings = load_schema(settings)
    if has_errors(findings):
        return None, findings
    paths: dict[str, dict[str, str]] = {}
    for source in find_sources(settings.root, schema):
        if isinstance(source, Source):
            paths.setdefault(source.collection.id, {})[source.slug] = source.path
    return Site(settings, schema, check_sheets(settings, schema)[0], paths), []


def check_new(site: Site, new: Sequence[NewSheet]) -> tuple[dict[str, Sheet], dict[str, list[Finding]]]:
    """What the engine would say of new sheets once they stand among the others.

    Returns those that can be read, and the findings, both by path.
    """
    slugs = {name: set(paths) for name, paths in site.paths.items()}
    for one in new:
        slugs.setdefault(one.source.collection.id, set()).add(one.source.slug)
    known = {name: frozenset(found) for name, found in slugs.items()}
    sheets: dict[str, Sheet] = {}
    findings: list[Finding] = []
    for one in new:
        sheet, found = check_sheet(site.settings, one.source, site.schema, known, one.text)
        findings += found
        if sheet:
            sheets[one.source.path] = sheet
    _, linked = link(site.settings, site.schema, [*site.sheets, *sheets.values()])
    by_path: dict[str, list[Finding]] = {one.source.path: [] for one in new}
    coming = {one.source.path: one.pictures for one in new}
    for finding in in_reading_order([*findings, *linked]):
        arrives = finding.code == "file-missing" and finding.values.get("value") in coming.get(finding.path, ())
        if finding.path in by_path and not arrives:
            by_path[finding.path].append(finding)
    return sheets, by_path
