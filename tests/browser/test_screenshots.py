"""What the script of the pictures does on each page, done here: one that could not be taken anew would go stale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from playwright.sync_api import expect

import screenshots
from tools.reading import Open

SHOWN: Final[Mapping[str, str]] = {
    "accueil": "h1",
    "accueil-sombre": "h1",
    "filtrer": ".tissage-filters",
    "pratique": "h1",
    "histoire": "h1",
    "entente-type": "h1",
    "territoires": ".tissage-map__figure",
    "chercher": "dialog mark",
    "proposer": ".tissage-field input",
    "remettre": ".tissage-endings h2",
}
"""What each picture is there to show."""


@pytest.mark.parametrize("capture", screenshots.CAPTURES, ids=lambda capture: str(capture.name))
def test_each_picture_can_be_taken_anew(reader: Open, capture: screenshots.Capture) -> None:
    page = reader(scheme=capture.scheme).open(capture.address)
    capture.act(page)
    expect(page.locator(SHOWN[capture.name]).first).to_be_in_viewport()
    page.evaluate("localStorage.clear()")
