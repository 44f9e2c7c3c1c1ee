"""The benchmark of the filterable index in small: the index is the real one, and stays within bounds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from bench.filter_report import CARDS, VIEW
from bench.sites import lay_index
from tools.builds import REPOSITORY, built, environment, snapshot

SCRIPTS: Final = REPOSITORY / "scripts"

SLOW: Final = 60
"""Milliseconds of processor, generous: the machine that runs the tests is busy. The target is the benchmark's."""


def python(*arguments: str | Path, cwd: Path) -> None:
    """Run one of the scripts, which must succeed."""
    command = [sys.executable, *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_indexes_are_those_of_a_whole_build(tmp_path: Path) -> None:
    lay_index(tmp_path, 30, seed=1)
    whole = snapshot(built(tmp_path).site)
    python(SCRIPTS / "bench" / "index_pages.py", tmp_path, cwd=tmp_path)
    menu = snapshot(tmp_path / "site")
    same = [name for name in whole if name.startswith(("pratiques/index", "catalogue/index", "assets/tissage/"))]
    assert len(same) > 20
    assert [name for name in same if name != "assets/tissage/accents.js" and whole[name] != menu[name]] == []


def test_the_whole_benchmark(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    arguments = ["--sizes", "300", "--clicks", "4", "--json", str(report)]
    python(SCRIPTS / "bench_filter.py", *arguments, cwd=tmp_path)
    results = json.loads(report.read_text(encoding="utf-8"))
    assert [result["index"] for result in results] == ["practices", "catalogue"]
    for result in results:
        assert 50_000 < result["bytes"]["view"] < VIEW / 2
        assert 0 < result["bytes"]["click"] < VIEW / 6
        assert result["bytes"]["query"] == 0
        assert result["cards"]["found"] == CARDS
        assert 0 < result["times"]["computer"]["click"]["cpu"][0] < SLOW
