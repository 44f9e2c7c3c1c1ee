"""Where a sheet goes among those that are there; what was brought in before is recognised, and left as it is."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..checking import RESERVED
from ..language import slugify
from ..nodes import Scalar
from ..reading import read_document
from ..schema.model import Collection
from .site import Site
from .writing import free_slug

ORIGIN: Final = re.compile(r"^# import: (?P<origin>.+)")


def origin_line(origin: str) -> str:
    """The comment that keeps where a sheet was brought in from."""
    return f"import: {' '.join(origin.split())}" if origin else ""


@dataclass
class Places:
    """The places of one collection’s sheets while some are brought in.

    `titles` holds the title of each sheet that is there; `origins` the slug of each that was brought in with one;
    `brought` the text of each sheet that this import has met, there before or new.
    """

    paths: Mapping[str, str]
    taken: set[str]
    titles: Mapping[str, str]
    origins: Mapping[str, str]
    brought: dict[str, str] = field(default_factory=dict)

    def find(self, title: str, origin: str, slug: str, text: str) -> tuple[str, bool]:
        """The slug for a sheet of that title and text, and whether it is there already.

        There already is the sheet of the same origin; else one of the same title at one of the slugs that a title
        may get, each counting for one record; else one of this very text.
        """
        if origin and (known := self.origins.get(origin)):
            self.brought[known] = text
            return known, True
        passed: set[str] = set()
        while True:
            found = free_slug(slug or title, passed)
            same = self.brought.get(found)
            if same == text and not origin:
                return found, True
            if same is None and found in self.paths and self.may_be(found, title, origin):
                self.brought[found] = text
                return found, True
            if found not in self.taken and same is None:
                self.brought[found] = text
                return found, False
            passed.add(found)

    def may_be(self, slug: str, title: str, origin: str) -> bool:
        """Whether the sheet of that slug is the one of that title; one of another origin is another sheet.

        One that cannot be read is taken for what its name says.
        """
        if origin and slug in self.origins.values():
            return False
        known = self.titles.get(slug)
        return slugify(known) == slugify(title) if known is not None else slug == slugify(title)


def taken_names(site: Site, collection: Collection) -> set[str]:
    """The slugs that no new sheet of a collection may have; a folder that holds no sheet takes its name too."""
    folder = site.settings.root / collection.source
    names = os.listdir(folder) if folder.is_dir() else []
    return {*RESERVED, *site.paths.get(collection.id, {}), *(name.removesuffix(".md").lower() for name in names)}


def places(site: Site, collection: Collection) -> Places:
    """The places of a collection as it is."""
    paths = site.paths.get(collection.id, {})
    titles, origins = dict[str, str](), dict[str, str]()
    for slug, path in paths.items():
        title, origin = written_in(site.settings.root / path)
        titles |= {slug: title} if title is not None else {}
        origins |= {origin: slug} if origin else {}
    return Places(paths, taken_names(site, collection), titles, origins)


def written_in(file: Path) -> tuple[str | None, str]:
    """The title that a sheet has, right or wrong, None where it cannot be read; and where it was brought in from."""
    document, _ = read_document(file, file.name)
    if document is None:
        return None, ""
    entry = document.front.entries.get("title")
    title = entry.node.text if entry and isinstance(entry.node, Scalar) else ""
    comments = (ORIGIN.fullmatch(line) for line in document.lines[: document.body_line - 1])
    return title, next((match["origin"].strip() for match in comments if match), "")
