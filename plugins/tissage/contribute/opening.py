"""The site that a command brings sheets to, and the collection that it was told: or a sentence that says why not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from ..language import N_
from ..reports import REPORTERS
from ..reports.exits import FOUND, USAGE
from ..schema.model import Collection
from ..settings_file import read_settings
from .names import find_collection, near_collection
from .site import Site, read_site

NO_SITE: Final = N_("There is no site in “{path}”: go to the folder of its mkdocs.yml first.")


class Closed(Exception):
    """Raised where a command can go no further; its text says why, `code` is the exit code."""

    def __init__(self, text: str, code: int) -> None:
        super().__init__(text)
        self.code = code


def program() -> str:
    """What one types to call this program again: its path from here, where it lies below, else its name."""
    here, called = Path.cwd(), Path(sys.argv[0]).absolute()
    return str(called.relative_to(here)) if called.is_relative_to(here) and called.stem == "tissage" else "tissage"


def open_site(root: Path) -> Site:
    """The site at a folder. Raises Closed."""
    settings, findings = read_settings(root)
    say = settings.language.say
    if not (root / "mkdocs.yml").is_file():
        raise Closed(say(NO_SITE, path=root), USAGE)
    site, found = read_site(settings)
    if site is None:
        said = REPORTERS["text"]([*findings, *found], root, settings.language)
        raise Closed(f"{said}{say(N_('Nothing was written: mend the errors first.'))}", FOUND)
    return site


def collection_called(written: str, site: Site) -> Collection:
    """The collection that goes by a name. Raises Closed with the nearest one and the list."""
    if collection := find_collection(written, site.schema):
        return collection
    language = site.settings.language
    known = [f"{one.id} ({language.form(one.label, 'many', one.id)})" for one in site.schema.collections.values()]
    lines = [language.say(N_("There is no collection “{value}”."), value=written)]
    if near := near_collection(written, site.schema):
        lines.append(language.say(N_("Write instead: {suggestion}"), suggestion=near))
    lines.append(language.say(N_("The collections are: {valid}."), valid=", ".join(known)))
    raise Closed("\n".join(lines), USAGE)
