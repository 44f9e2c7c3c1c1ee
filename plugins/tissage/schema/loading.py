"""The collection and vocabulary files, the shipped ones and the site's own, → the Schema and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from .. import nodes
from ..displays import available_displays
from ..findings import Finding, Span
from ..reading import read_text
from ..settings import Settings
from .assembling import COMMON, build_schema
from .context import Context
from .declarations import COLLECTION, VOCABULARY
from .model import Field, Schema
from .option_kinds import IDENTIFIER
from .values import is_empty, read_fields

DEFAULTS = Path(__file__).parent.parent / "defaults"
SHIPPED = "tissage/defaults"
SHIPPED_CONTENT: Final = "content"
"""What the shipped collections call the content folder."""
OF_A_DECLARATION: Final[Mapping[str, str]] = {"missing-field": "missing-option", "unknown-field": "unknown-option"}
"""The codes that speak of a sheet, and those that say the same of a declaration."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One collection or vocabulary file, read: its values and the nodes that know where they stand.

    `shipped` tells those that come with Tissage from the site’s own.
    """

    id: str
    path: str
    node: nodes.Mapping
    values: Mapping[str, Any]
    shipped: bool = False

    def span(self, *keys: str, of_key: bool = False) -> Span | None:
        """Where the value at these keys (or its key) stands, or None where this file does not hold it."""
        node: nodes.Node = self.node
        span = node.span
        for key in keys:
            if isinstance(node, nodes.Mapping) and key in node.entries:
                entry = node.entries[key]
                node, span = entry.node, entry.span if of_key else entry.node.span
            elif isinstance(node, nodes.Sequence) and (item := named(node, key)):
                node, span = item, item.span
            else:
                return None
        return span

    def holds(self, *keys: str) -> bool:
        """Whether something is written at these keys, right or wrong."""
        node: nodes.Node = self.node
        for key in keys:
            if not isinstance(node, nodes.Mapping) or key not in node.entries:
                return False
            node = node.entries[key].node
        return not is_empty(node)


def named(node: nodes.Sequence, text: str) -> nodes.Scalar | None:
    """The item of a list that is this text."""
    return next((item for item in node.items if isinstance(item, nodes.Scalar) and item.text.strip() == text), None)


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder, by name."""
    return iter(sorted(path for path in folder.glob("*.y*ml") if path.suffix in (".yml", ".yaml")))


def read_declaration(
    file: Path, path: str, options: Mapping[str, Field], *, shipped: bool
) -> tuple[Declaration | None, list[Finding]]:
    """Read and check one file by itself; what it says of other files is checked when all are together."""
    text, findings = read_text(file, path)
    if text is None:
        return None, findings
    node, findings = nodes.read_yaml(text, path)
    if node is None:
        return None, findings
    if not isinstance(node, nodes.Mapping):
        return None, [*findings, Finding("front-matter-not-fields", path, node.span)]
    context = Context(path, words=OF_A_DECLARATION)
    values = read_fields(node, options, context)
    if "id" not in node.entries and file.stem != COMMON and not IDENTIFIER.fullmatch(file.stem):
        context.report("bad-identifier", Span(), value=file.stem)
    name = file.stem if file.stem == COMMON else values.get("id", file.stem)
    return Declaration(name, path, node, values, shipped), [*findings, *context.findings]


def in_content(shipped: Declaration, content: str) -> Declaration:
    """A shipped collection in the content folder of this site, which may have another name than ours."""
    first, _, rest = shipped.values.get("source", "").partition("/")
    if first != SHIPPED_CONTENT:
        return shipped
    return replace(shipped, values={**shipped.values, "source": f"{content}/{rest}"})


def load_schema(settings: Settings) -> tuple[Schema, list[Finding]]:
    """The schema of a site: what is shipped, extended by its own files.

    The site's files lie in `<content>/_collections/` and `<content>/_vocabularies/`. One with the id of a shipped one
    extends it, option by option; any other adds a new one; `_common.yml` extends the fields that every collection has.
    """
    root, content = settings.root, settings.content
    findings: list[Finding] = []
    loaded: dict[str, list[Declaration]] = {}
    for kind, options in (("vocabularies", VOCABULARY), ("collections", COLLECTION)):
        folders = (
            (DEFAULTS / kind, f"{SHIPPED}/{kind}"),
            (root / content / f"_{kind}", f"{content}/_{kind}"),
        )
        for folder, shown in folders:
            for file in yaml_files(folder):
                shipped = folder.parent == DEFAULTS
                declaration, found = read_declaration(file, f"{shown}/{file.name}", options, shipped=shipped)
                findings += found
                if declaration:
                    loaded.setdefault(kind, []).append(in_content(declaration, content) if shipped else declaration)
    schema, found = build_schema(
        loaded.get("vocabularies", []), loaded.get("collections", []), available_displays(settings), content
    )
    return schema, findings + found
