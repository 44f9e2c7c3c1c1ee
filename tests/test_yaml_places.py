"""What stands in a value of YAML is found where the file has it, in every style that YAML knows."""

from __future__ import annotations

import random
from typing import Final

import pytest
import yaml

from tissage.findings import Span
from tissage.nodes import Mapping, Scalar, Sequence
from tissage.reading import parse_document
from tissage.yaml_places import BLOCKS, Places

STYLES: Final = ("|", ">", "'", '"', None)
MARKS: Final = ("PREMIER", "DEUXIEME", "TROISIEME")
WORDS: Final = (
    *("le", "local", "s’ouvre", "à", "l'été", "«\u00a0demain\u00a0»", '"ici"', "''", "\\", "\\n", "C:\\dossier"),
    *("#", "#3", "-", ":", "oui:", "[un](x.md)", "{", "}", ",", "|", ">", "&", "*gras*", "!", "%", "@", "`code`", "?"),
    *("e\u0301te\u0301", "A\u030a", "🧵", "👩🏽\u200d🎤", "\u202f", "\u00e9" * 30, "mot" * 20),
)
PLAIN: Final = (
    "le",
    "local",
    "s’ouvre",
    "l'été",
    "«\u00a0demain\u00a0»",
    "e\u0301te\u0301",
    "🧵",
    "a#b",
    "\\",
    "mot" * 20,
)
ONE_LINE: Final = (" ", " ", " ", " ", "  ", "", "")
LINES: Final = (*ONE_LINE, "\n", "\n\n", "\n\n\n")
INDENTED: Final = (*LINES, "\n  ", "\n    ")
SPACES: Final = {"|": INDENTED, ">": INDENTED, "'": LINES, '"': (*INDENTED, "\t", " \n"), None: ONE_LINE}
"""What may stand between words: where a style cannot hold it, the writer of YAML takes double quotes."""


def draw(chance: random.Random, style: str | None) -> str:
    """A text with each mark once, among words that YAML must escape, quote or fold."""
    words = [*chance.choices(PLAIN if style is None else WORDS, k=chance.randrange(40)), *MARKS]
    chance.shuffle(words)
    spaces = chance.choice((SPACES[style], ONE_LINE))
    text = "".join(word + chance.choice(spaces) for word in words)
    return chance.choice(spaces) + text if style == '"' else text.strip(" ")


def written(text: str, style: str | None, chance: random.Random) -> str:
    """A sheet with that text among its fields, as somebody's program may write it."""
    fields = yaml.dump(
        {"title": "Filmer", "steps": [{"title": "É", "text": text, "more": "Suite"}, {"text": "Fin"}]},
        Dumper=yaml.SafeDumper,
        default_style=style,
        default_flow_style=style not in BLOCKS and chance.choice((False, False, True)),
        width=chance.choice((20, 40, 80, 10_000)),
        indent=chance.choice((2, 3, 4, 6)),
        allow_unicode=style != '"' or chance.choice((True, False)),
        sort_keys=False,
    )
    return f"---\n{fields}---\n\nLe texte.\n"


def value(source: str) -> tuple[Scalar, tuple[str, ...]]:
    """The text as it is read, and the lines of its file."""
    document, _ = parse_document(source, "fiche.md")
    assert document
    steps = document.front.entries["steps"].node
    assert isinstance(steps, Sequence)
    first = steps.items[0]
    assert isinstance(first, Mapping)
    node = first.entries["text"].node
    assert isinstance(node, Scalar)
    return node, document.lines


def span_of(offset: int, text: str, length: int) -> Span:
    """The place in a text of what stands at an offset."""
    return Span(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset), length)


@pytest.mark.parametrize("style", STYLES)
def test_words_are_found_where_the_file_has_them(style: str | None) -> None:
    chance = random.Random(f"places {style}")
    styled = 0
    for _ in range(300):
        source = written(draw(chance, style), style, chance)
        node, lines = value(source)
        first = lines[node.span.line - 1][node.span.column - 1 :][0]
        styled += first == style if style else first not in SPACES
        places = Places(node.text, node.span, lines)
        for mark in MARKS:
            asked = span_of(node.text.index(mark), node.text, len(mark))
            assert places.find(asked) == span_of(source.index(mark), source, len(mark)), source
    assert styled > 250, "most texts are written in the style that is looked at"


@pytest.mark.parametrize("style", STYLES)
def test_every_visible_character_is_found(style: str | None) -> None:
    """In the file stands the character itself, or the escape for it."""
    chance = random.Random(f"characters {style}")
    for _ in range(40):
        node, lines = value(written(draw(chance, style), style, chance))
        places = Places(node.text, node.span, lines)
        for offset, character in enumerate(node.text):
            if character not in " \t\n":
                place = places.find(span_of(offset, node.text, 1))
                found = lines[place.line - 1][place.column - 1 :][: place.length]
                assert found == character or found[0] == "\\" or found == "''"


@pytest.mark.parametrize("style", STYLES)
def test_no_place_is_beyond_the_end_of_a_line(style: str | None) -> None:
    chance = random.Random(f"bounds {style}")
    for _ in range(40):
        node, lines = value(written(draw(chance, style), style, chance))
        places = Places(node.text, node.span, lines)
        for _ in range(40):
            asked = Span(chance.randrange(1, 60), chance.randrange(1, 200), chance.randrange(1, 200))
            place = places.find(asked)
            line = lines[place.line - 1]
            assert place == node.span or place.column + place.length - 1 <= len(line)


def test_a_link_is_underlined_as_far_as_it_goes_on_its_first_line() -> None:
    node, lines = value('---\nsteps:\n  - text: "Un \\"[mot\\"](x.md) et [deux\n      mots](y.md)"\n---\n')
    places = Places(node.text, node.span, lines)
    assert node.text == 'Un "[mot"](x.md) et [deux mots](y.md)'
    assert places.find(Span(1, 5, 12)) == Span(3, 17, 13)
    assert places.find(Span(1, 21, 17)) == Span(3, 34, 1)


def test_a_place_stays_on_the_line_of_the_text() -> None:
    node, lines = value("---\nsteps:\n  - text: |\n      Un mot\n\n      et deux\n---\n")
    places = Places(node.text, node.span, lines)
    assert places.find(Span(1, 4, 50)) == Span(4, 10, 3)
    assert places.find(Span(1, 50, 3)) == Span(4, 12, 1)
    assert places.find(Span(9, 1, 3)) == node.span


@pytest.mark.parametrize("text", ["Un autre texte", "", "Un mot\rdeux", "Un mot et deux"])
def test_a_text_that_is_not_what_the_file_says_stands_at_its_beginning(text: str) -> None:
    lines = ("---", "text: Un mot", "---")
    start = Span(2, 7, 6)
    assert Places(text, start, lines).find(Span(1, 4, 3)) == start


def test_what_stands_below_a_text_is_not_taken_for_escapes_of_it() -> None:
    node, lines = value('---\nsteps:\n  - text: "Un mot"\n    \\xzz: 1\n---\n')
    assert Places(node.text, node.span, lines).find(Span(1, 4, 3)) == Span(3, 15, 3)


@pytest.mark.parametrize("line", [r'text: "\xzz \U99999999 \u12"', "text: !", ""])
def test_a_source_that_is_no_yaml_at_all_stands_at_its_beginning(line: str) -> None:
    start = Span(1, 7)
    assert Places("Un mot", start, (line,)).find(Span(1, 4, 3)) == start
    assert Places("Un mot", Span(3, 1), (line,)).find(Span(1, 4, 3)) == Span(3, 1)
