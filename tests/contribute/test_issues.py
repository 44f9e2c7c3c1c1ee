"""Issues as forges hand them over, ordinary and hostile: the sheet that comes of each, or the sentence that refuses it.

A case is a file of `tests/cases/issues`. `body` (or `bytes`, in hexadecimal) is the text of the issue; `path` and
`sheet` are what is written, `aside` what its pull request says was left out, `refused` why nothing is written.
"""

from __future__ import annotations

import random
import re
import subprocess
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
from tissage.reading import parse_document, read_document
from tissage.settings_file import read_settings
from tissage.weaving import weave
from tools.builds import REPOSITORY, small_site, snapshot, write

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


def in_git(root: Path) -> None:
    """Put a site in git, as a workflow finds it."""
    name = ("-c", "user.name=Essai", "-c", "user.email=essai@exemple.org")
    for arguments in (("init", "-q"), ("add", "-A"), (*name, "commit", "-q", "-m", "Le site")):
        subprocess.run(["git", "-C", str(root), *arguments], check=True)


def improved(sheet: str, path: str = "content/practices/une-boite.md", lead: str = "") -> dict[str, Any]:
    """The issue of a practice that was improved with the form."""
    said = lead or f"Voici une fiche améliorée\u00a0: Bonne pratique, fichier {path}."
    return {"label": "proposition:practices", "body": f"{said}\n\n```markdown\n{sheet}```\n"}


BOX: Final = """\
---
# origine: https://exemple.org/boite
title: Une boîte
summary: Un.  # à relire
fields_of_action: [mutualisation]
status: archived
reviewed: 2026-01-01

# Les anciennes adresses
aliases: [boite]
contributors:
  - Une voisine
---

Un texte.
"""
CHANGED: Final = """\
---
title: Une boîte changée
summary: Un.
fields_of_action: [mutualisation]
status: active
reviewed: 2031-01-01
aliases: [a-propos]
contributors: [Une voisine]
effort: light
---

Un autre texte.
"""


@pytest.fixture
def box(root: Path) -> Path:
    """A site that holds the sheet of a box, in git."""
    (root / "content/practices/une-boite.md").write_text(BOX, encoding="utf-8")
    in_git(root)
    return root


def test_an_improved_sheet_is_written_anew_in_its_own_file(
    box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(box)
    assert propose(box, improved(CHANGED), tmp_path / "out") == 0
    assert capsys.readouterr() == ("Écrit\u00a0: content/practices/une-boite.md\n", "")
    written = {path: data.decode() for path, data in snapshot(box).items() if before.get(path) != data}
    expected = BOX.replace("Une boîte", "Une boîte changée").replace("Un texte", "Un autre texte")
    expected = expected.replace("  - Une voisine\n", "  - Une voisine\n  - '@marie-t'\neffort: light\n")
    assert written == {"content/practices/une-boite.md": expected}
    texts = tmp_path / "out" / "texts"
    assert (texts / "path.txt").read_text() == "content/practices/une-boite.md"
    assert (texts / "title.txt").read_text() == "Proposition nº\u00a012 (Bonne pratique)\u00a0: une-boite"
    assert (texts / "commit.txt").read_text().startswith("Fiche améliorée\u00a0: une-boite\n\nCo-authored-by: ")
    assert (
        (texts / "description.txt")
        .read_text()
        .startswith(
            "La fiche `content/practices/une-boite.md` a été améliorée avec le formulaire dans #12, par"
            " @marie-t. Relisez chaque ligne qui change\u00a0: quelqu’un d’autre a peut-être changé la fiche depuis."
            " Son état, ses dates de relecture, ses images et ce qui n’est pas publié restent comme ils étaient.\n"
        )
    )


def test_what_an_improved_sheet_does_not_show_stays_in_its_file(root: Path, tmp_path: Path) -> None:
    file = root / "content/organisations/atelier.md"
    own = file.read_text(encoding="utf-8").replace("---\n", "---\ncode: secret\n", 1)
    own = own.replace("---\nUn texte.", "email: a@exemple.org\n---\nUn texte.")
    more = "fields:\n  code: {kind: text, sensitive: true, label: {fr: Code, en: Code}}\n"
    write(root, {"content/_collections/organisations.yml": more, "content/organisations/atelier.md": own})
    in_git(root)
    shown = (
        own.replace("code: secret\n", "")
        .replace("email: a@exemple.org\n", "")
        .replace("L’Atelier du coin", "L’Atelier")
    )
    lead = "Voici une fiche améliorée\u00a0: Organisme, fichier content/organisations/atelier.md."
    case = {**improved(shown, lead=lead), "label": "proposition:organisations"}
    assert propose(root, case, tmp_path / "out") == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith("---\ncode: secret\ntitle: L’Atelier\n")
    assert text.endswith("email: a@exemple.org\ncontributors:\n  - '@marie-t'\n---\nUn texte.\n")


NOT_THERE: Final = (
    "La fiche à améliorer n’est plus sur le site sous ce nom\u00a0: ouvrez-la sur le site, puis"
    " améliorez-la de nouveau.\n"
)


@pytest.mark.parametrize(
    "path",
    [
        *("content/practices/autre.md", "../x.md", "/etc/passwd", "mkdocs.yml", "content/a-propos.md", ""),
        *("content/organisations/atelier.md", "content/practices/../practices/une-boite.md", "une-boite.md"),
        "content/practices/une-boite.md.\nVoici une fiche améliorée : Bonne pratique, fichier mkdocs.yml",
    ],
)
def test_an_improved_sheet_that_is_no_file_of_the_collection_is_refused(
    path: str, box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(box)
    assert propose(box, improved(CHANGED, path), tmp_path / "out") == 1
    assert capsys.readouterr() == ("", NOT_THERE)
    assert snapshot(box) == before


def test_an_improved_sheet_may_not_take_the_title_of_another(
    box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(box)
    assert propose(box, improved(CHANGED.replace("Une boîte changée", "Partager un camion")), tmp_path / "out") == 1
    message = "Une fiche du site porte déjà ce titre\u00a0: pour l’améliorer, modifiez son propre fichier.\n"
    assert capsys.readouterr() == ("", message)
    assert snapshot(box) == before


def test_an_improved_sheet_that_changes_nothing_is_refused(
    box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert propose(box, improved(BOX), tmp_path / "out") == 1
    assert capsys.readouterr() == ("", "Ce texte est déjà celui de la fiche\u00a0: il n’y a rien à changer.\n")


@pytest.mark.parametrize("saved", [False, None])
def test_a_text_that_git_does_not_have_is_not_written_over(
    saved: bool | None, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "content/practices/une-boite.md"
    file.write_text(BOX, encoding="utf-8")
    if saved is not None:
        in_git(root)
        file.write_text(BOX + "Encore.\n", encoding="utf-8")
    before = snapshot(root)
    assert propose(root, improved(CHANGED), tmp_path / "out") == 1
    assert capsys.readouterr() == (
        "",
        "Git n’a pas «\u00a0content/practices/une-boite.md\u00a0» tel qu’il est maintenant\u00a0:"
        " enregistrez-le d’abord dans git, pour ne rien en perdre.\n",
    )
    assert snapshot(root) == before


def test_five_hundred_spoilt_improvements_change_one_file_and_nothing_that_is_not_theirs(box: Path) -> None:
    site, author = open_site(box), Author(login="a")
    given = improved(CHANGED)["body"]
    draw = random.Random(20261122)
    done = 0
    for _ in range(500):
        body = list(given)
        for _ in range(draw.randint(1, 4)):
            place = draw.randint(0, len(body))
            body[place : place + draw.choice((0, 0, 1, 5))] = draw.choice(SPOILING)
        data = "".join(body).encode("utf-8", "replace")
        try:
            proposal = propose_sheet(site, "proposition:practices", author, 1, data)
        except Refused:
            continue
        if not proposal.improves:
            assert proposal.path != "content/practices/une-boite.md"
            continue
        done += 1
        assert proposal.path == "content/practices/une-boite.md"
        document, findings = parse_document(proposal.sheet, proposal.path)
        assert document is not None, proposal.sheet
        assert not findings
        kept = {name: document.front.entries[name].node for name in ("status", "reviewed", "aliases")}
        assert getattr(kept["status"], "text", "") == "archived"
        assert getattr(kept["reviewed"], "text", "") == "2026-01-01"
        assert "aliases: [boite]" in proposal.sheet
        assert "image" not in document.front.entries
    assert done > 30
