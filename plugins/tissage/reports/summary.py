"""For whoever reviews a contribution on a forge: Markdown that says what is wrong, where, and how to mend it.

Findings quote the contribution. In prose nothing of it may become markup, a link or a mention; as code it stays as it
is, so that one can copy it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from ..codes import has_errors, severity
from ..findings import Finding, Severity
from ..language import N_, Language
from .sentences import Sentences, excerpt, printable, sentences
from .text import summary

MOST: Final = 100
"""How many findings are shown: a forge cuts a description off at 65,536 characters."""
MARKUP: Final = re.compile(r"[\\`*_{}\[\]()<>#|~!&$]")
LIVELY: Final = re.compile(r"(?<=@)|(?<=#)|(?=://)|(?<=www)|(?<=GH)", re.IGNORECASE)
"""Where a forge would begin a mention, a reference or a link, whether escaped or not."""
JOINER: Final = "\u2060"
NAMES: Final = {
    Severity.ERROR: N_("Error, line {line}"),
    Severity.WARNING: N_("Warning, line {line}"),
    Severity.HINT: N_("Hint, line {line}"),
}


def prose(text: str) -> str:
    """Untrusted text as it reads, whatever it holds."""
    return MARKUP.sub(r"\\\g<0>", LIVELY.sub(JOINER, printable(text)))


def code(text: str) -> str:
    """Untrusted text as code, to be copied as it is."""
    shown = printable(text).strip() or " "
    fence = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def render(findings: Sequence[Finding], root: Path, language: Language) -> str:
    """The count and what it means, then the findings of each file."""
    return "\n".join(blocks(findings, root, language)) + "\n"


def blocks(findings: Sequence[Finding], root: Path, language: Language) -> Iterator[str]:
    """The lines of the summary."""
    say = language.say
    yield f"## {say(N_('What the check found'))}\n"
    yield f"**{summary(findings, language)}**\n"
    if has_errors(findings):
        yield say(N_("Errors keep the site from being built: mend them first. Each says what to write.")) + "\n"
    elif findings:
        yield say(N_("Nothing keeps the site from being built. What follows would make it better.")) + "\n"
    for path, group in groupby(findings[:MOST], key=lambda finding: finding.path):
        yield f"### {code(path)}\n"
        for finding in group:
            yield item(finding, root, language)
        yield ""
    if len(findings) > MOST:
        rest = len(findings) - MOST
        yield language.count(N_("And {number} more finding."), N_("And {number} more findings."), rest) + "\n"


def item(finding: Finding, root: Path, language: Language) -> str:
    """One finding, as an item of a list."""
    said: Sentences = sentences(finding, language)
    name = language.say(NAMES[severity(finding)], line=finding.span.line)
    lines = [f"- **{name}** ({finding.code})  ", f"  {prose(said.message)}  "]
    if shown := excerpt(finding, root):
        lines.append(f"  {code(shown[0])}  ")
    lines.append(f"  {prose(said.help)}")
    if finding.suggestion:
        lines[-1] += "  "
        lines.append(f"  {language.say(N_('Write instead:'))} {code(finding.suggestion)}")
    return "\n".join(lines)
