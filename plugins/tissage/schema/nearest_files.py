"""The file that was most likely meant, where the one that is named is not there."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection
from pathlib import Path

from ..language import slugify
from ..media import stays_inside
from ..settings import MOUNTED
from .nearest import Suggestions


def nearest_file(
    root: Path, content: str, sheet: str, written: str, types: Collection[str], suggestions: Suggestions
) -> str | None:
    """The path, from the folder of the sheet at `sheet`, of the file of these types whose name is nearest.

    It is looked for in the folder that is named, then beside the sheet. The same name with another ending, or in
    another case, is the nearest.
    """
    written = written.replace("\\", "/")
    name, here = posixpath.basename(written), posixpath.dirname(sheet)
    stem, ending = posixpath.splitext(name)
    named = posixpath.normpath(posixpath.join(here, posixpath.dirname(written)))
    for folder in dict.fromkeys((named, here)):
        stems: dict[str, list[str]] = {}
        for file in files_in(root, content, folder, types):
            stems.setdefault(slugify(posixpath.splitext(file)[0]), []).append(file)
        if close := suggestions.near(stem, stems):
            best = min(stems[close], key=lambda file: (not file.lower().endswith(ending.lower()), file))
            return posixpath.relpath(f"{folder}/{best}", here)
    return None


def files_in(root: Path, content: str, folder: str, types: Collection[str]) -> list[str]:
    """The files of a folder of the site that may be meant, by name: none outside of it, none that is a link."""
    if folder.split("/", 1)[0] not in (content.split("/", 1)[0], *MOUNTED) or not stays_inside(root / folder, root):
        return []
    try:
        with os.scandir(root / folder) as entries:
            files = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
    except (OSError, ValueError):  # no such folder; a name that no disk could hold
        return []
    return sorted(file for file in files if posixpath.splitext(file)[1].lower() in types and file[0] not in "._")
