"""The pages that list sheets: home, an index for each collection, the terms of a vocabulary, the whole catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from ..commons import Commons
from ..language import N_
from ..markdown import Heading
from ..schema.model import Collection, Field, Term, Vocabulary
from ..sheets import Sheet
from .agenda import latest, upcoming
from .head import head
from .page import GeneratedPage, Rendered
from .reference import REFERENCE, heading, rows
from .templates import Templates
from .tools import Tools

OTHERS: Final = "autres"


@dataclass(frozen=True, slots=True)
class Group:
    """Sheets under a title; `url` leads to more about it, where there is such a page."""

    id: str
    title: str
    sheets: list[Sheet]
    address: str = ""


@dataclass(frozen=True, slots=True)
class ListingPages:
    """Makes the pages that list sheets."""

    commons: Commons
    templates: Templates

    def all(self) -> Iterator[GeneratedPage]:
        """Every listing of the site."""
        say = self.commons.settings.language.say
        schema = self.commons.schema
        settings = self.commons.settings
        yield self.listing("", settings.site_name, settings.description, "pages/home.html", kind="home", **self.home())
        yield self.listing(
            "catalogue/",
            say(N_("Whole catalogue")),
            say(N_("Every sheet of the site, by field of action.")),
            "pages/catalogue.html",
            groups=self.grouped(list(self.commons.sheets.values())),
        )
        for collection in schema.collections.values():
            yield self.index(collection)
            yield self.reference(collection)
        for vocabulary in schema.vocabularies.values():
            if vocabulary.url:
                yield from self.vocabulary(vocabulary)

    def listing(
        self,
        address: str,
        title: str,
        description: str,
        template: str,
        *,
        kind: str = "listing",
        section: str = "",
        **values: Any,
    ) -> GeneratedPage:
        """A page made by a template. Its groups are the headings of its table of contents."""
        tools = Tools(self.commons, address, self.templates.display)
        headings = tuple(Heading(2, group.id, group.title, 0) for group in values.get("groups", ()))

        def render(markdown: str) -> Rendered:
            html = self.templates.render(template, page=tools, title=title, description=description, **values)
            return Rendered(html, headings, head(self.commons, title, description, address))

        return GeneratedPage(
            address=address,
            title=title,
            description=description,
            render=render,
            kind=kind,
            section=section or address,
        )

    def home(self) -> dict[str, Any]:
        """What the home page shows."""
        commons = self.commons
        grouping = next(iter(self.grouping_vocabularies()), None)
        return {
            "fields": [
                (term, len(commons.tagged.get((grouping.id, term.slug), ()))) for term in commons.terms(grouping.id)
            ]
            if grouping
            else [],
            "grouping": grouping,
            "collections": [(collection, self.size(collection)) for collection in commons.schema.collections.values()],
            "latest": latest(commons),
            "upcoming": upcoming(commons),
            "total": len(commons.sheets),
        }

    def grouping_vocabularies(self) -> Iterator[Vocabulary]:
        """The vocabularies by which indexes are grouped: the main one first."""
        names = {
            f.vocabulary
            for c in self.commons.schema.collections.values()
            for f in c.fields.values()
            if f.group and f.vocabulary
        }
        return (vocabulary for name, vocabulary in self.commons.schema.vocabularies.items() if name in names)

    def size(self, collection: Collection) -> int:
        """How many sheets a collection has."""
        return sum(sheet.collection is collection for sheet in self.commons.sheets.values())

    def index(self, collection: Collection) -> GeneratedPage:
        """The index of a collection, grouped by the field that it groups by."""
        tools = Tools(self.commons, f"{collection.url}/", self.templates.display)
        return self.listing(
            f"{collection.url}/",
            tools.many(collection),
            tools.label(collection.description),
            "pages/index.html",
            collection=collection,
            groups=self.grouped(self.commons.of(collection)),
            total=self.size(collection),
        )

    def reference(self, collection: Collection) -> GeneratedPage:
        """The reference of a collection's fields, for contributors."""
        address = f"{REFERENCE}/{collection.id}/"
        return self.listing(
            address,
            heading(collection, Tools(self.commons, address, self.templates.display)),
            self.commons.settings.language.say(N_("What one may write at the top of a sheet of this collection.")),
            "pages/reference.html",
            section="aide/",
            collection=collection,
            rows=list(rows(collection.fields, self.commons)),
        )

    def grouped(self, sheets: list[Sheet]) -> list[Group]:
        """Sheets by their main field of action (its first value), in the order of the vocabulary; the others last."""
        groups: dict[str, list[Sheet]] = {}
        grouping = next(iter(self.grouping_vocabularies()), None)
        for sheet in self.commons.by_title(sheets):
            groups.setdefault(self.main_term(sheet), []).append(sheet)
        terms = self.commons.terms(grouping.id) if grouping else []
        label = self.commons.settings.language.label
        listed = [
            Group(
                term.slug,
                label(term.label, term.slug),
                groups[term.slug],
                f"{grouping.url}/{term.slug}/" if grouping and grouping.url else "",
            )
            for term in terms
            if term.slug in groups
        ]
        if "" in groups:
            title = N_("Other sheets") if listed else N_("All sheets")
            listed.append(Group(OTHERS, self.commons.settings.language.say(title), groups[""]))
        return listed

    def main_term(self, sheet: Sheet) -> str:
        """The root of the first term by which a sheet is grouped, empty where it has none."""
        field: Field | None = next((f for f in sheet.collection.fields.values() if f.group and f.vocabulary), None)
        value = sheet.values.get(field.name) if field else None
        if not field or not value:
            return ""
        first = value[0] if field.many is not None else value
        return [first, *self.commons.schema.vocabularies[field.vocabulary].ancestors(first)][-1]

    def vocabulary(self, vocabulary: Vocabulary) -> Iterator[GeneratedPage]:
        """The page of a vocabulary, then one for each of its terms."""
        address = f"{vocabulary.url}/"
        tools = Tools(self.commons, address, self.templates.display)
        yield self.listing(
            address,
            tools.many(vocabulary),
            tools.label(vocabulary.description),
            "pages/vocabulary.html",
            vocabulary=vocabulary,
            terms=self.tree(vocabulary, None),
        )
        for term in vocabulary.terms.values():
            yield self.term(vocabulary, term)

    def tree(self, vocabulary: Vocabulary, parent: str | None) -> list[tuple[Term, int, Any]]:
        """The terms below a term: each with how many sheets it holds and the terms below it."""
        return [
            (
                term,
                len(self.commons.tagged.get((vocabulary.id, term.slug), ())),
                self.tree(vocabulary, term.slug),
            )
            for term in self.commons.terms(vocabulary.id, parent)
        ]

    def term(self, vocabulary: Vocabulary, term: Term) -> GeneratedPage:
        """The page of a term: all that it and the terms below it hold, by collection."""
        label = self.commons.settings.language.label
        sheets = self.commons.with_term(vocabulary.id, term.slug)
        by_collection: dict[str, list[Sheet]] = {}
        for sheet in sheets:
            by_collection.setdefault(sheet.collection.id, []).append(sheet)
        tools = Tools(self.commons, f"{vocabulary.url}/{term.slug}/", self.templates.display)
        groups = [
            Group(
                collection.url.replace("/", "-"),
                tools.many(collection),
                by_collection[id],
                f"{collection.url}/",
            )
            for id, collection in self.commons.schema.collections.items()
            if id in by_collection
        ]
        name = label(term.label, term.slug)
        return self.listing(
            tools.address,
            name,
            label(term.description) or self.describe(vocabulary, name),
            "pages/term.html",
            section=f"{vocabulary.url}/",
            vocabulary=vocabulary,
            term=term,
            groups=groups,
            total=len(sheets),
            above=[vocabulary.terms[slug] for slug in vocabulary.ancestors(term.slug)][::-1],
            below=self.tree(vocabulary, term.slug),
        )

    def describe(self, vocabulary: Vocabulary, name: str) -> str:
        """A sentence for search engines and previews."""
        return self.commons.settings.language.say(N_("The sheets about: {name}."), name=name)
