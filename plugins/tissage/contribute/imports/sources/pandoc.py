"""Pandoc, which reads documents and writes Markdown: in its sandbox, with bounds on its time and memory."""

from __future__ import annotations

import importlib.util
import json
import os
import secrets
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from ....language import N_, Language
from ..records import Unreadable

SECONDS: Final = 60
MEMORY: Final = ["+RTS", "-M1g", "-RTS"]
OUT_OF_MEMORY: Final = 251
TOO_LARGE: Final = N_("This document is too large once opened. Share it out, or make its pictures smaller.")
MARKDOWN: Final = "gfm-raw_html-tex_math_dollars"

Block = dict[str, Any]
"""A block of pandoc’s document tree: its type `t` and its content `c`."""


def pandoc() -> str | None:
    """The program that came with our packages, else the system’s."""
    package = importlib.util.find_spec("pypandoc")
    if package and package.origin:
        bundled = Path(package.origin).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
        if bundled.is_file():
            return str(bundled)
    return shutil.which("pandoc")


def run(arguments: Sequence[str], data: bytes, language: Language) -> bytes:
    """What pandoc makes of some bytes."""
    program = pandoc()
    if program is None:
        raise Unreadable(language.say(N_("Pandoc, which reads this kind of file, is missing: install Tissage again.")))
    command = [program, "--sandbox", *MEMORY, *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable(
            language.say(N_("This file takes too long to read: share it out between several documents."))
        ) from None
    except OSError as error:
        raise Unreadable(language.say(N_("Pandoc cannot be run: {reason}."), reason=language.reason(error))) from None
    if done.returncode == OUT_OF_MEMORY:
        raise Unreadable(language.say(TOO_LARGE))
    if done.returncode:
        raise Unreadable(
            language.say(N_("This file cannot be read: it is damaged, or is not what its name says. Save it again."))
        )
    return done.stdout


def read_tree(data: bytes, form: str, language: Language) -> dict[str, Any]:
    """The document tree of some bytes in one of pandoc’s forms."""
    tree: dict[str, Any] = json.loads(run(["-f", form, "-t", "json"], data, language))
    return tree


def to_markdown(pieces: Sequence[Sequence[Block]], version: Sequence[int], language: Language) -> list[str]:
    """The Markdown of some pieces of a document, each by itself: one run for all, parted by a mark nobody can guess."""
    mark = f"tissage{secrets.token_hex(16)}"
    stop: Block = {"t": "Para", "c": [{"t": "Str", "c": mark}]}
    blocks = [block for piece in pieces for block in (*piece, stop)]
    tree = {"pandoc-api-version": version, "meta": {}, "blocks": blocks}
    options = ["-f", "json", "-t", MARKDOWN, "--wrap=none", "--reference-location=block"]
    text = run(options, json.dumps(tree).encode(), language).decode("utf-8")
    return [piece.strip("\n") for piece in text.split(mark)[:-1]]
