"""YAML as nodes that know their place. Every scalar stays text: the declared kind says what it means, not YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from .findings import Finding, Span
from .yaml_errors import explain

MAX_DEPTH = 12
MAX_NODES = 20_000
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
LOST = re.compile(r"\s+(?P<hash>#[^\s#!].*)$")
"""A sign that begins a comment for YAML, right before a word: « Atelier #3 »."""
EMPTY = ("", "~", "null", "Null", "NULL")


class Scalar(NamedTuple):
    """One value as written. `quoted` tells « "null" » (text) from « null » (nothing)."""

    text: str
    span: Span
    quoted: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was written here."""
        return not self.quoted and self.text.strip() in EMPTY


class Sequence(NamedTuple):
    """A YAML list."""

    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """A key of a mapping, with where it stands, and its value."""

    key: str
    span: Span
    node: Node


class Mapping(NamedTuple):
    """A YAML mapping; the first of two equal keys is kept and the second reported."""

    entries: dict[str, Entry]
    span: Span


Node = Scalar | Sequence | Mapping


class Refused(Exception):
    """Raised inside this module when the YAML cannot be used further; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass
class Builder:
    """Turns YAML events into nodes. `first_line` is the line of the file on which the YAML begins."""

    path: str
    first_line: int
    findings: list[Finding] = field(default_factory=list)
    count: int = 0
    anchor: Span | None = None
    lines: tuple[str, ...] = ()

    def span(self, event: yaml.Event) -> Span:
        """Where an event stands in the file."""
        start, end = event.start_mark, event.end_mark
        if start is None:
            return Span(self.first_line)
        length = end.column - start.column if end and end.line == start.line else 1
        return Span(start.line + self.first_line, start.column + 1, max(1, length))

    def refuse(self, code: str, span: Span, **values: str) -> Refused:
        """What to raise where the YAML may not be read further."""
        return Refused(Finding(code, self.path, span, values))

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        """The node that begins with this event; takes from `events` what belongs to it."""
        self.count += 1
        span = self.span(event)
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            raise self.refuse("yaml-too-deep", span, limit=str(MAX_DEPTH))
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse("yaml-alias", span, name=str(event.anchor))
        if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
            raise self.refuse("yaml-syntax", span)
        if event.tag and event.tag != "tag:yaml.org,2002:str":
            raise self.refuse("yaml-tag", span, name=str(event.tag))
        if event.anchor and self.anchor is None:
            self.anchor = span
        if isinstance(event, yaml.ScalarEvent):
            if (
                self.lines
                and event.end_mark
                and (cut := LOST.match(self.lines[event.end_mark.line], event.end_mark.column))
            ):
                lost = Span(span.line, cut.start("hash") + 1, len(cut["hash"]))
                self.findings.append(Finding("text-after-hash", self.path, lost))
            return Scalar(event.value, span, bool(event.style))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(child := next(events), yaml.SequenceEndEvent):
                items.append(self.node(child, events, depth + 1))
            return Sequence(tuple(items), span)
        return self.mapping(events, span, depth)

    def mapping(self, events: Iterator[yaml.Event], span: Span, depth: int) -> Mapping:
        """The mapping whose first key comes next."""
        entries: dict[str, Entry] = {}
        while not isinstance(key_event := next(events), yaml.MappingEndEvent):
            key = self.node(key_event, events, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refuse("yaml-syntax", key.span)
            value = self.node(next(events), events, depth + 1)
            if key.text in entries:
                first = str(entries[key.text].span.line)
                self.findings.append(Finding("duplicate-key", self.path, key.span, {"key": key.text, "first": first}))
            else:
                entries[key.text] = Entry(key.text, key.span, value)
        return Mapping(entries, span)


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Finding]]:
    """Read one YAML document from `text`, which begins on line `first_line` of the file `path`.

    Returns the root node, or None where the YAML is broken, with the findings. Aliases, anchors, tags,
    more than `MAX_DEPTH` levels and more than `MAX_NODES` nodes are refused (a sheet is data from strangers).
    """
    builder = Builder(path, first_line, lines=tuple(text.split("\n")) if "#" in text else ())
    try:
        events = iter(yaml.parse(text, Loader=LOADER))
        for event in events:
            if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                break
        else:  # pragma: no cover - a stream always ends with an event of its own
            return None, []
        if isinstance(event, yaml.StreamEndEvent):
            return Scalar("", Span(first_line)), []
        root = builder.node(event, events, depth=0)
        for rest in events:
            if isinstance(rest, yaml.DocumentStartEvent):
                raise builder.refuse("yaml-syntax", builder.span(rest))
    except yaml.YAMLError as error:
        return None, [*builder.findings, explain(error, text, path, first_line)]
    except Refused as refused:
        return None, [*builder.findings, refused.finding]
    if builder.anchor:  # an anchor that no alias uses: most likely a text that begins with &
        builder.findings.append(Finding("yaml-character", path, builder.anchor))
    return root, builder.findings
