"""What the help says of the check is what the check does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tissage.codes import CODES
from tissage.language import Language
from tissage.reports import REPORTERS
from tissage.settings import Settings
from tissage.settings_checks import EXTRA
from tissage.weaving import weave

PAGES: Final = Path(__file__).parent.parent / "content" / "aide" / "constats"


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_whether_its_finding_stops_the_build(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    kinds = {"error": "", "warning": ". C’est un avertissement", "hint": ". C’est un conseil"}
    kind = kinds[CODES[code].severity.value]
    rest = f"{kind}\u00a0: le site se fabrique quand même." if kind else ""
    assert re.findall(r"^Constat\u00a0: .*$", page, re.MULTILINE) == [f"Constat\u00a0: `{code}`{rest}"]


def test_the_example_of_a_finding_is_what_the_check_says(tmp_path: Path) -> None:
    [shown] = re.findall(r"^```text\n(.*?)^```$", (PAGES / "index.md").read_text(encoding="utf-8"), re.DOTALL | re.M)
    sheet = tmp_path / "content" / "practices" / "jardin.md"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("---\ntitle: Jardin collectif : trois leçons\n---\n", encoding="utf-8")
    found = [finding for finding in weave(Settings(root=tmp_path))[1] if finding.path != "mkdocs.yml"]
    said = REPORTERS["text"](found, tmp_path, Language("fr"))
    assert shown.replace("\u00a0", " ").strip() == said.replace("\u00a0", " ").strip()


def test_the_page_of_unknown_settings_names_those_of_tissage() -> None:
    named = re.findall(r"`(\w+)`", (PAGES / "unknown-setting.md").read_text(encoding="utf-8"))
    assert set(EXTRA) <= set(named)
