"""A page is light enough for a slow line, asks nothing of another host, and does not jump while its pictures come."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Response

from tools.reading import DESKTOP, Address, Reader

MOST: Final = 150_000
"""Bytes that a first visit may take, compressed."""
TEXTS: Final = ("text/", "application/json", "application/javascript", "image/svg+xml")
"""What a server compresses."""
UNSIZED: Final = """() => [...document.querySelectorAll("img")]
  .filter(e => !e.closest(".md-logo"))
  .filter((e, i) => !e.hasAttribute("width") || !e.hasAttribute("height") || (i && e.loading !== "lazy"))
  .map(e => e.outerHTML.slice(0, 120))"""
"""The pictures whose room is not kept, or that come before anyone sees them; styles keep the room of the logo."""


@pytest.fixture
def stranger(chromium: Browser, site: str) -> Iterator[Reader]:
    """Someone whose browser has nothing of the site in store."""
    context = chromium.new_context(viewport={"width": DESKTOP, "height": 800}, locale="fr-CA")
    yield Reader(context, site)
    context.close()


def weight(response: Response) -> int:
    """The bytes of an answer, compressed where a server would."""
    body = response.body()
    kind = response.headers.get("content-type", "")
    return len(gzip.compress(body, 6)) if kind.startswith(TEXTS) else len(body)


@pytest.mark.parametrize("kind", ["home", "stories", "agreements"])
def test_a_first_visit_is_light(stranger: Reader, address: Address, kind: str) -> None:
    answers: list[Response] = []
    stranger.context.on("response", lambda answer: answers.append(answer))
    page = stranger.open(address(kind))
    page.wait_for_load_state("networkidle")
    sizes = {urlsplit(answer.url).path: weight(answer) for answer in answers}
    rows = sorted(sizes.items(), key=lambda row: -row[1])
    table = "\n".join(f"{size:>8,}  {path}" for path, size in [*rows, ("together", sum(sizes.values()))])
    print(table)
    assert sum(sizes.values()) < MOST, f"The page is too heavy:\n{table}"
    assert stranger.elsewhere == []
    assert stranger.settle() == []
    assert page.evaluate(UNSIZED) == []
