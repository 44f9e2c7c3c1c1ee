"""Questions in a terminal: one field at a time, each answer checked at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ...codes import has_errors
from ...findings import Finding
from ...language import N_, slugify
from ...reports.sentences import sentences
from ...schema.context import Context
from ...schema.model import Collection, Field
from ..blanks import words_of
from ..site import Site
from ..trying import faults
from ..understanding import understand, understand_all
from ..writing import Written, tidy

MOST_SHOWN: Final = 20


@dataclass
class Asker:
    """Asks for the fields of a sheet. `tell` prints a line, `ask` gives the line that a person types."""

    site: Site
    collection: Collection
    tell: Callable[[str], None]
    ask: Callable[[str], str]
    shown: Sequence[str] = ()
    context: Context = field(init=False)

    def __post_init__(self) -> None:
        self.context = self.site.context(self.collection)

    def fill(self, values: dict[str, Any]) -> None:
        """Ask for what is required and missing, then offer what the index filters by."""
        fields = self.collection.fields.values()
        for one in fields:
            if one.required and one.name not in values:
                self.fill_one(values, one)
        offered = [one for one in fields if one.facet is not None and one.name not in values and not one.fields]
        if offered:
            self.tell("")
            self.tell(self.say(N_("The rest may wait: press Enter to pass over a question.")))
        for one in offered:
            self.fill_one(values, one)

    def fill_one(self, values: dict[str, Any], one: Field) -> None:
        """Ask for one field, or for the required fields of a group."""
        if one.fields:
            group: dict[str, Any] = {}
            for inner in one.fields.values():
                if inner.required:
                    self.fill_one(group, inner)
            values[one.name] = [group] if one.many else group
        elif value := self.answer(one):
            values[one.name] = value

    def answer(self, one: Field) -> Written | None:
        """The value that a person gives, asked again until it is right; None where it is passed over."""
        words = words_of(one, self.site)
        self.introduce(one, words)
        while True:
            written = self.ask("> ").strip()
            if not written:
                if not one.required:
                    return None
                self.tell(self.say(N_("This one is needed: the sheet cannot be published without it.")))
                continue
            value = self.meant(written, one, words)
            if value is None:
                continue
            found = faults(value, one, self.context)
            for finding in found:
                self.tell(self.sentence(finding))
            if not has_errors(found):
                return value

    def introduce(self, one: Field, words: Mapping[str, str]) -> None:
        """The label of a field, its help, an example, and the words that it takes, numbered."""
        label = self.site.settings.language.label
        name = label(one.label, one.name)
        self.tell("")
        self.tell(name if one.required else self.say(N_("{label} (optional)"), label=name))
        if one.help:
            self.tell(f"  {label(one.help)}")
        if one.example:
            self.tell(f"  {self.say(N_('Example: {example}'), example=one.example)}")
        if words:
            self.show(words, list(words) if len(words) <= MOST_SHOWN else self.roots(one))
            if len(words) > MOST_SHOWN:
                self.tell(f"  {self.say(N_('And others: type a few letters to look for one.'))}")
        if one.many:
            self.tell(f"  {self.say(N_('Several are allowed: part them with semicolons.'))}")

    def roots(self, one: Field) -> list[str]:
        """The first words of a long list: those at the top of their tree."""
        if not one.vocabulary:
            return []
        terms = self.site.schema.vocabularies[one.vocabulary].children.get(None, ())
        return [term.slug for term in terms][:MOST_SHOWN]

    def show(self, words: Mapping[str, str], chosen: Sequence[str]) -> None:
        """Words by their labels, with the numbers to choose them by."""
        self.shown = chosen
        for number, word in enumerate(chosen, 1):
            self.tell(f"  {number}. {words[word]}")

    def meant(self, written: str, one: Field, words: Mapping[str, str]) -> Written | None:
        """What an answer means: a number of the list shown, a label, a word; None where it leaves a choice."""
        if not words:
            return understand_all(written, one, self.site) if one.many else understand(written, one, self.site)
        parting = "[;,]" if re.fullmatch(r"[\d\s;,]+", written) else ";"
        parts = [part.strip() for part in re.split(parting, written)] if one.many else [written]
        if any(part.isdecimal() and not 0 < int(part) <= len(self.shown) for part in parts):
            self.tell(self.say(N_("Choose a number from 1 to {number}."), number=len(self.shown)))
            return None
        written = "; ".join(self.shown[int(part) - 1] if part.isdecimal() else part for part in parts)
        value = understand_all(written, one, self.site)
        if not has_errors(faults(value, one, self.context)):
            return value
        letters = slugify(written)
        close = [word for word, label in words.items() if letters and letters in slugify(f"{label} {word}")]
        if not close or len(parts) > 1:
            return tidy(value)  # type: ignore[no-any-return]
        self.tell(self.say(N_("Which one? Type its number.")))
        self.show(words, close[:MOST_SHOWN])
        return None

    def sentence(self, finding: Finding) -> str:
        """What is wrong with an answer, and what to do."""
        said = sentences(finding, self.site.settings.language)
        return f"  {said.message} {said.suggestion or said.help}"

    def say(self, message: str, **values: Any) -> str:
        """A message in the site’s language."""
        return self.site.settings.language.say(message, **values)
