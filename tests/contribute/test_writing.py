"""What is written reads back as it was meant, whatever it holds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tissage.contribute.writing import free_slug, sheet_text, write_new
from tools.written import HOSTILE, read_back


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_comes_back_as_itself(text: str, tmp_path: Path) -> None:
    values = {"title": text, "list": [text, "après"], "group": {"text": text, "after": "b"}, "last": "c"}
    front, body = read_back(sheet_text(values, f"Avant\n\n{text}\n\nAprès"), tmp_path)
    kept = text.replace("\t", "    ").replace("\u2028", " ").strip(" \n")
    expected = {"list": [kept, "après"], "group": {"text": kept, "after": "b"}, "last": "c"}
    if not kept:
        expected |= {"list": ["après"], "group": {"after": "b"}}
    else:
        expected |= {"title": kept}
    assert front == expected
    assert body.startswith("\nAvant\n\n")
    assert body.endswith("\n\nAprès\n")


def test_ten_thousand_drawn_texts_come_back(tmp_path: Path) -> None:
    draw = random.Random(20261122)
    letters = "aé: #-'\"\\\n[]{}&*!|>%@`,?~\u00a0«0.\u0085\x07"
    for _ in range(100):
        texts = ["x" + "".join(draw.choices(letters, k=draw.randint(0, 12))) + "y" for _ in range(100)]
        front, _ = read_back(sheet_text({"list": texts}, "Corps."), tmp_path)
        assert front == {"list": [text.replace("\u0085", " ").replace("\x07", "") for text in texts]}


def test_plain_texts_are_written_plainly() -> None:
    values = {
        "title": "Prêter du matériel",
        "reviewed": "2026-01-02",
        "effort": "",
        "steps": [{"title": "Un", "text": "a\nb"}],
    }
    assert sheet_text(values, "\n\nCorps.\n\n\n") == (
        "---\ntitle: Prêter du matériel\nreviewed: 2026-01-02\n"
        "steps:\n  - title: Un\n    text: |-\n      a\n      b\n---\n\nCorps.\n"
    )


def test_a_slug_is_never_taken_twice() -> None:
    assert free_slug("Prêt d’équipement\u00a0!", ()) == "pret-d-equipement"
    assert free_slug("Prêt", ("pret", "pret-2")) == "pret-3"
    assert free_slug("???", ()) == "fiche"
    long = free_slug("é" * 300, ("e" * 100,))
    assert (len(long), long[-2:]) == (100, "-2")


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    write_new(tmp_path / "neuf" / "a.md", "un")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "neuf" / "a.md", "deux")
    assert (tmp_path / "neuf" / "a.md").read_text() == "un"
