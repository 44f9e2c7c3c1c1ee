"""The page of thanks: who is on it, how a name is written, and how one is left out."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from tissage.pages.site import generate
from tissage.pages.templates import Templates
from tissage.settings_file import read_settings
from tissage.upkeep import history
from tissage.weaving import weave
from tools import html
from tools.builds import configure, sheet, small_site, write

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not there")
NOBODY = (
    "Cette page attend encore ses premiers noms. Le vôtre pourrait en être : proposez une fiche, ou améliorez-en une."
)


@pytest.fixture(autouse=True)
def no_memory() -> None:
    """Each test asks git anew."""
    history.authors.cache_clear()


def thanks(root: Path) -> Element:
    settings = read_settings(root)[0]
    pages = {page.address: page for page in generate(weave(settings)[0], Templates(settings))}
    rendered = pages["merci/"].render("")
    assert '<meta name="robots" content="noindex">' in rendered.head
    tree, slips = html.read(rendered.html)
    assert slips == []
    return tree


def names(root: Path) -> list[str]:
    return html.texts(html.by_class(thanks(root), "tissage-thanks__name"))


def practice(root: Path, slug: str, *people: str, **fields: Any) -> None:
    write(root, {f"content/practices/{slug}.md": sheet(slug.capitalize(), contributors=list(people), **fields)})


def git(root: Path, *arguments: str, name: str = "Lise Côté") -> None:
    """Run git as this person."""
    who = {"GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": "lise@exemple.org"}
    committer = {"GIT_COMMITTER_NAME": "Machine", "GIT_COMMITTER_EMAIL": "machine@exemple.org"}
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(root)}
    env = {**os.environ, **who, **committer, **own}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, env=env)


def commit(root: Path, name: str, path: str, text: str = "") -> None:
    """A change to a file by a person."""
    write(root, {path: text or f"Changé par {name}."})
    git(root, "add", path)
    git(root, "commit", "-m", "Un changement", name=name)


def repository(root: Path) -> Path:
    small_site(root)
    git(root, "init", "-b", "main")
    return root


def test_each_name_leads_to_its_sheets_in_french_order(tmp_path: Path) -> None:
    small_site(tmp_path)
    practice(tmp_path, "zinc", "Zoé Roy", "Élise Côté")
    practice(tmp_path, "auto", "Élise Côté", "Equipe du Centre")
    page = thanks(tmp_path)
    people = [one for box in html.by_class(page, "tissage-thanks") for one in box if one.tag == "li"]
    assert [(html.text(one[0]), [a.get("href") for a in one.iter("a")]) for one in people] == [
        ("Élise Côté", ["../pratiques/auto/", "../pratiques/zinc/"]),
        ("Equipe du Centre", ["../pratiques/auto/"]),
        ("Zoé Roy", ["../pratiques/zinc/"]),
    ]


def test_names_that_differ_by_accents_or_case_are_one_the_best_written(tmp_path: Path) -> None:
    small_site(tmp_path)
    for slug, name in {
        "a": "elise cote",
        "b": "Élise Côté",
        "c": "ÉLISE CÔTÉ",
        "d": "Jean-Luc Roy",
        "e": "Jean Luc Roy",
    }.items():
        practice(tmp_path, slug, name)
    assert names(tmp_path) == ["Élise Côté", "Jean-Luc Roy"]


def test_a_name_of_many_sheets_lists_the_first_ones(tmp_path: Path) -> None:
    small_site(tmp_path)
    for number in range(15):
        practice(tmp_path, f"fiche-{number:02}", "Élise Côté")
    page = thanks(tmp_path)
    assert len([a for a in page.iter("a") if "/pratiques/fiche" in a.get("href", "")]) == 12
    assert "et 3 autres fiches" in html.text(page)


def test_nobody_yet_is_an_invitation(tmp_path: Path) -> None:
    page = thanks(small_site(tmp_path))
    assert html.texts(html.by_class(page, "tissage-empty")) == [NOBODY]
    assert "../proposer/" in [a.get("href") for a in page.iter("a")]


def test_the_page_says_whom_to_ask(tmp_path: Path) -> None:
    small_site(tmp_path, extra={"contact": "fiches@exemple.org"})
    practice(tmp_path, "a", "Élise Côté")
    page = thanks(tmp_path)
    assert "Dites-le à l’équipe qui publie ce site : elle s’en occupera. fiches@exemple.org" in html.text(page)
    assert "mailto:fiches@exemple.org" in [a.get("href") for a in page.iter("a")]


@pytest.mark.parametrize("left_out", [["elise cote", "Zoé Roy"], "Élise Côté", None, {"a": "b"}])
def test_whoever_asks_is_left_out(tmp_path: Path, left_out: Any) -> None:
    small_site(tmp_path, extra={"thanks": {"leave_out": left_out}})
    practice(tmp_path, "a", "Élise Côté", "Zoé Roy", "Ali")
    gone = (
        {"elise cote", "Zoé Roy"}
        if isinstance(left_out, list)
        else {"Élise Côté"}
        if left_out == "Élise Côté"
        else set()
    )
    expected = [
        name
        for name in ("Ali", "Élise Côté", "Zoé Roy")
        if name not in gone and not (name == "Élise Côté" and "elise cote" in gone)
    ]
    assert names(tmp_path) == expected


def test_a_setting_that_makes_no_sense_leaves_nobody_out(tmp_path: Path) -> None:
    small_site(tmp_path, extra={"thanks": "Élise"})
    practice(tmp_path, "a", "Élise Côté")
    assert names(tmp_path) == ["Élise Côté"]


def test_a_site_whose_field_is_sensitive_thanks_nobody_for_it(tmp_path: Path) -> None:
    small_site(tmp_path)
    write(
        tmp_path, {"content/_collections/practices.yml": "id: practices\nfields: {contributors: {sensitive: true}}\n"}
    )
    practice(tmp_path, "a", "Élise Côté")
    assert names(tmp_path) == []


def test_a_site_that_makes_something_else_of_the_field_thanks_nobody_for_it(tmp_path: Path) -> None:
    small_site(tmp_path)
    write(tmp_path, {"content/_collections/practices.yml": "id: practices\nfields: {contributors: {many: false}}\n"})
    write(tmp_path, {"content/practices/a.md": sheet("A", contributors="Élise Côté")})
    assert names(tmp_path) == []


def test_a_name_is_text(tmp_path: Path) -> None:
    small_site(tmp_path)
    practice(tmp_path, "a", "<script>alert(1)</script>")
    assert names(tmp_path) == ["<script>alert(1)</script>"]


@needs_git
def test_the_history_of_the_sheets_is_thanked_too(tmp_path: Path) -> None:
    repository(tmp_path)
    commit(tmp_path, "Lise Côté", "content/a-propos.md", "# À propos\n")
    commit(tmp_path, "Marc Roy", "stories/note.txt")
    commit(tmp_path, "lise cote", "toolbox/note.txt")
    commit(tmp_path, "Programmeuse", "theme/style.css")
    commit(tmp_path, "dependabot[bot]", "content/b.txt")
    commit(tmp_path, "renovate-bot", "content/c.txt")
    commit(tmp_path, "github-actions", "content/d.txt")
    commit(tmp_path, "anne@exemple.org", "content/e.txt")
    commit(tmp_path, "Abbott", "content/f.txt")
    page = thanks(tmp_path)
    assert html.texts(html.by_class(page, "tissage-thanks__name")) == ["Abbott", "Lise Côté", "Marc Roy"]
    assert "@" not in html.text(page)


@needs_git
def test_those_with_whom_a_commit_was_made_are_thanked_too(tmp_path: Path) -> None:
    small_site(tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    body = (
        "Proposition\n\nUn mot.\n\nCo-authored-by: Jean Côté <jean@exemple.org>\n"
        "co-authored-by: octo-nina <42+octo-nina@users.noreply.github.com>\nSigned-off-by: Personne <p@exemple.org>\n"
    )
    git(tmp_path, "commit", "--quiet", "--message", body, name="github-actions[bot]")
    assert names(tmp_path) == ["Jean Côté", "octo-nina"]
    assert "exemple.org" not in html.text(thanks(tmp_path))


@needs_git
def test_two_names_of_one_person_are_one_by_the_mailmap(tmp_path: Path) -> None:
    repository(tmp_path)
    commit(tmp_path, "lcote", "content/note.txt")
    write(tmp_path, {".mailmap": "Lise Côté <lise@exemple.org>\n"})
    assert names(tmp_path) == ["Lise Côté"]


@needs_git
def test_what_git_said_is_kept_and_only_news_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path)
    commit(tmp_path, "Lise Côté", "content/note.txt")
    assert names(tmp_path) == ["Lise Côté"]
    asked: list[str] = []
    ask = history.log
    monkeypatch.setattr(
        history, "log", lambda root, commits, folders: asked.append(commits) or ask(root, commits, folders)
    )
    history.authors.cache_clear()
    assert names(tmp_path) == ["Lise Côté"]
    assert asked == []
    commit(tmp_path, "Marc Roy", "content/note.txt")
    history.authors.cache_clear()
    assert names(tmp_path) == ["Lise Côté", "Marc Roy"]
    assert [".." in commits for commits in asked] == [True]


@needs_git
def test_a_name_that_a_rewritten_history_has_lost_is_lost_here_too(tmp_path: Path) -> None:
    repository(tmp_path)
    commit(tmp_path, "Lise Côté", "content/note.txt")
    commit(tmp_path, "Marc Roy", "content/note.txt")
    assert names(tmp_path) == ["Lise Côté", "Marc Roy"]
    git(tmp_path, "reset", "--hard", "HEAD~1")
    commit(tmp_path, "Zoé Roy", "content/note.txt")
    history.authors.cache_clear()
    assert names(tmp_path) == ["Lise Côté", "Zoé Roy"]


@needs_git
def test_a_new_mailmap_renames_those_who_were_known(tmp_path: Path) -> None:
    repository(tmp_path)
    commit(tmp_path, "lcote", "content/note.txt")
    assert names(tmp_path) == ["lcote"]
    write(tmp_path, {".mailmap": "Lise Côté <lise@exemple.org>\n"})
    history.authors.cache_clear()
    assert names(tmp_path) == ["Lise Côté"]


@needs_git
@pytest.mark.parametrize("kept", ["", "{", "[]", '{"renamed": 1}', "[" * 10_000])
def test_what_was_kept_and_makes_no_sense_is_asked_anew(tmp_path: Path, kept: str) -> None:
    repository(tmp_path)
    commit(tmp_path, "Lise Côté", "content/note.txt")
    write(tmp_path, {".cache/tissage/authors.json": kept})
    assert names(tmp_path) == ["Lise Côté"]


@needs_git
def test_a_repository_without_any_commit_thanks_nobody(tmp_path: Path) -> None:
    assert names(repository(tmp_path)) == []


@needs_git
def test_whoever_asks_is_left_out_of_the_history_too(tmp_path: Path) -> None:
    repository(tmp_path)
    commit(tmp_path, "Lise Côté", "content/note.txt")
    configure(tmp_path, extra={"thanks": {"leave_out": ["Lise Cote"]}})
    assert names(tmp_path) == []


@needs_git
def test_a_shallow_clone_credits_nobody_for_what_it_cannot_know(tmp_path: Path) -> None:
    repository(tmp_path / "whole")
    commit(tmp_path / "whole", "Marc Roy", "content/note.txt")
    git(tmp_path / "whole", "add", ".")
    git(tmp_path / "whole", "commit", "-m", "Le reste", name="Lise Côté")
    git(tmp_path, "clone", "--depth", "1", (tmp_path / "whole").as_uri(), "shallow")
    assert names(tmp_path / "shallow") == []
    assert names(tmp_path / "whole") == ["Lise Côté", "Marc Roy"]


def test_without_git_the_fields_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(tmp_path)
    practice(tmp_path, "a", "Élise Côté")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert names(tmp_path) == ["Élise Côté"]


def test_a_git_that_hangs_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_site(tmp_path)
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(history, "SECONDS", 0.3)
    assert names(tmp_path) == []
