"""A Markdown file → its front matter, with the position of every value, and its body."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from frontmatter.default_handlers import YAMLHandler

from .findings import Finding, Span
from .nodes import Mapping, Scalar, read_yaml
from .yaml_slips import text_begins

MAX_BYTES = 1_000_000
MAX_FRONT_MATTER = 64_000
SEPARATORS: Final = ("\x85", "\u2028", "\u2029")
"""Line ends that word processors leave, which YAML counts as lines and editors do not."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file, read. `body_line` is the line of the file on which the body begins; `lines` are all of them."""

    path: str
    front: Mapping
    body: str
    body_line: int
    lines: tuple[str, ...] = ()


def read_text(file: Path, path: str) -> tuple[str | None, list[Finding]]:
    """Read a file as UTF-8 text with `\\n` line ends and without a byte-order mark.

    Returns None with a finding where it is too large, not UTF-8, or cannot be read; `path` is what findings call it.
    """
    try:
        with file.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except OSError:
        return None, [Finding("file-unreadable", path)]
    if len(data) > MAX_BYTES:
        return None, [Finding("file-too-large", path, values={"limit": f"{MAX_BYTES // 1000}"})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        column = len(before) - before.rfind("\n")
        return None, [Finding("not-utf8", path, Span(before.count("\n") + 1, column))]
    for separator in SEPARATORS:  # far quicker than `translate` on texts that hold none
        text = text.replace(separator, " ")
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def read_document(file: Path, path: str) -> tuple[Document | None, list[Finding]]:
    """Read a sheet. Returns None where its front matter cannot be used, with the findings that say why."""
    text, findings = read_text(file, path)
    return (None, findings) if text is None else parse_document(text, path)


def parse_document(text: str, path: str) -> tuple[Document | None, list[Finding]]:
    """Read the text of a sheet, wherever it comes from; `path` is what findings call it."""
    handler = YAMLHandler()
    lead = len(text) - len(text.lstrip())
    if not handler.detect(text[lead:]):
        return None, [Finding("front-matter-missing", path, Span(text[:lead].count("\n") + 1))]
    try:
        front, body = handler.split(text[lead:])
    except ValueError:
        return None, [Finding("front-matter-unterminated", path, Span(text[:lead].count("\n") + 1))]
    # The splitting pattern may swallow the blank lines around a boundary: count from the ends of the whole text.
    front_start = text.index(front, lead + 3) if front else lead + 3
    body_line = text[: len(text) - len(body)].count("\n") + 1
    if len(front) > MAX_FRONT_MATTER:
        return None, [Finding("front-matter-too-large", path, Span(1), {"limit": f"{MAX_FRONT_MATTER // 1000}"})]
    first_line = text[:front_start].count("\n") + 1
    root, findings = read_yaml(front, path, first_line)
    if isinstance(root, Scalar) and root.empty and not findings:
        root = Mapping({}, Span(1))
    if root is None:
        begins = text_begins(front.split("\n"))
        if begins is not None and findings[-1].span.line >= first_line + begins:
            findings[-1] = Finding("front-matter-unterminated", path, Span(text[:lead].count("\n") + 1))
        return None, findings
    if not isinstance(root, Mapping):
        return None, [*findings, Finding("front-matter-not-fields", path, root.span)]
    return Document(path, root, body, body_line, tuple(text.split("\n"))), findings
