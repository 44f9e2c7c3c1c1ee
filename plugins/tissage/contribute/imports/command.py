"""`tissage import`: bring in documents, spreadsheets and entries of other sites."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...language import N_, Language
from ...reports.exits import FOUND, OK, USAGE
from ..names import field_names
from ..opening import Closed, collection_called, open_site, program
from .importing import Outcome, bring, write_sheet
from .records import Unreadable
from .sources import FORMS, read_records
from .telling import complete, told


def declare(parser: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """The options of the command."""
    forms = sorted(FORMS.values())
    parser.add_argument("file", type=Path, metavar=say(N_("FILE")), help=say(N_("a .docx, .odt, .csv or .json file")))
    parser.add_argument(
        "--to", required=True, metavar=say(N_("COLLECTION")), help=say(N_("the collection of the new sheets"))
    )
    parser.add_argument(
        "--from", dest="form", choices=forms, help=say(N_("what the file is, where its ending does not say it"))
    )
    parser.add_argument(
        "--map",
        type=Path,
        metavar=say(N_("FILE")),
        help=say(N_("for yeswiki: a YAML file that gives, for each field of the wiki, the name of ours")),
    )
    parser.add_argument(
        "--unpublished",
        action="store_true",
        help=say(N_("for yeswiki: bring in the entries that the wiki does not publish too")),
    )
    parser.add_argument("--dry-run", action="store_true", help=say(N_("write nothing: say what would be written")))


def run(options: Any, root: Path) -> int:
    """Bring a file in: exit 0 where all is complete, 1 where something is left to do, 2 where it was asked wrongly."""
    try:
        site = open_site(root)
        collection = collection_called(options.to, site)
    except Closed as closed:
        print(closed, file=sys.stderr)
        return closed.code
    say = site.settings.language.say
    form = options.form or FORMS.get(options.file.suffix.lower())
    if form is None:
        message = N_(
            "“{path}” ends like nothing that can be imported. Save it as .docx, .odt or .csv, or say what it is "
            "with --from."
        )
        print(say(message, path=options.file), file=sys.stderr)
        return USAGE
    if options.map and form != "yeswiki":
        print(say(N_("--map is for YesWiki exports alone.")), file=sys.stderr)
        return USAGE
    if options.unpublished and form != "yeswiki":
        print(say(N_("--unpublished is for YesWiki exports alone.")), file=sys.stderr)
        return USAGE
    names = field_names(collection)
    try:
        records = read_records(options.file, form, names, options.map, site.settings.language)
    except Unreadable as unreadable:
        print(unreadable, file=sys.stderr)
        return FOUND
    if options.unpublished:
        records = [replace(record, withheld=False) for record in records]
    outcomes = bring(site, collection, names, records)
    if not options.dry_run and not written(outcomes, root, site.settings.language):
        return FOUND
    for line in told(outcomes, collection, site.settings.language, dry=options.dry_run):
        print(line)
    if not options.dry_run and any(outcome.new for outcome in outcomes):
        print(say(N_("Read the new sheets again, then type: {command} check"), command=program()))
    return OK if outcomes and all(map(complete, outcomes)) else FOUND


def written(outcomes: list[Outcome], root: Path, language: Language) -> bool:
    """Write every new sheet; stops at the first that cannot be, and says which ones were."""
    say = language.say
    done: list[str] = []
    for outcome in outcomes:
        if outcome.new is None:
            continue
        try:
            write_sheet(outcome.new, root)
        except OSError as error:
            for path in done:
                print(say(N_("Wrote {path}"), path=path))
            reason = language.reason(error)
            print(say(N_("Cannot write “{path}”: {reason}."), path=outcome.path, reason=reason), file=sys.stderr)
            return False
        done.append(outcome.path)
    return True
