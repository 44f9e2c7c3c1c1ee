"""The grammar of snippets, read strictly: what an editor would take for text because it is wrong is an error here.

Source: code.visualstudio.com, « Snippets in Visual Studio Code », Grammar; and how its parser reads lists of words:
there a backslash takes the meaning of a comma, a bar or a backslash alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

VARIABLES: Final = {
    "CURRENT_YEAR": "2026",
    "CURRENT_MONTH": "11",
    "CURRENT_DATE": "22",
    "CURRENT_HOUR": "09",
    "CURRENT_MINUTE": "30",
}
"""The variables that ours may use, and what they stand for on the day of the tests."""
ESCAPED: Final = re.compile(r"\\([\\$}])")
BEGINNING: Final = re.compile(r"\$\{([0-9]+)(\}|:|\|)|\$([0-9]+)|\$\{([A-Z_]+)\}|\$([A-Z_]+)")
WORD: Final = re.compile(r"((?:[^\\,|]|\\[\\,|]|\\(?![\\,|]))+)([,|])")


@dataclass(frozen=True)
class Stop:
    """A tab stop: what stands there before one types, and the words of its list."""

    number: int
    text: str = ""
    words: tuple[str, ...] = ()


@dataclass
class Reader:
    """Reads the body of a snippet: `text` is what it inserts, `stops` where the cursor goes, in their order."""

    body: str
    at: int = 0

    def __post_init__(self) -> None:
        self.stops: list[Stop] = []
        self.text = self.read(nested=False)
        numbers = [stop.number for stop in self.stops if stop.number]
        assert numbers == list(range(1, len(numbers) + 1)), f"stops out of order: {numbers}"
        assert [stop.number for stop in self.stops].count(0) <= 1

    def read(self, nested: bool) -> str:
        """The text up to the end, or to the brace that closes a placeholder."""
        said = ""
        while self.at < len(self.body):
            sign, rest = self.body[self.at], self.body[self.at :]
            if sign == "}":
                assert nested, f"a brace that nothing opens: {rest[:40]}"
                self.at += 1
                return said
            if escaped := ESCAPED.match(rest):
                self.at += 2
                said += escaped[1]
            elif sign == "$":
                said += self.special(rest)
            else:
                assert sign != "\\", f"a backslash before what needs none: {rest[:40]}"
                self.at += 1
                said += sign
        assert not nested, "a placeholder without its end"
        return said

    def special(self, rest: str) -> str:
        """A tab stop or a variable: the text that it stands for."""
        begun = BEGINNING.match(rest)
        assert begun, f"a dollar sign that begins nothing: {rest[:40]}"
        self.at += begun.end()
        number, sign, bare, *names = begun.groups()
        if name := next(filter(None, names), None):
            return VARIABLES[name]
        place = len(self.stops)
        self.stops.append(Stop(int(number or bare)))
        text, words = "", ()
        if sign == ":":
            text = self.read(nested=True)
        elif sign == "|":
            words = self.words()
            text = words[0]
        self.stops[place] = Stop(int(number or bare), text, words)
        return text

    def words(self) -> tuple[str, ...]:
        """The words of a list, up to its end."""
        words = []
        while True:
            word = WORD.match(self.body, self.at)
            assert word, f"an empty word, or a list without its end: {self.body[self.at : self.at + 40]}"
            self.at = word.end()
            words.append(re.sub(r"\\([\\,|])", r"\1", word[1]))
            if word[2] == "|":
                assert self.body[self.at : self.at + 1] == "}", "a bar inside a word"
                self.at += 1
                return tuple(words)


def read_snippet(snippet: Mapping[str, object]) -> Reader:
    """The body of a snippet as its file holds it."""
    body = snippet["body"]
    assert isinstance(body, list)
    return Reader("\n".join(body))
