"""Files and images that lie beside the sheets."""

from __future__ import annotations

import posixpath
from typing import Any

from ...media import FILE_TYPES, IMAGE_TYPES, locate
from ...nodes import Scalar
from ..context import Context
from ..model import Field, Schema
from ..nearest_files import nearest_file
from .kind import INVALID, Kind, describe_pattern, scalar


def reader(types: tuple[str, ...]) -> Any:
    """The reading of a file of one of those types."""

    def read(node: Scalar, field: Field, context: Context) -> Any:
        text = node.text.strip()
        path, code = locate(context.root, context.content, context.path, text)
        values = {"value": text}
        if posixpath.splitext(text)[1].lower() not in types:
            code, values["valid"] = "bad-file-type", ", ".join(types)
        if code:
            place = context.root, context.content, context.path
            context.report(code, node.span, nearest_file(*place, text, types, context.suggestions), **values)
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


IMAGE = Kind(
    name="image", french="image", read=scalar(reader(IMAGE_TYPES)), describe=describer(IMAGE_TYPES), display="image"
)
FILE = Kind(
    name="file", french="fichier", read=scalar(reader(FILE_TYPES)), describe=describer(FILE_TYPES), display="file"
)
