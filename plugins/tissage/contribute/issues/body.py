"""The text of an issue that a form has made → the answer to each question.

GitHub and Forgejo write `### Label`, an empty line, the answer. Anybody may write anything there: a line that looks
like a question that is not where it should be makes the whole thing doubtful, and it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from ...language import N_, Language, slugify
from ..writing import clean
from .questions import CONSENT, Question

LONGEST: Final = 65_536
"""What GitHub lets an issue hold, in characters."""
MOST_BYTES: Final = 4 * LONGEST
HEADING: Final = re.compile(r"### +(\S.*?) *")
NOTHING: Final = ("_No response_", "*No response*")
TICKED: Final = re.compile(r"- \[[xX]\] +\S.*")
HIDDEN: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
"""Characters that show nothing, or turn the direction of writing so that a text reads as another (CVE-2021-42574)."""


class Refused(Exception):
    """An issue that no sheet can be made from; says why in a sentence that holds nothing of what was written."""

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message, self.values = message, values

    def said(self, language: Language) -> str:
        """The sentence, in a language."""
        return language.say(self.message, **self.values)


def read_body(data: bytes, questions: Sequence[Question], consents: int, language: Language) -> dict[str, str]:
    """The answers by the key of their question; those left empty are absent. Raises Refused."""
    consent = language.say(CONSENT)
    labels = {slugify(label): label for label in (*(question.label for question in questions), consent)}
    answers = sections(decode(data), labels)
    agreed = answers.pop(slugify(consent), "")
    if sum(bool(TICKED.fullmatch(line.strip())) for line in agreed.split("\n")) < consents:
        raise Refused(
            N_("Both boxes at the end of the form must be ticked: a sheet is published under a free licence.")
        )
    for question in questions:
        empty = (*NOTHING, "None") if question.options else NOTHING
        if answers.get(question.key, "") in ("", *empty):
            answers.pop(question.key, None)
    return answers


def decode(data: bytes) -> str:
    """The text without what cannot be seen; refuses one that no form could have made."""
    too_long = Refused(N_("The text is too long for an issue: at most {limit} characters."), limit=LONGEST)
    if len(data) > MOST_BYTES:
        raise too_long
    try:
        text = HIDDEN.sub("", clean(data.decode("utf-8")))
    except UnicodeDecodeError:
        raise Refused(N_("The text of the issue is not readable (it is not UTF-8).")) from None
    if len(text) > LONGEST:
        raise too_long
    return text


def sections(text: str, labels: dict[str, str]) -> dict[str, str]:
    """The text below each heading that is one of the labels; refuses headings that come twice or not in their order."""
    lines = text.split("\n")
    found = [(number, slugify(match[1])) for number, line in enumerate(lines) if (match := HEADING.fullmatch(line))]
    headings = [(number, key) for number, key in found if key in labels]
    keys = [key for _, key in headings]
    order = list(labels)
    doubtful = [key for place, key in enumerate(keys) if key in keys[:place]] or [
        key for before, key in pairwise(keys) if order.index(key) < order.index(before)
    ]
    if doubtful:
        message = N_(
            "The line “### {label}” does not stand where the form puts it. If it is part of your text, write it"
            " otherwise; the form uses that title itself."
        )
        raise Refused(message, label=labels[doubtful[0]])
    if not headings:
        raise Refused(N_("This issue was not written with the form of this collection."))
    ends = [*(number for number, _ in headings[1:]), len(lines)]
    texts = ("\n".join(lines[number + 1 : end]) for (number, _), end in zip(headings, ends, strict=True))
    return {key: answer.strip() for key, answer in zip(keys, texts, strict=True)}
