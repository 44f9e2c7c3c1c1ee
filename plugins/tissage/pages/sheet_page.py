"""The page of one sheet: facts, text, relations both ways, related sheets, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from ..commons import Commons
from ..exports.agenda_ics import own_file
from ..exports.public import MENTIONS, inverse_of, label_of
from ..language import N_
from ..markdown import Heading, Parsed
from ..related import Neighbours, Reason
from ..schema.model import Field
from ..sheets import Sheet
from ..upkeep.freshness import is_stale, reviewed
from .head import canonical, head
from .neighbourhood import picture
from .page import GeneratedPage, Rendered
from .templates import Templates
from .tools import Tools


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of the page, with its anchor."""

    id: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Links:
    """The sheets at the other end of one relation, under its name; `in_text` where its own text links to them."""

    title: str
    sheets: list[Sheet]
    in_text: bool = False


@dataclass(slots=True)
class SheetPages:
    """Makes the pages of the sheets of a Commons."""

    commons: Commons
    templates: Templates
    neighbours: Neighbours = field(init=False)

    def __post_init__(self) -> None:
        self.neighbours = Neighbours(self.commons)

    def page(self, sheet: Sheet) -> GeneratedPage:
        """The page of a sheet."""
        checked = reviewed(sheet)
        return GeneratedPage(
            address=sheet.address,
            title=sheet.title,
            description=str(sheet.values.get("summary", "")),
            render=self.renderer(sheet),
            kind="sheet",
            section=f"{sheet.collection.url}/",
            markdown=sheet.body,
            source=sheet.path,
            sheet=sheet.id,
            updated=checked.text if checked else None,
            kicker=self.commons.settings.language.form(sheet.collection.label, "one"),
            filters=tuple(self.filters(sheet)),
        )

    def filters(self, sheet: Sheet) -> Iterator[tuple[str, str]]:
        """What the search filters a sheet by: its catalogue, and its fields of action with those that hold them."""
        language, schema = self.commons.settings.language, self.commons.schema
        yield "catalogue", language.form(sheet.collection.label, "many")
        for one in sheet.collection.grouping:
            if one.name in sheet.values:
                vocabulary, value = schema.vocabularies[one.vocabulary], sheet.values[one.name]
                slugs = value if one.many is not None else (value,)
                above = (term for slug in slugs for term in (slug, *vocabulary.ancestors(slug)))
                yield from (
                    ("field", language.label(vocabulary.terms[term].label, term)) for term in dict.fromkeys(above)
                )

    def renderer(self, sheet: Sheet) -> Callable[[str], Rendered]:
        """The rendering of a sheet's page from its Markdown."""
        return lambda markdown: self.render(sheet, markdown)

    def render(self, sheet: Sheet, markdown: str) -> Rendered:
        """The page of a sheet, with this text as its body."""
        html, headings = self.content(sheet, markdown)
        public = "" if sheet.public is sheet else self.content(sheet.public, markdown)[0]
        summary = sheet.values.get("summary", "")
        return Rendered(
            html, headings, head(self.commons, sheet.title, summary, sheet.address, sheet.public), public=public
        )

    def content(self, sheet: Sheet, markdown: str) -> tuple[str, tuple[Heading, ...]]:
        """The HTML of a sheet's page and its headings."""
        tools = Tools(self.commons, sheet.address, self.templates, sheet)
        parsed = self.commons.parsed(markdown)
        top, below, end = (self.sections(sheet, tools, place) for place in ("top", "body", "end"))
        relations = self.outward(sheet, tools)
        backlinks = self.inward(sheet, tools)
        related = [(near.sheet, self.reasons(near.reasons, tools)) for near in self.neighbours.of(sheet.id)]
        headings = self.headings(top, parsed, below, bool(relations or backlinks or related), end)
        html = self.templates.render(
            self.templates.sheet_template(sheet.collection.id),
            page=tools,
            sheet=sheet,
            body=Markup(tools.html(parsed)),
            lead=self.shown(sheet, tools, "lead"),
            facts=self.shown(sheet, tools, "facts"),
            top=top,
            below=below,
            end=end,
            relations=relations,
            backlinks=backlinks,
            picture=picture(ends(backlinks), ends(relations), self.templates, tools.language),
            related=related,
            edit_url=self.commons.settings.edit_url(sheet.path),
            improve=tools.improve(sheet),
            absolute_url=canonical(self.commons, sheet.address),
            calendar=own_file(sheet, self.commons),
            stale=is_stale(sheet, self.commons.settings.today),
            parts=[heading for heading in headings if heading.level == 2],
        )
        return html, headings

    def fields(self, sheet: Sheet, place: str) -> list[tuple[Field, Any]]:
        """The fields shown at a place, with their values."""
        fields = sheet.collection.fields
        return [(fields[n], v) for n, v in sheet.values.items() if fields[n].place == place]

    def shown(self, sheet: Sheet, tools: Tools, place: str) -> list[tuple[str, Markup]]:
        """The label and the HTML of each field at a place."""
        return [
            (tools.label(field.label, field.name), tools.show(field, value))
            for field, value in self.fields(sheet, place)
        ]

    def sections(self, sheet: Sheet, tools: Tools, place: str) -> list[Section]:
        """The fields at a place, each as a titled section."""
        return [
            Section(
                f"champ-{field.name.replace('_', '-')}",
                tools.label(field.label, field.name),
                tools.show(field, value),
            )
            for field, value in self.fields(sheet, place)
        ]

    def headings(
        self, top: list[Section], parsed: Parsed, below: list[Section], links: bool, end: list[Section]
    ) -> tuple[Heading, ...]:
        """The headings of the whole page, in order."""
        say = self.commons.settings.language.say
        linked = [Heading(2, "liens", say(N_("Links with other sheets")), 0)] if links else []
        body = [heading for heading in parsed.headings if heading.level <= 3]
        return (*titles(top), *body, *titles(below), *linked, *titles(end))

    def outward(self, sheet: Sheet, tools: Tools) -> list[Links]:
        """Where the sheet leads: a title a field, then what its text mentions and no field says already.

        Links inside groups show with their group.
        """
        relations = self.commons.relations[sheet.id]
        said = {relation.target for relation in relations if relation.field}
        groups: dict[str, dict[str, Sheet]] = {}
        mentioned: dict[str, Sheet] = {}
        for relation in relations:
            field, other = relation.field, tools.ref(relation.target)
            if field is None and relation.target not in said:
                mentioned[other.id] = other
            elif field and not relation.nested and field.place == "relations" and field.name in sheet.values:
                groups.setdefault(label_of(relation, tools.language), {})[other.id] = other
        links = [Links(title, list(sheets.values())) for title, sheets in groups.items()]
        if mentioned:
            links.append(Links(tools.language.say(MENTIONS), list(mentioned.values()), in_text=True))
        return links

    def inward(self, sheet: Sheet, tools: Tools) -> list[Links]:
        """Which sheets lead here, under the inverse name of each relation.

        A mention in a text is passed over where a field of either sheet already says the link.
        """
        backlinks = self.commons.backlinks.get(sheet.id, ())
        said = {relation.target for relation in self.commons.relations[sheet.id] if relation.field}
        groups: dict[str, dict[str, Sheet]] = {}
        for relation in backlinks:
            if relation.field or relation.source not in said:
                groups.setdefault(inverse_of(relation, tools.language), {})[relation.source] = tools.ref(
                    relation.source
                )
        return [Links(title, self.commons.by_title(list(sheets.values()))) for title, sheets in groups.items()]

    def reasons(self, reasons: tuple[Reason, ...], tools: Tools) -> str:
        """Why a sheet is related, in words: « même champ d’action, même territoire »."""
        say = self.commons.settings.language.say
        words = []
        for kind, name in reasons:
            if kind == "sheet":
                words.append(say(N_("also linked to “{title}”"), title=tools.ref(name).title))
            else:
                label = tools.language.form(self.commons.schema.vocabularies[name].label, "one")
                words.append(say(N_("same {thing}"), thing=label[:1].lower() + label[1:]))
        return ", ".join(words)


def titles(sections: list[Section]) -> list[Heading]:
    """The headings of sections."""
    return [Heading(2, section.id, section.title, 0) for section in sections]


def ends(ways: list[Links]) -> Iterator[Sheet]:
    """The sheets at the other end of all these relations."""
    return (sheet for links in ways for sheet in links.sheets)
