"""Our pages as pages of the host: they read and render themselves, and every event of every plugin is still fired.

And what of its pages and files is found, and published.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .commons import Commons
from .language import N_
from .markdown import Heading
from .media import published_type
from .pages.page import GeneratedPage, Rendered
from .pages.templates import Templates
from .searching import Findable, findable_html, findable_name, findable_text

FAILING: Final = N_(
    "The template {template} cannot show {page}: {reason}. Mend it, or remove it to have the one of Tissage. "
    "The former site is untouched."
)


class TissagePage(Page):
    """A page made from the Commons."""

    def __init__(
        self,
        generated: GeneratedPage,
        file: File,
        config: MkDocsConfig,
        templates: Templates,
        sheet: Mapping[str, Any] | None,
        rendered: Rendered | None = None,
    ) -> None:
        super().__init__(escape(generated.title), file, config)
        self.generated = generated
        self.templates = templates
        self.sheet = sheet
        self.rendered = rendered
        self.edit_url = None
        # An index stands in the menu itself, where it is marked as the current page: its layout is its own.
        self.shares_layout = generated.section != generated.address
        self.public = ""
        self.tissage_head = ""
        self.tissage_toc = ""
        if generated.updated:
            self.update_date = generated.updated

    @property
    def description(self) -> str:
        """The description, ready for an attribute."""
        return escape(self.generated.description)

    def read_source(self, config: MkDocsConfig) -> None:
        """The Markdown of the sheet, unless a plugin brings its own. Its values stand in `meta["sheet"]`."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        self.markdown = self.generated.markdown if source is None else source
        self.meta = {
            "title": self.title if not self.is_homepage else "",
            "description": self.description,
            "template": "tissage.html",
            "search": {"exclude": True},  # the host’s own: ours is apart
            "hide": ["navigation"] if self.generated.kind == "sheet" else ["navigation", "toc"],
        }
        if self.sheet is not None:
            self.meta["sheet"] = self.sheet

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The page's HTML, its table of contents and what it puts into `<head>`."""
        ahead = self.rendered if self.markdown == self.generated.markdown else None
        rendered, self.rendered = ahead or self.made(), None
        self.content = rendered.html
        self.public = rendered.public
        self.tissage_head = rendered.head
        self.tissage_toc = self.templates.render("pages/toc.html", headings=rendered.headings)
        self.toc = table_of_contents(self.title or "", rendered.headings)
        self.present_anchor_ids = {"contenu", *(heading.id for heading in rendered.headings)}

    @property
    def shared(self) -> str:
        """The HTML of the page without what is sensitive."""
        return self.public or self.content or ""

    def made(self) -> Rendered:
        """What the page holds, made now; a template of the site that fails is named, and stops the build."""
        try:
            return self.generated.render(self.markdown or "")
        except Exception as error:
            template = self.templates.failing(error)
            if template is None:
                raise
            say, page = self.templates.settings.language.say, self.generated.source or f"/{self.generated.address}"
            raise PluginError(
                say(FAILING, template=template, page=page, reason=str(error).partition("\n")[0])
            ) from error

    def findable(self) -> Findable | None:
        """What the search finds on this page; of one that lists sheets, its name: they have pages of their own."""
        if not self.generated.findable:
            return None
        if self.sheet is None:
            return Findable(self.url, findable_name(self.title or "", self.description))
        html = findable_html(self.shared)
        return Findable(self.url, html, self.generated.kicker, self.generated.filters)


def findable(page: Any) -> Findable | None:
    """What the search finds on a page; nothing on one that asks to be left out, as for the theme's own search."""
    if isinstance(page, TissagePage):
        return page.findable()
    asked = page.meta.get("search")
    if isinstance(asked, dict) and asked.get("exclude"):
        return None
    heading = "" if "<h1" in (page.content or "") else f"<h1>{page.title}</h1>"
    return Findable(page.url, findable_text(heading + (page.content or "")))


def taken_out(file: File, commons: Commons) -> bool:
    """Whether a file of the content folder is not for the host to publish.

    Such are declarations, sheets (whose pages we make), and files beside the sheets of a type that could run code.
    """
    settings = commons.settings
    if file.src_uri.startswith("_"):
        return True
    if not file.abs_src_path or file.src_dir != str(settings.root / settings.content):
        return False
    place = f"{settings.content}/{file.src_uri}"
    beside = any(place.startswith(f"{source}/") for source in commons.schema.sources)
    return beside and (file.is_documentation_page() or not published_type(file.src_uri))


def table_of_contents(title: str, headings: tuple[Heading, ...]) -> TableOfContents:
    """The headings in the host's form, below the page's title."""
    top = AnchorLink(title, "contenu", 1)
    for heading in headings:
        parent = top.children[-1] if heading.level > 2 and top.children else top
        parent.children.append(AnchorLink(escape(heading.text), heading.id, heading.level))
    return TableOfContents([top])


def footer(config: MkDocsConfig, files: Files) -> list[tuple[str, str]]:
    """The titles and addresses of the pages that `extra.footer` names; those that a site does not have are left out."""
    named = (files.get_file_from_path(str(path)) for path in config.extra.get("footer") or ())
    return [(str(file.page.title), file.page.url) for file in named if file and file.page]
