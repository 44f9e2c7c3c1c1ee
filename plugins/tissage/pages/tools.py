"""What a template may ask for while a page is made: links, terms, words, displays. One for each page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from ..addresses import PROPOSE, as_file, page_target, relative_url
from ..commons import Commons
from ..language import N_, Language
from ..links import key_of
from ..markdown import Link, Parsed, set_apart, to_html
from ..media import image_size, media_address
from ..schema.kinds.addresses import PHONE_PATTERN
from ..schema.kinds.dates import PartialDate, Period
from ..schema.kinds.numbers import Money
from ..schema.kinds.texts import Markdown
from ..schema.model import Collection, Field, Term, Vocabulary
from ..sheets import Sheet
from . import words
from .period_words import period_words
from .templates import Templates

ALIKE: Final = frozenset(("term", "choice", "boolean", "date"))
"""The kinds of field whose values many sheets share."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The helpers of one page, at `address`; `sheet` is the sheet that it shows, where it shows one."""

    commons: Commons
    address: str
    templates: Templates
    sheet: Sheet | None = None

    @property
    def language(self) -> Language:
        """The site's language."""
        return self.commons.settings.language

    def url(self, address: str) -> str:
        """The link from this page to an address of the site."""
        return relative_url(address, self.address, directory_urls=self.commons.settings.directory_urls)

    def improve(self, sheet: Sheet) -> str:
        """The link from this page to the form that changes a sheet."""
        return f"{self.url(f'{PROPOSE}{sheet.collection.url}/')}?{self.language.say(N_('sheet'))}={sheet.slug}"

    def address_of(self, address: str) -> str:
        """An address from the site's root, as the files of this site are named."""
        return address if self.commons.settings.directory_urls else as_file(address)

    @property
    def root(self) -> str:
        """The link from this page to the site's folder: addresses of files follow it."""
        return self.url("x")[:-1] or "./"

    def file(self, path: str) -> str:
        """The link from this page to a file that lies beside the sheets."""
        return relative_url(
            media_address(path, self.commons.settings),
            self.address,
            directory_urls=self.commons.settings.directory_urls,
        )

    def room(self, path: str) -> Markup:
        """The attributes that keep the room of a picture while it comes."""
        return self.templates.once(("room", path), lambda: room(self.commons.settings.root / path))

    def room_of(self, link: Link) -> str:
        """The same for a picture of a text of this page's sheet."""
        target = self.commons.links.get((self.sheet.id, key_of(link))) if self.sheet else None
        return self.room(target.place) if target and target.kind == "file" else ""

    def label(self, labels: Mapping[str, str], default: str = "") -> str:
        """A declared label in the site's language."""
        return self.language.label(labels, default)

    def one(self, thing: Collection | Vocabulary) -> str:
        """The name of a sheet of the collection, or of a term: « Bonne pratique »."""
        return self.language.form(thing.label, "one")

    def many(self, thing: Collection | Vocabulary) -> str:
        """The name of a collection or vocabulary in the plural."""
        return self.language.form(thing.label, "many")

    def ref(self, id: str) -> Sheet:
        """The sheet of that id."""
        return self.commons.sheets[id]

    def term(self, field: Field, slug: str) -> Term:
        """A term by the field that draws it."""
        return self.commons.schema.vocabularies[field.vocabulary].terms[slug]

    def term_url(self, field: Field, slug: str) -> str:
        """The link to the page of a term, empty where its vocabulary has no pages."""
        folder = self.commons.schema.vocabularies[field.vocabulary].url
        return self.url(f"{folder}/{slug}/") if folder else ""

    def places(self, vocabulary: Vocabulary, parent: str | None = None) -> Iterator[tuple[str, str, str, int]]:
        """The terms of a vocabulary, each with its name, the root that holds it, and how many terms do; roots first."""
        for term in self.commons.terms(vocabulary.id, parent):
            above = list(vocabulary.ancestors(term.slug))
            yield term.slug, self.label(term.label, term.slug), above[-1] if above else "", len(above)
            yield from self.places(vocabulary, term.slug)

    def show(self, field: Field, value: Any) -> Markup:
        """The HTML of a field, by the display that it declares.

        What a few words say is the same on all pages of the same depth, and is made once. A display of the site's own
        is asked each time: it may look at the page.
        """
        display = self.templates.display(field.display)
        if field.kind.name not in ALIKE or not self.templates.is_ours(field.display):
            return display(field, value, self)
        key = (id(field), tuple(value) if field.many is not None else value, self.address.count("/"))
        return self.templates.once(key, lambda: display(field, value, self))

    def path(self, links: Sequence[tuple[str, str]]) -> Markup:
        """Where the page stands: the titles and addresses of the pages above it."""
        key = ("path", *links, self.address.count("/"))
        return self.templates.once(key, lambda: self.templates.macro("pages/path.html")(links, self))

    def card(self, sheet: Sheet, kicker: bool) -> Markup:
        """The inside of a sheet's card, made once for all pages of the same depth."""
        key = (sheet.id, kicker, self.address.count("/"))
        return self.templates.once(key, lambda: self.templates.macro("pages/card.html")(sheet, kicker, self))

    def dates(self, sheet: Sheet) -> list[str]:
        """The dates by which a sheet's collection sorts it out, in words: an activity's, a news item's."""
        facets = [field for field in sheet.collection.facets if field.name in sheet.values]
        return [
            self.date(value) if field.kind.name == "date" else self.period(value)
            for field in facets
            for value in self.items(field, sheet.values[field.name])
            if field.kind.name in ("date", "period")
        ]

    def items(self, field: Field, value: Any) -> Sequence[Any]:
        """The values of a field as a list, whether it holds many or one."""
        return value if field.many is not None else (value,)

    def inner(self, field: Field, values: Mapping[str, Any]) -> list[tuple[Field, Any]]:
        """The fields of a group that have a value, with it."""
        return [(field.fields[name], value) for name, value in values.items()]

    def date(self, value: PartialDate) -> str:
        """A date in words."""
        return words.date_words(value, self.language)

    def period(self, value: Period, *, open_end: bool = False) -> str:
        """A period in words."""
        return period_words(value, self.language, open_end=open_end)

    def since(self, value: PartialDate) -> str:
        """« depuis mars 2019 »."""
        return words.since(value, self.language)

    def money(self, value: Money) -> str:
        """An amount in words."""
        return words.money_words(value, self.language)

    def dial(self, phone: str) -> str:
        """The `tel:` address of a telephone number (RFC 3966)."""
        match = re.fullmatch(PHONE_PATTERN, phone)
        extension = match["extension"] if match else None
        number = re.sub(r"[^0-9+]", "", phone[: match.start("extension")] if match and extension else phone)
        return f"tel:{number}" + (f";ext={extension}" if extension else "")

    def number(self, value: Any) -> str:
        """A number in words."""
        return words.number_words(value, self.language)

    def markdown(self, value: Markdown) -> Markup:
        """The HTML of a Markdown value. Its place is what no other text of the page has."""
        mark = f"texte-{value.start.line}-{value.start.column}"
        return Markup(set_apart(self.html(self.commons.parsed(value.text)), mark))

    def html(self, parsed: Parsed) -> str:
        """The HTML of a parsed text of this page's sheet."""
        return to_html(parsed, self.resolve, self.language, self.room_of)

    def resolve(self, link: Link) -> tuple[str, str | None]:
        """Where a link of a text of this page's sheet leads. One that a hook has added is followed as it is written."""
        target = self.commons.links.get((self.sheet.id, key_of(link))) if self.sheet else None
        if target is None:
            return link.target, None
        anchor = f"#{target.anchor}" if target.anchor else ""
        if target.kind == "sheet":
            sheet = self.ref(target.place)
            return self.url(sheet.address + anchor), sheet.title
        if target.kind == "page":
            return self.url(self.page_target(target.place) + anchor), None
        if target.kind == "address":
            return self.url(target.place + anchor), None
        return (self.file(target.place) if target.kind == "file" else target.place), None

    def page_target(self, path: str) -> str:
        """What a link to a page written by hand leads to."""
        settings = self.commons.settings
        return page_target(path.removeprefix(f"{settings.content}/"), directory_urls=settings.directory_urls)


def room(picture: Path) -> Markup:
    """The attributes that say how wide and how high a picture is; none where that cannot be read."""
    size = image_size(picture)
    return Markup(f' width="{size[0]}" height="{size[1]}"' if size else "")
