"""Limits that leave room for nothing, in one file or once two are merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from .problems import Problems, is_sites

if TYPE_CHECKING:
    from .loading import Declaration

PAIRS: Final = (("min", "max"), ("min_length", "max_length"))
"""The options of a field that say the least and the most."""


def limits_of(options: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any, tuple[str, ...], Any]]:
    """The keys of each least and most that a field sets both, with their values."""
    for least, most in PAIRS:
        if least in options and most in options:
            yield (least,), options[least], (most,), options[most]
    many = options.get("many")
    if many is not None and many.maximum is not None:
        yield ("many", "min"), many.minimum, ("many", "max"), many.maximum


def check_limits(
    options: Mapping[str, Any], keys: tuple[str, ...], layers: list[Declaration], problems: Problems
) -> None:
    """Report where the least is more than the most: at the most, unless the site itself says the least alone."""
    for least, low, most, high in limits_of(options):
        if low > high:
            at = sorted(((*keys, *least), (*keys, *most)), key=lambda place: is_sites(layers, place))[-1]
            problems.report(
                layers, at, "impossible-limits", least=least[-1], low=str(low), most=most[-1], high=str(high)
            )
