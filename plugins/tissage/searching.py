"""The search over everything: what each page says, in small pages of their own, and Pagefind, which indexes them.

Pagefind would spend most of its time on the layout of real pages; here it reads what is to be found, and nothing else.
It runs beside the host, which writes the site meanwhile.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

FOLDER: Final = "pagefind"
"""Where the index lies in the site."""
BEGIN: Final = '<h1 id="contenu">'
END: Final = re.compile(r'<section class="tissage-links"|<footer class="tissage-sheet__footer"')
"""A sheet's links to others are found by what those others say."""
LEAD: Final = '<p class="tissage-lead"'
MOST: Final = 10
MORE: Final = 4
LEAST: Final = 0.5
"""How much words count in Pagefind’s measure, where those of a text count for 1: titles, summaries, names of lists."""
ACCENTED: Final = re.compile(r"é(?:es?|s)?(?!\w)")
"""The endings whose stem depends on their accent: Pagefind cuts « idées » otherwise than « idees »."""
BEGINNING: Final = re.compile(r"[^\W\d_]+\Z")
LONGEST: Final = 30
"""Letters: no word is longer, and looking further back would cost more than all the rest."""
BLOCK_ENDS: Final = re.compile(r"</(?:d[dt]|t[dh]|li|p|h[1-6]|div|figcaption)>(?=<)")
"""Where one text ends and another begins: Pagefind would make one word of a label and its value."""
STRAIGHT: Final = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
APART: Final = "’\u200a"
"""Pagefind takes « d’idées » for one word: a hair space makes it two, and whoever shows an excerpt takes it out."""
ASIDE: Final = re.compile(
    r'<details class="tissage-contents">.*?</details>|<p class="tissage-header__keep">.*?</p>', re.S
)
"""What stands on a sheet’s page and says nothing of it. A selector that leaves it out would cost Pagefind more."""
PATIENCE: Final = 900
"""Seconds, beyond which something holds Pagefind up: a hundred thousand sheets take less."""
INTERFACES: Final = ("*-ui.*", "*-highlight.js")
"""What Pagefind writes beside its index: interfaces that no page of ours asks for."""


@dataclass(frozen=True, slots=True)
class Findable:
    """A page as the search sees it: its address in the site, its HTML with a heading first, what it is filtered by."""

    address: str
    html: str
    kind: str = ""
    filters: tuple[tuple[str, str], ...] = ()


def findable_html(html: str) -> str:
    """What is to be found on a sheet's page: from its title, which counts most, to its links.

    Without an anchor the title stands for the whole page.
    """
    html = ASIDE.sub("", END.split(html.partition(BEGIN)[2], maxsplit=1)[0])
    return f'<h1 data-pagefind-weight="{MOST}">' + html.replace(LEAD, f'{LEAD} data-pagefind-weight="{MORE}"', 1)


def findable_name(title: str, description: str) -> str:
    """What is to be found of a page that lists sheets: its name, which counts for little beside theirs.

    Both are HTML already.
    """
    weight = f'data-pagefind-weight="{LEAST}"'
    return f"<div {weight}><h1 {weight}>{title}</h1><p>{description}</p></div>"


def findable_text(html: str) -> str:
    """What is to be found of a page written by hand: it counts for less than the sheets, which readers look for."""
    return f'<div data-pagefind-weight="{LEAST}">{html}</div>'


def small_page(page: Findable, language: str) -> str:
    """The page that Pagefind reads."""
    said = [f"<span data-pagefind-filter='{name}'>{escape(value)}</span>" for name, value in page.filters]
    said.append(f'<span data-pagefind-meta="address">{escape(page.address)}</span>')
    if page.kind:
        said.append(f'<span data-pagefind-meta="kind">{escape(page.kind)}</span>')
    html = STRAIGHT.sub("’", page.html) if "'" in page.html else page.html
    html = BLOCK_ENDS.sub(lambda end: f"{end[0]} ", html).replace("’", APART)
    return (
        f'<!doctype html><html lang="{language}"><body data-pagefind-body>'
        f"<div data-pagefind-ignore>{''.join(said)}</div>{html}</body></html>"
    )


def accented_words(html: str) -> Iterator[str]:
    """The words to which a query typed without accents may have to be brought back. The ending is looked for first."""
    for match in ACCENTED.finditer(html):
        place = match.start()
        if beginning := BEGINNING.search(html, max(0, place - LONGEST), place):
            yield (beginning[0] + match[0]).lower()


@dataclass
class Indexing:
    """Pagefind at work on a folder of small pages, which goes away with it.

    `accented` are the words to which a query typed without accents may have to be brought back.
    """

    pages: Path
    process: subprocess.Popen[str]
    output: Path
    accented: str

    @classmethod
    def start(cls, pages: Iterable[Findable], language: str, site: Path) -> Indexing:
        """Write the small pages and have them indexed into the folder of the site.

        They lie side by side, each with its address in it: a folder for each would cost as much as indexing it.
        """
        found = list(pages)
        folder = Path(tempfile.mkdtemp(prefix="tissage-search."))
        accented: set[str] = set()
        for number, page in enumerate(found):
            Path(folder, f"{number}.html").write_text(small_page(page, language), encoding="utf-8")
            accented.update(accented_words(page.html))
        command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path", str(site / FOLDER)]
        options = ["--force-language", language, "--quiet"]
        process = subprocess.Popen(
            [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
        )
        return cls(folder, process, site / FOLDER, " ".join(sorted(accented)))

    def finish(self) -> str:
        """Wait for the end; returns what Pagefind said where it failed, else nothing."""
        try:
            said, _ = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.stop()
            return f"> {PATIENCE} s"
        self.clean()
        for pattern in INTERFACES:
            for file in self.output.glob(pattern):
                file.unlink()
        return (said.strip() or str(self.process.returncode)) if self.process.returncode else ""

    def stop(self) -> None:
        """Give it up."""
        self.process.kill()
        self.process.communicate()
        self.clean()

    def clean(self) -> None:
        """Take the small pages away."""
        shutil.rmtree(self.pages, ignore_errors=True)
