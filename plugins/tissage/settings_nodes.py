"""The nodes of `mkdocs.yml`: keys, texts and their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import yaml

from .findings import Span

FILE: Final = "mkdocs.yml"
Entries = Mapping[str, tuple[yaml.Node, yaml.Node]]


def entries(node: yaml.Node | None) -> Entries:
    """The nodes of each key and its value, by key."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {key.value: (key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)}


def span(node: yaml.Node) -> Span:
    """The place of a node; a text of several lines is shown at its beginning."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, max(1, end.column - start.column) if start.line == end.line else 1)


def text_of(node: yaml.Node) -> str:
    """The text of a scalar that is written out; nothing for what only the host understands (`!ENV`)."""
    plain = isinstance(node, yaml.ScalarNode) and node.tag.startswith("tag:yaml.org") and not node.tag.endswith("null")
    return str(node.value).strip() if plain else ""


def scalars(node: yaml.Node) -> Iterator[yaml.Node]:
    """The values in a tree of lists and titles. Aliases may lead round in a circle: each node is walked once."""
    waiting, seen = [node], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, yaml.ScalarNode):
            yield one
        elif isinstance(one, yaml.SequenceNode):
            waiting += one.value
        elif isinstance(one, yaml.MappingNode):
            waiting += [value for _, value in one.value]
