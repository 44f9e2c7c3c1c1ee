"""The language of what readers and contributors see: gettext catalogues, labels, French order."""

from __future__ import annotations

import errno
import gettext
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = Path(__file__).parent / "locales"
DATE_LOCALES: Final = {"fr": "fr_CA", "en": "en_CA"}
LANGUAGES: Final = tuple(DATE_LOCALES)
LATIN_MARKS: Final = re.compile("[\u0300-\u036f]+")
NOT_SLUG: Final = re.compile("[^a-z0-9]+")
DIGITS: Final = re.compile("([0-9]+)")
ACCENTS: Final = "\u0301\u0300\u0302\u0308"
"""The accents in their order: é, è, ê, ë; any other comes first."""
Alphabetical = tuple[tuple[tuple[int, str], ...], tuple[int, ...], str]


def N_(message: str) -> str:
    """Mark a message for extraction without translating it yet."""
    return message


@cache
def catalogue(code: str) -> gettext.NullTranslations:
    """The gettext catalogue of a language, compiled in memory from its .po file. Messages in the code are English."""
    source = LOCALES / code / "LC_MESSAGES" / "tissage.po"
    compiled = BytesIO()
    with source.open("rb") as handle:
        write_mo(compiled, read_po(handle, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


REASONS: Final = {
    errno.ENOENT: N_("it is not there"),
    errno.EACCES: N_("it may not be opened or written by you"),
    errno.EPERM: N_("it may not be opened or written by you"),
    errno.EROFS: N_("it may not be opened or written by you"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("something that is no folder stands in its way"),
    errno.EEXIST: N_("it is there already"),
    errno.ENOSPC: N_("the disk is full"),
}
"""What most often keeps a file from being read or written."""


class Language:
    """One interface language, `fr` or `en`. Anything else falls back to French, the default of the site."""

    def __init__(self, code: str = "fr") -> None:
        short = code.replace("-", "_").split("_")[0].lower()
        self.code = short if short in LANGUAGES else "fr"
        self.locale = DATE_LOCALES[self.code]
        self.catalogue = catalogue(self.code)

    def say(self, message: str, **values: Any) -> str:
        """The message in this language, its `{placeholders}` filled."""
        said = self.catalogue.gettext(message) if message else ""
        return said.format(**values) if "{" in said else said

    def count(self, one: str, many: str, number: int, **values: Any) -> str:
        """The message with the plural that `number` asks for; `{number}` is filled too."""
        return self.catalogue.ngettext(one, many, number).format(number=number, **values)

    def reason(self, error: OSError) -> str:
        """Why a file could not be read or written; what the system says where we have no words for it."""
        return self.say(REASONS[error.errno]) if error.errno in REASONS else error.strerror or str(error)

    def label(self, labels: Mapping[str, str], default: str = "") -> str:
        """A label declared in several languages: this one, else French, else English, else `default`."""
        return labels.get(self.code) or labels.get("fr") or labels.get("en") or default

    def form(self, labels: Mapping[str, Mapping[str, str]], form: str, default: str = "") -> str:
        """A label that has a form for `one` and one for `many`, as those of collections and vocabularies have."""
        forms = labels.get(self.code) or labels.get("fr") or labels.get("en") or {}
        return forms.get(form) or default


def fold(text: str) -> str:
    """Text without accents or case: « Échanges » and « echanges » fold alike. Ligatures open up (œ → oe)."""
    opened = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
    bare = LATIN_MARKS.sub("", unicodedata.normalize("NFKD", opened))
    if not bare.isascii():
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return bare.casefold()


def slugify(text: str) -> str:
    """A slug: lower-case ASCII letters, digits and single hyphens. « Prêt d’équipement » → `pret-d-equipement`."""
    return NOT_SLUG.sub("-", fold(text)).strip("-")


def alphabetical(text: str) -> Alphabetical:
    """A sort key for the French alphabet: letters first, without punctuation, and numbers by their value.

    Accents only part equal words, the last one first, as Québec sorts: cote, côte, coté, côté.
    """
    pieces = DIGITS.split(slugify(text))
    letters = tuple(
        (len(piece.lstrip("0")), piece.lstrip("0")) if n % 2 else (0, piece) for n, piece in enumerate(pieces)
    )
    return letters, () if text.isascii() else accents(text), text


def accents(text: str) -> tuple[int, ...]:
    """How the letters of a text are accented, from its end; nothing where none is."""
    marks: list[int] = []
    for character in unicodedata.normalize("NFD", text):
        if unicodedata.combining(character) and marks:
            marks[-1] = ACCENTS.find(character) + 2
        elif character.isalpha():
            marks.append(0)
    return tuple(reversed(marks)) if any(marks) else ()
