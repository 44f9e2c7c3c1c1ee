"""Golden cases: each YAML file below `cases/` is a small site and all the findings that it must give, word for word.

Adding a case is adding a file. Its keys: `files` (path → text; one may be `{base64: …}` or `{repeat: [text, times]}`),
`language` (`fr` unless said otherwise), and `findings`, in reading order, each with `at` (path:line:column), `code`,
`says`, and, where there is one, `suggestion`. Hints about unset addresses are left out.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
import yaml

from tissage.findings import Finding
from tissage.language import Language
from tissage.reports.sentences import sentences
from tissage.settings_checks import check_settings_file
from tissage.settings_file import read_settings
from tissage.weaving import weave

CASES = Path(__file__).parent / "cases"


def lay(files: dict[str, Any], root: Path) -> None:
    """Write the files of a case."""
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, dict) and "base64" in text:
            file.write_bytes(base64.b64decode(text["base64"]))
        elif isinstance(text, dict):
            file.write_text(text["repeat"][0] * text["repeat"][1], encoding="utf-8")
        else:
            file.write_bytes(text.encode())


def as_in_a_case(finding: Finding, language: Language) -> dict[str, str]:
    """A finding in the form in which a case writes it."""
    row = {
        "at": f"{finding.path}:{finding.span.line}:{finding.span.column}",
        "code": finding.code,
        "says": sentences(finding, language).message,
    }
    return row | ({"suggestion": finding.suggestion} if finding.suggestion else {})


def case_files() -> list[Path]:
    return sorted(file for file in CASES.rglob("*.yml") if file.parent.name != "issues")  # contribute/test_issues.py


@pytest.mark.parametrize("file", case_files(), ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_case(file: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    lay(case["files"], tmp_path)
    settings, findings = read_settings(tmp_path)
    findings = [*findings, *check_settings_file(settings), *weave(settings)[1]]
    language = Language(case.get("language", "fr"))
    found = [as_in_a_case(f, language) for f in findings if f.code not in ("no-site-url", "no-repo-url")]
    assert found == case["findings"]
