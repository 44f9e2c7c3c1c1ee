"""What other tools read of the collections: which files, by format, and which of them a site keeps in its tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..exports import schemas
from ..schema.model import Schema
from ..settings import Settings
from .editor.widgets import configuration
from .issues.template import FOLDER, FORM, forms, is_ours
from .vscode.files import vscode

Files = Iterator[tuple[str, str]]
FORMATS: Mapping[str, Callable[[Schema, Settings], Files]] = {
    "cms": configuration,
    "editor": lambda schema, settings: vscode(schema, settings.language),
    "issue-form": lambda schema, settings: forms(schema, settings.language, settings.licence),
    "json-schema": lambda schema, settings: schemas(schema, settings.language),
}
"""The files of each format, by their path from the site’s root."""


def kept(settings: Settings) -> list[str]:
    """The formats that this site keeps in its tree: what an editor reads, and forms where the forge reads them.

    JSON Schemas and the configuration of the CMS are made with the site, which publishes them.
    """
    return ["editor", *(["issue-form"] if (settings.root / ".github").is_dir() else [])]


def generated(schema: Schema, settings: Settings, format: str | None) -> list[tuple[str, str]]:
    """The path and the text of every file of a format, or of all those that the site keeps."""
    return [file for name in ([format] if format else kept(settings)) for file in FORMATS[name](schema, settings)]


def orphans(schema: Schema, settings: Settings, format: str | None, folder: Path) -> list[Path]:
    """The issue forms below a folder that we made of a collection which is gone: of our naming, and marked as ours."""
    if format not in (None, "issue-form") or (format is None and "issue-form" not in kept(settings)):
        return []
    wanted = {folder / path for path, _ in FORMATS["issue-form"](schema, settings)}
    return sorted(file for file in (folder / FOLDER).glob(FORM.format("*")) if file not in wanted and is_ours(file))
