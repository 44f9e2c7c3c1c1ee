"""The files beside the sheets: which may be published, where they lie, where they go.

Contributions bring them, so only types that cannot run code in a reader's browser are published (an SVG or HTML file
can), and none that a symbolic link fetches from elsewhere.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import imagesize

from .findings import Finding
from .settings import MOUNTED, Settings
from .walking import is_file, walk

IMAGE_TYPES: Final = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
FILE_TYPES: Final = (*IMAGE_TYPES, ".pdf", ".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp", ".csv", ".txt", ".zip")


def locate(root: Path, content: str, sheet: str, written: str) -> tuple[str | None, str | None]:
    """The path from the site's root of a file named in the sheet at `sheet`, from that sheet's folder.

    Returns `(path, None)`, or `(None, code)` with the code of the finding: `file-outside` where it leaves the site's
    content, by `..`, an absolute path or a symbolic link; `file-missing` where it is not there.
    """
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), written))
    first = joined.split("/", 1)[0]
    if re.match(r"[A-Za-z]:|[/\\]", written) or "\0" in written or first not in (content.split("/", 1)[0], *MOUNTED):
        return None, "file-outside"
    file = root / joined
    if not is_file(file):
        return None, "file-missing"
    return (joined, None) if stays_inside(file, root) else (None, "file-outside")


def stays_inside(file: Path, root: Path) -> bool:
    """Whether a file lies below the root once symbolic links are followed."""
    try:
        return file.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads back to itself
        return False


def foreign_links(root: Path, content: str) -> Iterator[Finding]:
    """The symbolic links of the sources that lead out of the site, and all those to folders.

    Whoever walks through them reads or publishes what is no part of the site, or never ends.
    """
    for base in (content, *MOUNTED):
        if (root / base).is_symlink():
            yield Finding("symbolic-link", base)
            continue
        for place, folders, files in os.walk(root / base):
            below = Path(place).relative_to(root).as_posix()
            linked = [name for name in folders if os.path.islink(os.path.join(place, name))]
            outside = [name for name in files if leads_outside(os.path.join(place, name), root)]
            yield from (Finding("symbolic-link", f"{below}/{name}") for name in sorted([*linked, *outside]))


def leads_outside(file: str, root: Path) -> bool:
    """Whether a file is a symbolic link that leads out of the site."""
    return os.path.islink(file) and not stays_inside(Path(file), root)


def published_type(name: str) -> bool:
    """Whether a file beside the sheets is of a type that may be published."""
    return posixpath.splitext(name)[1].lower() in FILE_TYPES


def mounted_files(root: Path) -> Iterator[Path]:
    """The files beside the sheets in the roots other than the content folder; hidden ones are passed over."""
    yield from (root / path for folder in MOUNTED for path in walk(root, folder) if published_type(path))


def media_address(path: str, settings: Settings) -> str:
    """Where a file that lies beside the sheets is published: its path, without the content folder."""
    return path if path.split("/", 1)[0] in MOUNTED else path.removeprefix(f"{settings.content}/")


def image_size(file: Path) -> tuple[int, int] | None:
    """The width and height of a picture in dots, None where they cannot be read."""
    try:
        width, height = imagesize.get(file)
    except Exception:  # noqa: BLE001 - contributions bring any bytes, and a picture without its size still shows
        return None
    return (width, height) if width > 0 and height > 0 else None
