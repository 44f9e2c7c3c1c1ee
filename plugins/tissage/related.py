"""Sheets that a reader of one may like too: they share terms or point to the same sheet. Always the same, explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import Final

from .commons import Commons
from .sheets import Sheet, public_values

WINDOW: Final = 24
"""How many neighbours to look at in the list of each shared term: it keeps the whole linear in the number of sheets."""
BEST: Final = 4
TWO_REASONS: Final = 2

Reason = tuple[str, str]
"""What two sheets share: `("term", <vocabulary>)` or `("sheet", <id>)`."""


@dataclass(frozen=True, slots=True)
class Related:
    """A related sheet and why it is one, the weightiest reasons first."""

    sheet: Sheet
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Neighbours:
    """Finds the related sheets of any sheet of a Commons."""

    commons: Commons

    @cached_property
    def lists(self) -> dict[Reason, list[str]]:
        """The sheets that share each term or each target of a relation, in the order of their ids."""
        lists: dict[Reason, list[str]] = {}
        for id in sorted(self.commons.sheets):
            for key in self.keys(id):
                lists.setdefault(key, []).append(id)
        return lists

    @cached_property
    def positions(self) -> dict[tuple[Reason, str], int]:
        """Where each sheet stands in each of its lists."""
        return {(key, id): index for key, ids in self.lists.items() for index, id in enumerate(ids)}

    def keys(self, id: str) -> Iterator[Reason]:
        """The terms of a sheet and the targets of its relations, each once."""
        sheet = self.commons.sheets[id]
        seen: set[Reason] = set()
        for field, value in public_values(sheet.values, sheet.collection.fields):
            if field.kind.name == "term" and self.commons.schema.vocabularies[field.vocabulary].relates:
                seen.add((f"term {field.vocabulary}", value))
        seen.update(("sheet", relation.target) for relation in self.commons.relations[id])
        yield from sorted(seen)

    def of(self, id: str) -> list[Related]:
        """The best few, without those that the sheet already points to or that point to it."""
        linked = {relation.target for relation in self.commons.relations[id]} | {id}
        linked.update(relation.source for relation in self.commons.backlinks.get(id, ()))
        scores: dict[str, float] = {}
        reasons: dict[str, list[tuple[float, Reason]]] = {}
        for key in self.keys(id):
            ids = self.lists[key]
            weight = 1 / log2(len(ids) + 1)
            for other in self.around(key, id):
                if other not in linked:
                    scores[other] = scores.get(other, 0.0) + weight
                    reasons.setdefault(other, []).append((-weight, key))
        best = sorted(scores, key=lambda other: (-scores[other], other))[:BEST]
        return [Related(self.commons.sheets[other], self.why(reasons[other])) for other in best]

    def around(self, key: Reason, id: str) -> list[str]:
        """The neighbours of a sheet in one of its lists: all of a short one, those around it in a long one."""
        ids = self.lists[key]
        if len(ids) <= WINDOW:
            return ids
        start = self.positions[key, id] - WINDOW // 2
        return [ids[index % len(ids)] for index in range(start, start + WINDOW + 1)]

    def why(self, reasons: list[tuple[float, Reason]]) -> tuple[Reason, ...]:
        """The weightiest reasons, a vocabulary once."""
        named = [("term", key[0].removeprefix("term ")) if key[0] != "sheet" else key for _, key in sorted(reasons)]
        return tuple(dict.fromkeys(named))[:TWO_REASONS]
