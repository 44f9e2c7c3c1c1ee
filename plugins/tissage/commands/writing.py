"""What the commands that write have in common: when they refuse to, and how they name what they wrote."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..findings import Finding
from ..language import N_
from ..reports import REPORTERS
from ..reports.exits import FOUND, OK, USAGE
from ..settings import MOUNTED, Settings


def refuse(findings: Sequence[Finding], root: Path, settings: Settings) -> int:
    """Say what is wrong, and that nothing was written because of it."""
    sys.stderr.write(REPORTERS["text"](findings, root, settings.language))
    print(settings.language.say(N_("Nothing was written: mend the errors first.")), file=sys.stderr)
    return FOUND


def write(files: Callable[[Path], list[Path]], folder: Path, settings: Settings) -> int:
    """Write files below a folder and name them; the folders of the sources are for what people write."""
    sources = [settings.root / name for name in (settings.content, *MOUNTED)]
    say = settings.language.say
    if any(folder.resolve().is_relative_to(source.resolve()) for source in sources):
        print(say(N_("“{path}” holds the site’s sources: choose another folder."), path=folder), file=sys.stderr)
        return USAGE
    try:
        written = files(folder)
    except OSError as error:
        reason = settings.language.reason(error)
        print(say(N_("Cannot write “{path}”: {reason}."), path=error.filename, reason=reason), file=sys.stderr)
        return USAGE
    for file in written:
        print(say(N_("Wrote {path}"), path=shown(file)))
    return OK


def shown(file: Path) -> str:
    """A path as short as it can be written from here."""
    return str(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)
