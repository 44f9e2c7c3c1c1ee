"""Where a link of a text leads, checked like any reference."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final
from urllib.parse import unquote

from .commons import Target
from .findings import Finding, Span
from .language import fold, slugify
from .link_meant import Meant
from .markdown import SAFE_SCHEMES, SCHEME, Link, Parsed
from .media import FILE_TYPES, locate, published_type
from .schema.kinds.addresses import with_scheme
from .settings import Settings
from .sheets import Sheet
from .walking import is_file

WHOLE: Final = re.compile(r"\s*(?:https?://[^\s/?#:@]+\S*|mailto:\S+|tel:\S+)\s*$", re.IGNORECASE)
"""An outside address with something behind its beginning."""


@dataclass(frozen=True, slots=True)
class Use:
    """A link in a text of a sheet; `place` gives the place in the file of a place in that text."""

    sheet: Sheet
    link: Link
    place: Callable[[Span], Span]


@dataclass
class Resolver:
    """Follows links: it knows every sheet by id, path, title and address, and the headings of each text."""

    settings: Settings
    sheets: Mapping[str, Sheet]
    addresses: Mapping[str, str]
    texts: Mapping[str, Parsed]
    sources: Mapping[str, str]
    findings: list[Finding] = field(default_factory=list)
    by_path: dict[str, str] = field(default_factory=dict)
    by_title: dict[str, list[str]] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    generated: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for id, sheet in self.sheets.items():
            self.by_path[sheet.path] = id
            self.by_title.setdefault(fold(sheet.title), []).append(id)
        self.pages = frozenset(owner for owner in self.addresses.values() if owner not in self.sheets)

    @cached_property
    def meant(self) -> Meant:
        """What links that lead nowhere mean."""
        return Meant(self.settings, self.sheets, self.pages)

    def report(self, use: Use, code: str, suggestion: str | None = None, **values: str) -> None:
        """Note a finding about a link of a sheet."""
        self.findings.append(Finding(code, use.sheet.path, use.place(use.link.span), values, suggestion))

    def resolve(self, use: Use) -> Target | None:
        """Where a link leads, or None with a finding."""
        link = use.link
        if link.wiki:
            return self.wiki(use)
        scheme = SCHEME.match(link.target)
        if scheme or link.target.startswith("//"):
            if scheme and scheme[1].lower() in SAFE_SCHEMES and not link.image:
                if WHOLE.match(link.target):
                    return Target("outside", link.target)
                self.report(use, "broken-link", with_scheme(link.target.strip()), value=link.target)
                return None
            if link.image and (not scheme or scheme[1].lower() in ("http", "https")):
                self.report(use, "outside-image")
                return None
            whole = None if link.image else with_scheme(link.target.strip())
            self.report(use, "bad-link-scheme", whole, scheme=f"{scheme[1]}:" if scheme else "//")
            return None
        path, _, anchor = link.target.partition("#")
        if not path and anchor:
            return self.with_anchor(use, Target("sheet", use.sheet.id, anchor))
        return self.with_anchor(use, self.by_place(use, unquote(path), anchor))

    def wiki(self, use: Use) -> Target | None:
        """The sheet that `[[collection/slug]]` or `[[title]]` names, perhaps with `#heading`."""
        name, _, anchor = use.link.target.partition("#")
        name = name.strip()
        found = [name] if name in self.sheets else self.by_title.get(fold(name), [])
        if len(found) == 1:
            return self.with_anchor(use, Target("sheet", found[0], anchor.strip()))
        if found:
            others = ", ".join(f"[[{id}]]" for id in found)
            self.report(use, "ambiguous-wikilink", f"[[{found[0]}]]", value=name, others=others)
        elif not self.in_error(name):
            self.report(use, "unknown-wikilink", self.wiki_meant(use.sheet, use.link), value=name or use.link.target)
        return None

    def wiki_meant(self, sheet: Sheet, link: Link) -> str | None:
        """What to write in the place of a wiki link that names no sheet; a heading alone takes another sort of link."""
        name, _, anchor = link.target.partition("#")
        if not name.strip() and (slug := slugify(anchor)):
            close = self.meant.suggestions.near(slug, self.texts[sheet.body].anchors)
            return f"[{anchor.strip()}](#{close or slug})"
        found = self.meant.sheet(name.strip(), sheet)
        return f"[[{found}{'#' * bool(anchor)}{anchor}]]" if found else None

    def in_error(self, id: str) -> bool:
        """Whether an id is that of a sheet that could not be read, and that has findings of its own."""
        collection, _, slug = id.rpartition("/")
        return collection in self.sources and is_file(self.settings.root / self.sources[collection] / f"{slug}.md")

    def by_place(self, use: Use, path: str, anchor: str) -> Target | None:
        """What lies at a path that starts from the sheet's folder, or at an address that starts with `/`."""
        sheet, link = use.sheet, use.link
        if path.startswith("/"):
            address = path.strip("/") + "/" if path.strip("/") else ""
            if owner := self.addresses.get(address):
                return Target("sheet" if owner in self.sheets else "page", owner, anchor)
            if address in self.generated:
                return Target("address", address, anchor)
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(sheet.path), path))
        if joined in self.by_path and not link.image:
            return Target("sheet", self.by_path[joined], anchor)
        if joined in self.pages and not link.image:
            return Target("page", joined, anchor)
        place, code = locate(self.settings.root, self.settings.content, sheet.path, path) if path else (None, None)
        if place and published_type(place):
            return Target("file", place)
        if place and place.endswith(".md") and not posixpath.basename(place).startswith("_"):
            return None  # a sheet in error, which has findings of its own
        if place and not place.endswith(".md"):
            self.report(use, "bad-file-type", value=path, valid=", ".join(FILE_TYPES))
        elif code == "file-outside" and not path.startswith("/"):
            self.report(use, code, self.meant.path(path, use.sheet, image=link.image), value=path)
        else:
            code = "file-missing" if link.image else "broken-link"
            whole = None if link.image else completed(link.target)
            near = None if whole else self.meant.path(path, use.sheet, image=link.image)
            suggestion = f"{near}#{anchor}" if near and anchor else near
            self.report(use, code, whole or suggestion, value=link.target)
        return None

    def with_anchor(self, use: Use, target: Target | None) -> Target | None:
        """The target, after a look at whether the sheet that it leads to has that heading."""
        if target is None or target.kind != "sheet" or not target.anchor:
            return target
        anchors = self.texts[self.sheets[target.place].body].anchors
        if target.anchor not in anchors:
            close = self.meant.suggestions.near(target.anchor, anchors)
            self.report(use, "broken-anchor", f"#{close}" if close else None, anchor=target.anchor)
            return None
        return target


def completed(target: str) -> str | None:
    """The address most likely meant where its beginning is not right: `www.example.org`, `info@example.org`."""
    mailbox = re.fullmatch(r"[^\s/@:]+@[^\s/@:]+\.\w+", target)
    return f"mailto:{target}" if mailbox else with_scheme(target)


def key_of(link: Link) -> str:
    """The name of a link within its sheet."""
    return f"[[{link.target}" if link.wiki else link.target
