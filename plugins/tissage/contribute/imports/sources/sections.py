"""The blocks of a document → what fields take and what stays in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ....language import slugify
from ....schema.model import Field
from ...names import FieldNames, key
from ...understanding import LISTED
from ..records import Cell
from .pandoc import Block
from .tree import inline_lines, link_in, links_in, opened, parted, pictures, plain, rows_of

LONGEST_LABEL: Final = 60
MOST_GROUPS: Final = 100
ADDRESSES: Final = ("url", "email", "phone")

Markdown = Callable[[Sequence[Block]], str]


@dataclass
class Sorter:
    """Sorts the blocks of one document."""

    names: FieldNames
    markdown: Markdown
    cells: list[Cell] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    found: set[str] = field(default_factory=set)
    tables: list[str] = field(default_factory=list)
    """The headings of fields whose table stays in the text."""

    def sort(self, blocks: Sequence[Block]) -> None:
        """Each block to its place: a section that is called like a field, a label with its value, or the text."""
        waiting = list(blocks)
        while waiting:
            block = waiting.pop(0)
            if block["t"] == "Header" and (declared := self.field(plain(block["c"][2]))):
                section = take_section(waiting, block["c"][0])
                if not declared.fields:
                    section = [one for one in section if not self.labelled(one)]
                taken, rest = self.shared(declared, section)
                if taken and not self.understood(declared, taken):
                    taken, rest = [], section
                    self.tables.append(" ".join(plain(block["c"][2]).split()))
                if pictures(taken) and declared.kind.name != "markdown":
                    taken, rest = [], section
                if taken:
                    self.add(declared, plain(block["c"][2]), taken)
                    rest = [one for one in rest if not self.labelled(one)]
                waiting[:0] = rest
                if taken and not rest:
                    continue
            elif self.announced(block, waiting):
                continue
            if not self.labelled(block):
                self.body.append(block)

    def announced(self, block: Block, waiting: list[Block]) -> bool:
        """Take the block after a label that stands alone: a line in bold or with a colon, then a list or some text."""
        declared = self.field(label_alone(block)) if waiting and waiting[0]["t"] != "Header" else None
        if (
            declared is None
            or pictures(waiting[0])
            or not self.understood(declared, waiting[:1])
            or (declared.fields and not self.groups(declared, waiting[:1]))
        ):
            return False
        self.add(declared, plain(block), [waiting.pop(0)])
        return True

    def understood(self, declared: Field, blocks: Sequence[Block]) -> bool:
        """Whether a field can take these blocks: a table of several columns only where they are those of a group."""
        tables = [rows_of(block) for block in blocks if block["t"] == "Table"]
        if declared.kind.name == "markdown" or all(len(row) <= 1 for rows in tables for row in rows):
            return True
        return bool(declared.fields and self.groups(declared, blocks))

    def shared(self, declared: Field, section: Sequence[Block]) -> tuple[list[Block], list[Block]]:
        """What of a section is the value of its field, and what stays in the text: what stands around a list."""
        if declared.many is None or any(block["t"] == "Header" for block in section):
            return list(section), []
        values = [block for block in section if items_of(block)]
        values = values or [block for block in section if self.by_table(declared, block)][:1] or list(section)
        return values, [block for block in section if block not in values]

    def field(self, label: str) -> Field | None:
        """The field that goes by a label and that nothing was found for yet."""
        if len(label) > LONGEST_LABEL:
            return None
        path = self.names.find(label.strip(" :\u00a0"))
        if path is None or len(path) != 1 or path[0] in self.found:
            return None
        return self.names.collection.fields[path[0]]

    def labelled(self, block: Block) -> bool:
        """Take labels and values where a block is made of them: lines « Libellé : valeur », a table of two columns."""
        if pictures(block):
            return False
        pairs = list(self.pairs(block))
        known = [self.field(label) is not None for label, _ in pairs]
        enough = any(known) and (sum(known) * 2 >= len(pairs) if block["t"] == "Table" else all(known))
        if not enough:
            return False
        for label, value in pairs:
            if declared := self.field(label):
                self.add(declared, label, value)
            elif plain(value).strip():
                self.cells.append(Cell(label, said(None, value)))
        return True

    def pairs(self, block: Block) -> Iterator[tuple[str, list[Block]]]:
        """The labels and values of a block; nothing where it is not made of them."""
        if block["t"] == "Table":
            rows = rows_of(block)
            if all(len(row) == 2 for row in rows):
                yield from ((plain(label).strip(" :\u00a0"), value) for label, value in rows)
            return
        labelled = block["t"] in ("Para", "Plain", "BulletList")
        parts = [parted(line) for line in inline_lines([block])] if labelled else []
        if parts and all(part and plain(part[1]).strip(" \u00a0") for part in parts):
            yield from ((part[0].strip(" \u00a0"), [{"t": "Plain", "c": part[1]}]) for part in parts if part)

    def add(self, declared: Field, label: str, blocks: Sequence[Block]) -> None:
        """What some blocks say of a field."""
        self.found.add(declared.name)
        listed = [said(declared, item) for block in blocks for item in items_of(block)]
        lines = [said(declared, [block]) for block in blocks if not items_of(block)]
        groups = self.groups(declared, blocks) if declared.fields else []
        items = [*(line for text in lines for line in text.split("\n")), *listed] if declared.many else []
        text = "\n".join(filter(None, (said(declared, [block]) for block in blocks)))
        self.cells.append(Cell(label, text, self.markdown(blocks), [item for item in items if item], groups))

    def groups(self, declared: Field, blocks: Sequence[Block]) -> list[Mapping[str, str]]:
        """The items of a list of groups, or the one group: from sub-headings, a table, labels, or a list."""
        if declared.many is None:
            inner = inner_names(declared)
            pairs = [pair for block in blocks for pair in self.pairs(block)]
            named = [(inner.get(key(label)), value) for label, value in pairs]
            known = {one.name: said(one, value) for one, value in named if one}
            return [known] if known and len(known) == len(pairs) else []
        if any(block["t"] == "Header" for block in blocks):
            return self.by_headings(declared, blocks)
        if len(blocks) == 1 and (rows := self.by_table(declared, blocks[0])):
            return rows
        items = [item for block in blocks for item in items_of(block)]
        if not items or len(items) > MOST_GROUPS or any(not items_of(block) for block in blocks):
            return []
        return [self.head_and_rest(declared, item) for item in items]

    def by_table(self, declared: Field, block: Block) -> list[Mapping[str, str]]:
        """A group for each row of a table whose first row holds names of its parts."""
        inner = inner_names(declared)
        rows = rows_of(block) if block["t"] == "Table" and inner else []
        heads = [inner.get(key(plain(cell))) for cell in rows[0]] if rows else []
        named = [[(head, said(head, cell)) for head, cell in zip(heads, row, strict=False)] for row in rows[1:]]
        groups = [{head.name: text for head, text in row if head and text} for row in named]
        return [group for group in groups if group]

    def by_headings(self, declared: Field, blocks: Sequence[Block]) -> list[Mapping[str, str]]:
        """A group for each sub-heading, with what stands below it."""
        waiting, groups = list(blocks), list[Mapping[str, str]]()
        while waiting and waiting[0]["t"] == "Header" and len(groups) < MOST_GROUPS:
            head = waiting.pop(0)
            first = said(None, [{"t": "Plain", "c": head["c"][2]}])
            groups.append(self.group(declared, first, take_section(waiting, head["c"][0])))
        return [] if waiting else groups

    def head_and_rest(self, declared: Field, item: Sequence[Block]) -> Mapping[str, str]:
        """A group from an item of a list: its first line or sentence, and the rest."""
        address = next((one.name for one in declared.fields.values() if one.kind.name == "url"), "")
        target = link_in(item[:1]) if address else ""
        first, rest = plain(item[0]).strip() if target else said(None, item[:1]), list(item[1:])
        most = next(iter(declared.fields.values())).max_length
        head, newline, more = first.partition("\n")
        if not newline and most is not None and len(first) > most:
            head, _, more = first.partition(". ")
        if more.strip():
            rest.insert(0, {"t": "Para", "c": [{"t": "Str", "c": more.strip()}]})
        return {**self.group(declared, head, rest), **({address: target} if target else {})}

    def group(self, declared: Field, head: str, rest: Sequence[Block]) -> Mapping[str, str]:
        """A group with its first field, and its second where there is more to say."""
        first, *others = declared.fields.values()
        values = {first.name: head.strip().removesuffix(".") if slugify(head) else head}
        if rest and others:
            values[others[0].name] = self.markdown(rest) if others[0].kind.name == "markdown" else said(others[0], rest)
        return values


def said(declared: Field | None, blocks: Sequence[Block]) -> str:
    """What some blocks say of a field; what is on a list goes by its name alone, without the address of a link."""
    kind = declared.kind.name if declared else ""
    if kind in ADDRESSES and (target := link_in(blocks)) and plain(links_in(blocks)) == plain(list(blocks)).strip():
        return target
    return plain(list(blocks) if kind in LISTED else opened(blocks)).strip(" \n\u00a0")


def label_alone(block: Block) -> str:
    """The text of a paragraph that announces what comes next, by a colon at its end or because it is all bold."""
    inlines = block["c"] if block["t"] in ("Para", "Plain") else []
    text = plain(inlines).strip(" \u00a0")
    return text if text.endswith(":") or [one["t"] for one in inlines] == ["Strong"] else ""


def take_section(waiting: list[Block], level: int) -> list[Block]:
    """The blocks up to the next heading of that level or above, taken away."""
    end = next(
        (n for n, block in enumerate(waiting) if block["t"] == "Header" and block["c"][0] <= level), len(waiting)
    )
    section = waiting[:end]
    del waiting[:end]
    return section


def items_of(block: Block) -> list[Any]:
    """The items of a list, each as blocks; nothing for any other block."""
    if block["t"] == "BulletList":
        return list(block["c"])
    return list(block["c"][1]) if block["t"] == "OrderedList" else []


def inner_names(declared: Field) -> dict[str, Field]:
    """The fields of a group by each of their names."""
    return {key(name): one for one in declared.fields.values() for name in (one.name, *one.label.values())}
