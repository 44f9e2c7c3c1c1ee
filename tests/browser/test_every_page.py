"""On every kind of page, wide and narrow, light and dark: no barrier, no complaint, nothing asked of another host."""

from __future__ import annotations

from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe

from tools.builds import Build
from tools.reading import DESKTOP, KINDS, OVERFLOW, PHONE, SHEETS, TOO_WIDE, Address, Open

GRAVE: Final = ("serious", "critical")


def barriers(page: Any) -> dict[str, list[str]]:
    """What axe finds that is serious or critical: each rule with the first places."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return {
        f"{one['id']}: {one['help']}": [node["html"][:160] for node in one["nodes"][:3]]
        for one in found
        if one["impact"] in GRAVE
    }


@pytest.mark.parametrize("kind", [*KINDS, *SHEETS])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE], ids=["1280", "320"])
def test_there_is_no_barrier(reader: Open, address: Address, kind: str, scheme: str, width: int) -> None:
    visitor = reader(width, scheme)
    page = visitor.open(address(kind))
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")
    assert page.evaluate(OVERFLOW) == []
    assert barriers(page) == {}
    assert visitor.settle() == []
    assert visitor.elsewhere == []


def test_no_text_is_wider_than_a_phone(reader: Open, plain: Build) -> None:
    visitor = reader(PHONE, scripts=False)
    wide = {}
    for path in plain.pages:
        visitor.page.goto(visitor.site + path, wait_until="domcontentloaded")
        if found := visitor.page.evaluate(TOO_WIDE):
            wide[path] = found
    assert wide == {}


def test_the_menu_of_a_phone_has_no_barrier(reader: Open) -> None:
    page = reader(PHONE).open("")
    page.locator("label[for=__drawer].md-header__button").click()
    page.wait_for_timeout(400)
    assert barriers(page) == {}
