"""What a document, a row of a spreadsheet or an entry of another site says, before anybody knows what it means here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """One value: what it is called where it comes from, its text, the same as Markdown, and its items if it has some.

    `groups` holds the items of a list of groups, each by the names of its parts.
    """

    name: str
    text: str
    markdown: str = ""
    items: Sequence[str] = ()
    groups: Sequence[Mapping[str, str]] = ()


@dataclass(frozen=True)
class Record:
    """One sheet to be.

    `place` says where it stands in its source (a row, an entry); `origin` names it there for good, and `slug` here,
    where the source knows them; `notes` are sentences about what could not be taken over. `withheld` is one
    that its source does not publish. `technical` and `private` are the names of what was left out: what another site
    keeps for itself, and addresses of persons that no field here keeps off the site.
    """

    place: str
    cells: Sequence[Cell]
    body: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    origin: str = ""
    slug: str = ""
    notes: Sequence[str] = ()
    withheld: bool = False
    technical: Sequence[str] = ()
    private: Sequence[str] = ()


class Unreadable(Exception):
    """Raised where a file cannot be imported at all; its text is the sentence that says why and what to do."""
