"""Synthetic sheets: valid, varied, the same for the same seed. About 300 words of text, three relations each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tissage.language import slugify
from tissage.schema.model import Schema

WORDS = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
MIX = ["practices"] * 11 + ["organisations"] * 4 + ["stories"] * 3 + ["events"] * 2
"""The collections of each twenty sheets."""
INDEX_MIX = ["practices"] * 5 + ["organisations"]
"""Those of each six sheets of a site whose indexes are measured."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A sheet before it is written."""

    collection: str
    title: str
    slug: str


def plan(number: int, random: Random, mix: list[str] = MIX) -> dict[str, list[Planned]]:
    """The sheets of each collection, with titles that no other sheet of it has."""
    sheets: dict[str, list[Planned]] = {}
    drawn = [mix[index % len(mix)] for index in range(number)]
    for collection, words in WORDS["titles"].items():
        shuffled = random.sample(range(size := prod(map(len, words))), size)
        rounds = (divmod(index, size) for index in range(drawn.count(collection)))
        titles = [titled(words, shuffled[place]) + (f", partie {turn + 1}" if turn else "") for turn, place in rounds]
        sheets[collection] = [Planned(collection, title, slugify(title)) for title in titles]
    return sheets


def titled(words: list[list[str]], place: int) -> str:
    """The title at a place among all that the words make."""
    picked = []
    for choices in words:
        place, index = divmod(place, len(choices))
        picked.append(choices[index])
    return " ".join(picked)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the sheets of a plan: their path in `content/` or `stories/`, and their text."""

    sheets: dict[str, list[Planned]]
    schema: Schema
    random: Random

    def all(self) -> Iterator[tuple[str, str]]:
        for sheet in (sheet for sheets in self.sheets.values() for sheet in sheets):
            source = self.schema.collections[sheet.collection].source
            fields = self.common(sheet) | getattr(self, sheet.collection)(sheet)
            front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
            yield f"{source}/{sheet.slug}.md", f"---\n{front}---\n\n{self.body(sheet)}"

    def common(self, sheet: Planned) -> dict[str, Any]:
        day = self.day(2023)
        source = {"title": self.sentence(), "publisher": "Centre de documentation", "date": day[:7]}
        return {
            "title": sheet.title,
            "summary": f"{sheet.title}. {self.sentence()}",
            "fields_of_action": self.terms("fields-of-action", 2),
            "territories": self.terms("territories", 2),
            "sources": [source | {"url": f"https://exemple.org/{sheet.slug}"}],
            "reviewed": day,
            "review_by": f"2099{day[4:]}",
        }

    def practices(self, _: Planned) -> dict[str, Any]:
        return {
            "audiences": self.terms("audiences", 2),
            "resources": self.terms("resources", 2),
            "effort": self.random.choice(["light", "medium", "heavy"]),
            "first_step": self.sentence(),
            "organisations": self.refs("organisations"),
            "stories": self.refs("stories"),
            "events": self.refs("events"),
        }

    def organisations(self, _: Planned) -> dict[str, Any]:
        return {
            "type": self.random.choice(["communautaire", "cdc", "concertation", "soutien"]),
            "website": "https://exemple.org/",
        }

    def stories(self, _: Planned) -> dict[str, Any]:
        years = sorted(self.random.sample(range(2005, 2026), 3))
        return {
            "resources": self.terms("resources", 2),
            "period": {"start": str(years[0]), "end": str(years[-1])},
            "lead": self.refs("organisations"),
            "partners": self.refs("organisations"),
            "figures": [{"value": str(self.random.randint(2, 900)), "label": "personnes jointes"}],
            "events": self.refs("events"),
        }

    def events(self, sheet: Planned) -> dict[str, Any]:
        day = self.day(2020)
        return {
            "when": {"start": f"{day} 13:00", "end": f"{day} 15:30"},
            "format": self.random.choice(["atelier", "rencontre", "forum"]),
            "audiences": self.terms("audiences", 2),
            "organisers": self.refs("organisations"),
            "partners": self.refs("organisations"),
            "next": "".join(slug for slug in self.refs("events") if slug != sheet.slug),
        }

    def body(self, sheet: Planned) -> str:
        """Parts with links, a list, a table. An organisation names its three relations here, the others in fields."""
        named = ["organisations"] * 3 if sheet.collection == "organisations" else ["practices", "organisations"]
        beside = [] if sheet.collection == "stories" else self.refs("organisations")
        links = [f"[[{to}/{slug}]]" for to in named for slug in self.refs(to)]
        links += [f"[cet organisme](../organisations/{slug}.md)" for slug in beside]
        parts = [f"{self.paragraph(3)}\n"]
        for number, heading in enumerate(self.headings(4)):
            parts += [f"## {heading}\n", f"{self.paragraph(2)} Voir {', '.join(links[number::4]) or '*plus bas*'}.\n"]
        items = "".join(f"- **Point {number}** : {self.sentence()}\n" for number in range(1, 5))
        rows = "".join(f"| {year} | {self.random.randint(10, 900)} |\n" for year in (2023, 2024, 2025))
        return "\n".join([*parts, "### En détail\n", items, f"| Année | Personnes |\n|---|---|\n{rows}"])

    def sentence(self) -> str:
        return " ".join(map(self.random.choice, WORDS["sentences"])) + "."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def headings(self, number: int) -> list[str]:
        return self.random.sample(WORDS["headings"], number)

    def day(self, first: int) -> str:
        return f"{self.random.randint(first, 2025)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def terms(self, vocabulary: str, at_most: int) -> list[str]:
        terms = [*self.schema.vocabularies[vocabulary].terms]
        return self.random.sample(terms, self.random.randint(1, at_most))

    def refs(self, collection: str) -> list[str]:
        return [sheet.slug for sheet in self.random.choices(self.sheets[collection])] if self.sheets[collection] else []
