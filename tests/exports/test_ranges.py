"""The pattern of the numbers between two others, against numbers themselves."""

from __future__ import annotations

import random
import re
from decimal import Decimal

import pytest

from tissage.schema.kinds.ranges import describe_range

LIMITS = [(0, None), (1, 100), (None, 100), (1900, 2026), (-5, 5), (-20, -3), (1, None), (None, None), (0, 0), (5, 5)]
MORE = [(None, -4), (7, 1234), (0, 10**15), (1, 59), (15, None), (1000, 1000000)]


@pytest.mark.parametrize(("least", "most"), [*LIMITS, *MORE])
def test_a_text_matches_where_its_number_lies_between(least: int | None, most: int | None) -> None:
    low, high = (None if limit is None else Decimal(limit) for limit in (least, most))
    pattern = re.compile(f"(?:{describe_range(low, high)})")
    draw = random.Random(20261122)
    for whole in {*range(-130, 131), *(draw.randint(-3000, 3000) for _ in range(400)), 2025, 2026, 2027, 10**14}:
        for end in ("", ".5", ",00"):
            number = Decimal(f"{whole}{end}".replace(",", "."))
            right = (low is None or number >= low) and (high is None or number <= high)
            sign, digits = "-" * (whole < 0), f"{abs(whole):,}".replace(",", " ")
            for text in (f"{whole}{end}", f"{sign}{digits}{end}", f"{sign}00{abs(whole)}{end}"):
                assert bool(pattern.fullmatch(text)) == right, text
