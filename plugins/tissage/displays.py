"""Which displays there are, ours and those of the site’s own templates, and what ours can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from .settings import Settings

THEME: Final = Path(__file__).parent / "theme"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a display asks of its field: one of these kinds; of a group, fields of these kinds, each with one value.

    Without `fields` it shows nothing; `more` it shows where the group has them.
    """

    kinds: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def shows(*kinds: str) -> Needs:
    """A display of fields of these kinds."""
    return Needs(kinds)


def shows_group(fields: Mapping[str, str], **more: str) -> Needs:
    """A display of groups that have these fields and perhaps some more, each with its kinds, parted by spaces."""
    needed = {name: tuple(kinds.split()) for name, kinds in fields.items()}
    return Needs(("group",), needed, {name: tuple(kinds.split()) for name, kinds in more.items()})


AS_WRITTEN: Final = ("text", "number", "email", "phone", "url")
"""The kinds whose values read as they are."""
NEEDS: Final[Mapping[str, Needs]] = {
    "boolean": shows("boolean"),
    "bullets": shows(*AS_WRITTEN),
    "choice": shows("choice"),
    "date": shows("date"),
    "documents": shows_group({"title": "text"}, file="file image", url="url", type="text"),
    "email": shows("email"),
    "figures": shows_group({"value": "text number money", "label": "text"}),
    "file": shows("file", "image"),
    "first-step": shows("text"),
    "funders": shows_group({"name": "text"}, organisation="ref", programme="text"),
    "group": shows("group"),
    "image": shows("image"),
    "legal-basis": shows_group({"reference": "text", "text": "text"}),
    "legal-review": shows("choice"),
    "markdown": shows("markdown"),
    "money": shows("money"),
    "number": shows("number"),
    "paragraph": shows("text"),
    "period": shows("period"),
    "person": shows_group({"name": "text"}, role="text", organisation="ref"),
    "phone": shows("phone"),
    "quotes": shows_group({"text": "text"}, attribution="text"),
    "ref": shows("ref"),
    "sources": shows_group({"title": "text"}, url="url", publisher="text", date="date"),
    "steps": shows_group({"title": "text"}, text="markdown"),
    "term": shows("term"),
    "text": shows(*AS_WRITTEN),
    "themes": shows_group({"title": "text"}, question="text", chosen="boolean"),
    "timeline": shows_group({"date": "date", "title": "text"}, until="date", ongoing="boolean", text="markdown"),
    "url": shows("url"),
    "warning": shows("markdown"),
}
"""What each of our displays needs: what its template in `theme/displays/` reads."""


def template_folders(settings: Settings) -> list[Path]:
    """Where templates are looked for: the site's own folder first."""
    return [*([settings.overrides] if settings.overrides else []), THEME]


def available_displays(settings: Settings) -> dict[str, Needs | None]:
    """All displays by name, with what they need; None of the site's own, which only the site knows."""
    own = (settings.overrides / "displays").glob("*.html") if settings.overrides else ()
    return {**NEEDS, **{file.stem: None for file in own}}
