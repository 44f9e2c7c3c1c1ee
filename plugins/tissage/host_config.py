"""The host's configuration: what it says to the library, and what the library adds to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from .commons import Commons
from .displays import THEME
from .language import N_, Language
from .markdown import TABLE
from .menu import menu
from .pages.agenda import feed_address
from .pages.not_found import not_found, own_links
from .settings import MOUNTED, Settings
from .settings_file import from_options

STYLE: Final = "assets/tissage/styles.css"
SCRIPT: Final = "assets/tissage/site.js"
SHIPPED: Final = (
    N_("Switch to dark mode"),
    N_("Switch to light mode"),
    N_(
        'Content under the licence <a href="https://creativecommons.org/licenses/by/4.0/deed.en" rel="license">'
        "CC BY 4.0</a>, unless stated otherwise."
    ),
)
"""What `base.yml` says in French to every site that does not say it otherwise."""


def read_config(config: MkDocsConfig) -> Settings:
    """The library's settings, from the host's."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    content = Path(config.docs_dir).resolve()
    theme = {"language": config.theme["language"], "custom_dir": config.theme.custom_dir}
    options = {**config, "theme": theme}
    if not content.is_relative_to(root):
        message = N_("The folder of the pages, “{path}” (docs_dir), must lie inside the site’s folder.")
        raise Abort(from_options(root, options).language.say(message, path=config.docs_dir))
    return from_options(root, {**options, "docs_dir": content.relative_to(root).as_posix()})


def dress(config: MkDocsConfig, commons: Commons) -> None:
    """Give the host our layout, styles, script, menu and words, and have it watch all the folders of sheets."""
    settings = commons.settings
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME / "layout"))
    if STYLE not in config.extra_css:  # a site that lists its own styles replaces the list that it inherits
        config.extra_css = [STYLE, *config.extra_css]
    config.nav = [*menu(commons), *(config.nav or [])]
    config.watch.extend(str(settings.root / folder) for folder in MOUNTED if (settings.root / folder).is_dir())
    if settings.repo_url:
        config.edit_uri = settings.content_edit_uri
    config.extra["tissage"] = {
        "not_found": not_found(commons),
        "table": settings.language.say(TABLE),
        "search": settings.language.say(N_("Search the site")),
        "links": own_links(settings),
        "feed": feed_address(commons),
    }
    for colours in config.theme.get("palette") or ():
        if isinstance(colours, dict) and isinstance(toggle := colours.get("toggle"), dict):
            toggle["name"] = in_the_language_of(settings, toggle.get("name"))
    config.copyright = in_the_language_of(settings, config.copyright)
    if SCRIPT not in map(str, config.extra_javascript):
        config.extra_javascript = [deferred(SCRIPT), *config.extra_javascript]


def in_the_language_of(settings: Settings, text: Any) -> Any:
    """What `base.yml` says in French, in the language of the site; any other text as it is."""
    french = Language("fr")
    return next((settings.language.say(message) for message in SHIPPED if french.say(message) == text), text)


def deferred(path: str) -> ExtraScriptValue:
    """A script of every page, which waits for the page."""
    script = ExtraScriptValue(path)
    script.defer = True
    return script
