"""`tissage check --changed-since`: what has changed since a revision of git, and nothing else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tools.builds import sheet, small_site, tissage, write

BROKEN = "---\ntitle: Sans rien\n---\n\nTexte.\n"


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Essai", "-c", "user.email=essai@exemple.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site in a repository, with a sheet that is wrong already."""
    root = small_site(tmp_path / "site")
    write(root, {"content/practices/ancienne.md": BROKEN})
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Un")
    return root


def found(root: Path, revision: str = "main") -> list[tuple[str, str]]:
    done = tissage(root, "check", "--format", "json", "--changed-since", revision)
    return [(finding["path"], finding["code"]) for finding in json.loads(done.stdout)["findings"]]


def test_what_was_wrong_before_is_not_told(root: Path) -> None:
    assert found(root) == []
    assert tissage(root, "check", "--changed-since", "HEAD").stdout == "Tout est en ordre.\n"


def test_new_and_changed_sheets_are_told_committed_or_not(root: Path) -> None:
    git(root, "switch", "-qc", "proposition")
    write(root, {"content/practices/une.md": BROKEN})
    git(root, "add", ".")
    git(root, "commit", "-qm", "Deux")
    write(root, {"content/practices/d’été.md": BROKEN, "content/practices/partager-un-camion.md": BROKEN})
    assert sorted({path for path, _ in found(root)}) == [
        "content/practices/d’été.md",
        "content/practices/partager-un-camion.md",
        "content/practices/une.md",
    ]


def test_names_with_line_ends_do_not_confuse_it(root: Path) -> None:
    write(root, {"content/practices/une\ndeux.md": BROKEN, "content/practices/trois\u2028quatre.md": BROKEN})
    assert {path for path, _ in found(root)} == {
        "content/practices/une\ndeux.md",
        "content/practices/trois\u2028quatre.md",
    }
    git(root, "add", ".")
    git(root, "commit", "-qm", "Deux")
    (root / "content/practices/une\ndeux.md").unlink()
    assert found(root, "HEAD") == []
    assert len(found(root, "HEAD~1")) > 0


def test_what_the_other_branch_gained_meanwhile_is_not_told(root: Path) -> None:
    git(root, "switch", "-qc", "proposition")
    git(root, "switch", "-q", "main")
    write(root, {"content/practices/une.md": BROKEN})
    git(root, "add", ".")
    git(root, "commit", "-qm", "Deux")
    git(root, "switch", "-q", "proposition")
    assert found(root) == []


def test_references_to_a_sheet_that_is_gone_are_told(root: Path) -> None:
    (root / "content/organisations/atelier.md").unlink()
    (root / "toolbox/agreements/pret-de-camion.md").unlink()
    assert found(root) == [
        ("content/practices/partager-un-camion.md", "unknown-reference"),
        ("content/practices/partager-un-camion.md", "broken-link"),
        ("stories/le-camion.md", "unknown-reference"),
    ]


def test_everything_is_told_where_what_sheets_are_checked_by_has_changed(root: Path) -> None:
    write(root, {"content/_vocabularies/audiences.yml": "terms: {voisins: {label: {fr: Voisins, en: Neighbours}}}\n"})
    assert ("content/practices/ancienne.md", "missing-field") in found(root)


def test_two_sheets_with_one_title_are_told_from_either_side(root: Path) -> None:
    write(root, {"content/practices/autre.md": sheet("Partager un camion")})
    assert found(root) == [("content/practices/partager-un-camion.md", "similar-title")]


@pytest.mark.parametrize("revision", ["nulle-part", "--output=/tmp/x", "", "HEAD..main", "a\nb"])
def test_a_revision_that_is_not_known_is_said(root: Path, revision: str) -> None:
    done = tissage(root, "check", f"--changed-since={revision}")
    message = f"Git ne connaît pas la révision «\u00a0{revision}\u00a0», ou les fichiers du site n’en viennent pas.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


def test_a_folder_without_a_repository_is_said(tmp_path: Path) -> None:
    done = tissage(small_site(tmp_path), "check", "--changed-since", "HEAD")
    message = "Git ne connaît pas ce dossier\u00a0: «\u00a0--changed-since\u00a0» a besoin d’un dépôt.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)
