"""For GitHub: workflow commands that annotate the lines of a pull request.

Source: docs.github.com, « Workflow commands for GitHub Actions ». Values are escaped, since a contribution must not
be able to give commands of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..codes import CODES, severity
from ..findings import Finding, Severity
from ..language import Language
from .sentences import sentences
from .text import summary

COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def escape_data(text: str) -> str:
    """Text for the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Text for a property of a command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def render(findings: Sequence[Finding], root: Path, language: Language) -> str:
    """A command for each finding, then the count."""
    lines = []
    for finding in findings:
        said = sentences(finding, language)
        properties = {
            "file": finding.path,
            "line": str(finding.span.line),
            "col": str(finding.span.column),
            "endColumn": str(finding.span.column + finding.span.length),
            "title": CODES[finding.code].id,
        }
        joined = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
        message = "\n".join(part for part in (said.message, said.help, said.suggestion) if part)
        lines.append(f"::{COMMANDS[severity(finding)]} {joined}::{escape_data(message)}")
    return "\n".join([*lines, summary(findings, language)]) + "\n"
