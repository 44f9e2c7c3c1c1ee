"""`tissage check`: say all that is wrong or doubtful in a site."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..changes import NoChanges, changes_since, only
from ..codes import has_errors
from ..contribute.opening import NO_SITE
from ..findings import Finding
from ..language import N_
from ..reports import REPORTERS
from ..reports.exits import FOUND, OK, USAGE
from ..settings_checks import check_settings_file
from ..settings_file import read_settings
from ..weaving import weave


def declare(parser: ArgumentParser, say: Callable[[str], str]) -> None:
    """The options of the command."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar=say(N_("PATH")), help=say(N_("report on these files or folders alone"))
    )
    parser.add_argument(
        "--format", choices=sorted(REPORTERS), default="text", help=say(N_("how to write the findings"))
    )
    parser.add_argument(
        "--changed-since",
        metavar=say(N_("REV")),
        help=say(N_("report on what has changed since this revision of git alone")),
    )
    parser.add_argument("--settings", action="store_true", help=say(N_("look at mkdocs.yml alone: that is quick")))


def run(options: Any, root: Path) -> int:
    """Print all findings; exit 0 without an error, 1 with one, 2 without such a path or site."""
    settings, findings = read_settings(root)
    if not (root / "mkdocs.yml").is_file() and not (root / settings.content).is_dir():
        print(settings.language.say(NO_SITE, path=root), file=sys.stderr)
        return USAGE
    for path in options.paths:
        if not path.exists():
            print(settings.language.say(N_("There is no file or folder “{path}”."), path=path), file=sys.stderr)
            return USAGE
    findings = [*findings, *check_settings_file(settings)]
    if not options.settings and not any(finding.code == "no-pages-folder" for finding in findings):
        findings += weave(settings)[1]
    if options.changed_since is not None:
        try:
            findings = only(findings, changes_since(root, options.changed_since))
        except NoChanges as error:
            print(settings.language.say(str(error), revision=options.changed_since), file=sys.stderr)
            return USAGE
    if options.paths:
        findings = below(findings, options.paths, root)
    sys.stdout.write(REPORTERS[options.format](findings, root, settings.language))
    return FOUND if has_errors(findings) else OK


def below(findings: Sequence[Finding], paths: Sequence[Path], root: Path) -> list[Finding]:
    """The findings about these files, or about what lies below these folders."""
    wanted = [path.resolve() for path in paths]
    return [f for f in findings if any((root / f.path).resolve().is_relative_to(path) for path in wanted)]
