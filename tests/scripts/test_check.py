"""`site.py --check`: all that is wrong with the sheets, after setting up whatever is missing, and nothing is made."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from tools.builds import sheet, snapshot, write


def test_the_sheets_are_checked_and_nothing_is_made(
    command: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(tmp_path)
    assert command.main(["--check"]) == 0
    assert capfd.readouterr().out.replace("\u00a0", " ").endswith("En tout : 0 erreur, 0 avertissement, 2 conseils.\n")
    assert snapshot(tmp_path) == before


def test_an_error_is_told_at_its_place(command: ModuleType, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"content/practices/faux.md": sheet("Une fiche", resources=["velo"])})
    assert command.main(["--check"]) == 1
    assert capfd.readouterr().out.startswith("content/practices/faux.md:7:3: erreur [unknown-term]\n")
