"""A page → the same page with the typography of Québec, wherever readers see its texts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ..typography import typeset, typeset_html
from .page import GeneratedPage, Rendered

SHARED: Final = re.compile(r'(?<=<meta property="og:)(title|description|image:alt)" content="[^"]*"')
"""What other sites show of a page. The data for search engines, like all exports, stay as they are written."""


def typeset_page(page: GeneratedPage) -> GeneratedPage:
    """The page with its title, its description and, once it is rendered, all its texts corrected."""
    return replace(
        page,
        title=typeset(page.title),
        description=typeset(page.description),
        render=lambda markdown: typeset_rendered(page.render(markdown)),
    )


def typeset_rendered(rendered: Rendered) -> Rendered:
    """What the page holds, corrected. Its headings stand in its HTML too: where that is right, so are they."""
    html = typeset_html(rendered.html)
    if html is rendered.html:
        return rendered
    return Rendered(
        html=html,
        headings=tuple(replace(heading, text=typeset(heading.text)) for heading in rendered.headings),
        head=SHARED.sub(lambda match: typeset_html(match[0]), rendered.head),
        public=typeset_html(rendered.public),
    )
