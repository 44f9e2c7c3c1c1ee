"""A field as the lines of a snippet, ready to fill in: what one writes for its kind, where the cursor stops."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...language import N_, Language
from ...schema.kinds.texts import one_line
from ...schema.model import Field, Schema
from ..writing import field as written
from .grammar import NOW, TODAY, Stops, plain

LISTED: Final = ("choice", "term", "ref")
"""Kinds whose values, short words, go on one line where there are many."""
SAMPLES: Final = {
    "money": "25 $",
    "email": "nom@exemple.org",
    "phone": "514 555-0199",
    "url": "https://exemple.org",
    "image": "photo.jpg",
    "file": "document.pdf",
}
"""What stands where a kind has one form, and the field no example."""
SHEET_NAME: Final = N_("name-of-the-sheet")


@dataclass(frozen=True, slots=True)
class Layer:
    """Lays fields out. An optional part of a group is left `blank`: what nobody knows is not said.

    A list always holds a word; of yes and no, « false » is the one that says as much as nothing.
    """

    schema: Schema
    language: Language
    stops: Stops

    def field(self, one: Field, *, blank: bool = False) -> list[str]:
        """A field with its name."""
        if one.fields:
            items = self.item(one) if one.many else self.parts(one)
            return [f"{one.name}:", *indented(items)]
        if one.many and one.kind.name in LISTED:
            return [f"{one.name}: [{self.value(one, blank)[0]}]"]
        if one.many:
            return [f"{one.name}:", *indented(dashed(self.value(one, blank)))]
        first, *rest = self.value(one, blank)
        return [f"{one.name}: {first}", *rest]

    def item(self, one: Field) -> list[str]:
        """One group of those that a field takes many of."""
        return dashed(self.parts(one))

    def parts(self, one: Field) -> list[str]:
        """The fields of a group."""
        return [line for part in one.fields.values() for line in self.field(part, blank=not part.required)]

    def value(self, one: Field, blank: bool = False) -> list[str]:
        """One value, which may go on below its first line."""
        if one.kind.name == "boolean":
            return [self.stops.one_of(("false", "true") if blank else ("true", "false"))]
        if words := self.schema.words(one):  # sheets come and go: they are no such words
            return [self.stops.one_of(map(scalar, words))]
        text = "" if blank else self.placeholder(one)
        match one.kind.name:
            case "text":
                return [f'"{self.stops.stop(text)}"']
            case "markdown":
                return ["|", f"  {self.stops.stop(text)}"]
            case "period" if not blank:
                return [f"{{start: {self.stops.stop(text)}, end: {self.stops.stop()}{plain('}')}"]
        return [self.stops.stop(text)]

    def placeholder(self, one: Field) -> str:
        """What stands in the place of a value: an example, else what says how to write it or what goes there."""
        kind = one.kind.name
        if kind in ("date", "period"):
            return NOW if one.precision == "minute" else TODAY
        if kind in ("text", "markdown"):
            hint = next((hint for hint in map(one_line, self.hints(one)) if hint and fits(hint, one)), "")
            return plain(in_quotes(hint) if kind == "text" else hint)
        return plain(one_line(one.example) or self.sample(one))

    def hints(self, one: Field) -> Iterator[str]:
        """What may stand in the place of a text: where one may leave it out, nothing rather than its label."""
        yield one.example
        yield self.language.label(one.help)
        if one.required:
            yield self.language.label(one.label, one.name)

    def sample(self, one: Field) -> str:
        """A value of the kind, where the field gives no example."""
        if one.to:
            name = self.language.say(SHEET_NAME)
            return name if len(one.to) == 1 else f"{one.to[0]}/{name}"
        limit = one.min if one.min is not None else one.max
        number = "" if limit is None else str(limit)
        if one.kind.name == "number":
            return (number or "1") if one.required else ""
        return number or SAMPLES.get(one.kind.name, "")


def scalar(word: str) -> str:
    """A word as YAML has it: in quotes where it could be taken for something else."""
    return written("x", word).removeprefix("x: ").rstrip("\n")


def in_quotes(text: str) -> str:
    """A text inside straight quotes, which most texts need: a colon is in many."""
    return re.sub(r'[\\"]', r"\\\g<0>", text)


def fits(text: str, one: Field) -> bool:
    """Whether a text is neither too short nor too long."""
    return (one.min_length or 0) <= len(text) <= (one.max_length or len(text))


def indented(lines: Sequence[str]) -> list[str]:
    """Lines below a key."""
    return [f"  {line}" for line in lines]


def dashed(lines: Sequence[str]) -> list[str]:
    """Lines as an item of a list."""
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]
