"""What is wrong between declarations, told in the site’s own files wherever they have a part in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..findings import START, Finding

if TYPE_CHECKING:
    from .loading import Declaration


class Problems:
    """Gathers findings, each at the last of the declarations that holds the keys in question."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def report(
        self,
        declarations: Sequence[Declaration],
        keys: tuple[str, ...],
        code: str,
        suggestion: str | None = None,
        *,
        of_key: bool = False,
        **values: str,
    ) -> None:
        """Note a finding about the value at `keys` (or the last key), or at the longest beginning that a file holds.

        The site’s files come first: what is shipped is right by itself, and nobody mends it there.
        """
        for layers in (sites(declarations), declarations):
            for depth in range(len(keys), 0, -1):
                for declaration in reversed(layers):
                    if span := declaration.span(*keys[:depth], of_key=of_key):
                        self.findings.append(Finding(code, declaration.path, span, values, suggestion))
                        return
        self.findings.append(Finding(code, declarations[-1].path, START, values, suggestion))

    def missing(self, declarations: Sequence[Declaration], keys: tuple[str, ...], option: str) -> None:
        """Note that an option is missing, unless it is there and was found wrong already."""
        if not any(declaration.holds(*keys, option) for declaration in declarations):
            self.report(declarations, keys, "missing-option", field=option)


def sites(declarations: Sequence[Declaration]) -> list[Declaration]:
    """The declarations of the site itself, without the shipped ones."""
    return [declaration for declaration in declarations if not declaration.shipped]


def is_sites(declarations: Sequence[Declaration], keys: tuple[str, ...]) -> bool:
    """Whether the site itself says something at these keys.

    Of two things that exclude one another, the one that it says comes second: there the finding stands.
    """
    return any(declaration.span(*keys) for declaration in sites(declarations))
