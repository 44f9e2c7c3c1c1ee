"""Every generated page of the site, and the redirections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..addresses import hand_written, relative_url
from ..commons import Commons
from .listings import ListingPages
from .page import GeneratedPage
from .sheet_page import SheetPages
from .templates import Templates


def generate(commons: Commons, overrides: Path | None = None) -> Iterator[GeneratedPage]:
    """Every page made from the Commons. A page written by hand at the same address takes its place."""
    templates = Templates(commons.settings.language, overrides)
    by_hand = {address for address, _ in hand_written(commons.settings, commons.schema)}
    for page in ListingPages(commons, templates).all():
        if page.address not in by_hand:
            yield page
    sheets = SheetPages(commons, templates)
    for sheet in commons.sheets.values():
        yield sheets.page(sheet)


def redirections(commons: Commons) -> Iterator[tuple[str, str]]:
    """For each former address of a sheet, that address and a small HTML page that leads to the new one."""
    templates = Templates(commons.settings.language)
    for address, id in commons.aliases.items():
        sheet = commons.sheets[id]
        url = relative_url(sheet.address, address, directory_urls=commons.settings.directory_urls)
        yield address, templates.render("pages/redirect.html", sheet=sheet, url=url)
