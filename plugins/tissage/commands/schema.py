"""`tissage schema`: write what other tools read of the collections, or verify that it is up to date."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from ..codes import has_errors
from ..contribute.generated import FORMATS, generated, orphans
from ..exports import write_files
from ..language import N_
from ..reports.exits import FOUND, OK, USAGE
from ..schema.loading import load_schema
from ..settings import Settings
from ..settings_file import read_settings
from .writing import refuse, shown, write

OUT_OF_DATE: Final = N_("Missing or out of date: {paths}. Run “tissage schema” again.")
ORPHANS: Final = N_("Made of a collection that is gone: {paths}. “tissage schema” removes them.")


def declare(parser: ArgumentParser, say: Callable[[str], str]) -> None:
    """The options of the command."""
    parser.add_argument(
        "--format", choices=sorted(FORMATS), help=say(N_("what to write (by default, all that this site keeps)"))
    )
    parser.add_argument(
        "--to", type=Path, metavar=say(N_("DIR")), help=say(N_("the folder to write to (by default, the site’s)"))
    )
    parser.add_argument("--check", action="store_true", help=say(N_("write nothing: say which files are out of date")))


def run(options: Any, root: Path) -> int:
    """Write the files, or say which are old: exit 0, 1 with an error in the site or an old file, 2 where it cannot."""
    settings, findings = read_settings(root)
    loaded, found = load_schema(settings)
    if has_errors(findings := [*findings, *found]):
        return refuse(findings, root, settings)
    files = generated(loaded, settings, options.format)
    folder = options.to or root
    dead = orphans(loaded, settings, options.format, folder)
    if not options.check:
        code = write(lambda folder: write_files(files, folder), folder, settings)
        return code or remove(dead, settings)
    old = [folder / path for path, text in files if not is_file_with(folder / path, text)]
    for message, told in ((OUT_OF_DATE, old), (ORPHANS, dead)):
        if told:
            print(settings.language.say(message, paths=", ".join(map(shown, told))))
    if old or dead:
        return FOUND
    print(settings.language.say(N_("Everything is up to date.")))
    return OK


def remove(files: Sequence[Path], settings: Settings) -> int:
    """Remove files of ours that nothing makes any more, and name them."""
    say = settings.language.say
    for file in files:
        try:
            file.unlink()
        except OSError as error:
            reason = settings.language.reason(error)
            print(say(N_("Cannot remove “{path}”: {reason}."), path=shown(file), reason=reason), file=sys.stderr)
            return USAGE
        print(say(N_("Removed {path}"), path=shown(file)))
    return OK


def is_file_with(file: Path, text: str) -> bool:
    """Whether a file holds that text, whichever line ends git gave it."""
    try:
        return file.read_text(encoding="utf-8") == text
    except (OSError, UnicodeDecodeError):
        return False
