"""The command `tissage`: the same rooms without MkDocs."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final, Protocol

from . import __version__
from .arguments import Parser, titled
from .commands import check, export, links, schema
from .contribute.imports import command as imports
from .contribute.issues import command as issues
from .contribute.new import command as new
from .contribute.opening import program
from .language import N_, Language
from .settings_file import read_settings

INTERRUPTED: Final = 130
"""What a shell gives for a command that Ctrl+C has ended."""


class Command(Protocol):
    """The file of a command."""

    def declare(self, parser: ArgumentParser, say: Callable[[str], str]) -> None:
        """Its options."""

    def run(self, options: Any, root: Path) -> int:
        """Do it, in the site at a folder; returns the exit code."""


COMMANDS: Final[Mapping[str, tuple[str, Command]]] = {
    "check": (N_("say all that is wrong or doubtful in the sheets"), check),
    "export": (N_("write the catalogue for other programs, without MkDocs"), export),
    "schema": (N_("write, or verify, what other tools read of the collections"), schema),
    "issue": (N_("make a sheet of an issue that was written with a form"), issues),
    "new": (N_("write a sheet to fill in, at the right place"), new),
    "import": (N_("make sheets from a document, a spreadsheet or another site’s entries"), imports),
    "links": (N_("check the links that lead to other sites"), links),
}
"""The commands, in the order in which the help names them."""


def find_root(start: Path) -> Path:
    """The folder of the nearest `mkdocs.yml` at or above `start`, else `start` itself."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), start)


def parser(language: Language) -> Parser:
    """The commands and their options."""
    say = language.say
    top = Parser(language=language, prog=program(), description=say(N_("Check and export a Tissage site.")))
    version = f"tissage {__version__}"
    top.add_argument("--version", action="version", version=version, help=say(N_("show the version")))
    folder = N_("the site’s folder (by default, the nearest one with mkdocs.yml)")
    top.add_argument("--root", type=Path, metavar=say(N_("DIR")), help=say(folder))
    commands = top.add_subparsers(
        dest="command", metavar=say(N_("COMMAND")), required=True, title=titled(say(N_("Commands:")))
    )
    for name, (about, command) in COMMANDS.items():
        command.declare(commands.add_parser(name, language=language, help=say(about)), say)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name of a file may hold what no text does
            stream.reconfigure(errors="backslashreplace")
    root = find_root(Path.cwd())
    options = parser(read_settings(root)[0].language).parse_args(arguments)
    try:
        return COMMANDS[options.command][1].run(options, (options.root or root).resolve())
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
