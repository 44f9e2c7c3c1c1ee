"""For the terminal: each finding with its line, a caret, what is wrong and how to mend it; a count at the end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..codes import count, severity
from ..findings import Finding, Severity
from ..language import N_, Language
from .sentences import excerpt, printable, sentences

NAMES: Final = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.HINT: N_("hint")}


def render(findings: Sequence[Finding], root: Path, language: Language) -> str:
    """All findings, then how many there are."""
    blocks = [block(finding, root, language) for finding in findings]
    return "\n\n".join([*blocks, summary(findings, language)]) + "\n"


def block(finding: Finding, root: Path, language: Language) -> str:
    """One finding: where, what, the line with a caret, and how to mend it."""
    said = sentences(finding, language)
    place = f"{printable(finding.path)}:{finding.span.line}:{finding.span.column}"
    lines = [f"{place}: {language.say(NAMES[severity(finding)])} [{finding.code}]", f"  {said.message}"]
    if shown := excerpt(finding, root):
        line, column, length = shown
        number = str(finding.span.line)
        lines += [f"    {number} | {line}", f"    {' ' * len(number)} | {' ' * column}{'^' * length}"]
    lines.append(f"  {said.help}")
    if said.suggestion:
        lines.append(f"  {said.suggestion}")
    return "\n".join(lines)


def summary(findings: Sequence[Finding], language: Language) -> str:
    """How many errors, warnings and hints there are."""
    counts = count(findings)
    if not findings:
        return language.say(N_("Everything is in order."))
    errors = language.count(N_("{number} error"), N_("{number} errors"), counts["error"])
    warnings = language.count(N_("{number} warning"), N_("{number} warnings"), counts["warning"])
    hints = language.count(N_("{number} hint"), N_("{number} hints"), counts["hint"])
    return language.say(N_("In all: {errors}, {warnings}, {hints}."), errors=errors, warnings=warnings, hints=hints)
