"""A browser, and this site served to it as any web server would."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tools.builds import REPOSITORY, Build, copy_of_ours
from tools.reading import DESKTOP, KINDS, PATIENCE, Address, Open, Quiet, Reader, Serve

SYSTEM: Final = Path("/usr/bin/chromium")

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def address(plain: Build) -> Address:
    """The address of a page of a kind: of a collection, its longest sheet."""
    catalogue = json.loads((plain.site / "catalogue.json").read_text(encoding="utf-8"))
    longest: dict[str, tuple[int, str]] = {}
    for sheet in catalogue["sheets"]:
        size = (plain.site / sheet["url"] / "index.html").stat().st_size
        longest[sheet["collection"]] = max(longest.get(sheet["collection"], (0, "")), (size, sheet["url"]))
    return lambda kind: KINDS[kind] if kind in KINDS else longest[kind][1]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serves a folder on a free port; returns its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def site(serve: Serve, plain: Build) -> str:
    """The address of this site."""
    return serve(plain.site)


@pytest.fixture(scope="session")
def chromium_path() -> str | None:
    """Where Chromium is: the one that TISSAGE_CHROMIUM names, else the system's, else Playwright's own (none)."""
    return os.environ.get("TISSAGE_CHROMIUM") or (str(SYSTEM) if SYSTEM.exists() else None)


@pytest.fixture(scope="session")
def chromium(chromium_path: str | None) -> Iterator[Browser]:
    """The browser that all share."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def reader(chromium: Browser, site: str) -> Iterator[Open]:
    """Gives a reader by the width and colours of their screen, the same one each time."""
    readers: dict[Any, Reader] = {}

    def find(width: int = DESKTOP, scheme: str = "light", scripts: bool = True) -> Reader:
        key = (width, scheme, scripts)
        if key not in readers:
            context = chromium.new_context(
                viewport={"width": width, "height": 800},
                color_scheme="dark" if scheme == "dark" else "light",
                java_script_enabled=scripts,
                locale="fr-CA",
                reduced_motion="reduce",
            )
            readers[key] = Reader(context, site)
        return readers[key]

    yield find
    for each in readers.values():
        each.context.close()


@pytest.fixture
def visitor(chromium: Browser, site: str) -> Iterator[Reader]:
    """Someone who comes to the site for the first time."""
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    yield Reader(context, site)
    context.close()


@pytest.fixture(scope="session")
def forge_site(serve: Serve, published: Build) -> str:
    """The address of this site with its repository on GitHub."""
    return serve(published.site)


@pytest.fixture
def contributor(chromium: Browser, forge_site: str) -> Iterator[Reader]:
    """Someone who opens the form for the first time."""
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 900}, locale="fr-CA", accept_downloads=True)
    yield Reader(context, forge_site)
    context.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk of the editors: a copy of the site's sources, to put proposed sheets into.

    Each worker has its own: two that put sheets of one name there at the same time would see each other's.
    """
    return copy_of_ours(REPOSITORY, tmp_path_factory.mktemp("desk"))
