"""Addresses: each belongs to one sheet, one term, one page; former ones lead to the sheet that had them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from .findings import Finding, Span
from .language import N_, Language
from .schema import reserved
from .schema.model import Schema
from .settings import Settings
from .sheets import Sheet
from .walking import is_file, walk

CATALOGUE: Final = "catalogue/"
REFERENCE: Final = "aide/fiches/"
SELECTION: Final = "ma-selection/"
PROPOSE: Final = "proposer/"
DASHBOARD: Final = "tableau-de-bord/"
THANKS: Final = "merci/"
ALIAS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,9}")


def hand_written(settings: Settings, schema: Schema) -> Iterator[tuple[str, str]]:
    """The address and path of each page written by hand in the content folder."""
    for path in walk(settings.root, settings.content, without=schema.sources):
        if path.endswith(".md"):
            yield page_address(path.removeprefix(f"{settings.content}/")), path


def page_address(path: str) -> str:
    """The address of a Markdown page at `path` in the content folder: `aide/index.md` → `aide/`."""
    stem = posixpath.splitext(path)[0]
    folder = posixpath.dirname(stem) if posixpath.basename(stem).lower() in ("index", "readme") else stem
    return f"{folder}/" if folder else ""


def page_target(path: str, *, directory_urls: bool = True) -> str:
    """What a link to the Markdown page at `path` leads to: its address, or the file that the host names after it."""
    address = page_address(path)
    if directory_urls:
        return address
    return f"{address}index.html" if f"{posixpath.dirname(path)}/".lstrip("/") == address else f"{path[:-3]}.html"


def generated(schema: Schema, language: Language) -> Iterator[tuple[str, str]]:
    """The address and the name of each page that lists sheets, or that says which fields they have."""
    yield "", language.say(N_("Home"))
    yield CATALOGUE, language.say(N_("Whole catalogue"))
    yield SELECTION, language.say(N_("My selection"))
    yield PROPOSE, language.say(N_("Propose a sheet"))
    yield DASHBOARD, language.say(N_("Dashboard"))
    yield THANKS, language.say(N_("Thank you"))
    for collection in schema.collections.values():
        name = language.form(collection.label, "many")
        yield f"{collection.url}/", name
        yield f"{REFERENCE}{collection.id}/", language.say(N_("Fields: {collection}"), collection=name)
        one = language.form(collection.label, "one")
        yield f"{PROPOSE}{collection.url}/", language.say(N_("Propose a sheet: {collection}"), collection=one)
    for vocabulary in schema.vocabularies.values():
        if vocabulary.url:
            yield f"{vocabulary.url}/", language.form(vocabulary.label, "many")
            for slug, term in vocabulary.terms.items():
                yield f"{vocabulary.url}/{slug}/", language.label(term.label, slug)


def check_addresses(
    settings: Settings, schema: Schema, sheets: list[Sheet]
) -> tuple[dict[str, str], dict[str, str], list[Finding]]:
    """Give every address its owner.

    Returns the owner of each address (a sheet's id, or the path of a page written by hand), the former addresses
    with the id that they lead to, and findings where two want the same one.
    """
    owners: dict[str, str] = dict(hand_written(settings, schema))
    paths = owners.copy()
    for address, title in generated(schema, settings.language):
        paths.setdefault(address, settings.language.say(N_("the page “{title}”"), title=title))
    aliases: dict[str, str] = {}
    findings: list[Finding] = []
    for sheet in sheets:
        if sheet.address in paths:
            findings.append(same_address(sheet, Span(), sheet.address, paths[sheet.address]))
        else:
            paths[sheet.address], owners[sheet.address] = sheet.path, sheet.id
    for sheet in sheets:
        for written, span in written_aliases(sheet):
            address = written.strip("/") + "/"
            if not ALIAS.fullmatch(written.strip("/")) or ".." in written or written.endswith("index.html"):
                findings.append(Finding("bad-alias", sheet.path, span, {"value": written}))
            elif taken := paths.get(address) or other_file(address, settings):
                findings.append(same_address(sheet, span, address, taken))
            else:
                paths[address], aliases[address] = sheet.path, sheet.id
    return owners, aliases, findings


def other_file(address: str, settings: Settings) -> str:
    """The file that stands at an address or above it, where it is one of the engine's or lies beside the sheets."""
    parts = address.rstrip("/").split("/")
    if parts[0] in reserved.ADDRESSES:
        return "/".join(parts)
    above = ["/".join(parts[: number + 1]) for number in range(len(parts))]
    places = [place for path in above for place in (f"{settings.content}/{path}", path) if "/" in place]
    return next((place for place in places if is_file(settings.root / place)), "")


def written_aliases(sheet: Sheet) -> Iterator[tuple[str, Span]]:
    """The former addresses of a sheet, each with its place."""
    for number, written in enumerate(sheet.values.get("aliases", ())):
        yield written, sheet.span("aliases", number)


def same_address(sheet: Sheet, span: Span, address: str, other: str) -> Finding:
    """The finding for an address that two want."""
    return Finding("same-address", sheet.path, span, {"address": f"/{address}", "other": other})


def relative_url(target: str, page: str, *, directory_urls: bool = True) -> str:
    """The link from the page at one address to another address or file, such as `../../logo.svg`.

    Addresses end with `/` (the home page's is empty); without directory URLs they are written as `.html` files.
    """
    path, mark, anchor = target.partition("#")
    if mark and path == page:
        return f"#{anchor}"
    if not directory_urls:
        path, page = as_file(path), as_file(page)
    return ("../" * page.count("/") + path or "./") + mark + anchor


def as_file(address: str) -> str:
    """The file of an address where directory URLs are off: one level of a list of pages keeps its `index.html`."""
    if address and not address.endswith("/"):
        return address
    return f"{address}index.html" if address.count("/") <= 1 else f"{address.rstrip('/')}.html"
