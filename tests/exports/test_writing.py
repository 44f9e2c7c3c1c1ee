"""Which files there are, and how they are written: whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tissage import addresses
from tissage.commons import Commons
from tissage.exports import EXPORTS, exports, robots, write_exports, write_file
from tissage.schema import reserved

Site = Callable[..., Commons]


def test_every_output_is_written_as_it_was_made(site: Site, tmp_path: Path) -> None:
    commons = site({})
    folder = tmp_path / "out" / "deep"
    written = write_exports(commons, folder)
    names = [file.relative_to(folder).as_posix() for file in written]
    assert names == [
        "catalogue.json",
        "catalogue.csv",
        "feed.xml",
        "agenda.ics",
        "robots.txt",
        "schemas/catalogue.json",
        "schemas/cooks.json",
        "schemas/recipes.json",
    ]
    assert {name: (folder / name).read_bytes().decode() for name in names} == dict(exports(commons))
    assert sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()) == sorted(names)


def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    write_file(file, "avant")

    def fail(source: Path, target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(PermissionError):
        write_file(file, "après")
    assert {f.name: f.read_text() for f in tmp_path.iterdir()} == {"a.txt": "avant"}


def test_written_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    plain, written = tmp_path / "plain", tmp_path / "written"
    plain.write_text("")
    write_file(written, "")
    assert written.stat().st_mode == plain.stat().st_mode


def test_robots_names_the_sitemap_where_the_address_is_known(site: Site) -> None:
    assert robots.render(site({})) == (
        "User-agent: *\nAllow: /\n\nSitemap: https://chaudron.example/commun/sitemap.xml\n"
    )
    assert robots.render(site({"mkdocs.yml": "site_name: X\n"})) == "User-agent: *\nAllow: /\n"


def test_no_collection_may_take_the_address_of_an_output_or_of_a_page_of_ours() -> None:
    pages = (addresses.CATALOGUE, addresses.SELECTION, addresses.PROPOSE, addresses.DASHBOARD, addresses.THANKS)
    assert {path.partition("/")[0] for path in (*EXPORTS, *pages)} <= reserved.ADDRESSES
