"""Synthetic sheets: valid, varied, the same for the same seed. About 300 words of text, three relations each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from random import Random
from typing import Any

from tissage.language import slugify
from tissage.schema.model import Schema

from bench.words import ENDS, HEADINGS, OBJECTS, SUBJECTS, TITLES, VERBS

MIX = ["practices"] * 11 + ["organisations"] * 4 + ["stories"] * 3 + ["events"] * 2
"""The collections of each twenty sheets."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A sheet before it is written."""

    collection: str
    title: str
    slug: str


def plan(number: int, random: Random) -> dict[str, list[Planned]]:
    """The sheets of each collection, with titles that no other sheet of it has."""
    sheets: dict[str, list[Planned]] = {collection: [] for collection in TITLES}
    mix = [MIX[index % len(MIX)] for index in range(number)]
    for collection, words in TITLES.items():
        shuffled = random.sample(range(size := prod(map(len, words))), size)
        for index in range(mix.count(collection)):
            turn, place = divmod(index, size)
            title = titled(words, shuffled[place]) + (f", partie {turn + 1}" if turn else "")
            sheets[collection].append(Planned(collection, title, slugify(title)))
    return sheets


def titled(words: tuple[list[str], ...], place: int) -> str:
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
        for planned in (sheet for sheets in self.sheets.values() for sheet in sheets):
            source = self.schema.collections[planned.collection].source
            fields = self.common(planned) | getattr(self, planned.collection)(planned)
            front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
            yield f"{source}/{planned.slug}.md", f"---\n{front}---\n\n{self.body(planned)}"

    def common(self, planned: Planned) -> dict[str, Any]:
        reviewed = f"{self.random.randint(2023, 2026)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        source = {"title": self.sentence(), "publisher": "Centre de documentation", "date": reviewed[:7]}
        return {
            "title": planned.title,
            "summary": f"{planned.title}. {self.sentence()}",
            "fields_of_action": self.terms("fields-of-action", 2),
            "territories": self.terms("territories", 2),
            "sources": [source | {"url": f"https://exemple.org/{planned.slug}"}],
            "reviewed": reviewed,
            "review_by": f"2031{reviewed[4:]}",
        }

    def practices(self, planned: Planned) -> dict[str, Any]:
        return {
            "audiences": self.terms("audiences", 2),
            "resources": self.terms("resources", 2),
            "effort": self.random.choice(["light", "medium", "heavy"]),
            "needs": {"people": self.sentence(), "time": self.sentence(), "money": self.sentence()},
            "first_step": self.sentence(),
            "steps": [{"title": self.random.choice(HEADINGS), "text": self.paragraph(2)} for _ in range(4)],
            "conditions": [self.sentence() for _ in range(3)],
            "organisations": self.refs("organisations"),
            "stories": self.refs("stories"),
            "events": self.refs("events"),
        }

    def organisations(self, planned: Planned) -> dict[str, Any]:
        return {
            "type": self.random.choice(["communautaire", "cdc", "concertation", "soutien"]),
            "mission": self.paragraph(2),
            "website": "https://exemple.org/",
        }

    def stories(self, planned: Planned) -> dict[str, Any]:
        years = sorted(self.random.sample(range(2005, 2026), 3))
        return {
            "resources": self.terms("resources", 2),
            "period": {"start": str(years[0]), "end": str(years[-1])},
            "lead": self.refs("organisations"),
            "partners": self.refs("organisations"),
            "milestones": [{"date": str(year), "title": self.sentence(), "text": self.paragraph(1)} for year in years],
            "figures": [{"value": str(self.random.randint(2, 900)), "label": "personnes jointes"}],
            "quotes": [{"text": self.paragraph(2), "attribution": "Une participante"}],
            "events": self.refs("events"),
        }

    def events(self, planned: Planned) -> dict[str, Any]:
        day = f"{self.random.randint(2020, 2026)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        return {
            "when": {"start": f"{day} 13:00", "end": f"{day} 15:30"},
            "format": self.random.choice(["atelier", "rencontre", "forum"]),
            "audiences": self.terms("audiences", 2),
            "organisers": self.refs("organisations"),
            "partners": self.refs("organisations"),
            "decisions": [self.sentence() for _ in range(3)],
            "next": "".join(slug for slug in self.refs("events") if slug != planned.slug),
        }

    def body(self, planned: Planned) -> str:
        """Five parts: texts with links, a list, a table. An organisation relates to others here, the rest in its fields."""
        linked = ["organisations"] * 3 if planned.collection == "organisations" else ["practices", "organisations"]
        wiki = [f"[[{to}/{other}]]" for to in linked for other in self.refs(to)]
        beside = [] if planned.collection == "stories" else self.refs("organisations")
        links = [*wiki, *(f"[cet organisme](../organisations/{other}.md)" for other in beside)]
        parts = [f"{self.paragraph(3)}\n"]
        for number, heading in enumerate(self.random.sample(HEADINGS, 4)):
            parts += [f"## {heading}\n", f"{self.paragraph(3)} Voir {', '.join(links[number::4]) or '*plus bas*'}.\n"]
        bullets = "".join(f"- **{self.random.choice(SUBJECTS)}** : {self.sentence()}\n" for _ in range(4))
        table = "".join(f"| {year} | {self.random.randint(10, 900)} |\n" for year in (2023, 2024, 2025))
        return "\n".join([*parts, "### En détail\n", bullets, f"| Année | Personnes |\n|---|---|\n{table}"])

    def sentence(self) -> str:
        return " ".join(map(self.random.choice, (SUBJECTS, VERBS, OBJECTS, ENDS))) + "."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def terms(self, vocabulary: str, at_most: int) -> list[str]:
        return self.random.sample([*self.schema.vocabularies[vocabulary].terms], self.random.randint(1, at_most))

    def refs(self, collection: str) -> list[str]:
        sheets = self.sheets[collection]
        return [self.random.choice(sheets).slug] if sheets else []
