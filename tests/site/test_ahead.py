"""Pages rendered in several processes are those that one renders, and a process that fails costs nothing."""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from tissage.pages.ahead import ENOUGH, processes_for, render_ahead
from tissage.pages.page import GeneratedPage, Rendered
from tissage.pages.site import generate
from tissage.pages.templates import Templates
from tissage.settings_file import read_settings
from tissage.weaving import weave
from tools.builds import small_site

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process safely")


def test_the_pages_are_the_same_in_any_number_of_processes(tmp_path: Path) -> None:
    settings, _ = read_settings(small_site(tmp_path))
    pages = list(generate(weave(settings)[0], Templates(settings)))
    alone = render_ahead(pages, 1)
    assert set(alone) == {page.address for page in pages}
    assert render_ahead(pages, 3) == alone
    assert multiprocessing.active_children() == []


def page(address: str, *, fails_elsewhere: bool) -> GeneratedPage:
    here = os.getpid()

    def render(markdown: str) -> Rendered:
        if fails_elsewhere and os.getpid() != here:
            raise RuntimeError(address)
        return Rendered(markdown)

    return GeneratedPage(address=address, title="", description="", render=render, markdown=address)


def test_the_share_of_a_process_that_fails_is_left_out() -> None:
    pages = [page("a/", fails_elsewhere=False), page("b/", fails_elsewhere=True), page("c/", fails_elsewhere=False)]
    assert render_ahead(pages, 2) == {"a/": Rendered("a/"), "c/": Rendered("c/")}


def test_a_small_site_is_rendered_by_one_process() -> None:
    assert processes_for(2 * ENOUGH - 1) == 1
