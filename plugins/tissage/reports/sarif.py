"""SARIF 2.1.0 (OASIS), as GitHub code scanning loads it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from .. import __version__
from ..codes import CODES, severity
from ..findings import Finding, Severity
from ..language import Language
from .sentences import sentences

LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def render(findings: Sequence[Finding], root: Path, language: Language) -> str:
    """One run, with a rule for each code in use and a result for each finding."""
    used = sorted({finding.code for finding in findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": code},
            "defaultConfiguration": {"level": LEVELS[CODES[code].severity]},
        }
        for code in used
    ]
    driver = {"name": "Tissage", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [result(finding, used.index(finding.code), language) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def result(finding: Finding, rule: int, language: Language) -> dict[str, Any]:
    """One finding as a SARIF result."""
    said = sentences(finding, language)
    region = {
        "startLine": finding.span.line,
        "startColumn": finding.span.column,
        "endColumn": finding.span.column + finding.span.length,
    }
    location = {
        "artifactLocation": {"uri": quote(finding.path, errors="replace"), "uriBaseId": "%SRCROOT%"},
        "region": region,
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[severity(finding)],
        "message": {"text": " ".join(part for part in (said.message, said.help, said.suggestion) if part)},
        "locations": [{"physicalLocation": location}],
    }
