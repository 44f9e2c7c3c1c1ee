"""Dates and periods as people write them."""

from __future__ import annotations

import pytest

from tissage.schema.written_dates import date_in, period_in


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12 mai 2021", "2021-05-12"),
        ("le mercredi 12 mai 2021", "2021-05-12"),
        ("Le 1er juin 2022.", "2022-06-01"),
        ("12\u00a0mai\u00a02021 à 13\u00a0h\u00a030", "2021-05-12 13:30"),
        ("12 mai 2021, 9h", "2021-05-12 09:00"),
        ("2021-05-12 10:00:00", "2021-05-12 10:00"),
        ("mai 2021", "2021-05"),
        ("2021", "2021"),
        ("3 janv. 2022", "2022-01-03"),
        ("31/12/2021", "2021-12-31"),
        ("May 12, 2021", "2021-05-12"),
        ("12 May 2021", "2021-05-12"),
        ("AOÛT 2020", "2020-08"),
        ("12-mai-21", "2021-05-12"),
        ("3-janv.-2022", "2022-01-03"),
        ("1-déc-98", "1998-12-01"),
        ("12-mai-1", None),
        ("04/05/2021", None),
        ("le 32 mai 2021", None),
        ("bientôt", None),
        ("", None),
        ("1" * 100_000, None),
    ],
)
def test_a_date(written: str, meant: str | None) -> None:
    assert date_in(written) == meant


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("du 12 au 14 mai 2021", "2021-05-12", "2021-05-14"),
        ("du 28 mai au 3 juin 2021", "2021-05-28", "2021-06-03"),
        ("de novembre 2019 à décembre 2023", "2019-11", "2023-12"),
        ("2019-2023", "2019", "2023"),
        ("2019 – 2023", "2019", "2023"),
        ("2019-11/2023-12", "2019-11", "2023-12"),
        ("from May 2019 to June 2021", "2019-05", "2021-06"),
        ("12-14 mai 2021", "2021-05-12", "2021-05-14"),
        ("12 – 14 mai 2021", "2021-05-12", "2021-05-14"),
        ("entre mai et juin 2021", "2021-05", "2021-06"),
        ("2021-05-12 13:00-15:00", "2021-05-12 13:00", "2021-05-12 15:00"),
        ("12 mai 2021, 13h-15h30", "2021-05-12 13:00", "2021-05-12 15:30"),
        ("le 12 mai 2021 entre 13 h et 15 h", "2021-05-12 13:00", "2021-05-12 15:00"),
        ("du 12 mai 2021 à 13h au 14 mai 2021 à 15h", "2021-05-12 13:00", "2021-05-14 15:00"),
    ],
)
def test_a_period(written: str, start: str, end: str) -> None:
    assert period_in(written) == {"start": start, "end": end}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("depuis 2019", "2019"),
        ("depuis le 12 mai 2021", "2021-05-12"),
        ("2019-11", "2019-11"),
        ("toujours", None),
        ("12 et 14 mai 2021", None),
    ],
)
def test_a_period_that_is_one_date(written: str, meant: str | None) -> None:
    assert period_in(written) == meant
