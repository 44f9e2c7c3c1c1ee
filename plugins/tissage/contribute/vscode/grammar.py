"""The grammar of snippets, TextMate’s as Visual Studio Code reads it: tab stops, placeholders, lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable

TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
NOW = f"{TODAY} $CURRENT_HOUR:$CURRENT_MINUTE"
END = "$0"
"""Where the cursor ends."""


class Stops:
    """Numbers the tab stops of one snippet, in the order in which one passes them."""

    def __init__(self) -> None:
        self.count = 0

    def stop(self, placeholder: str = "") -> str:
        """A place to fill in; `placeholder`, in this grammar already, is selected there, and gone once one types."""
        self.count += 1
        return f"${{{self.count}:{placeholder}}}" if placeholder else f"${{{self.count}}}"

    def one_of(self, words: Iterable[str]) -> str:
        """A list to choose from, the first word to begin with."""
        self.count += 1
        return f"${{{self.count}|{','.join(map(choice, words))}|}}"


def plain(text: str) -> str:
    """A text that stands for itself."""
    return re.sub(r"[\\$}]", r"\\\g<0>", text)


def choice(text: str) -> str:
    """A text in a list of words, where other signs count: a backslash stays before all but these."""
    return re.sub(r"[\\,|]", r"\\\g<0>", text)
