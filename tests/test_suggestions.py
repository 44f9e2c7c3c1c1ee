"""Suggestions are bounded: thousands of slips do not hold up the check."""

from __future__ import annotations

from pathlib import Path

import pytest

from tissage.schema import nearest
from tissage.schema.nearest import MOST_COMPARED, Suggestions
from tissage.settings import Settings
from tissage.weaving import weave


def test_suggestions_end_where_looking_for_them_takes_too_long() -> None:
    suggestions = Suggestions()
    words = [f"mot-{number}" for number in range(1000)]
    found = [suggestions.near("mot 1", words) for _ in range(MOST_COMPARED // 1000 + 1)]
    assert found == ["mot-1"] * (MOST_COMPARED // 1000) + [None]


def test_every_file_of_a_check_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of many sheets points to a sheet that is not there: past the bound, the nearest one is not looked for."""
    number, most = 60, 600
    monkeypatch.setattr(nearest, "MOST_COMPARED", most)
    folder = tmp_path / "content" / "events"
    folder.mkdir(parents=True)
    for n in range(number):
        lead = f"---\ntitle: {n} salles\nsummary: Une salle.\nfields_of_action: logement\n"
        text = f"{lead}series: rencontre-{n}x\n---\n\nVoir [la suite](rencontre-{n}x.md).\n"
        (folder / f"rencontre-{n}.md").write_text(text, encoding="utf-8")
    found = weave(Settings(root=tmp_path))[1]
    for code, first in {"unknown-reference": "rencontre-0", "broken-link": "rencontre-0.md"}.items():
        said = [finding.suggestion for finding in found if finding.code == code]
        assert len(said) == number
        assert said[0] == first
        assert said.count(None) >= number - most // number
