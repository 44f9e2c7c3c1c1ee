"""`/robots.txt`: everything may be read; where the sitemap is, once the site's address is known."""

from __future__ import annotations

from ..commons import Commons
from .public import absolute


def render(commons: Commons) -> str:
    """The file (RFC 9309). Crawlers read it at the root of a host alone; below a path it does no harm."""
    sitemap = absolute("sitemap.xml", commons.settings)
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")
