"""Several declarations of the same thing → one: a later file adds to an earlier one, option by option."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def merge(base: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """`base` with `extra` laid over it; mappings are merged in depth, everything else is replaced."""
    merged = dict(base)
    for key, value in extra.items():
        known = merged.get(key)
        merged[key] = merge(known, value) if isinstance(known, Mapping) and isinstance(value, Mapping) else value
    return merged


def merge_all(layers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """All the layers, each laid over those before it."""
    merged: dict[str, Any] = {}
    for layer in layers:
        merged = merge(merged, layer)
    return merged
