"""The scripts as modules, and the command of the site at work on a small one."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tools.builds import DAY, REPOSITORY, small_site


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The command at work on a small site of the test's own, with a Python that is ready."""
    spec = importlib.util.spec_from_file_location("scripts_site", REPOSITORY / "scripts" / "site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", small_site(tmp_path, site_name="L’Été à Montréal"))
    monkeypatch.setattr(module.environment, "ready", lambda: sys.executable)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    return module
