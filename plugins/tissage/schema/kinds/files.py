"""Files and images that lie beside the sheets."""

from __future__ import annotations

import posixpath
import re
from typing import Any, Final

from ...nodes import Scalar
from ..context import Context
from ..model import Field, Schema
from .kind import INVALID, Kind, describe_pattern, scalar

IMAGE_TYPES: Final = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg")
FILE_TYPES: Final = (
    *IMAGE_TYPES,
    ".pdf",
    ".docx",
    ".odt",
    ".xlsx",
    ".ods",
    ".pptx",
    ".odp",
    ".csv",
    ".txt",
    ".md",
    ".zip",
)
ROOTS: Final = ("content", "stories", "toolbox")


def locate(context: Context, written: str) -> tuple[str | None, str | None]:
    """The path from the site's root of a file named in a sheet, relative to that sheet.

    Returns `(path, None)`, or `(None, code)` with the code of the finding: `file-outside` where it leaves the site's content,
    by `..`, an absolute path or a symbolic link; `file-missing` where it is not there.
    """
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(context.path), written))
    first = joined.split("/", 1)[0]
    if written.startswith("/") or re.match(r"[A-Za-z]:|\\", written) or first not in ROOTS or "\0" in written:
        return None, "file-outside"
    file = context.root / joined
    if not file.is_file():
        return None, "file-missing"
    if not file.resolve().is_relative_to(context.root.resolve() / first):
        return None, "file-outside"
    return joined, None


def reader(types: tuple[str, ...]) -> Any:
    """The reading of a file of one of those types."""

    def read(node: Scalar, field: Field, context: Context) -> Any:
        text = node.text.strip()
        if posixpath.splitext(text)[1].lower() not in types:
            context.report("bad-file-type", node.span, field=field.name, value=text, valid=", ".join(types))
            return INVALID
        path, code = locate(context, text)
        if code:
            context.report(code, node.span, value=text)
            return INVALID
        return path

    return read


def describer(types: tuple[str, ...]) -> Any:
    """The JSON Schema of a file of one of those types."""

    def describe(field: Field, schema: Schema) -> dict[str, Any]:
        endings = "|".join(describe_ending(kind) for kind in sorted(types))
        # Not an absolute path; and a name before the ending, for `.png` alone is a hidden file without one.
        pattern = rf"(?!/|\\|[A-Za-z]:)(?:.*/)?\.*[^/.\s][^/]*\.(?:{endings})"
        return {"type": "string", "pattern": describe_pattern(pattern)}

    return describe


def describe_ending(ending: str) -> str:
    """The pattern of an ending in any case of letters: `.md` → `[Mm][Dd]`."""
    return "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in ending.lstrip("."))


IMAGE = Kind(name="image", read=scalar(reader(IMAGE_TYPES)), describe=describer(IMAGE_TYPES), display="image")
FILE = Kind(name="file", read=scalar(reader(FILE_TYPES)), describe=describer(FILE_TYPES), display="file")
