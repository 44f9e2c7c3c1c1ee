"""The Markdown of sheets: limits, parsing, and the HTML of the page. One parser, the same for bodies and fields."""

from .html import ALERT_TITLES, TABLE, set_apart, to_html
from .limits import check_limits
from .parsing import NOTHING, SAFE_SCHEMES, SCHEME, TAG, Heading, Link, Parsed, parse

__all__ = [
    "ALERT_TITLES",
    "NOTHING",
    "SAFE_SCHEMES",
    "SCHEME",
    "TABLE",
    "TAG",
    "Heading",
    "Link",
    "Parsed",
    "check_limits",
    "parse",
    "set_apart",
    "to_html",
]
