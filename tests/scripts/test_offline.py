"""`site.py --build --offline`: one ZIP file at the root, and nothing else of the project touched."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

from tools.builds import sheet, small_site, snapshot, write

OFFLINE = ["--build", "--offline"]


def test_one_file_is_made_and_said_and_the_site_is_left_alone(
    command: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"site/index.html": "celui d’avant"})
    before = snapshot(tmp_path)
    assert command.main(OFFLINE) == 0
    name = "l-ete-a-montreal-hors-ligne.zip"
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert re.search(rf"prêt à lire sans Internet : {name}, \d+,\d Mo \(.+: {name}, \d+\.\d MB\)\n$", said)
    first = (tmp_path / name).read_bytes()
    assert snapshot(tmp_path) == {**before, name: first}
    with ZipFile(tmp_path / name) as archive:
        entries = archive.infolist()
    assert {entry.filename.partition("/")[0] for entry in entries} == {name.removesuffix(".zip")}
    assert {entry.date_time[:3] for entry in entries} == {(2026, 11, 30)}
    assert command.main(OFFLINE) == 0
    assert (tmp_path / name).read_bytes() == first


def test_a_failing_build_leaves_the_former_file(command: ModuleType, tmp_path: Path) -> None:
    write(tmp_path, {"l-ete-a-montreal-hors-ligne.zip": "celui d’avant"})
    write(tmp_path, {"content/practices/faux.md": sheet("Faux", fields_of_action=["pas-la"])})
    before = snapshot(tmp_path)
    assert command.main(OFFLINE) == 1
    assert snapshot(tmp_path) == before


def test_a_site_in_english_says_it_in_english(command: ModuleType, tmp_path: Path) -> None:
    small_site(tmp_path, site_name="The Commons", theme={"language": "en"})
    assert command.main(OFFLINE) == 0
    with ZipFile(tmp_path / "the-commons-offline.zip") as archive:
        told = archive.read("the-commons-offline/README.txt").decode("utf-8-sig")
    assert told.startswith("The Commons: the whole site, to be read without the Internet.")
    assert "double-click index.html" in told
