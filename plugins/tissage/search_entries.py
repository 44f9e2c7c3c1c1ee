"""What the theme's search indexes of our pages, in the form of its index: cut from the HTML by patterns.

The theme's own indexer walks every page tag by tag, which takes longer than all the rest of a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

BEGIN: Final = '<h1 id="contenu">'
END: Final = '<section class="tissage-links"'
SECTION: Final = re.compile(r'<h[23] id="([^"]+)">(.*?)</h[23]>', re.S)
BETWEEN: Final = re.compile(r"(?:<[^>]*>|\s)+")


def write_search_from_disk(site: Path) -> None:
    """Write the theme's search index as the script that its search asks for where pages are opened from a folder."""
    index = site / "search" / "search_index.json"
    if index.is_file():
        index.with_suffix(".js").write_text(f"var __index = {index.read_text(encoding='utf-8')}", encoding="utf-8")


def words(html: str) -> str:
    """The text of some HTML. Its entities stay: the search shows entries as HTML."""
    return BETWEEN.sub(" ", html).strip()


def sheet_entries(url: str, title: str, html: str) -> Iterator[dict[str, str]]:
    """An entry for the sheet at `url` and one for each of its sections; its links to other sheets are left out.

    `title` is HTML already; `html` is the whole page without the site's layout.
    """
    body = html.partition(BEGIN)[2].partition("</h1>")[2].partition(END)[0]
    pieces = SECTION.split(body)
    yield {"location": url, "title": title, "text": words(pieces[0])}
    for anchor, heading, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        yield {"location": f"{url}#{anchor}", "title": words(heading), "text": words(text)}


def listing_entry(url: str, title: str, description: str) -> dict[str, str]:
    """An entry for a page that lists sheets: they have entries of their own. Both texts are HTML already."""
    return {"location": url, "title": title, "text": description}
