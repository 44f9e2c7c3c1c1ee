"""Periods in words, as the fact box, the cards and the sentences say them."""

from __future__ import annotations

import pytest

from tissage.language import Language
from tissage.pages.period_words import period_words
from tissage.schema.kinds.dates import PartialDate, Period


@pytest.mark.parametrize(
    ("start", "end", "french", "english"),
    [
        ("2021-05-12", "2021-05-14", "du 12 au 14 mai 2021", "May 12 to 14, 2021"),
        ("2021-05-01", "2021-05-14", "du 1er au 14 mai 2021", "May 1 to 14, 2021"),
        ("2021-05-28", "2021-06-01", "du 28 mai au 1er juin 2021", "May 28 to June 1, 2021"),
        ("2021-12-28", "2022-01-03", "du 28 décembre 2021 au 3 janvier 2022", "December 28, 2021 to January 3, 2022"),
        ("2021-05-01", "2021-05-01", "1er mai 2021", "May 1, 2021"),
        ("2021-08-01", "2021-08", "août 2021", "August 2021"),
        ("2021-08-15", "2021-08", "du 15 au 31 août 2021", "August 15 to 31, 2021"),
        ("2021-08", "2021-08-31", "août 2021", "August 2021"),
        ("2021-08", "2021-08-15", "du 1er au 15 août 2021", "August 1 to 15, 2021"),
        ("2021-03", "2021", "mars~– décembre 2021", "March~– December 2021"),
        ("2021", "2021-03", "janvier~– mars 2021", "January~– March 2021"),
        ("2021-01", "2021", "2021", "2021"),
        ("2021-03", "2021-05", "mars~– mai 2021", "March~– May 2021"),
        ("2019-11", "2023-12", "novembre 2019~– décembre 2023", "November 2019~– December 2023"),
        ("2019", "2023", "2019~– 2023", "2019~– 2023"),
        ("2021-08-15", "2021-10", "15 août 2021~– octobre 2021", "August 15, 2021~– October 2021"),
        (
            "2021-05-12T13:00",
            "2021-05-12T15:30",
            "12 mai 2021, de 13~h à 15~h~30",
            "May 12, 2021, from 1:00_p.m. to 3:30_p.m.",
        ),
        ("2021-05-12T13:00", "2021-05-12T13:00", "12 mai 2021 à 13~h", "May 12, 2021 at 1:00_p.m."),
        ("2021-05-12T13:00", "2021-05-12", "12 mai 2021 à 13~h", "May 12, 2021 at 1:00_p.m."),
        ("2021-05-12", "2021-05-12T15:00", "12 mai 2021, jusqu’à 15~h", "May 12, 2021, until 3:00_p.m."),
        (
            "2021-05-12T13:00",
            "2021-05-14T15:00",
            "du 12 mai 2021 à 13~h au 14 mai 2021 à 15~h",
            "May 12, 2021 at 1:00_p.m. to May 14, 2021 at 3:00_p.m.",
        ),
        (
            "2021-05-12T13:00",
            "2021-05",
            "du 12 mai 2021 à 13~h au 31 mai 2021",
            "May 12, 2021 at 1:00_p.m. to May 31, 2021",
        ),
    ],
)
def test_a_period_in_words(start: str, end: str, french: str, english: str) -> None:
    period = Period(PartialDate(start), PartialDate(end))
    said = [period_words(period, Language(code)) for code in ("fr", "en")]
    assert said == [words.replace("~", "\u00a0").replace("_", "\u202f") for words in (french, english)]
