"""The answers of a form → the values of a sheet. What cannot be taken as it is, is set aside for whoever reviews it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ...language import slugify
from ...schema.kinds.texts import one_line
from ..site import Site
from ..understanding import reference, understand
from ..writing import Written
from .questions import Question

BULLET: Final = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s+")
LABELLED: Final = re.compile(r"(?P<label>[^:]{1,90}?)[ \u00a0]?:[ \u00a0]*(?P<text>.*)")
Aside = list[tuple[str, str]]
"""What was set aside: the label of its question, and what was answered."""


class Answers:
    """Turns answers into values; `aside` gathers what could not be taken."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.aside: Aside = []

    def value(self, question: Question, answer: str) -> Written:
        """The value of one question, empty where nothing of the answer can be taken."""
        field = question.field
        if question.parts:
            return [item for item in map(self.item(question), blocks(question, answer)) if item]
        if question.options:
            taken = list(self.choose(question, answer))
            return taken if field.many else "".join(taken[:1])
        if field.many:
            return [item for item in (self.one(question, line) for line in lines(answer)) if item]
        return self.one(question, answer)

    def item(self, question: Question) -> Any:
        """A function from the answers of a block to the values of a group."""

        def made(block: Mapping[str, str]) -> Written:
            parts = {part.path[-1]: self.value(part, block[part.key]) for part in question.parts if part.key in block}
            return {name: value for name, value in parts.items() if value}

        return made

    def choose(self, question: Question, answer: str) -> Iterator[str]:
        """The words that stand for what was chosen; several come with commas between, which a label may hold too."""
        labels = sorted(question.options, key=len, reverse=True)
        last = short_labels(question)
        rest = answer.strip()
        while rest:
            label = next((one for one in labels if rest == one or rest.startswith(f"{one}, ")), None)
            if label is None:
                written, _, rest = rest.partition(",")
                key = slugify(written)
                value = last.get(key) or (key if key in question.options.values() else None)
                if value is None:
                    self.aside.append((question.label, written.strip()))
                else:
                    yield value
            else:
                yield question.options[label]
                rest = rest.removeprefix(label).removeprefix(", ")
            rest = rest.strip()

    def one(self, question: Question, text: str) -> Written:
        """One value of a kind that is written, not chosen."""
        field = question.field
        if field.kind.name == "markdown":
            return text
        text = one_line(text)
        if field.kind.name == "ref" and reference(text, field, self.site) is None:
            self.aside.append((question.label, text))
            return ""
        return understand(text, field, self.site)


def short_labels(question: Question) -> dict[str, str]:
    """The words behind labels without those of the terms that hold them, where only one has them."""
    shorts = [(slugify(label.rpartition(" › ")[2]), value) for label, value in question.options.items()]
    names = Counter(name for name, _ in shorts)
    return {name: value for name, value in shorts if names[name] == 1}


def lines(answer: str) -> Iterator[str]:
    """The lines of a list, without their bullets or numbers."""
    for line in answer.split("\n"):
        if text := BULLET.sub("", line.strip(), count=1):
            yield text


def blocks(question: Question, answer: str) -> list[dict[str, str]]:
    """The items of a group that may come many times: lines « Label: value », the same label again begins another one.

    Lines without a label go on the one above. Where there is none, each line is an item by itself, « Title: text ».
    """
    keys = {part.key: part for part in question.parts}
    found: list[dict[str, str]] = []
    current = ""
    for line in answer.split("\n"):
        match = LABELLED.fullmatch(BULLET.sub("", line.strip(), count=1))
        key = slugify(match["label"]) if match else ""
        if match and key in keys:
            if not found or key in found[-1]:
                found.append({})
            current = key
            found[-1][key] = match["text"]
        elif current:
            found[-1][current] = f"{found[-1][current]}\n{line.rstrip()}".strip("\n")
        elif line.strip():
            found.append(bare(question, line))
    return found


def bare(question: Question, line: str) -> dict[str, str]:
    """An item written on a line of its own: the first field, and behind a colon the second."""
    names = [part.key for part in question.parts if part.field.kind.name in ("text", "markdown")] or [
        question.parts[0].key
    ]
    text = BULLET.sub("", line.strip(), count=1)
    first, colon, rest = text.partition(" : ") if " : " in text else text.partition("\u00a0: ")
    return {names[0]: first.strip(), names[1]: rest.strip()} if colon and len(names) > 1 else {names[0]: text}
