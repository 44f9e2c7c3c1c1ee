"""The command `tissage`: the same rooms without MkDocs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from . import __version__
from .codes import has_errors
from .findings import Finding
from .language import Language, N_
from .reports import REPORTERS
from .settings import read_settings
from .weaving import weave

OK: Final = 0
FOUND: Final = 1
USAGE: Final = 2


def find_root(start: Path) -> Path:
    """The folder of the nearest `mkdocs.yml` at or above `start`, else `start` itself."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").is_file()), start)


def parser(language: Language) -> argparse.ArgumentParser:
    """The commands and their options."""
    say = language.say
    top = argparse.ArgumentParser(prog="tissage", description=say(N_("Check and export a Tissage site.")))
    top.add_argument("--version", action="version", version=f"tissage {__version__}")
    top.add_argument("--root", type=Path, help=say(N_("the site’s folder (by default, the nearest one with mkdocs.yml)")))
    commands = top.add_subparsers(dest="command", metavar=say(N_("COMMAND")), required=True)
    check = commands.add_parser("check", help=say(N_("say all that is wrong or doubtful in the sheets")))
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=say(N_("report on these files or folders alone")))
    check.add_argument("--format", choices=sorted(REPORTERS), default="text", help=say(N_("how to write the findings")))
    return top


def below(findings: Sequence[Finding], paths: Sequence[Path], root: Path) -> list[Finding]:
    """The findings about these files, or about what lies below these folders."""
    wanted = [path.resolve() for path in paths]
    return [f for f in findings if any((root / f.path).resolve().is_relative_to(path) for path in wanted)]


def check(options: Any, root: Path) -> int:
    """`tissage check`: print all findings; exit 0 without an error, 1 with one, 2 where a path does not exist."""
    settings, findings = read_settings(root)
    for path in options.paths:
        if not path.exists():
            print(settings.language.say(N_("There is no file or folder “{path}”."), path=path), file=sys.stderr)
            return USAGE
    findings = [*findings, *weave(settings)[1]]
    if options.paths:
        findings = below(findings, options.paths, root)
    sys.stdout.write(REPORTERS[options.format](findings, root, settings.language))
    return FOUND if has_errors(findings) else OK


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    root = find_root(Path.cwd())
    options = parser(read_settings(root)[0].language).parse_args(arguments)
    return check(options, (options.root or root).resolve())


if __name__ == "__main__":
    sys.exit(main())
