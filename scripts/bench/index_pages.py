"""`python index_pages.py SITE` builds the pages of the menu alone, as a whole build makes them.

Every sheet is read, checked and linked, so the indexes and their data are those of the whole site, byte for byte; what
is left out is the page of each sheet and the exports, which no index asks for. A test holds it to that.
"""

import os
import sys
from collections.abc import Iterator

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tissage import plugin
from tissage.commons import Commons
from tissage.pages.page import GeneratedPage
from tissage.pages.site import generate
from tissage.pages.templates import Templates


def of_the_menu(commons: Commons, templates: Templates) -> Iterator[GeneratedPage]:
    return (page for page in generate(commons, templates) if page.kind != "sheet" and page.section == page.address)


if __name__ == "__main__":
    plugin.generate = of_the_menu
    plugin.write_exports = lambda *_, **__: None
    build(load_config(os.path.join(sys.argv[1], "mkdocs.yml")))
