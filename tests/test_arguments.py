"""What `tissage` says of how it is called, whole: its help and what it answers to a wrong usage, in both languages."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Final

import pytest

from tissage.arguments import Parser
from tissage.cli import COMMANDS, parser
from tissage.language import Language
from tools.builds import tissage, write

N: Final = "\u00a0"
COMMANDS_IN_ORDER: Final = "check, export, schema, issue, new, import, links"
FRENCH_HELP: Final = f"""\
Utilisation{N}: tissage [-h] [--version] [--root DOSSIER] COMMANDE ...

Vérifie un site Tissage et en exporte le contenu.

Options{N}:
  -h, --help      montre cette aide
  --version       montre la version
  --root DOSSIER  le dossier du site (par défaut, le plus proche qui contient mkdocs.yml)

Commandes{N}:
  COMMANDE
    check         relève tout ce qui est à corriger ou à vérifier dans les fiches
    export        écrit le catalogue pour d’autres programmes, sans MkDocs
    schema        écrit ou vérifie les fichiers qui décrivent les collections à d’autres outils
    issue         fait une fiche d’une demande écrite avec un formulaire
    new           écrit une fiche à remplir, au bon endroit
    import        fait des fiches d’un document, d’une feuille de calcul ou d’un autre site
    links         vérifie les liens qui mènent à d’autres sites
"""
ENGLISH_HELP: Final = """\
Usage: tissage [-h] [--version] [--root DIR] COMMAND ...

Check and export a Tissage site.

Options:
  -h, --help  show this help
  --version   show the version
  --root DIR  the site’s folder (by default, the nearest one with mkdocs.yml)

Commands:
  COMMAND
    check     say all that is wrong or doubtful in the sheets
    export    write the catalogue for other programs, without MkDocs
    schema    write, or verify, what other tools read of the collections
    issue     make a sheet of an issue that was written with a form
    new       write a sheet to fill in, at the right place
    import    make sheets from a document, a spreadsheet or another site’s entries
    links     check the links that lead to other sites
"""
FRENCH_CHECK_USAGE: Final = f"""\
Utilisation{N}: tissage check [-h] [--format {{github,json,sarif,summary,text}}] [--changed-since RÉVISION]
                            [--settings]
                            [CHEMIN ...]
"""
FRENCH_CHECK: Final = f"""\
{FRENCH_CHECK_USAGE}
Arguments{N}:
  CHEMIN                ne parle que de ces fichiers ou de ces dossiers

Options{N}:
  -h, --help            montre cette aide
  --format {{github,json,sarif,summary,text}}
                        la forme sous laquelle écrire les constats
  --changed-since RÉVISION
                        ne parle que de ce qui a changé depuis cette révision de git
  --settings            ne regarde que mkdocs.yml{N}: c’est rapide
"""
FRENCH_CHECK_NARROW: Final = f"""\
Utilisation{N}: tissage check [-h]
                            [--format {{github,json,sarif,summary,text}}]
                            [--changed-since RÉVISION]
                            [--settings]
                            [CHEMIN ...]

Arguments{N}:
  CHEMIN          ne parle que de ces
                  fichiers ou de ces
                  dossiers

Options{N}:
  -h, --help      montre cette aide
  --format {{github,json,sarif,summary,text}}
                  la forme sous
                  laquelle écrire les
                  constats
  --changed-since RÉVISION
                  ne parle que de ce
                  qui a changé depuis
                  cette révision de
                  git
  --settings      ne regarde que
                  mkdocs.yml{N}: c’est
                  rapide
"""
ENGLISH_CHECK_USAGE: Final = """\
Usage: tissage check [-h] [--format {github,json,sarif,summary,text}] [--changed-since REV] [--settings]
                     [PATH ...]
"""
ENGLISH_CHECK: Final = f"""\
{ENGLISH_CHECK_USAGE}
Arguments:
  PATH                  report on these files or folders alone

Options:
  -h, --help            show this help
  --format {{github,json,sarif,summary,text}}
                        how to write the findings
  --changed-since REV   report on what has changed since this revision of git alone
  --settings            look at mkdocs.yml alone: that is quick
"""
ENGLISH_CHECK_NARROW: Final = """\
Usage: tissage check [-h]
                     [--format {github,json,sarif,summary,text}]
                     [--changed-since REV]
                     [--settings]
                     [PATH ...]

Arguments:
  PATH            report on these
                  files or folders
                  alone

Options:
  -h, --help      show this help
  --format {github,json,sarif,summary,text}
                  how to write the
                  findings
  --changed-since REV
                  report on what has
                  changed since this
                  revision of git
                  alone
  --settings      look at mkdocs.yml
                  alone: that is quick
"""
FRENCH_WRONG: Final[dict[tuple[str, ...], tuple[str, str]]] = {
    (): ("", f"Dites quelle commande lancer{N}: {COMMANDS_IN_ORDER}.\n"),
    ("chek",): (
        "",
        f"Il n’y a pas de commande «{N}chek{N}». Les commandes sont{N}: {COMMANDS_IN_ORDER}.\n"
        f"Écrivez plutôt{N}: check\n",
    ),
    ("check", "--formt", "json"): (
        "check",
        f"Il n’y a pas d’option «{N}--formt{N}» ici.\nÉcrivez plutôt{N}: --format\n",
    ),
    ("check", "--format", "jsn"): (
        "check",
        f"«{N}jsn{N}» ne va pas avec --format. Les choix sont{N}: github, json, sarif, summary, text.\n"
        f"Écrivez plutôt{N}: json\n",
    ),
    ("check", "--format=l’un d'eux \"\x1b[2J"): (
        "check",
        f"«{N}l’un d'eux \" [2J{N}» ne va pas avec --format. Les choix sont{N}: github, json, sarif, summary, text.\n",
    ),
    ("check", "--settings=oui"): ("check", f"--settings ne prend pas de valeur{N}: retirez «{N}oui{N}».\n"),
    ("check", "--changed-since"): (
        "check",
        f"Il manque une valeur après --changed-since. L’aide en dit ceci{N}: ne parle que de ce qui a changé depuis "
        "cette révision de git.\n",
    ),
    ("import",): (
        "import",
        f"Il manque FICHIER{N}: un fichier .docx, .odt, .csv ou .json.\n"
        f"Il manque --to{N}: la collection des nouvelles fiches.\n",
    ),
    ("new", "pratiques", "Prêter", "une", "échelle"): (
        "new",
        f"Ceci est de trop{N}: «{N}une échelle{N}». "
        "Mettez des guillemets droits autour d’un texte de plusieurs mots.\n",
    ),
    ("links", "--limit", "dix"): ("links", f"--limit demande un nombre entier, et «{N}dix{N}» n’en est pas un.\n"),
    ("links", "--pause", "peu"): ("links", f"--pause demande un nombre, et «{N}peu{N}» n’en est pas un.\n"),
    ("new", "x", "--no", "--f=x", "--=y"): (
        "",
        f"«{N}--=y{N}» peut abréger plusieurs options{N}: --help, --version, --root. Écrivez l’option au complet.\n",
    ),
}
ENGLISH_WRONG: Final[dict[tuple[str, ...], tuple[str, str]]] = {
    (): ("", f"Say which command to run: {COMMANDS_IN_ORDER}.\n"),
    ("chek",): ("", f"There is no command “chek”. The commands are: {COMMANDS_IN_ORDER}.\nWrite instead: check\n"),
    ("check", "--formt", "json"): ("check", "There is no option “--formt” here.\nWrite instead: --format\n"),
    ("check", "--format", "jsn"): (
        "check",
        "“jsn” does not go with --format. The choices are: github, json, sarif, summary, text.\nWrite instead: json\n",
    ),
    ("import",): (
        "import",
        "FILE is missing: a .docx, .odt, .csv or .json file.\n--to is missing: the collection of the new sheets.\n",
    ),
}
OF_ARGPARSE: Final = re.compile(
    r"usage:|positional|optional arguments|show (?:this|program)|exit\b|error:|required|invalid|expected|unrecognized"
    r"|choose from|ambiguous|following|\b(?:COMMAND|PATH|DIR|FILE|TITLE|NAME|VALUE|LABEL|LOGIN|REV|HOST|ROOT)\b",
    re.IGNORECASE,
)


@pytest.fixture
def english(tmp_path: Path) -> Path:
    write(tmp_path, {"mkdocs.yml": "site_name: Pot\ntheme: {language: en}\n"})
    return tmp_path


def help_of(folder: Path, *arguments: str) -> str:
    """What a help prints."""
    done = tissage(folder, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_help_is_in_the_language_of_the_site(
    tmp_path: Path, english: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path.parent
    monkeypatch.setenv("COLUMNS", "110")
    assert help_of(nowhere, "--help") == FRENCH_HELP
    assert help_of(nowhere, "check", "-h") == FRENCH_CHECK
    assert help_of(english, "--help") == ENGLISH_HELP
    assert help_of(english, "check", "-h") == ENGLISH_CHECK
    monkeypatch.setenv("COLUMNS", "40")
    assert help_of(nowhere, "check", "--help") == FRENCH_CHECK_NARROW
    assert help_of(english, "check", "--help") == ENGLISH_CHECK_NARROW


@pytest.mark.parametrize("columns", ["20", "40", "200"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_help_speaks_english_in_french(
    command: str, columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with pytest.raises(SystemExit) as ended:
        parser(Language("fr")).parse_args([*filter(None, [command]), "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert OF_ARGPARSE.findall(re.sub(r"--?[a-z-]+", "", said).replace("COLLECTION", "")) == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_option_has_a_help(code: str) -> None:
    waiting: list[argparse.ArgumentParser] = [parser(Language(code))]
    for one in waiting:
        assert isinstance(one, Parser)
        for action in one._actions:
            if isinstance(action.choices, dict):
                waiting += action.choices.values()
            else:
                assert action.help
                assert not action.help.endswith(".")
    assert len(waiting) == 1 + len(COMMANDS)


def wrong(code: str, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of a wrong usage."""
    with pytest.raises(SystemExit) as ended:
        parser(Language(code)).parse_args(arguments)
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    return said.err


@pytest.mark.parametrize("arguments", FRENCH_WRONG, ids=" ".join)
def test_a_wrong_usage_is_told_in_french(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command, expected = FRENCH_WRONG[arguments]
    called = f"tissage {command}".strip()
    for columns in ("40", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        said = wrong("fr", arguments, capsys)
        assert said.startswith(f"{expected}\nUtilisation{N}: {called} [-h]")
        assert said.endswith(f"\nPour lire l’aide, tapez{N}: {called} --help\n")
        assert OF_ARGPARSE.findall(re.sub(r"--?[a-z-]+", "", said)) == []


@pytest.mark.parametrize("arguments", ENGLISH_WRONG, ids=" ".join)
def test_a_wrong_usage_is_told_in_english(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    command, expected = ENGLISH_WRONG[arguments]
    called = f"tissage {command}".strip()
    said = wrong("en", arguments, capsys)
    assert said.startswith(f"{expected}\nUsage: {called} [-h]")
    assert said.endswith(f"\nFor help, type: {called} --help\n")


def test_the_command_itself_says_what_is_wrong_and_ends_with_2(
    english: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    done = tissage(tmp_path_factory.mktemp("ailleurs"), "check", "--format", "jsn")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"{FRENCH_WRONG['check', '--format', 'jsn'][1]}\n{FRENCH_CHECK_USAGE}"
        f"Pour lire l’aide, tapez{N}: tissage check --help\n"
    )
    done = tissage(english, "check", "--format", "jsn")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"{ENGLISH_WRONG['check', '--format', 'jsn'][1]}\n{ENGLISH_CHECK_USAGE}For help, type: tissage check --help\n"
    )


def test_the_help_is_called_as_the_command_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    called = str(Path(".venv", "bin", "tissage"))
    monkeypatch.setattr("sys.argv", [called])
    said = wrong("fr", ("check", "--format", "jsn"), capsys)
    assert f"\nUtilisation{N}: {called} check [-h]" in said
    assert said.endswith(f"\nPour lire l’aide, tapez{N}: {called} check --help\n")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("argument --format: invalid choice: 'jsn' (choose from 'json', 'text')", True),  # Python 3.11 to 3.13.0
        ("argument --format: invalid choice: 'jsn' (choose from json, text)", True),  # since 3.13.1
        ("argument --format: invalid choice: 'jsn', maybe you meant 'json'? (choose from json, text)", True),  # 3.14
        ("argument --format: some words of a later Python", False),
        ("argument --other: expected one argument", False),
        ("the following arguments are required: --other", False),
        ("some words of a later Python", False),
    ],
)
def test_every_python_is_understood_and_a_later_one_never_speaks_english(
    message: str, said: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    one = Parser(language=Language("fr"), prog="essai")
    one.add_argument("--format", choices=("json", "text"), help="la forme")
    with pytest.raises(SystemExit) as ended:
        one.error(message)
    assert ended.value.code == 2
    expected = (
        f"«{N}jsn{N}» ne va pas avec --format. Les choix sont{N}: json, text.\nÉcrivez plutôt{N}: json\n"
        if said
        else "Cette commande ne se comprend pas telle qu’elle est écrite.\n"
    )
    usage = f"Utilisation{N}: essai [-h] [--format {{json,text}}]"
    assert capsys.readouterr().err == f"{expected}\n{usage}\nPour lire l’aide, tapez{N}: essai --help\n"
