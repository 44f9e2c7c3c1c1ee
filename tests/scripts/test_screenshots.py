"""The pictures that the guides show are those that the script takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

import screenshots
from tools.builds import REPOSITORY

SHOWN: Final = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)(\{[^}]*\})?")
GUIDES: Final = ("README.md", "LISEZMOI.md", "content/aide/se-servir-du-site.md")
HEAVIEST: Final = 120_000


def shown(guide: str) -> list[tuple[str, Path, str]]:
    """The words, the file and the attributes of each picture of a guide."""
    file = REPOSITORY / guide
    found = SHOWN.findall(file.read_text(encoding="utf-8"))
    return [(words, (file.parent / path).resolve(), attributes) for words, path, attributes in found]


def test_the_folder_holds_what_the_script_takes_and_nothing_else() -> None:
    assert {file.name for file in screenshots.FOLDER.iterdir()} == screenshots.names()


def test_the_pictures_are_light() -> None:
    sizes = {file.name: file.stat().st_size for file in screenshots.FOLDER.iterdir()}
    assert {name: size for name, size in sizes.items() if size > HEAVIEST} == {}


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_shows_pictures_that_exist_and_says_what_they_show(guide: str) -> None:
    pictures = shown(guide)
    assert pictures
    assert all(words for words, _, _ in pictures)
    assert {path.name for _, path, _ in pictures if path.parent == screenshots.FOLDER} <= screenshots.names()
    assert [path for _, path, _ in pictures if not path.is_file()] == []


def test_the_help_keeps_the_room_of_its_pictures() -> None:
    for _, path, attributes in shown(GUIDES[-1]):
        width = int(path.stem.rpartition("-")[2])
        assert f"width={width} height={screenshots.SCREENS[width][0]} loading=lazy" in attributes
