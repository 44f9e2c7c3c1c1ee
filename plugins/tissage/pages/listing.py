"""What the pages that list sheets share: how such a page is made, and its groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ..addresses import CATALOGUE, DASHBOARD, PROPOSE, REFERENCE, SELECTION
from ..commons import Commons
from ..language import N_
from ..markdown import Heading
from ..sheets import Sheet
from .head import head
from .page import GeneratedPage, Rendered
from .templates import Templates
from .tools import Tools

LONGEST: Final = 200
"""How many sheets a page lists: more would weigh too much for a phone on a slow line."""
UNSEARCHED: Final = (CATALOGUE, DASHBOARD, PROPOSE, REFERENCE, SELECTION)
"""The beginnings of the addresses of pages that the search leaves out."""
NOT_INDEXED: Final = '\n<meta name="robots" content="noindex">'


@dataclass(frozen=True, slots=True)
class Group:
    """Sheets under a title, with its anchor; `address` is that of the page that says more, where there is one."""

    id: str
    title: str
    sheets: list[Sheet]
    address: str = ""


def group_id(slug: str) -> str:
    """The anchor of a group: a term may be called as another part of the page is (« contenu »)."""
    return f"groupe-{slug}"


def split(groups: Sequence[Group], longest: int = LONGEST) -> list[list[Group]]:
    """Groups shared out between pages of so many sheets, in their order; a group that does not fit goes on overleaf."""
    pages: list[list[Group]] = [[]]
    room = longest
    for group in groups:
        rest = group.sheets
        while rest:
            if not room:
                pages.append([])
                room = longest
            pages[-1].append(replace(group, sheets=rest[:room]))
            room, rest = room - len(pages[-1][-1].sheets), rest[room:]
    return pages


def overleaf(address: str, number: int) -> str:
    """The address of a page of a long list: the first has the list's own, the others stand below the catalogue's."""
    return address if number == 1 else f"{CATALOGUE}{address.removeprefix(CATALOGUE)}page-{number}/"


@dataclass(frozen=True, slots=True)
class Listings:
    """Makes pages that list sheets."""

    commons: Commons
    templates: Templates

    def tools(self, address: str) -> Tools:
        """The helpers of the page at an address."""
        return Tools(self.commons, address, self.templates)

    def page(
        self,
        address: str,
        title: str,
        description: str,
        template: str,
        *,
        section: str = "",
        kind: str = "listing",
        indexed: bool = True,
        **values: Any,
    ) -> GeneratedPage:
        """A page made by a template from these values. Its `groups` are the headings of its table of contents.

        An index has none: its filters stand in that place. Search engines leave out what is not `indexed`.
        """
        groups = () if "index" in values else values.get("groups", ())
        headings = tuple(Heading(2, group.id, group.title, 0) for group in groups)

        def render(markdown: str) -> Rendered:
            html = self.templates.render(
                template, page=self.tools(address), title=title, description=description, **values
            )
            robots = "" if indexed else NOT_INDEXED
            return Rendered(html, headings, head(self.commons, title, description, address) + robots)

        return GeneratedPage(
            address=address,
            title=title,
            description=description,
            render=render,
            kind=kind,
            indexed=indexed,
            section=section or address,
            # Below the catalogue's own page stand lists of lists: whoever searches wants what they list.
            findable=address in (CATALOGUE, PROPOSE) or not address.startswith(UNSEARCHED),
        )

    def paged(
        self, address: str, title: str, description: str, template: str, groups: Sequence[Group], **values: Any
    ) -> Iterator[GeneratedPage]:
        """The pages of a list, however long: each knows where the others are."""
        say, pages = self.commons.settings.language.say, split(groups)
        section = values.pop("section", address)
        for number, held in enumerate(pages, 1):
            name = title if number == 1 else say(N_("{title}, page {number}"), title=title, number=number)
            yield self.page(
                overleaf(address, number),
                name,
                description,
                template,
                section=section,
                groups=held,
                number=number,
                leaves=[overleaf(address, leaf) for leaf in range(1, len(pages) + 1)],
                **values,
            )
