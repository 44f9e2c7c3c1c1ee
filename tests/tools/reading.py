"""A browser on a built site: the kinds of pages there are, a server, and someone who reads."""

from __future__ import annotations

from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request

DESKTOP: Final = 1280
PHONE: Final = 320


KINDS: Final = {
    "home": "",
    "territories": "territoires/",
    "a field of action": "champs-d-action/mutualisation/",
    "an index": "pratiques/",
    "the whole catalogue": "catalogue/",
    "a page by hand": "aide/ecrire-une-fiche/",
    "the dashboard of the editors": "tableau-de-bord/",
    "thanks": "merci/",
    "the fields of a collection": "aide/fiches/events/",
    "an address that does not exist": "pas-la/",
}
"""The address of a page of each kind, but for sheets."""
SHEETS: Final = ("practices", "stories", "agreements", "events", "organisations", "communities")
"""The collections whose sheets show all that sheets may show."""
PATIENCE: Final = 60_000
"""Milliseconds that anything may take in the browser: a machine that is given little time may stop for many seconds."""
TOO_WIDE: Final = """() => {
  const wide = document.documentElement.clientWidth;
  const scrolls = e => {
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true;
    return false;
  };
  return [...document.querySelectorAll(".md-content *")]
    .filter(e => e.getBoundingClientRect().right > wide + 1 && !scrolls(e))
    .map(e => e.outerHTML.slice(0, 100)).slice(0, 3);
}"""
"""The elements of the page's text that reach beyond the screen, but for those in a box that scrolls."""
OVERFLOW: Final = """() => {
  const page = document.scrollingElement, wide = document.documentElement.clientWidth;
  if (page.scrollWidth <= wide) return [];
  return [`The page is ${page.scrollWidth} px wide.`, ...[...document.body.querySelectorAll("*")]
    .filter(e => e.getBoundingClientRect().right > wide + 1).map(e => e.outerHTML.slice(0, 100)).slice(0, 3)];
}"""
"""What makes the page scroll sideways, if it does."""
NO_STORE: Final = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The browser keeps nothing.", "SecurityError"); },
})"""
"""A browser that refuses to keep anything."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, its own page for what is not there, and says nothing."""

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Reader:
    """Someone who reads the site, with all that their browser asks for and complains of."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context, self.site = context, site
        self.requests: list[str] = []
        self.errors: list[str] = []
        context.on("request", self.note)
        context.on("weberror", lambda error: self.errors.append(f"{error.page and error.page.url}: {error.error}"))
        context.on("console", lambda said: self.hear(said.type, said.text, said.page.url if said.page else ""))
        context.set_default_timeout(PATIENCE)
        self.page: Page = context.new_page()

    def note(self, request: Request) -> None:
        self.requests.append(request.url)

    def hear(self, kind: str, words: str, where: str) -> None:
        expected = "404 (Not Found)" in words and where.endswith("/pas-la/")
        if kind in ("error", "warning") and not expected:
            self.errors.append(f"{where}: {words}")

    def open(self, address: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.site + address, wait_until="load")
        return self.page

    @property
    def elsewhere(self) -> list[str]:
        """The requests to another host."""
        own = urlsplit(self.site).netloc
        return [url for url in self.requests if urlsplit(url).scheme.startswith("http") and urlsplit(url).netloc != own]

    def settle(self) -> list[str]:
        """What the browser complained of since the last time."""
        self.page.wait_for_timeout(50)
        errors, self.errors[:] = list(self.errors), []
        return errors


Serve = Callable[[Path], str]
"""Serves a folder; returns its address."""
Address = Callable[[str], str]
"""The address of a page of a kind."""
Open = Callable[..., Reader]
"""A reader, by the width and the colours of their screen."""
