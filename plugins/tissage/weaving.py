"""The whole way, from a folder to the Commons: settings, schema, sheets, links, and every finding on the way."""

from __future__ import annotations

from .checking import check_sheets
from .codes import has_errors
from .commons import Commons
from .findings import Finding, in_reading_order
from .linking import link
from .media import foreign_links
from .schema.loading import load_schema
from .schema.model import Schema
from .settings import Settings
from .settings_checks import still_to_set


def weave(settings: Settings) -> tuple[Commons, list[Finding]]:
    """Read, check and link the site.

    Links to elsewhere on the disk stop all the rest: nothing is read through them. Wrong collections do too: checking
    sheets by them would mislead.

    Returns the Commons (in which a sheet in error may be missing) and all findings, in reading order.
    """
    if foreign := list(foreign_links(settings.root, settings.content)):
        return Commons(settings=settings, schema=Schema()), in_reading_order(foreign)
    schema, findings = load_schema(settings)
    if has_errors(findings):
        return Commons(settings=settings, schema=schema), in_reading_order(findings)
    sheets, in_sheets = check_sheets(settings, schema)
    commons, between_sheets = link(settings, schema, sheets)
    return commons, in_reading_order([*findings, *in_sheets, *between_sheets, *still_to_set(settings)])
