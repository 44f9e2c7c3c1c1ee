"""Everyone who contributed: named by the sheets, or by the history of their files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..commons import Commons
from ..language import alphabetical, fold
from ..settings import MOUNTED
from ..sheets import Sheet
from .history import authors


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person, or a group of them, with the sheets that name them."""

    name: str
    sheets: tuple[Sheet, ...]


def same(name: str) -> str:
    """What two spellings of one name have in common: neither accents, nor case, nor punctuation."""
    return "".join(character for character in fold(name) if character.isalnum())


def best(spellings: Iterable[str]) -> str:
    """The most careful spelling of a name: with its accents, and neither all small nor all capitals."""
    return max(spellings, key=care)


def care(name: str) -> tuple[int, bool, str]:
    """How careful a spelling is."""
    return sum(not c.isascii() for c in name), name not in (name.lower(), name.upper()), name


def named(sheet: Sheet) -> tuple[str, ...]:
    """The names in the field of a sheet, as far as a site leaves it what it is: texts that may leave their sheet."""
    field = sheet.collection.public.get("contributors")
    return tuple(sheet.values.get(field.name, ())) if field and field.kind.name == "text" and field.many else ()


def contributors(commons: Commons) -> list[Contributor]:
    """Everyone who contributed, in French order, but for those who asked to be left out."""
    settings = commons.settings
    left_out = {same(name) for name in settings.leave_out}
    spellings: dict[str, list[str]] = {}
    sheets: dict[str, dict[str, Sheet]] = {}
    for sheet in commons.sheets.values():
        for name in named(sheet):
            spellings.setdefault(same(name), []).append(name)
            sheets.setdefault(same(name), {})[sheet.id] = sheet
    for name in authors(settings.root, (settings.content, *MOUNTED)):
        spellings.setdefault(same(name), []).append(name)
    everyone = [
        Contributor(best(names), tuple(commons.by_title(list(sheets.get(key, {}).values()))))
        for key, names in spellings.items()
        if key and key not in left_out
    ]
    return sorted(everyone, key=lambda one: alphabetical(one.name))
