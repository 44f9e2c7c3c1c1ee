"""Sheets that a reader of one may like too: they share terms or point to the same sheet. Always the same, explained."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import Final, NamedTuple

from .commons import Commons
from .sheets import Sheet

WINDOW: Final = 12
"""How many neighbours to look at in the list of each shared term: it keeps the whole linear in the number of sheets."""
BEST: Final = 4
TWO_REASONS: Final = 2


class Shared(NamedTuple):
    """What two sheets may share: a term of a vocabulary, or (`kind` "sheet") a sheet that both point to."""

    kind: str
    vocabulary: str
    name: str


class Reason(NamedTuple):
    """What two sheets share, as a reader is told: `("term", <vocabulary>)` or `("sheet", <id>)`."""

    kind: str
    name: str


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
    def keys(self) -> dict[str, list[Shared]]:
        """What each sheet may share with others: its terms and the targets of its relations, each once."""
        return {id: sorted(self.shareable(sheet)) for id, sheet in sorted(self.commons.sheets.items())}

    @cached_property
    def lists(self) -> dict[Shared, list[str]]:
        """The sheets that share each of those, in the order of their ids."""
        lists: dict[Shared, list[str]] = {}
        for id, keys in self.keys.items():
            for key in keys:
                lists.setdefault(key, []).append(id)
        return lists

    @cached_property
    def weights(self) -> dict[Shared, float]:
        """What sharing it is worth: the rarer, the more."""
        return {key: 1 / log2(len(ids) + 1) for key, ids in self.lists.items()}

    @cached_property
    def positions(self) -> dict[tuple[Shared, str], int]:
        """Where each sheet stands in each of its lists."""
        return {(key, id): index for key, ids in self.lists.items() for index, id in enumerate(ids)}

    def shareable(self, sheet: Sheet) -> set[Shared]:
        """The terms of a sheet and the targets of its relations."""
        found: set[Shared] = {Shared("sheet", "", relation.target) for relation in self.commons.relations[sheet.id]}
        for field, value in sheet.public_values:
            if field.kind.name == "term" and self.commons.schema.vocabularies[field.vocabulary].relates:
                found.add(Shared("term", field.vocabulary, value))
        return found

    def of(self, id: str) -> list[Related]:
        """The best few, without those that the sheet already points to or that point to it."""
        scores: dict[str, float] = {}
        for key in self.keys[id]:
            weight = self.weights[key]
            for other in self.around(key, id):
                scores[other] = scores.get(other, 0.0) + weight
        for linked in (id, *(relation.target for relation in self.commons.relations[id])):
            scores.pop(linked, None)
        for relation in self.commons.backlinks.get(id, ()):
            scores.pop(relation.source, None)
        least = min(sorted(scores.values(), reverse=True)[:BEST], default=0.0)
        best = sorted((-score, other) for other, score in scores.items() if score >= least)[:BEST]
        return [Related(self.commons.sheets[other], self.why(id, other)) for _, other in best]

    def around(self, key: Shared, id: str) -> list[str]:
        """The neighbours of a sheet in one of its lists: all of a short one, those around it in a long one."""
        ids = self.lists[key]
        if len(ids) <= WINDOW:
            return ids
        start = self.positions[key, id] - WINDOW // 2
        if start >= 0 and start + WINDOW < len(ids):
            return ids[start : start + WINDOW + 1]
        return [ids[index % len(ids)] for index in range(start, start + WINDOW + 1)]

    def why(self, id: str, other: str) -> tuple[Reason, ...]:
        """What two sheets share, the weightiest first, a vocabulary once."""
        shared = sorted(set(self.keys[id]).intersection(self.keys[other]), key=lambda key: (-self.weights[key], key))
        named = (Reason(key.kind, key.vocabulary or key.name) for key in shared)
        return tuple(dict.fromkeys(named))[:TWO_REASONS]
