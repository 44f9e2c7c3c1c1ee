"""Whether a display can show the field that names it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..displays import Needs
from .model import Field
from .problems import Problems

if TYPE_CHECKING:
    from .loading import Declaration


def check_fit(
    field: Field, needs: Needs, keys: tuple[str, ...], layers: Sequence[Declaration], problems: Problems
) -> None:
    """Report a display that is not for this kind of field, or that shows fields which this group does not have."""
    at, display = (*keys, "display"), field.display
    if field.kind.name not in needs.kinds:
        inside = f" ({', '.join(needs.fields)})" if needs.fields else ""
        kind, valid = field.kind.name, ", ".join(needs.kinds) + inside
        problems.report(layers, at, "display-not-for-kind", display=display, kind=kind, kinds=valid)
        return
    for name, kinds in (*needs.fields.items(), *needs.more.items()):
        inner = field.fields.get(name)
        lacking = inner is None and name in needs.fields
        if lacking or (inner and (inner.kind.name not in kinds or inner.many is not None)):
            valid = ", ".join(kinds)
            problems.report(layers, at, "display-not-for-group", display=display, field=name, kinds=valid)
