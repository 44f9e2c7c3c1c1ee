"""An issue that improves a sheet of the site: which one, and the text of its file with what the issue changes.

No path is ever read from an issue: the sentence that names one is compared with that of every file of the collection.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ... import nodes
from ...language import N_
from ...reading import Document, parse_document, read_document
from ...schema.model import Collection, Field
from ..sensitive import closing, holds_sensitive
from ..site import Site
from ..writing import Written, clean, field, sheet_text, tidy
from .body import Refused
from .questions import EDITORS, NOT_ASKED

LEAD: Final = N_("Here is an improved sheet for {collection}, file {path}.")
"""What the form writes above a sheet that it improves."""


def improved_path(lead: str, collection: Collection, site: Site) -> str | None:
    """The file that a lead says is improved, one of the collection’s own. Raises Refused where it is not there."""
    language = site.settings.language
    name = language.form(collection.label, "one", collection.id)

    def sentence(path: str) -> str:
        return " ".join(language.say(LEAD, collection=name, path=path).split())

    lines = {" ".join(line.split()) for line in lead.split("\n")}
    start = sentence("\0").partition("\0")[0]
    named = [line for line in lines if line.startswith(start)]
    found = [path for path in site.paths.get(collection.id, {}).values() if sentence(path) in lines]
    if len(named) > 1 or len(named) != len(found):
        raise Refused(
            N_("The sheet to improve is not on the site any more under that name: open it there and improve it again.")
        )
    return found[0] if found else None


def improved_text(path: str, values: Mapping[str, Written], body: str, collection: Collection, site: Site) -> str:
    """The text of a file with these values and this body; what an issue may not say stays as it was. Raises Refused."""
    document, _ = read_document(site.settings.root / path, path)
    if document is None:
        raise Refused(N_("The file of this sheet cannot be read as it is now: the editors have to mend it first."))
    before = {name: tidy(plain(entry.node)) for name, entry in document.front.entries.items()}
    after = {name: value for name in before if (value := before[name] if kept(name, collection) else values.get(name))}
    after |= {name: value for name, value in values.items() if name not in after and not kept(name, collection)}
    after = {name: tidied for name, value in after.items() if (tidied := tidy(value))}
    same = clean(body).strip("\n ") == clean(document.body).strip("\n ")
    changed = {name for name in before.keys() | after.keys() if (before.get(name) or None) != after.get(name)}
    if same and changed <= {"contributors"}:
        raise Refused(N_("This text is that of the sheet already: there is nothing to change."))
    text = spliced(document, changed, after, None if same else body)
    read, findings = parse_document(text, path)
    told = {name: tidy(plain(entry.node)) for name, entry in read.front.entries.items()} if read else {}
    right = read is not None and not findings and {name: value for name, value in told.items() if value} == after
    return text if right else sheet_text(after, document.body if same else body)


def kept(name: str, collection: Collection) -> bool:
    """Whether a field stays as it is: what editors say, what no form shows, and files, which it cannot take."""
    own: Field | None = collection.fields.get(name)
    if own is None or name in EDITORS - {"contributors"}:
        return True
    return own.kind.name in NOT_ASKED or holds_sensitive(own)


def spliced(document: Document, changed: set[str], values: Mapping[str, Any], body: str | None) -> str:
    """The lines of a file, those of the changed fields written anew: its other lines stay, comments included."""
    lines, entries = list(document.lines), sorted(document.front.entries.values(), key=lambda entry: entry.span.line)
    if not entries:
        return ""
    end = closing(lines, entries[-1].span.line)
    starts = [*(entry.span.line for entry in entries), end]
    front = lines[: starts[0] - 1]
    for entry, start, stop in zip(entries, starts, starts[1:], strict=False):
        own = lines[start - 1 : stop - 1]
        if entry.key in changed:
            below = len(own)
            while below > 1 and (not own[below - 1].strip() or own[below - 1].startswith("#")):
                below -= 1
            front += [*written(entry.key, values), *own[below:]]
        else:
            front += own
    for name in values:
        if name in changed and name not in document.front.entries:
            front += written(name, values)
    rest = lines[end - 1 :] if body is None else ["---", *(("", clean(body).strip("\n")) if body.strip() else ()), ""]
    return "\n".join([*front, *rest])


def written(name: str, values: Mapping[str, Any]) -> list[str]:
    """The lines of one field, none where it is left out."""
    return field(name, values[name]).rstrip("\n").split("\n") if name in values else []


def plain(node: nodes.Node) -> Any:
    """A node as texts, lists and groups."""
    if isinstance(node, nodes.Scalar):
        return "" if node.empty else node.text
    if isinstance(node, nodes.Mapping):
        return {name: plain(entry.node) for name, entry in node.entries.items()}
    return [plain(item) for item in node.items]
