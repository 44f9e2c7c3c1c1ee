"""Which displays there are: ours, and those of the site's own templates."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from .settings import Settings

THEME: Final = Path(__file__).parent / "theme"


def template_folders(settings: Settings) -> list[Path]:
    """Where templates are looked for: the site's own folder first."""
    return [*([settings.overrides] if settings.overrides else []), THEME]


def available_displays(settings: Settings) -> frozenset[str]:
    """The names of all displays."""
    return frozenset(
        file.stem for folder in template_folders(settings) for file in (folder / "displays").glob("*.html")
    )
