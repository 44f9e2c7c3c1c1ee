"""The Commons: all the sheets, checked and linked. Every output is made from it, and nothing changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .language import alphabetical
from .markdown import Parsed, parse
from .schema.model import Collection, Field, Schema, Term
from .settings import Settings
from .sheets import Sheet


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from a sheet to another. `field` declares and names it both ways; it is None for a link in a text."""

    source: str
    target: str
    field: Field | None = None
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link of a text leads: to a sheet, a file, a page written by hand, a page that lists sheets, or outside.

    `place` is the sheet's id, the path of the file or page from the root, or the address (of the site, or outside), as
    `kind` says: `sheet`, `file`, `page`, `address`, `outside`.
    """

    kind: str
    place: str
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class Commons:
    """Everything that is known of the site.

    `sheets` goes by id; `relations` and `backlinks` by the id of the sheet that they start from, or lead to; `tagged`
    by vocabulary and term, with what is tagged by the terms below it; `texts` holds each Markdown text, parsed,
    `links` the targets of the links of each sheet's texts; `aliases` maps a former address to a sheet's id.
    """

    settings: Settings
    schema: Schema
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    backlinks: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    tagged: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[tuple[str, str], Target] = field(default_factory=dict)
    texts: Mapping[str, Parsed] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)

    def parsed(self, text: str) -> Parsed:
        """A Markdown text, parsed: each text of a sheet once, one that a hook has changed anew."""
        return self.texts.get(text) or parse(text)

    def of(self, collection: Collection) -> list[Sheet]:
        """The sheets of a collection, by title in French order."""
        return self.by_title([sheet for sheet in self.sheets.values() if sheet.collection is collection])

    def with_term(self, vocabulary: str, term: str) -> list[Sheet]:
        """The sheets tagged by a term or by one below it, by title."""
        return self.by_title([self.sheets[id] for id in self.tagged.get((vocabulary, term), ())])

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each sheet's id in the French order of all titles."""
        ordered = sorted(self.sheets.values(), key=lambda sheet: (*alphabetical(sheet.title), sheet.id))
        return {sheet.id: rank for rank, sheet in enumerate(ordered)}

    def by_title(self, sheets: list[Sheet]) -> list[Sheet]:
        """Sheets in the order of the French alphabet, then by id."""
        return sorted(sheets, key=lambda sheet: self.ranks[sheet.id])

    def terms(self, vocabulary: str, parent: str | None = None) -> list[Term]:
        """The terms right below a term (or the roots), in the order that the vocabulary asks for."""
        declared = self.schema.vocabularies[vocabulary]
        terms = list(declared.children.get(parent, ()))
        if declared.order == "alphabetical":
            terms.sort(key=lambda term: alphabetical(self.settings.language.label(term.label, term.slug)))
        return terms
