"""Names that a site may not take, and fields that it may not hide: the engine uses them already."""

from __future__ import annotations

from typing import Final

FIELDS: Final = frozenset(("id", "collection", "slug", "url", "body"))
"""What every sheet has without a field: made from its file and its collection."""
PUBLIC: Final = ("title", "summary")
"""The fields that cards, lists and search engines show of every sheet."""
FACETS: Final = frozenset(("q", "tri", "sort", "page", "catalogue"))
"""What the address of an index says beside its facets: words, order, page, and the facet of catalogues."""
COLLECTIONS: Final = frozenset(("catalogue",))
"""`schemas/catalogue.json` is the schema of the whole catalogue."""
ADDRESSES: Final = frozenset(
    (
        "404.html",
        "agenda.ics",
        "assets",
        "catalogue",
        "catalogue.csv",
        "catalogue.json",
        "feed.xml",
        "ma-selection",
        "merci",
        "pagefind",
        "proposer",
        "robots.txt",
        "schemas",
        "search",
        "sitemap.xml",
        "sitemap.xml.gz",
        "tableau-de-bord",
    )
)
"""The first parts of the addresses at which the engine and its host write."""
