"""Issues as forges hand them over, ordinary and hostile: the sheet that comes of each, or the sentence that refuses it.

A case is a file of `tests/cases/issues`. `body` (or `bytes`, in hexadecimal) is the text of the issue; `path` and
`sheet` are what is written, `aside` what its pull request says was left out, `refused` why nothing is written.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tissage import cli
from tissage.codes import has_errors
from tissage.contribute.issues.body import Refused
from tissage.contribute.issues.proposal import Author
from tissage.contribute.issues.proposal import propose as propose_sheet
from tissage.contribute.opening import open_site
from tissage.reading import read_document
from tissage.settings import read_settings
from tissage.weaving import weave
from tools.builds import REPOSITORY, small_site, snapshot

CASES: Final = sorted((REPOSITORY / "tests" / "cases" / "issues").glob("*.yml"))
SPOILING: Final = (
    *("\n### Titre\n\n", "\n---\n", "\n\n", ": ", "#", "- [X] ", "_No response_", "é" * 90),
    *("\u202e", "\u2028", "\0", "\r", "\t", "\ud800", "`", "'", '"', "{", "[", "|", ">", "@a"),
    *("&a ", "*a", "!!python/object:x ", "../", "/etc/passwd", "::set-output name=a::b\n"),
)
HARMLESS: Final = re.compile(r"Écrit\u00a0: [a-z0-9/-]+\.md\n")
"""All that may be printed: a line of a log that begins with `::` would be a command to GitHub."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def propose(root: Path, case: dict[str, Any], to: Path) -> int:
    """Run the command on the issue of a case."""
    body = to / "body.md"
    to.mkdir(exist_ok=True)
    body.write_bytes(bytes.fromhex(case["bytes"]) if "bytes" in case else case["body"].encode())
    said = ["--label", case.get("label", "proposition:notices"), "--author", case.get("author", "marie-t")]
    said += ["--author-id", "42", "--number", "12", "--body", str(body), "--to", str(to / "texts")]
    return cli.main(["--root", str(root), "issue", *said])


@pytest.mark.parametrize("case", [pytest.param(case, id=case.stem) for case in CASES])
def test_case(case: Path, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = yaml.safe_load(case.read_text(encoding="utf-8"))
    before = snapshot(root)
    code = propose(root, expected, tmp_path / "out")
    out, err = capsys.readouterr()
    written = {path: data.decode() for path, data in snapshot(root).items() if before.get(path) != data}
    if "refused" in expected:
        assert (code, out, err, written) == (1, "", expected["refused"] + "\n", {})
        assert not (tmp_path / "out" / "texts").exists()
        return
    assert err == ""
    assert HARMLESS.fullmatch(out), out
    assert (code, written) == (0, {expected["path"]: expected["sheet"]})
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (tmp_path / "out" / "texts").iterdir()}
    assert texts["path"] == expected["path"]
    assert texts["branch"] == "proposition-12"
    assert re.fullmatch(r"Proposition nº\u00a012 \([\w ]+\)\u00a0: [a-z0-9-]+", texts["title"])
    assert texts["commit"].endswith("\n\nCo-authored-by: marie-t <42+marie-t@users.noreply.github.com>\n")
    assert texts["description"].endswith("\n\nCloses #12\n")
    assert re.findall("^- .*", texts["description"], re.MULTILINE) == expected.get("aside", [])


@pytest.mark.parametrize("case", [pytest.param(case, id=case.stem) for case in CASES if "hostile" not in case.stem])
def test_what_an_ordinary_issue_becomes_has_no_error(case: Path, root: Path, tmp_path: Path) -> None:
    expected = yaml.safe_load(case.read_text(encoding="utf-8"))
    if "refused" not in expected:
        assert propose(root, expected, tmp_path / "out") == 0
        findings = [finding for finding in weave(read_settings(root)[0])[1] if finding.path == expected["path"]]
        assert [finding for finding in findings if has_errors([finding])] == []


def test_five_hundred_spoilt_issues_write_where_they_should_or_are_refused(root: Path, tmp_path: Path) -> None:
    site = open_site(root)
    bodies = [yaml.safe_load(case.read_text(encoding="utf-8")).get("body", "") for case in CASES]
    draw = random.Random(20261122)
    written = 0
    for _ in range(500):
        body = list(draw.choice(bodies))
        for _ in range(draw.randint(1, 8)):
            place = draw.randint(0, len(body))
            body[place : place + draw.choice((0, 0, 1, 5))] = draw.choice(SPOILING)
        label = f"proposition:{draw.choice(list(site.schema.collections))}"
        try:
            proposal = propose_sheet(site, label, Author(login="a"), 1, "".join(body).encode("utf-8", "replace"))
        except Refused:
            continue
        written += 1
        source = site.schema.collections[label.partition(":")[2]].source
        assert re.fullmatch(rf"{source}/[a-z0-9]+(?:-[a-z0-9]+)*\.md", proposal.path)
        (tmp_path / "sheet.md").write_text(proposal.sheet, encoding="utf-8")
        document, findings = read_document(tmp_path / "sheet.md", "sheet.md")
        assert document is not None, proposal.sheet
        assert [finding for finding in findings if has_errors([finding])] == []
        fields = site.schema.collections[label.partition(":")[2]].fields
        assert set(document.front.entries) <= set(fields) - {"reviewed", "review_by", "status", "aliases", "image"}
        assert re.fullmatch("[^\n]+", proposal.title)
        assert not re.search(r"(?m)^(?:::|##\[)", proposal.title + proposal.commit + proposal.description)
    assert written > 50


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 20
    assert sum("hostile" in case.stem for case in CASES) >= 10


def test_the_same_issue_twice_makes_two_sheets_and_overwrites_none(root: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(next(case for case in CASES if "an offer" in case.stem).read_text(encoding="utf-8"))
    assert propose(root, case, tmp_path / "a") == 0
    first = (root / case["path"]).read_bytes()
    assert propose(root, case, tmp_path / "b") == 0
    assert (root / case["path"]).read_bytes() == first
    assert (tmp_path / "b/texts/path.txt").read_text() == case["path"].replace(".md", "-2.md")


@pytest.mark.parametrize("text", ["x" * 65_537, "\n" * 1_000_000, "😀" * 100_000])
def test_a_text_larger_than_an_issue_is_refused(
    text: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(root)
    assert propose(root, {"body": text}, tmp_path / "out") == 1
    message = "Le texte est trop long pour une demande\u00a0: 65536 caractères au plus.\n"
    assert capsys.readouterr().err == message
    assert snapshot(root) == before


def test_a_missing_file_is_said(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = ["--label", "proposition:notices", "--author", "a", "--number", "1", "--body", str(tmp_path / "none.md")]
    assert cli.main(["--root", str(root), "issue", *said]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_that_leads_elsewhere_is_not_written_through(root: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(next(case for case in CASES if "an offer" in case.stem).read_text(encoding="utf-8"))
    (tmp_path / "elsewhere").mkdir()
    (root / "content" / "notices").symlink_to(tmp_path / "elsewhere")
    assert propose(root, case, tmp_path / "out") == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []
