"""The files below a folder, in order. `os.walk` is many times quicker than `Path.rglob`, and can pass folders over."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether a file is there; a name that no disk could hold (over 255 bytes, a NUL) is that of no file."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def walk(root: Path, folder: str, without: Collection[str] = ()) -> Iterator[str]:
    """The paths, from the root, of the files below `folder`, by name.

    Hidden files and folders, those that begin with `_`, and the folders `without` are passed over; links to folders are
    not followed.
    """
    for place, folders, files in os.walk(root / folder):
        below = Path(place).relative_to(root).as_posix()
        kept = [name for name in sorted(folders) if not name.startswith((".", "_"))]
        # A folder named like a sheet is shown as one: whoever reads it says that it cannot be read.
        like_sheets = [name for name in kept if name.endswith(".md")]
        folders[:] = [name for name in kept if f"{below}/{name}" not in without and name not in like_sheets]
        for name in sorted([*files, *like_sheets]):
            if not name.startswith((".", "_")):
                yield f"{below}/{name}"
