"""`tissage new`: a sheet to fill in, at the right place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...checking import Source
from ...language import N_
from ...reading import read_text
from ...reports.exits import FOUND, OK, USAGE
from ...reports.sentences import sentences
from ...schema.model import Collection
from ..blanks import comments, in_order, skeleton
from ..imports.drafting import Drafter
from ..imports.records import Cell, Record
from ..imports.telling import labels
from ..names import FieldNames, field_at, field_names
from ..opening import Closed, collection_called, open_site, program
from ..placing import places
from ..site import NewSheet, Site, check_new
from ..writing import free_slug, sheet_text, write_new
from .asking import Asker


def declare(parser: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """The options of the command."""
    parser.add_argument(
        "collection", metavar=say(N_("COLLECTION")), help=say(N_("the collection: its id, its address or its name"))
    )
    parser.add_argument(
        "title", nargs="?", metavar=say(N_("TITLE")), help=say(N_("the title of the sheet, between quotation marks"))
    )
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar=say(N_("NAME=VALUE")),
        help=say(N_("the value of a field; again for each value of a list; “needs.people” for a field of a group")),
    )
    parser.add_argument(
        "--body", type=Path, metavar=say(N_("FILE")), help=say(N_("a file that holds the text of the sheet"))
    )
    parser.add_argument("--no-input", action="store_true", help=say(N_("ask nothing, even in a terminal")))
    parser.add_argument("--dry-run", action="store_true", help=say(N_("write nothing: print the sheet")))


def run(options: Any, root: Path) -> int:
    """Write a sheet: exit 0 once it is written, 1 where something is in its way, 2 where it was asked wrongly."""
    try:
        site = open_site(root)
        collection = collection_called(options.collection, site)
        values = given(options, collection, site)
        body = body_given(options.body, collection, site)
        terminal = sys.stdin.isatty() and sys.stdout.isatty() and not options.no_input
        if not terminal and not values.get("title"):
            raise Closed(site.settings.language.say(N_("The title is missing: write it after the collection.")), USAGE)
        if values.get("title"):
            refuse_taken(values["title"], collection, site)
        if terminal:
            asked(values, collection, site)
            refuse_taken(values["title"], collection, site)
        return finish(values, body, collection, site, dry=options.dry_run)
    except Closed as closed:
        print(closed, file=sys.stderr)
        return closed.code


def given(options: Any, collection: Collection, site: Site) -> dict[str, Any]:
    """The values given on the command line. Raises Closed where one does not fit."""
    say, names = site.settings.language.say, field_names(collection)
    texts: dict[str, list[str]] = {"title": [options.title]} if options.title else {}
    for written in options.field:
        name, equals, text = written.partition("=")
        if not equals:
            raise Closed(
                say(N_("“{value}” is not a field with its value: write --field name=value."), value=written), USAGE
            )
        texts.setdefault(name.strip(), []).append(text)
    refuse_mixed(texts, names, site)
    cells = [cell_of(name, items, names, site) for name, items in texts.items()]
    draft = Drafter(site, collection, names, site.context(collection)).draft(Record("", cells))
    for left in draft.leftovers:
        said = [sentences(finding, site.settings.language) for finding in left.findings]
        lines = [f"{left.name}={left.text}", *(f"{one.message} {one.suggestion or one.help}" for one in said)]
        lines += [] if said else [say(N_("This field is given twice, in two ways: keep one of them."))]
        raise Closed("\n".join(lines), USAGE)
    return draft.values


def refuse_mixed(texts: Mapping[str, Sequence[str]], names: FieldNames, site: Site) -> None:
    """Raise Closed where a field is given under two names, or with its parts: one would take the place of the other."""
    paths = {name: names.find(name) for name in texts}
    whole = {path[0]: name for name, path in paths.items() if path and len(path) == 1}
    for name, path in paths.items():
        if path and whole.get(path[0], name) != name:
            message = N_("“{field}” and “{part}” say the same field in two ways: keep one of them.")
            raise Closed(site.settings.language.say(message, field=whole[path[0]], part=name), USAGE)


def cell_of(name: str, items: Sequence[str], names: FieldNames, site: Site) -> Cell:
    """The texts given for a field. Raises Closed where there is no such field, or where it takes one value."""
    say = site.settings.language.say
    path = names.find(name)
    if path is None:
        near = names.near(name)
        lines = [say(N_("There is no field “{field}” here."), field=name)]
        lines += [say(N_("Write instead: {suggestion}"), suggestion=near)] if near else []
        raise Closed("\n".join(lines), USAGE)
    if len(items) > 1 and field_at(path, names.collection).many is None:
        raise Closed(say(N_("The field “{field}” takes one value, and there is a list here."), field=name), USAGE)
    return Cell(name, "\n".join(items), items=items)


def body_given(file: Path | None, collection: Collection, site: Site) -> str:
    """The text of the sheet: that of a file, else the headings that the collection begins with. Raises Closed."""
    if file is None:
        return skeleton(collection, site.settings.language)
    text, findings = read_text(file, str(file))
    if text is None:
        said = sentences(findings[0], site.settings.language)
        raise Closed(f"{file}: {said.message} {said.help}", USAGE)
    return text


def refuse_taken(title: str, collection: Collection, site: Site) -> None:
    """Raise Closed where a sheet has the slug of that title already, or something else its place."""
    slug = free_slug(title, ())
    known = places(site, collection)
    if slug not in known.taken:
        return
    say = site.settings.language.say
    if path := site.paths.get(collection.id, {}).get(slug):
        message = N_(
            "There is a sheet by that name already: {path}. Complete that one, or choose a title that says what "
            "sets yours apart."
        )
        raise Closed(say(message, path=path), FOUND)
    raise Closed(say(N_("“{value}” cannot be the name of a file here: choose another title."), value=slug), FOUND)


def asked(values: dict[str, Any], collection: Collection, site: Site) -> None:
    """Ask for what is missing. Raises Closed where the person leaves before the end."""
    say = site.settings.language.say
    print(say(N_("A few questions. To leave without writing anything, press Ctrl+C.")))
    try:
        Asker(site, collection, print, input).fill(values)
    except (KeyboardInterrupt, EOFError):
        raise Closed("\n" + say(N_("Nothing was written.")), FOUND) from None


def finish(values: dict[str, Any], body: str, collection: Collection, site: Site, *, dry: bool) -> int:
    """Write the sheet or print it; say what it still needs, aside for scripts, and what comes next."""
    language = site.settings.language
    slug = free_slug(values["title"], ())
    text = sheet_text(in_order(values, collection), body, comments(values, collection, site))
    new = NewSheet(Source(collection, slug, f"{collection.source}/{slug}.md"), text)
    _, found = check_new(site, [new])
    findings = found[new.source.path]
    if dry:
        print(text, end="")
        return OK
    file = site.settings.root / new.source.path
    try:
        write_new(file, text)
    except OSError as error:
        message, reason = N_("Cannot write “{path}”: {reason}."), language.reason(error)
        raise Closed(language.say(message, path=new.source.path, reason=reason), FOUND) from None
    print(language.say(N_("Wrote {path}"), path=new.source.path), flush=True)
    missing = [finding.values["field"] for finding in findings if finding.code == "missing-field"]
    if missing:
        said = language.say(N_("Still to fill in: {fields}"), fields=labels(missing, collection, language))
        print(said, file=sys.stderr)
    for finding in findings:
        if finding.code != "missing-field":
            told = sentences(finding, language)
            print(f"{told.message} {told.suggestion or told.help}", file=sys.stderr)
    print(
        language.say(
            N_("Open it in a text editor, complete it, then type: {command} check {path}"),
            command=program(),
            path=new.source.path,
        )
    )
    return OK
