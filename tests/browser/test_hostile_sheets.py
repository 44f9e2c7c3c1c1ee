"""What a contributor writes runs in no reader's browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tools.builds import Build, built
from tools.hostile import hostile_site
from tools.html import is_redirection, text
from tools.reading import Reader, Serve

TRAP = "window.caught = 0; window.PIRATE = () => { window.caught += 1; };"

HOVER = "document.querySelectorAll('*').forEach(e => e.dispatchEvent(new MouseEvent('mouseover')))"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The site whose sheets try to run code."""
    return built(hostile_site(tmp_path_factory.mktemp("hostile")))


@pytest.fixture
def victim(chromium: Browser, serve: Serve, hostile: Build) -> Iterator[Reader]:
    """Someone who reads that site."""
    context = chromium.new_context(locale="fr-CA")
    context.add_init_script(TRAP)
    victim = Reader(context, serve(hostile.site))
    yield victim
    context.close()


def test_nothing_runs_on_any_page(victim: Reader, hostile: Build) -> None:
    dialogs: list[str] = []
    victim.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    caught = {}
    for path in (path for path, page in hostile.pages.items() if "PIRATE" in text(page) and not is_redirection(page)):
        victim.page.goto(victim.site + path, wait_until="domcontentloaded")
        victim.page.evaluate(HOVER)
        if victim.page.evaluate("window.caught"):
            caught[path] = victim.page.evaluate("window.caught")
    assert caught == {}
    assert dialogs == []
    assert victim.elsewhere == []


def test_nothing_runs_while_one_searches(victim: Reader) -> None:
    page = victim.open("")
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").fill("PIRATE")
    page.locator(".tissage-finder__results > li").first.wait_for()
    page.evaluate(HOVER)
    assert page.evaluate("window.caught") == 0


@pytest.mark.parametrize("query", ["?q=PIRATE", "?champ=<img src=x onerror=caught++>&q=<b onclick=caught++>"])
def test_nothing_runs_while_one_filters(victim: Reader, query: str) -> None:
    page = victim.open("catalogue/" + query)
    page.locator(".tissage-status").wait_for()
    page.evaluate(HOVER)
    assert page.evaluate("window.caught") == 0
    assert page.locator("tissage-index img").count() == 0
