"""What the checks of outside links found, as findings at the lines of the sheets, and the dead links for editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from ..findings import Finding, Span
from ..language import N_, Language
from .link_memory import FAILING, Checked, Memory
from .outside import OutsideLink, page_of

REASONS: Final = {
    "gone": N_("the page is not there any more, answer {status}"),
    "no-host": N_("there is no such site"),
    "bad": N_("this is not a web address"),
    "status": N_("the site fails, answer {status}"),
    "silent": N_("the site does not answer"),
    "insecure": N_("the site’s certificate is not valid"),
    "loop": N_("the site redirects without end"),
}


def reason(checked: Checked, language: Language) -> str:
    """Why a link is called dead, or failing, in words."""
    return language.say(REASONS[checked.outcome], status=checked.status)


def findings_of(links: Iterable[OutsideLink], memory: Memory, root: Path, language: Language) -> Iterator[Finding]:
    """A finding for each link that is dead, fails, is not to be asked, or has moved."""
    for link in links:
        checked = memory.links.get(page_of(link.url))
        if checked is None:
            continue
        values = {"url": link.url}
        code, suggestion = "", None
        if checked.outcome in FAILING:
            code = "dead-link" if checked.is_dead else "failing-link"
            values["reason"] = reason(checked, language)
        elif checked.outcome == "private":
            code = "private-link"
        elif checked.moved:
            code, suggestion = "moved-link", checked.moved
        if code:
            yield Finding(code, link.sheet.path, exact(link, root), values, suggestion)


def exact(link: OutsideLink, root: Path) -> Span:
    """The place of the address itself: a field inside a group is known by that of the group, which begins above it."""
    try:
        lines = (root / link.sheet.path).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError):
        return link.span
    for number in range(link.span.line, len(lines) + 1):
        if (column := lines[number - 1].find(link.url)) >= 0:
            return Span(number, column + 1, len(link.url))
    return link.span
