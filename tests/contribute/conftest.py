"""A small site that sheets are brought to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.builds import small_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")
