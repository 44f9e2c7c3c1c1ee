"""The doorman: reads the host's configuration, calls the library, hands back files and pages."""

from __future__ import annotations

import atexit
import gc
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import FileSystemBytecodeCache
from mkdocs import plugins
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from .addresses import as_file
from .aside import Aside
from .codes import has_errors
from .commons import Commons
from .contribute.editor.bundle import NoEditor
from .contribute.editor.page import FOLDER, prepare_editor, write_editor
from .exports import write_exports, write_files
from .host_config import dress, read_config
from .host_page import TissagePage, findable, footer, taken_out
from .language import N_
from .layouts import Environment
from .media import mounted_files
from .offline import pack
from .pages.ahead import processes_for, render_ahead
from .pages.index_data import accents_file, script_files, sheet_files
from .pages.page import GeneratedPage, Rendered
from .pages.proposing import proposing_files
from .pages.site import generate, redirections
from .pages.templates import Templates
from .reports import REPORTERS
from .schema.values import plain_fields
from .searching import Indexing
from .settings_checks import check_settings_file
from .settings_file import read_settings
from .typography import typeset_html
from .weaving import weave

if TYPE_CHECKING:  # half a tenth of a second, and a build does without
    from mkdocs.livereload import LiveReloadServer

LOG: Final = logging.getLogger("mkdocs.plugins.tissage")
FIRST: Final = 100
LAST: Final = -100
NOT_BUILT: Final = N_("The site was not built: the errors above come first. The former site is untouched.")
OBJECTS: Final = 50_000
"""How many objects Python makes before it looks for cycles: a build makes few, and 700 costs it a tenth of its time."""


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin takes no options yet: a site says what it wants in its own files."""


class TissagePlugin(plugins.BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """The plugin `tissage` of MkDocs and ProperDocs."""

    commons: Commons
    templates: Templates
    editor: Path | None = None
    aside: Aside | None = None
    indexing: Indexing | None = None

    @plugins.event_priority(FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and link the sheets before anything is written; an error stops the build here."""
        gc.set_threshold(OBJECTS)
        atexit.register(gc.freeze)  # else Python looks through all that is left once more, right before it ends
        settings = read_config(config)
        config.use_directory_urls = settings.directory_urls
        if settings.offline:  # its pages are not named as those of the site are
            config.site_url = None
        self.commons, woven = weave(settings)
        findings = [*read_settings(settings.root)[1], *check_settings_file(settings), *woven]
        report = REPORTERS["text"](findings, settings.root, settings.language)
        if has_errors(findings):
            sys.stderr.write(report)
            raise Abort(settings.language.say(NOT_BUILT))
        if findings and LOG.isEnabledFor(logging.INFO):
            # Not by the log, whose lines the host wraps in a terminal: editors read those of a report.
            sys.stderr.write(report)
        try:
            self.editor = prepare_editor(settings)
        except NoEditor as error:
            raise Abort(settings.language.say(str(error))) from None
        self.templates = Templates(settings, [Path(folder, ".icons") for folder in config.theme.dirs])
        dress(config, self.commons)
        try:
            self.aside = Aside.open(config.site_dir)
        except OSError as error:
            message = N_("The site cannot be written to “{path}”: {reason}.")
            reason = settings.language.reason(error)
            raise Abort(settings.language.say(message, path=config.site_dir, reason=reason)) from error
        config.site_dir = str(self.aside.folder)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Take the sheets and declarations out of the host's hands, mount the other roots, add our pages."""
        root = self.commons.settings.root
        for file in list(files):
            if taken_out(file, self.commons):
                files.remove(file)
        for path in mounted_files(root):
            source = path.relative_to(root).as_posix()
            files.append(File(source, str(root), config.site_dir, config.use_directory_urls))
        pages = list(generate(self.commons, self.templates))
        ahead = render_ahead(pages, processes) if (processes := self.processes(len(pages), config)) > 1 else {}
        for page in pages:
            files.append(self.file(page, config, ahead.get(page.address)))
        for address, html in redirections(self.commons, self.templates):
            target = address + "index.html" if config.use_directory_urls else as_file(address)
            files.append(File.generated(config, target, content=html))
        return files

    def processes(self, pages: int, config: MkDocsConfig) -> int:
        """How many processes render the pages: one alone where a hook may change their Markdown first."""
        changed = any(config.plugins.events[event] for event in ("page_read_source", "page_markdown"))
        return 1 if changed else processes_for(pages)

    def file(self, page: GeneratedPage, config: MkDocsConfig, rendered: Rendered | None) -> File:
        """The host's file for one of our pages, with the page in it, perhaps rendered already."""
        destination = page.address + "index.html" if config.use_directory_urls else as_file(page.address)
        if page.source is None:
            file = File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.INCLUDED)
            file.dest_uri = destination
        else:
            content = self.commons.settings.content + "/"
            source = page.source.removeprefix(content)
            folder = config.docs_dir if page.source.startswith(content) else str(self.commons.settings.root)
            file = File(source, folder, config.site_dir, config.use_directory_urls, dest_uri=destination)
            file.inclusion = InclusionLevel.NOT_IN_NAV
        if page.kind != "sheet" and page.section != page.address:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        sheet = self.commons.sheets[page.sheet] if page.sheet else None
        plain = plain_fields(sheet.public.values, sheet.collection.fields) if sheet else None
        TissagePage(page, file, config, self.templates, plain, rendered)
        return file

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Tell each page which entry of the menu it belongs to."""
        indexes = {page.generated.address: page for page in nav.pages if isinstance(page, TissagePage)}
        for file in files.documentation_pages():
            page = file.page
            if isinstance(page, TissagePage) and page.parent is None:
                above = indexes.get(page.generated.section)
                # The host types a parent as a section; a page marks itself as current just as well.
                page.parent = above if above is not page else None  # type: ignore[assignment]
        return nav

    def on_page_content(self, html: str, page: Any, config: MkDocsConfig, files: Files) -> str:
        """Give pages written by hand the typography that ours have from the start."""
        by_hand = not isinstance(page, TissagePage) and self.commons.settings.language.code == "fr"
        return typeset_html(html) if by_hand else html

    @plugins.event_priority(LAST)
    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Render the layout of our pages once for all, and have what all pages say indexed meanwhile.

        The theme's templates are compiled once for all builds, as Jinja does for whoever asks.
        """
        env.bytecode_cache = env.bytecode_cache or FileSystemBytecodeCache()
        config.extra["tissage"]["footer"] = footer(config, files)
        settings = self.commons.settings
        pages = [file.page for file in files.documentation_pages()]
        if not settings.directory_urls:
            sheets = ((page.generated.sheet, page.shared) for page in pages if isinstance(page, TissagePage))
            write_files(sheet_files(sheets), Path(config.site_dir))
        if not settings.offline:  # the index would have to be fetched, which pages opened from a folder may not do
            found = (findable(page) for page in pages if page is not None)
            self.indexing = Indexing.start(filter(None, found), settings.language.code, Path(config.site_dir))
        return Environment(env)

    @plugins.event_priority(LAST)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the exports, then put the new site in the place of the former one."""
        if self.aside is None:
            return
        write_exports(self.commons, self.aside.folder, replace=False)
        write_files(script_files(self.commons, self.templates), self.aside.folder)
        write_files(proposing_files(self.commons), self.aside.folder)
        if self.editor and not write_editor(self.commons, self.editor, self.aside.folder):
            message = N_("The site has pages at /{folder}/, where the editor of “extra.cms” goes: it was left out.")
            LOG.warning(self.commons.settings.language.say(message, folder=FOLDER))
        if self.indexing:
            if said := self.indexing.finish():
                message = N_("The search could not be made, and will find nothing. Pagefind said: {said}")
                LOG.warning(self.commons.settings.language.say(message, said=said))
            write_files([accents_file(self.indexing.accented)], self.aside.folder)
            self.indexing = None
        if not will_abort():
            if self.commons.settings.offline:
                pack(self.aside.folder, self.aside.target.parent, self.commons.settings)
            self.aside.swap()
            config.site_dir = str(self.aside.target)
            self.aside = None

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Go on showing the former pages while a sheet is in error; the host by itself would answer no request."""
        build = server.builder

        def tolerant() -> None:
            try:
                build()
            except Abort as error:
                LOG.error("%s", error)
            except ConfigurationError as error:
                settings, findings = read_settings(self.commons.settings.root)
                sys.stderr.write(REPORTERS["text"](findings, settings.root, settings.language) if findings else "")
                LOG.error("%s", settings.language.say(NOT_BUILT) if findings else error)

        server.builder = tolerant
        return server

    @plugins.event_priority(LAST)
    def on_build_error(self, error: Exception) -> None:
        """Leave the former site as it was."""
        if self.indexing is not None:
            self.indexing.stop()
            self.indexing = None
        if self.aside is not None:
            self.aside.drop()
            self.aside = None


def will_abort() -> bool:
    """Whether the host, in strict mode, will give the build up over its warnings: it does so after our last event."""
    handlers = (h for name in ("mkdocs", "properdocs") for h in logging.getLogger(name).handlers)
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)
