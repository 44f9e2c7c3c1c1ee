"""Broken YAML in plain words: what the parser says, turned into the slip that a writer most likely made."""

from __future__ import annotations

import re

import yaml

from .findings import Finding, Span

VALUE = re.compile(r"^(?P<key>\s*(?:- +)?[\w.-]+: +)(?P<value>\S.*)$")
OPENED = re.compile(r"^\s*(?:- +)?(?:[\w.-]+: +)?(?P<quote>[\"'])(?P<rest>.*)$")


def quoted(value: str) -> str:
    """The value between quotes, as YAML wants it: single ones where the text holds none, else double ones."""
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def unclosed_quote(lines: list[str], until: int) -> tuple[int, int] | None:
    """The line and column (from 0) of a quote that its line opens and does not close, at or above line `until`."""
    for number in range(min(until, len(lines) - 1), -1, -1):
        match = OPENED.match(lines[number])
        if not match:
            continue
        quote, rest = match["quote"], match["rest"]
        inside = rest.replace('\\"', "") if quote == '"' else rest.replace("''", "")
        if quote not in inside:
            return number, match.start("quote")
    return None


def explain(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Finding:
    """The finding for a parser's error: its code, its place in the file, and the mended line where there is one."""
    lines = text.split("\n")

    def at(code: str, line: int, column: int, suggestion: str | None = None) -> Finding:
        return Finding(code, path, Span(line + first_line, column + 1), {}, suggestion)

    mark = getattr(error, "problem_mark", None)
    if mark is None:
        position = getattr(error, "position", 0)
        before = text[:position] if isinstance(position, int) else ""
        return at("yaml-character", before.count("\n"), len(before) - before.rfind("\n") - 1)
    problem = str(getattr(error, "problem", ""))
    line, column = mark.line, mark.column
    source = lines[line] if line < len(lines) else ""

    tab = next((i for i, content in enumerate(lines[: line + 1]) if re.match(r" *\t", content)), None)
    if tab is not None and ("tab" in problem or "cannot start any token" in problem or tab == line):
        mended = lines[tab].replace("\t", "  ")
        return at("yaml-tab", tab, lines[tab].index("\t"), mended)
    if ("end of stream" in problem or "expected key" in problem) and (found := unclosed_quote(lines, line)):
        return at("yaml-quote", found[0], found[1])
    if "mapping values are not allowed" in problem:
        value = VALUE.match(source)
        if value and column > value.start("value"):
            return at("yaml-colon", line, column, value["key"] + quoted(value["value"].rstrip()))
        return at("yaml-indent", line, len(source) - len(source.lstrip()))
    if "cannot start any token" in problem:
        value = VALUE.match(source)
        return at("yaml-character", line, column, value["key"] + quoted(value["value"].rstrip()) if value else None)
    if "',' or ']'" in problem or "',' or '}'" in problem:
        start = getattr(error, "context_mark", None) or mark
        return at("yaml-bracket", start.line, start.column)
    value = VALUE.match(source)
    if "expected key" in problem and value and column > value.start("value"):
        return at("yaml-quote", line, column)
    if (
        "expected key" in problem
        or "indicator" in problem
        or "document start" in problem
        or "sequence entries" in problem
    ):
        return at("yaml-indent", line, column)
    return at("yaml-syntax", line, column)
