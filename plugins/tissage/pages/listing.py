"""What the pages that list sheets share: how such a page is made, and its groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..commons import Commons
from ..markdown import Heading
from ..sheets import Sheet
from .head import head
from .page import GeneratedPage, Rendered
from .templates import Templates
from .tools import Tools


@dataclass(frozen=True, slots=True)
class Group:
    """Sheets under a title, with its anchor; `address` is that of the page that says more, where there is one."""

    id: str
    title: str
    sheets: list[Sheet]
    address: str = ""


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
        **values: Any,
    ) -> GeneratedPage:
        """A page made by a template from these values. Its `groups` are the headings of its table of contents."""
        headings = tuple(Heading(2, group.id, group.title, 0) for group in values.get("groups", ()))

        def render(markdown: str) -> Rendered:
            html = self.templates.render(
                template, page=self.tools(address), title=title, description=description, **values
            )
            return Rendered(html, headings, head(self.commons, title, description, address))

        return GeneratedPage(
            address=address, title=title, description=description, render=render, kind=kind, section=section or address
        )
