"""What a kind needs in order to read a value: where it is, what exists, and where to put what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..findings import Finding, Span
from .model import Schema
from .nearest import Suggestions

INVALID: Final = object()
"""What a kind gives back for a value that it has reported as wrong."""


@dataclass(slots=True)
class Context:
    """The surroundings of one file while it is checked.

    `path` is the file, relative to the site's root `root`, whose content folder is `content`; `lines` are the file's,
    as far as its front matter goes; `readability` says whether texts that are hard to read are told; `slugs` holds the
    slugs of the sheets of each collection, so that a reference can be followed; findings gather in `findings`, under
    the codes that `words` has in place of those that speak of a sheet. `suggestions` looks for what was meant, and is
    shared by the files of a check.
    """

    path: str
    schema: Schema = field(default_factory=Schema)
    root: Path = Path()
    content: str = "content"
    lines: Sequence[str] = ()
    readability: bool = True
    slugs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    suggestions: Suggestions = field(default_factory=Suggestions)

    def near(self, written: str, valid: Iterable[str], labels: Mapping[str, Iterable[str]]) -> str | None:
        """The nearest valid word."""
        return self.suggestions.near(written, valid, labels)

    def report(self, code: str, span: Span, suggestion: str | None = None, **values: str) -> None:
        """Note a finding at a place of this file."""
        self.findings.append(Finding(self.words.get(code, code), self.path, span, values, suggestion))
