"""A generated page, before any host lays it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..markdown import Heading


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a page holds: its HTML without the layout, the headings of its table of contents, what goes in `<head>`.

    `public` is its HTML without what is sensitive, where that is not the same: the search and a booklet get no other.
    """

    html: str
    headings: tuple[Heading, ...] = ()
    head: str = ""
    public: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """One page of the site.

    `address` goes from the site's root and ends with `/` (the home page's is empty). `render` takes the Markdown of the
    page (`markdown`, which a host's hooks may have changed) and gives the rest. `source` is the path of the sheet it
    comes from, `sheet` that sheet's id, `section` the address of the index that it belongs to. The search names what
    it is by its `kicker` and filters it by its `filters`, names and values; what is not `findable` is left out.
    What is not `indexed` asks search engines to pass it over.
    """

    address: str
    title: str
    description: str
    render: Callable[[str], Rendered]
    kind: str = "listing"
    section: str = ""
    markdown: str = ""
    source: str | None = None
    sheet: str | None = None
    updated: str | None = None
    findable: bool = True
    indexed: bool = True
    kicker: str = ""
    filters: tuple[tuple[str, str], ...] = ()
