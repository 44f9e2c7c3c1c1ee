"""What a code is."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its English messages, which gettext translates; `{placeholders}` are filled from the finding."""

    id: str
    message: str
    help: str
    severity: Severity = Severity.ERROR
