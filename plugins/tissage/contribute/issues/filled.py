"""An issue that holds a whole sheet in a block of code, as the site’s form prepares it: its values and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ...language import N_, slugify
from ...reading import parse_document
from ...schema.model import Collection
from ..site import Site
from ..writing import Written
from .body import Refused
from .improved import improved_path, plain
from .questions import EDITORS

BLOCK: Final = re.compile(r"^(?P<fence>`{3,})markdown\n(?P<sheet>---\n.*?\n)(?P=fence) *$", re.MULTILINE | re.DOTALL)

HEADING: Final = re.compile(r"^### ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet as an issue holds it: `improves` is the file of the site’s own sheet that it is to be, if one is."""

    values: dict[str, Written]
    body: str
    improves: str | None = None


def read_filled(text: str, collection: Collection, site: Site) -> Filled | None:
    """The values, in the order in which their collection declares them, and the body of the sheet in an issue.

    What editors alone say (the status, the reviews, former addresses) is left out, as in the answers of a form.
    Returns None where the issue holds no sheet. Raises Refused where it cannot be used: its front matter cannot be
    read, it has fields that the collection does not have, or it has the title of another sheet of the site.
    """
    found = BLOCK.search(text)
    if not found or HEADING.search(text[: found.start()]):  # a block among the answers of a form is one of them
        return None
    document, findings = parse_document(found["sheet"], "")
    if document is None or findings:
        raise Refused(N_("The fields of the sheet cannot be read: prepare it again with the form of the site."))
    written = {name: plain(entry.node) for name, entry in document.front.entries.items()}
    if not written.keys() <= collection.public.keys():
        raise Refused(N_("The sheet has fields that its collection does not have, or that the site never publishes."))
    title = slugify(str(written.get("title", "")))
    improves = improved_path(text[: found.start()], collection, site)
    others = (sheet for sheet in site.sheets if sheet.collection is collection and sheet.path != improves)
    if any(slugify(sheet.title) == title for sheet in others):
        raise Refused(N_("A sheet of the site has this title already: to improve it, change its own file."))
    asked = (name for name in collection.fields if name in written and name not in EDITORS - {"contributors"})
    return Filled({name: written[name] for name in asked}, document.body, improves)
