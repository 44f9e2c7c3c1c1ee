"""Values and a body → the text of a sheet, and a file that no other file is lost for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

from ..checking import LONGEST_SLUG, RESERVED
from ..language import slugify
from ..nodes import EMPTY
from ..reading import SEPARATORS

Written = str | Sequence["Written"] | Mapping[str, "Written"]
"""What is written in front matter: texts, lists and groups of them. Our kinds read texts, not YAML's types."""

NONE: Final[Mapping[str, str]] = MappingProxyType({})
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
TAGS: Final[Mapping[type[yaml.Node], str]] = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
AMBIGUOUS: Final = re.compile(r"(?i:yes|no|on|off|true|false|y|n)")
"""Words that other programs take for a boolean: quoted, they stay what they are for everybody."""


class Writer(yaml.SafeDumper):
    """Writes texts plainly where YAML lets one, in quotes where it would take them for something else."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        """Every scalar is a text: a date or a number needs no quotes."""
        return TAGS[kind]

    def ignore_aliases(self, data: Any) -> bool:
        """A text that comes twice is written twice: sheets hold no aliases."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Items of a list stand below their key, indented."""
        super().increase_indent(flow, False)

    def represent_scalar(self, tag: str, value: str, style: str | None = None) -> yaml.ScalarNode:
        """Several lines as a block, what could be taken for nothing or for a boolean in quotes, the rest as it is."""
        style = "|" if "\n" in value else '"' if value in EMPTY or AMBIGUOUS.fullmatch(value) else None
        return super().represent_scalar(tag, value, style)


def clean(text: str) -> str:
    """Text as a sheet may hold it: composed accents, `\\n` line ends, no tabs or other control characters."""
    for separator in (*SEPARATORS, "\r\n", "\r"):
        text = text.replace(separator, "\n" if separator.startswith("\r") else " ")
    return CONTROL.sub("", unicodedata.normalize("NFC", text)).replace("\t", "    ")


def tidy(value: Written) -> Any:
    """A value as it is written: texts cleaned and trimmed, empty texts, lists and groups left out."""
    if isinstance(value, str):
        return clean(value).strip("\n ")
    if isinstance(value, Mapping):
        kept = {key: tidy(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item}
    return [item for item in map(tidy, value) if item]


def sheet_text(values: Mapping[str, Written], body: str, comments: Mapping[str, str] = NONE) -> str:
    """The whole text of a sheet; fields come in the order of `values`, empty ones are left out.

    Whatever the texts hold, reading the sheet gives them back: nothing in a value can begin a field or end the front
    matter. A field that has one of the `comments` stands below it, and stays where it is empty, to be filled in.
    """
    tidied = {name: tidy(value) for name, value in values.items()}
    front = "".join(
        comment(comments.get(name, "")) + (field(name, value) if value else f"{name}:\n")
        for name, value in tidied.items()
        if value or name in comments
    )
    text = clean(body).strip("\n")
    return f"---\n{front or '{}' + chr(10)}---\n" + (f"\n{text}\n" if text else "")


def field(name: str, value: Any) -> str:
    """One field with its tidied value, as YAML."""
    return yaml.dump({name: value}, Dumper=Writer, allow_unicode=True, sort_keys=False, width=10**9, indent=2)


def comment(text: str) -> str:
    """A text as YAML comments, a line each."""
    return "".join(f"# {line.strip()}\n" for line in clean(text).split("\n") if line.strip())


def free_slug(title: str, taken: Container[str]) -> str:
    """A slug for a title that no other sheet has: the title's own, or that with the first number that is free."""
    slug = slugify(title)[:LONGEST_SLUG].strip("-") or "fiche"
    if slug not in taken and slug not in RESERVED:
        return slug
    number = 2
    while (numbered := f"{slug[: LONGEST_SLUG - len(str(number)) - 1].strip('-')}-{number}") in taken:
        number += 1
    return numbered


def write_new(file: Path, text: str) -> None:
    """Write a file that must not be there yet, whole or not at all. Raises FileExistsError, or another OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8")
    with file.open("xb") as handle:
        try:
            handle.write(data)
            handle.flush()
        except OSError:
            handle.close()
            file.unlink(missing_ok=True)
            raise
