"""For programs. The format is part of the contract: it is extended, never broken."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from ..codes import count, severity
from ..findings import Finding
from ..language import Language
from .sentences import sentences


def render(findings: Sequence[Finding], root: Path, language: Language) -> str:
    """`{"version": 1, "findings": […], "counts": {…}}`; lines and columns count from 1."""
    rows = []
    for finding in findings:
        said = sentences(finding, language)
        rows.append(
            {
                "code": finding.code,
                "severity": severity(finding).value,
                "path": finding.path,
                "line": finding.span.line,
                "column": finding.span.column,
                "message": said.message,
                "help": said.help,
                "suggestion": finding.suggestion,
            }
        )
    return json.dumps({"version": 1, "findings": rows, "counts": count(findings)}, ensure_ascii=False, indent=2) + "\n"
