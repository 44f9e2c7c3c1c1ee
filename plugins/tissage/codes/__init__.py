"""Every code that a finding may carry: its severity, the sentence that says what is wrong, and how to mend it.

Each code has a page in the site's help, `content/aide/constats/<code>.md`, and a case in `tests/cases/`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..findings import Finding, Severity
from . import bodies, declarations, files, links, site, values
from .code import Code

CODES: Mapping[str, Code] = {
    code.id: code
    for room in (files.CODES, values.CODES, bodies.CODES, links.CODES, declarations.CODES, site.CODES)
    for code in room
}


def severity(finding: Finding) -> Severity:
    """How much a finding weighs."""
    return CODES[finding.code].severity


def count(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, `error` first."""
    counts = Counter(severity(finding).value for finding in findings)
    return {level.value: counts[level.value] for level in Severity}


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops a build."""
    return any(severity(finding) is Severity.ERROR for finding in findings)
