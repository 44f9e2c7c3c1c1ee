"""`tissage issue`: make a sheet of an issue that was written with a form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ...git import git
from ...language import N_
from ...reports.exits import FOUND, OK, USAGE
from ..opening import Closed, open_site
from ..writing import write_new
from .body import MOST_BYTES, Refused
from .proposal import Author, Proposal, propose, write_aside


def declare(parser: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """The options of the command."""
    parser.add_argument(
        "--body", type=Path, required=True, metavar=say(N_("FILE")), help=say(N_("the text of the issue"))
    )
    parser.add_argument(
        "--label", required=True, metavar=say(N_("LABEL")), help=say(N_("its label, which names the collection"))
    )
    parser.add_argument("--number", type=int, required=True, metavar="N", help=say(N_("its number")))
    parser.add_argument("--author", required=True, metavar=say(N_("LOGIN")), help=say(N_("the account that wrote it")))
    parser.add_argument("--author-id", default="", metavar="ID", help=say(N_("the number of that account, on GitHub")))
    parser.add_argument(
        "--to",
        type=Path,
        metavar=say(N_("DIR")),
        help=say(N_("where to write the texts of the pull request, a file each")),
    )


def write_again(root: Path, proposal: Proposal) -> None:
    """Write the file of an improved sheet, once git has the text that it replaces: nothing is lost. Raises Refused."""
    if git(root, "status", "--porcelain", "--ignored", "-z", "--", proposal.path) != "":
        raise Refused(
            N_("Git does not have “{path}” as it is now: commit it first, so that nothing of it is lost."),
            path=proposal.path,
        )
    file = root / proposal.path
    aside = file.with_name(f".{file.name}.new")
    write_new(aside, proposal.sheet)
    aside.replace(file)


def run(options: Any, root: Path) -> int:
    """Write the sheet that an issue proposes: exit 0, 1 where none can be made of it, 2 where a file cannot be used."""
    try:
        site = open_site(root)
    except Closed as closed:
        print(closed, file=sys.stderr)
        return closed.code
    language = site.settings.language
    author = Author(login=options.author, id=options.author_id)
    try:
        with options.body.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
        proposal = propose(site, options.label, author, options.number, data)
        if proposal.improves:
            write_again(root, proposal)
        else:
            write_new(root / proposal.path, proposal.sheet)
        if options.to:
            write_aside(proposal, options.to)
    except Refused as refused:
        print(refused.said(language), file=sys.stderr)
        return FOUND
    except OSError as error:
        message = N_("“{path}” cannot be read or written: {reason}.")
        print(language.say(message, path=error.filename, reason=language.reason(error)), file=sys.stderr)
        return USAGE
    print(language.say(N_("Wrote {path}"), path=proposal.path))
    return OK
