"""What a link that leads nowhere most likely means: a sheet, a page or a file."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .language import slugify
from .media import FILE_TYPES, IMAGE_TYPES
from .schema.nearest import Suggestions
from .schema.nearest_files import nearest_file
from .settings import Settings
from .sheets import Sheet


@dataclass
class Meant:
    """Knows the sheets and the pages by the names that people write for them."""

    settings: Settings
    sheets: Mapping[str, Sheet]
    pages: Collection[str]
    suggestions: Suggestions = field(default_factory=Suggestions)

    @cached_property
    def by_slug(self) -> Mapping[str, list[str]]:
        """The ids of the sheets of each slug."""
        found: dict[str, list[str]] = {}
        for id, sheet in self.sheets.items():
            found.setdefault(sheet.slug, []).append(id)
        return found

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names by which each sheet may be meant."""
        return {id: (sheet.slug, sheet.title) for id, sheet in self.sheets.items()}

    @cached_property
    def by_page(self) -> Mapping[str, str]:
        """The pages written by hand, by the name of their file or, for an `index.md`, of their folder."""
        return {slugify(parts_of(page)[-1]): page for page in self.pages if parts_of(page)}

    def sheet(self, written: str, near: Sheet) -> str | None:
        """The id of the sheet that a name or a path means, for somebody who writes in the sheet `near`."""
        parts = parts_of(written)
        if not parts:
            return None
        folder = parts[-2] if len(parts) > 1 else ""

        def distance(id: str) -> tuple[bool, bool]:
            one = self.sheets[id].collection
            named = folder in (one.id, one.url, posixpath.basename(one.source))
            return not named, one.id != near.collection.id

        if found := self.by_slug.get(slugify(parts[-1])):
            return min(found, key=distance)
        return self.suggestions.near(parts[-1], self.sheets, self.names)

    def path(self, written: str, near: Sheet, *, image: bool) -> str | None:
        """The path, from the folder of the sheet `near`, of what a path that leads nowhere means."""
        if image or posixpath.splitext(written)[1].lower() in FILE_TYPES:
            return self.file(written, near, image=image)
        if found := self.by_page.get(slugify((parts_of(written) or [""])[-1])):
            return posixpath.relpath(found, posixpath.dirname(near.path))
        if id := self.sheet(written, near):
            return posixpath.relpath(self.sheets[id].path, posixpath.dirname(near.path))
        page = self.suggestions.near((parts_of(written) or [""])[-1], self.by_page)
        if page:
            return posixpath.relpath(self.by_page[page], posixpath.dirname(near.path))
        return self.file(written, near, image=False)

    def file(self, written: str, near: Sheet, *, image: bool) -> str | None:
        """The path of the file that lies near and is called nearly so, as a link has it."""
        root, content, types = self.settings.root, self.settings.content, IMAGE_TYPES if image else FILE_TYPES
        found = nearest_file(root, content, near.path, written, types, self.suggestions)
        return found.replace(" ", "%20") if found else None


def parts_of(written: str) -> list[str]:
    """The names in a path or an address, without an ending or an `index` that all share."""
    parts = [part for part in written.split("/") if part not in ("", ".", "..")]
    if parts:
        parts[-1] = parts[-1].removesuffix(".md").removesuffix(".html")
    return parts[:-1] if parts[1:] and parts[-1] == "index" else parts
