"""A record → the values of a sheet, and what did not fit: nothing that was handed in is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ...codes import has_errors
from ...findings import Finding
from ...language import N_
from ...leftovers import HEADING
from ...schema.context import Context
from ...schema.kinds.texts import one_line
from ...schema.model import Collection, Field
from ..names import FieldNames, Path, field_at
from ..site import Site
from ..trying import faults, item_faults
from ..understanding import understand, understand_all
from ..writing import Written, tidy
from .records import Cell, Record


@dataclass(frozen=True)
class Leftover:
    """A value that no field takes, under its own name; `findings` say why the field that it names refuses it."""

    name: str
    text: str
    findings: Sequence[Finding] = ()


@dataclass
class Draft:
    """The values that fit, by field, and those that do not."""

    record: Record
    values: dict[str, Any] = field(default_factory=dict)
    leftovers: list[Leftover] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title, on one line."""
        return " ".join(str(tidy(self.values.get("title", ""))).split())


@dataclass(frozen=True)
class Drafter:
    """Makes drafts for one collection."""

    site: Site
    collection: Collection
    names: FieldNames
    context: Context

    def draft(self, record: Record) -> Draft:
        """The draft of a record."""
        draft = Draft(record)
        for cell in record.cells:
            if not cell.text.strip() and not cell.markdown.strip():
                continue
            path = self.names.find(cell.name)
            if path is None or (len(path) == 1 and path[0] in draft.values):
                draft.leftovers.append(Leftover(cell.name, cell.markdown or cell.text))
            elif len(path) == 1:
                self.put(draft, cell, self.collection.fields[path[0]])
            else:
                self.put_inside(draft, cell, path)
        draft.values = {
            name: numbered(value) if isinstance(value, dict) and field_at((name,), self.collection).many else value
            for name, value in draft.values.items()
        }
        return draft

    def put(self, draft: Draft, cell: Cell, declared: Field) -> None:
        """Put a value in a field, or what of it does not fit with what is left over."""
        if declared.name == "title":
            draft.values["title"] = one_line(cell.text)  # one too long is still what the sheet is called
            return
        value = self.understood(cell, declared)
        if not isinstance(value, list):
            found = faults(value, declared, self.context)
            if has_errors(found):
                draft.leftovers.append(Leftover(cell.name, cell.markdown or cell.text, found))
            else:
                draft.values[declared.name] = value
            return
        kept: list[Written] = []
        for item in value:
            found = item_faults(item, declared, self.context)
            if has_errors(found):
                draft.leftovers.append(Leftover(cell.name, shown(item), found))
            elif item not in kept:
                kept.append(item)
        most = declared.many.maximum if declared.many else None
        if most is not None and len(kept) > most:
            extra = faults(kept, declared, self.context)
            draft.leftovers.append(Leftover(cell.name, ", ".join(map(shown, kept[most:])), extra))
            del kept[most:]
        if kept:
            draft.values[declared.name] = kept

    def understood(self, cell: Cell, declared: Field) -> Any:
        """What a cell says, as its field writes it."""
        if declared.kind.name == "markdown" and declared.many is None:
            return cell.markdown or cell.text
        if declared.kind.name == "group" and cell.groups:
            groups = [
                {name: understand(text, declared.fields[name], self.site) for name, text in group.items()}
                for group in cell.groups
            ]
            return groups if declared.many else groups[0]
        return understand_all(cell.text, declared, self.site, cell.items)

    def put_inside(self, draft: Draft, cell: Cell, path: Path) -> None:
        """Put a value in a field of a group: of the only one, or of that number in a list."""
        declared = field_at(path, self.collection)
        value = cell.markdown or cell.text if declared.kind.name == "markdown" else self.understood(cell, declared)
        found = faults(value, declared, self.context)
        group: Any = draft.values.setdefault(path[0], {})
        if self.collection.fields[path[0]].many is not None:
            group = group.setdefault(path[1] if len(path) == 3 else "0", {}) if isinstance(group, dict) else None
        if has_errors(found) or not isinstance(group, dict) or path[-1] in group:
            draft.leftovers.append(Leftover(cell.name, cell.markdown or cell.text, found))
        else:
            group[path[-1]] = value


def numbered(groups: dict[str, Any]) -> list[Any]:
    """The items of a list that were given by their numbers, in their order."""
    return [groups[number] for number in sorted(groups, key=int)]


def shown(value: Written) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return value
    values = value.values() if isinstance(value, dict) else value
    return "; ".join(shown(item) for item in values)


def body_of(draft: Draft, site: Site) -> str:
    """The text of the sheet, and below it what no field took, to be sorted by hand."""
    if not draft.leftovers:
        return draft.record.body
    parts = [draft.record.body.strip("\n"), f"## {site.settings.language.say(HEADING)}"]
    for left in draft.leftovers:
        name, text = " ".join(left.name.split()), left.text.strip()
        colon = site.settings.language.say(N_("**{name}**: {text}"), name=name, text=text)
        parts.append(colon if "\n" not in text else f"**{name}**\n\n{text}")
    return "\n\n".join(part for part in parts if part)
