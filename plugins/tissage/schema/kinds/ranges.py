"""A pattern of the numbers that lie between two others, as people write them: a schema compares numbers, not texts.

The pattern holds for texts that are numbers: which spaces may stand where is another pattern’s business.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

SPACE: Final = r"[ \u00a0\u202f]?"
LEADING: Final = r"[0 \u00a0\u202f]*"
DECIMALS: Final = "(?:[.,][0-9]+)?"
ZEROS: Final = "(?:[.,]0+)?"


def describe_range(least: int | Decimal | None, most: int | Decimal | None) -> str:
    """The pattern of the numbers from one limit to the other; limits that are not whole are rounded outwards."""
    low = None if least is None else math.floor(least)
    high = None if most is None else math.ceil(most)
    above = list(magnitudes(max(low or 0, 0), high)) if high is None or high >= 0 else []
    below = list(magnitudes(max(-(high or 0), 0), None if low is None else -low)) if low is None or low <= 0 else []
    return "|".join([*above, *(f"-{one}" for one in below)])


def magnitudes(least: int, most: int | None) -> Iterator[str]:
    """The patterns of the numbers without a sign that are not below `least` nor above `most`."""
    last = 10 ** len(str(least)) - 1 if most is None else most - 1
    runs = list(between(least, last))
    if most is None:
        runs.append(f"[1-9](?:{SPACE}[0-9]){{{len(str(least))},}}")
    if runs:
        yield f"{LEADING}(?:{'|'.join(runs)}){DECIMALS}"
    if most is not None and least <= most:
        yield f"{LEADING}{SPACE.join(str(most))}{ZEROS}"


def between(least: int, most: int) -> Iterator[str]:
    """The patterns of the whole numbers from one to another, in runs: first digits, a digit that varies, free ones."""
    while least <= most:
        free = 0
        while least >= (size := 10 ** (free + 1)) and least % size == 0 and least + size - 1 <= most:
            free += 1
        step = 10**free
        digit = least // step % 10
        last = min(9, digit + (most - least + 1) // step - 1)
        varies = str(digit) if digit == last else f"[{digit}-{last}]"
        yield SPACE.join([*str(least // step)[:-1], varies, *["[0-9]"] * free])
        least += (last - digit + 1) * step
