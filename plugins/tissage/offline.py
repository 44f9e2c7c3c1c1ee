"""A site in one ZIP file, to be opened from a folder: no server, no Internet."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .language import N_, slugify
from .pages.words import date_words
from .schema.kinds.dates import PartialDate
from .settings import Settings

SERVED: Final = frozenset(("404.html", "feed.xml", "robots.txt", "sitemap.xml", "sitemap.xml.gz"))
"""What only a server and those who crawl it have a use for."""
EARLIEST: Final = 315532800
"""The first second that a ZIP file can tell: 1 January 1980."""
UNIX: Final = 3
READABLE: Final = 0o100644 << 16


def pack(site: Path, folder: Path, settings: Settings) -> Path:
    """Write the ZIP file of a built site into a folder; returns its path.

    A former one stays until this one is whole.
    """
    say = settings.language.say
    name = say(N_("{site}-offline"), site=slugify(settings.site_name) or "site")
    target = folder / f"{name}.zip"
    draft = folder / f".{name}.{os.getpid()}.tmp"
    try:
        with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
            # With the mark at its beginning, the oldest editors read the accents too.
            archive.writestr(entry(f"{name}/{say(N_('README.txt'))}"), readme(settings).encode("utf-8-sig"))
            for file in sorted(path.relative_to(site).as_posix() for path in files(site)):
                archive.writestr(entry(f"{name}/{file}"), (site / file).read_bytes())
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def files(site: Path) -> Iterator[Path]:
    """The files of a site that one reads from a folder."""
    return (path for path in site.rglob("*") if path.is_file() and path.relative_to(site).as_posix() not in SERVED)


def entry(name: str) -> ZipInfo:
    """An entry of the ZIP file, which tells neither the moment nor the system: the same site gives the same file."""
    moment = max(EARLIEST, int(os.environ.get("SOURCE_DATE_EPOCH") or EARLIEST))
    info = ZipInfo(name, time.gmtime(moment)[:6])
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, UNIX, READABLE
    return info


def readme(settings: Settings) -> str:
    """What someone who opens the ZIP file has to know, in lines that the oldest editors read."""
    say = settings.language.say
    today = date_words(PartialDate(settings.today.isoformat()), settings.language)
    lines = [
        say(N_("{site}: the whole site, to be read without the Internet."), site=settings.site_name),
        say(N_("First take the whole folder out of the ZIP file. On Windows: right-click it, then “Extract All”.")),
        say(N_("Then, in that folder, double-click index.html.")),
        say(N_("The search in all the texts does not work from a folder. The filters of the catalogue do.")),
        say(N_("This copy was made on {date}."), date=today),
    ]
    if settings.site_url:
        lines.append(say(N_("The site itself, up to date: {address}"), address=settings.site_url))
    return "\r\n\r\n".join(lines) + "\r\n"
