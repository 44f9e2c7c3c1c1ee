"""How findings look: one file a format. Each takes the findings and gives the text to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..findings import Finding
from ..language import Language
from . import github, json_report, sarif, summary, text

Reporter = Callable[[Sequence[Finding], Path, Language], str]

REPORTERS: Mapping[str, Reporter] = {
    "text": text.render,
    "github": github.render,
    "json": json_report.render,
    "sarif": sarif.render,
    "summary": summary.render,
}
