"""The templates of the pages: Jinja, with everything escaped unless it is already HTML."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from ..language import Language

THEME: Final = Path(__file__).parent.parent / "theme"


class Templates:
    """The templates in one language. A site may lay its own over ours, by the same names, in `overrides`."""

    def __init__(self, language: Language, overrides: Path | None = None) -> None:
        folders = [*([overrides] if overrides else []), THEME]
        self.environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.environment.globals.update(say=language.say, count=language.count, lang=language.code)
        self.display = cache(self.load_display)

    def load_display(self, name: str) -> Callable[..., str]:
        """The macro `show(field, value, page)` of a display."""
        macro: Callable[..., str] = self.environment.get_template(f"displays/{name}.html").module.show  # type: ignore[attr-defined]
        return macro

    def render(self, template: str, **values: Any) -> str:
        """The HTML that a template makes of these values."""
        return self.environment.get_template(template).render(**values)
