"""The names by which feeds and calendars know sheets: no two sites share one, and no change of address touches them."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

from ..settings import Settings


def uuid_of(settings: Settings, id: str = "") -> UUID:
    """The name-based UUID (RFC 9562, version 5) of a sheet, or of the site itself.

    A site is known by its address, and by its name while it has none.
    """
    return uuid5(NAMESPACE_URL, f"{settings.site_url or settings.site_name}#{id}")
