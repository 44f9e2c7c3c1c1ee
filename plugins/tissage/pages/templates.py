"""The templates of the pages: Jinja, with everything escaped unless it is already HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from traceback import walk_tb
from types import FrameType
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, Template, TemplateSyntaxError
from jinja2.runtime import Context
from markupsafe import Markup

from ..displays import THEME, template_folders
from ..language import N_
from ..settings import Settings

ICON: Final = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")
"""The name of an icon: a file below the folders of the icons, never one elsewhere."""

NO_MACRO: Final = N_("it has no macro “show(field, value, page)”")


def place_of(frame: FrameType, line: int) -> tuple[Path, int]:
    """The file and the line that a frame stands for: those of the template, where it is the Python that Jinja made."""
    template: Template | None = frame.f_globals.get("__jinja_template__")
    return Path(frame.f_code.co_filename), template.get_corresponding_lineno(line) if template else line


class QuickContext(Context):
    """Calls functions as they are: none of ours asks for the template's context, and looking for that is slow."""

    def call(self, __obj: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """The result of a function called in a template; Jinja adds two options for functions that want the context."""
        options.pop("_loop_vars", None)
        options.pop("_block_vars", None)
        return __obj(*arguments, **options)


class Templates:
    """The templates of a site: in its language, with its own laid over ours by the same names.

    `icons` are the folders of the icons, `memory` keeps the HTML that many pages share.
    """

    def __init__(self, settings: Settings, icons: Sequence[Path] = ()) -> None:
        self.settings = settings
        language, folders = settings.language, template_folders(settings)
        self.environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=FileSystemBytecodeCache(),
        )
        self.environment.context_class = QuickContext
        self.environment.globals.update(
            say=language.say, count=language.count, lang=language.code, icon=cache(self.icon)
        )
        self.icons = icons
        self.macro = cache(self.load_macro)
        self.display = cache(self.load_display)
        self.is_ours = cache(self.find_out_whether_ours)
        self.sheet_template = cache(self.find_sheet_template)
        self.memory: dict[tuple[Any, ...], Markup] = {}

    def once(self, key: tuple[Any, ...], make: Callable[[], Markup]) -> Markup:
        """The HTML that many pages share under a key, made for the first of them."""
        if key not in self.memory:
            self.memory[key] = make()
        return self.memory[key]

    def icon(self, name: str) -> Markup:
        """The SVG of an icon such as `material/leaf`; nothing where no theme has it."""
        files = (folder / f"{name}.svg" for folder in self.icons if ICON.fullmatch(name))
        return next((Markup(file.read_text(encoding="utf-8")) for file in files if file.is_file()), Markup())

    def find_out_whether_ours(self, display: str) -> bool:
        """Whether a display is the engine's, and not one that the site has laid over it."""
        file = self.environment.get_template(f"displays/{display}.html").filename
        return bool(file) and Path(str(file)).is_relative_to(THEME)

    def failing(self, error: Exception) -> str | None:
        """The template of the site’s own that an error comes from, and the line; None where it comes from ours."""
        places = [place_of(frame, line) for frame, line in walk_tb(error.__traceback__)]
        if isinstance(error, TemplateSyntaxError) and error.filename:
            places.insert(0, (Path(error.filename), error.lineno))
        own, root = self.settings.overrides, self.settings.root
        found = ((file, line) for file, line in reversed(places) if own and file.is_relative_to(own))
        return next((f"{file.relative_to(root).as_posix()}:{line}" for file, line in found), None)

    def load_display(self, name: str) -> Callable[..., Markup]:
        """The macro `show(field, value, page)` of a display."""
        return self.load_macro(f"displays/{name}.html")

    def load_macro(self, template: str) -> Callable[..., Markup]:
        """The macro `show` of a template."""
        found = self.environment.get_template(template)
        macro: Callable[..., Markup] | None = getattr(found.module, "show", None)
        if macro is None:
            raise TemplateSyntaxError(self.settings.language.say(NO_MACRO), 1, template, found.filename)
        return macro

    def render(self, template: str, **values: Any) -> str:
        """The HTML that a template makes of these values."""
        return self.environment.get_template(template).render(**values)

    def find_sheet_template(self, collection: str) -> str:
        """The template of a collection's sheets: its own, `collections/<id>.html`, where there is one."""
        return str(self.environment.select_template([f"collections/{collection}.html", "pages/sheet.html"]).name)
