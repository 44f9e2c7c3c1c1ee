"""`tissage export`: write the catalogue for other programs."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..codes import has_errors
from ..exports import write_exports
from ..language import N_
from ..settings_file import read_settings
from ..weaving import weave
from .writing import refuse, write


def declare(parser: ArgumentParser, say: Callable[[str], str]) -> None:
    """The options of the command."""
    parser.add_argument(
        "--to", type=Path, metavar=say(N_("DIR")), help=say(N_("the folder to write to (by default, export)"))
    )


def run(options: Any, root: Path) -> int:
    """Write every output below a folder; with an error in the site, say it and write nothing."""
    settings, findings = read_settings(root)
    commons, woven = weave(settings)
    if has_errors(findings := [*findings, *woven]):
        return refuse(findings, root, settings)
    return write(lambda folder: write_exports(commons, folder), options.to or root / "export", settings)
