"""Which fields a form never shows, and where the front matter that they stand in ends."""

from __future__ import annotations

from ..schema.model import Field


def closing(lines: list[str], line: int) -> int:
    """The line that closes the front matter, the first of hyphens after `line`."""
    return next(number for number in range(line + 1, len(lines) + 1) if lines[number - 1].startswith("---"))


def holds_sensitive(field: Field) -> bool:
    """Whether a field, or one inside it, never leaves the site."""
    return field.sensitive or any(holds_sensitive(inner) for inner in field.fields.values())
