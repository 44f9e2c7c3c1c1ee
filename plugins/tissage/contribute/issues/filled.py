"""An issue that holds a whole sheet in a block of code, as the site’s form prepares it: its values and its text."""

from __future__ import annotations

import re
from typing import Any, Final

from ... import nodes
from ...language import N_, slugify
from ...reading import parse_document
from ...schema.model import Collection
from ..site import Site
from ..writing import Written
from .body import Refused
from .questions import EDITORS

BLOCK: Final = re.compile(r"^(?P<fence>`{3,})markdown\n(?P<sheet>---\n.*?\n)(?P=fence) *$", re.MULTILINE | re.DOTALL)

HEADING: Final = re.compile(r"^### ", re.MULTILINE)


def read_filled(text: str, collection: Collection, site: Site) -> tuple[dict[str, Written], str] | None:
    """The values, in the order in which their collection declares them, and the body of the sheet in an issue.

    What editors alone say (the status, the reviews, former addresses) is left out, as in the answers of a form.
    Returns None where the issue holds no sheet. Raises Refused where it cannot be used: its front matter cannot be
    read, it has fields that the collection does not have, or it is a sheet of the site, changed.
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
    if any(slugify(sheet.title) == title for sheet in site.sheets if sheet.collection is collection):
        raise Refused(N_("A sheet of the site has this title already: to improve it, change its own file."))
    asked = (name for name in collection.fields if name in written and name not in EDITORS - {"contributors"})
    return {name: written[name] for name in asked}, document.body


def plain(node: nodes.Node) -> Any:
    """A node as texts, lists and groups."""
    if isinstance(node, nodes.Scalar):
        return node.text
    if isinstance(node, nodes.Mapping):
        return {name: plain(entry.node) for name, entry in node.entries.items()}
    return [plain(item) for item in node.items]
