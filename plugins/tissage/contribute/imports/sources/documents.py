"""Word and ODT documents → records: one document, one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ....language import N_, Language
from ...names import FieldNames
from ..records import Cell, Record, Unreadable
from .archive import LARGEST_PICTURE, odt_details, open_archive, picture_part, picture_type
from .blocks import Simplifier
from .linked import file_name, linked_in_word
from .nested import flattened
from .pandoc import Block, read_tree, to_markdown
from .sections import Sorter
from .tree import Inline, holds, plain, string
from .unread import comments, unread

PICTURE: Final = "tissage-picture-"
"""What the names of pictures begin with until the sheet that they lie beside has its own."""
LINKED: Final = N_(
    "The picture “{name}” was left out: the document only links to it. Insert the picture itself in the document, or"
    " lay its file beside the sheet."
)
TABLE_KEPT: Final = N_("The table below “{heading}” stays in the text: its columns are not those of the field.")
UNTITLED: Final = N_(
    "This document has no title that can be recognised: give the line that says it the style Title or Heading 1, then"
    " import the document again."
)
IN_A_BOX: Final = N_("Text of a box or a shape")
OUTSIDE: Final = ("http://", "https://")


@dataclass
class Album:
    """The pictures of a document, in reading order, and what could not be taken over of them."""

    parts: dict[str, bytes]
    described: dict[str, str]
    language: Language
    pictures: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def place(self, target: str, alt: str) -> Inline:
        """What stands in the text for a picture: itself, or a few words where it may not be published."""
        say = self.language.say
        if target.startswith(OUTSIDE):
            text = alt or target
            return {"t": "Link", "c": [("", (), ()), string(text), [target, ""]]}
        self.count += 1
        alt = self.described.get(target, alt)
        data = picture_part(self.parts, target) or b""
        ending = picture_type(data)
        reason = ""
        if not data:
            alt = alt or file_name(target)
            reason = say(LINKED, name=file_name(target))
        elif ending is None:
            reason = say(
                N_("Picture {number} is of a type that is not published. Make it a PNG or JPEG picture."),
                number=self.count,
            )
        elif len(data) > LARGEST_PICTURE:
            reason = say(
                N_("Picture {number} weighs more than {limit} MB. Make it smaller."),
                number=self.count,
                limit=LARGEST_PICTURE // 1_000_000,
            )
        if reason:
            self.notes.append(reason)
            return {"t": "Emph", "c": string(say(N_("[Picture left out: {alt}]"), alt=alt or str(self.count)))}
        if target not in self.known:
            name = self.known[target] = f"{PICTURE}{len(self.known) + 1}{ending}"
            self.pictures[name] = data
        name = self.known[target]
        if not alt:
            self.notes.append(
                say(N_("Say what picture {name} shows, between its square brackets in the text."), name=name)
            )
        return {"t": "Image", "c": [("", (), ()), string(alt), [name, ""]]}


def read(file: Path, data: bytes, form: str, names: FieldNames, language: Language) -> list[Record]:
    """The record of a document, `docx` or `odt` by its form."""
    parts = open_archive(data, language)
    title, described = odt_details(parts) if form == "odt" else ("", {})
    tree = read_tree(flattened(parts, data) if form == "odt" else data, form, language)
    version = tree["pandoc-api-version"]
    album = Album(parts, described, language)
    album.notes += [language.say(LINKED, name=name) for name in linked_in_word(parts)]
    meta = tree["meta"]
    blocks = Simplifier(album.place).blocks([*aside(meta, "subtitle", "abstract"), *tree["blocks"]])
    title, blocks = take_title(plain(meta.get("title", {}).get("c", [])) or title, blocks)
    sorter = Sorter(names, lambda piece: to_markdown([piece], version, language)[0])
    sorter.found |= {"title"} if title else set()
    sorter.sort(blocks)
    if "title" not in sorter.found:
        raise Unreadable(language.say(UNTITLED))
    cells = [Cell("title", title), *sorter.cells] if title else sorter.cells
    cells += [Cell(name, plain(list(aside(meta, name)))) for name in ("author", "date") if name in meta]
    body = lowered(sorter.body)
    if "summary" not in sorter.found and (summary := first_paragraph(body, names)):
        cells.append(Cell("summary", summary))
        del body[0]
    text = to_markdown([body], version, language)[0]
    cells += [Cell(language.say(IN_A_BOX), lost) for lost in unread(parts, tree)]
    notes = [language.say(TABLE_KEPT, heading=heading) for heading in sorter.tables]
    if number := comments(parts):
        notes.append(
            language.count(
                N_("{number} comment in the margin of the document stays there: what it asks for is yours to do."),
                N_("{number} comments in the margin of the document stay there: what they ask for is yours to do."),
                number,
            )
        )
    return [Record(file.name, cells, text, album.pictures, notes=[*album.notes, *notes])]


def aside(meta: Mapping[str, Any], *names: str) -> Iterator[Block]:
    """What pandoc puts aside because of its style, as paragraphs."""
    waiting = [meta[name] for name in names if name in meta]
    while waiting:
        value = waiting.pop(0)
        if value["t"] == "MetaList":
            waiting[:0] = value["c"]
        elif value["t"] == "MetaBlocks":
            yield from value["c"]
        elif value["t"] == "MetaInlines":
            yield {"t": "Para", "c": value["c"]}


def take_title(title: str, blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The title and the blocks without it: that of the document, else its first heading."""
    if title:
        same = (n for n, block in enumerate(blocks[:3]) if " ".join(plain(block).split()) == " ".join(title.split()))
        place = next(same, None)
    else:
        place = next((n for n, block in enumerate(blocks) if block["t"] == "Header"), None)
        title = plain(blocks[place]) if place is not None else ""
    return title, [block for n, block in enumerate(blocks) if n != place]


def lowered(blocks: Sequence[Block]) -> list[Block]:
    """Blocks whose highest heading is of the second level: the first is the title’s."""
    levels = [block["c"][0] for block in blocks if block["t"] == "Header"]
    shift = 2 - min(levels, default=2)
    made: list[Block] = []
    for block in blocks:
        if block["t"] == "Header":
            content: list[Any] = [min(6, block["c"][0] + shift), *block["c"][1:]]
            block = {"t": "Header", "c": content}
        made.append(block)
    return made


def first_paragraph(body: Sequence[Block], names: FieldNames) -> str | None:
    """The paragraph that the text begins with, where it can be the summary and something else is left to read.

    A summary shows no picture, no link and no note: a paragraph that has one stays in the text.
    """
    most = names.collection.fields["summary"].max_length if "summary" in names.collection.fields else 0
    if len(body) < 2 or body[0]["t"] not in ("Para", "Plain") or not most:
        return None
    text = " ".join(plain(body[0]["c"]).split(" "))
    return text if 0 < len(text.strip()) <= most and not holds(body[0], "Image", "Link", "Note") else None
