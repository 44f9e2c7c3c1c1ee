"""Broken YAML in plain words: where the parser gave up, and the slip that was most likely made on the way there."""

from __future__ import annotations

import re
from typing import Final

import yaml

from .findings import Finding, Span
from .yaml_slips import Slip, find_slip

UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that YAML refuses (YAML 1.1, « c-printable »)."""


def explain(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Finding:
    """The finding for a parser's error: its code, its place in the file, and the mended line where there is one."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return explain_character(text, path, first_line)
    lines = text.split("\n")
    if slip := find_slip(lines, mark.line, lambda slip: goes_further(lines, slip, mark.line)):
        return Finding(slip.code, path, Span(slip.line + first_line, slip.column + 1), {}, slip.suggestion)
    context = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", ""))
    if "',' or" in problem and context:
        return Finding("yaml-bracket", path, Span(context.line + first_line, context.column + 1))
    source = lines[mark.line] if mark.line < len(lines) else ""
    if "cannot start any token" in problem:
        return Finding("yaml-character", path, Span(mark.line + first_line, mark.column + 1))
    indent = len(source) - len(source.lstrip())
    structural = ("expected key", "indicator", "document start", "sequence entries", "mapping values")
    code = "yaml-indent" if any(words in problem for words in structural) else "yaml-syntax"
    column = indent if code == "yaml-indent" else mark.column
    return Finding(code, path, Span(mark.line + first_line, column + 1))


def goes_further(lines: list[str], slip: Slip, stopped: int) -> bool:
    """Whether the parser, given the line that a slip suggests, passes the line on which it stopped.

    A slip on that very line is taken at its word: there may be a second one behind it.
    """
    if slip.line == stopped:
        return True
    mended = "\n".join([*lines[: slip.line], slip.suggestion or "", *lines[slip.line + 1 :]])
    try:
        for _ in yaml.parse(mended, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark is not None and bool(mark.line > stopped)
    return True


def explain_character(text: str, path: str, first_line: int) -> Finding:
    """The finding for a character that YAML refuses. Its place is looked up: the parser counts it in bytes."""
    found = UNPRINTABLE.search(text)
    before = text[: found.start()] if found else ""
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    return Finding("yaml-character", path, Span(line + first_line, column + 1))
