"""The command `tissage`: the same rooms without MkDocs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final

from . import __version__, links_command
from .arguments import Parser, titled
from .changes import NoChanges, changes_since, only
from .codes import has_errors
from .contribute.generated import FORMATS, generated, orphans
from .contribute.imports import command as import_command
from .contribute.issues import command as issue_command
from .contribute.new import command as new_command
from .contribute.opening import NO_SITE, program
from .exports import write_exports, write_files
from .findings import Finding
from .language import N_, Language
from .reports import REPORTERS
from .reports.exits import FOUND, OK, USAGE
from .schema.loading import load_schema
from .settings import MOUNTED, Settings
from .settings_checks import check_settings_file
from .settings_file import read_settings
from .weaving import weave


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

    def add(name: str, help: str) -> Parser:
        return commands.add_parser(name, language=language, help=help)

    check = add("check", say(N_("say all that is wrong or doubtful in the sheets")))
    check.add_argument(
        "paths", nargs="*", type=Path, metavar=say(N_("PATH")), help=say(N_("report on these files or folders alone"))
    )
    check.add_argument("--format", choices=sorted(REPORTERS), default="text", help=say(N_("how to write the findings")))
    check.add_argument(
        "--changed-since",
        metavar=say(N_("REV")),
        help=say(N_("report on what has changed since this revision of git alone")),
    )
    check.add_argument("--settings", action="store_true", help=say(N_("look at mkdocs.yml alone: that is quick")))
    export = add("export", say(N_("write the catalogue for other programs, without MkDocs")))
    export.add_argument(
        "--to", type=Path, metavar=say(N_("DIR")), help=say(N_("the folder to write to (by default, export)"))
    )
    schema = add("schema", say(N_("write, or verify, what other tools read of the collections")))
    schema.add_argument(
        "--format", choices=sorted(FORMATS), help=say(N_("what to write (by default, all that this site keeps)"))
    )
    schema.add_argument(
        "--to", type=Path, metavar=say(N_("DIR")), help=say(N_("the folder to write to (by default, the site’s)"))
    )
    schema.add_argument("--check", action="store_true", help=say(N_("write nothing: say which files are out of date")))
    proposed = N_("make a sheet of an issue that was written with a form")
    issue_command.declare(add("issue", say(proposed)), say)
    new_command.declare(add("new", say(N_("write a sheet to fill in, at the right place"))), say)
    brought = N_("make sheets from a document, a spreadsheet or another site’s entries")
    import_command.declare(add("import", say(brought)), say)
    links_command.declare(add("links", say(N_("check the links that lead to other sites"))), say)
    return top


def below(findings: Sequence[Finding], paths: Sequence[Path], root: Path) -> list[Finding]:
    """The findings about these files, or about what lies below these folders."""
    wanted = [path.resolve() for path in paths]
    return [f for f in findings if any((root / f.path).resolve().is_relative_to(path) for path in wanted)]


def check(options: Any, root: Path) -> int:
    """`tissage check`: print all findings; exit 0 without an error, 1 with one, 2 without such a path or site."""
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


def export(options: Any, root: Path) -> int:
    """`tissage export`: write every output below a folder; with an error in the site, say it and write nothing."""
    settings, findings = read_settings(root)
    commons, woven = weave(settings)
    if has_errors(findings := [*findings, *woven]):
        return refuse(findings, root, settings)
    return write(lambda folder: write_exports(commons, folder), options.to or root / "export", settings)


OUT_OF_DATE: Final = N_("Missing or out of date: {paths}. Run “tissage schema” again.")
ORPHANS: Final = N_("Made of a collection that is gone: {paths}. “tissage schema” removes them.")


def schema(options: Any, root: Path) -> int:
    """`tissage schema`: write what other tools read of the collections, or verify that it is up to date."""
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


INTERRUPTED: Final = 130
"""What a shell gives for a command that Ctrl+C has ended."""
COMMANDS: Mapping[str, Callable[[Any, Path], int]] = {
    "check": check,
    "export": export,
    "schema": schema,
    "issue": issue_command.run,
    "new": new_command.run,
    "import": import_command.run,
    "links": links_command.run,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name of a file may hold what no text does
            stream.reconfigure(errors="backslashreplace")
    root = find_root(Path.cwd())
    options = parser(read_settings(root)[0].language).parse_args(arguments)
    try:
        return COMMANDS[options.command](options, (options.root or root).resolve())
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
