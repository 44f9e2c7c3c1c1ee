"""How hard a short text is to read: LIX (C. H. Björnsson, « Läsbarhet », Stockholm, Liber, 1968).

LIX is the mean number of words in a sentence (a colon ends one too) plus the share, in percent, of words of more than
six letters. Björnsson calls a text above 60 very difficult; J. Anderson (« Lix and Rix: Variations on a little-known
readability index », Journal of Reading 26(6), 1983) holds it to be of use in several languages. We took it rather than
Kandel and Moles (1958, the French version of Flesch), since a summary has some thirty words: a syllable counted wrong,
a silent e for instance, would weigh there as much as the writing does. Letters are counted without doubt.

It sees neither sense nor grammar: names of organisations count as long words, a full stop after an abbreviation ends a
sentence, and in twenty words one long word is five points. So it speaks up for what is very difficult alone, and never
stops anybody. Texts of fewer words are not judged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

VERY_DIFFICULT: Final = 60
FEWEST: Final = 20
SENTENCE_END: Final = re.compile(r"(?<![.!?…:])[.!?…:]{1,9}[»”)]{0,9}(?:\s+|\Z)")
WORD: Final = re.compile(r"\S+")
LETTER: Final = re.compile(r"\w")
LONG: Final = re.compile(r"[^\W\d_]{7}")
"""Seven letters in a row: « l’école » and « Centre-Sud » are no long words."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What makes a text hard: its LIX, the words of its longest sentence, and how many words in a hundred are long."""

    lix: float
    longest: int
    long: int


def hard(text: str) -> Reading | None:
    """What makes a text very difficult to read; None where it is not, or too short to be judged."""
    sentences = [
        words
        for part in SENTENCE_END.split(text)
        if (words := [word for word in WORD.findall(part) if LETTER.search(word)])
    ]
    words = [word for sentence in sentences for word in sentence]
    if len(words) < FEWEST:
        return None
    share = 100 * sum(bool(LONG.search(word)) for word in words) / len(words)
    reading = Reading(len(words) / len(sentences) + share, max(map(len, sentences)), round(share))
    return reading if reading.lix > VERY_DIFFICULT else None
