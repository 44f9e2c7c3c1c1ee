"""Every code has its help page, its case and its French sentences."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
import yaml
from babel.messages.pofile import read_po

from tissage.codes import CODES
from tissage.findings import Finding
from tissage.language import LOCALES, Language
from tissage.reports.sentences import sentences
from tissage.settings import Settings
from tissage.upkeep.link_memory import Checked, Memory
from tissage.upkeep.outside import outside_links
from tissage.upkeep.verdicts import findings_of as verdicts_of
from tissage.weaving import weave

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "content" / "aide" / "constats"
CASES = ROOT / "tests" / "cases"

ELSEWHERE = {
    "front-matter-too-large": "test_fields_longer_than_a_sheet_needs_are_refused",
    "symbolic-link": "test_nothing_is_read_or_published_through_a_symbolic_link",
    "text-too-large": "test_a_text_that_would_hold_up_the_build_is_refused",
    "line-too-long": "test_a_text_that_would_hold_up_the_build_is_refused",
    "no-site-url": "test_a_site_without_addresses_gets_two_hints",
    "no-repo-url": "test_a_site_without_addresses_gets_two_hints",
    "dead-link": "test_the_checks_of_outside_links_are_told_by_what_they_found",
    "failing-link": "test_the_checks_of_outside_links_are_told_by_what_they_found",
    "private-link": "test_the_checks_of_outside_links_are_told_by_what_they_found",
    "moved-link": "test_the_checks_of_outside_links_are_told_by_what_they_found",
}
"""Codes that no case can show, since cases leave them out or cannot write the file; and the test that shows each."""

ODD = re.compile(r"«(?!\u00a0)|(?<!\u00a0)»|[ \u00a0][;!?]|(?<!\u00a0):(?=\s|$)|[“”'~]")
"""What French typography does not allow outside code."""


def produced() -> set[str]:
    """The codes that the cases expect."""
    cases = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in CASES.rglob("*.yml")]
    return {finding["code"] for case in cases for finding in case.get("findings", [])}


def findings_of(root: Path) -> list[Finding]:
    return weave(Settings(root=root))[1]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page_that_names_it_and_shows_how_to_mend_it(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert re.match(r"# \S", page)
    assert f"`{code}`" in page
    assert len(re.findall(r"^```\w+\n", page, re.MULTILINE)) == 2


def test_every_page_is_that_of_a_code_and_stands_in_the_list() -> None:
    pages = {file.stem for file in PAGES.glob("*.md")} - {"index"}
    assert pages == set(CODES)
    listed = re.findall(r"\]\(([\w-]+)\.md\)", (PAGES / "index.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(CODES)


@pytest.mark.parametrize("file", sorted(PAGES.glob("*.md")), ids=lambda file: file.stem)
def test_the_pages_keep_to_french_typography(file: Path) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not ODD.findall(text)


def test_every_code_is_shown_by_a_case_or_a_test_named_here() -> None:
    assert set(CODES) - produced() - set(ELSEWHERE) == set()
    assert set(ELSEWHERE.values()) <= set(globals())


def test_fields_longer_than_a_sheet_needs_are_refused(tmp_path: Path) -> None:
    sheet = tmp_path / "content" / "practices" / "journal-video.md"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(f"---\nsummary: {'Un mot. ' * 9_000}\n---\n\nTexte.\n", encoding="utf-8")
    said = [sentences(finding, Language("fr")).message for finding in findings_of(tmp_path)]
    assert "Les champs en haut de la fiche prennent plus de 64\u00a0ko." in said


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("Un mot. " * 13_000, "6:1", "Ce texte compte plus de 100\u00a0000 caractères."),
        ("Un.\n\n" + "[a](b)" * 2_000, "9:10001", "Cette ligne compte plus de 10\u00a0000 caractères."),
    ],
)
def test_a_text_that_would_hold_up_the_build_is_refused(tmp_path: Path, text: str, place: str, said: str) -> None:
    sheet = tmp_path / "content" / "practices" / "journal-video.md"
    sheet.parent.mkdir(parents=True)
    front = "title: Tenir un journal\nsummary: Une minute par semaine.\nfields_of_action: formation\n"
    sheet.write_text(f"---\n{front}---\n\n{text}\n", encoding="utf-8")
    found = [f for f in findings_of(tmp_path) if f.path != "mkdocs.yml"]
    assert [f"{f.span.line}:{f.span.column}" for f in found] == [place]
    assert [sentences(f, Language("fr")).message for f in found] == [said]


def test_nothing_is_read_or_published_through_a_symbolic_link(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "photos").symlink_to(tmp_path.parent)
    (found,) = findings_of(tmp_path)
    said = "C’est un lien symbolique qui mène ailleurs\u00a0: rien n’est lu ni publié en le suivant."
    assert (found.path, sentences(found, Language("fr")).message) == ("content/photos", said)


def test_a_site_without_addresses_gets_two_hints(tmp_path: Path) -> None:
    assert [(f.code, f.path) for f in findings_of(tmp_path)] == [
        ("no-repo-url", "mkdocs.yml"),
        ("no-site-url", "mkdocs.yml"),
    ]


def test_the_checks_of_outside_links_are_told_by_what_they_found(tmp_path: Path) -> None:
    outcomes = {"gone": 1, "no-host": 1, "bad": 1, "silent": 1, "loop": 2, "private": 1, "guarded": 1, "ok": 1}
    body = "\n".join(f"- <https://{name}.example/>" for name in outcomes)
    front = "title: Jardin\nsummary: Un jardin.\nfields_of_action: [mutualisation]"
    sheet = tmp_path / "content" / "practices" / "jardin.md"
    sheet.parent.mkdir(parents=True)
    sheet.write_text(f"---\n{front}\n---\n\n{body}\n", encoding="utf-8")
    days = {1: date(2026, 11, 22), 2: date(2026, 11, 23)}
    known = {
        f"https://{name}.example/": Checked(
            day=days[day], outcome=name, since=days[1], moved="https://la.example/" if name == "ok" else ""
        )
        for name, day in outcomes.items()
    }
    commons = weave(Settings(root=tmp_path))[0]
    links = [link for sheet in commons.sheets.values() for link in outside_links(commons, sheet)]
    found = [(f.code, f.span.line, f.suggestion) for f in verdicts_of(links, Memory(known), tmp_path, Language("fr"))]
    assert found == [
        ("dead-link", 7, None),
        ("dead-link", 8, None),
        ("dead-link", 9, None),
        ("failing-link", 10, None),
        ("dead-link", 11, None),
        ("private-link", 12, None),
        ("moved-link", 14, "https://la.example/"),
    ]


def test_the_catalogues_are_up_to_date_and_the_french_one_is_complete() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "messages.py"), "--check"]
    done = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_a_translation_fills_the_same_blanks_as_its_message() -> None:
    def blanks(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    with (LOCALES / "fr" / "LC_MESSAGES" / "tissage.po").open("rb") as handle:
        catalogue = read_po(handle, locale="fr")
    for message in catalogue:
        ids = message.id if message.pluralizable else (message.id,)
        texts = message.string if message.pluralizable else (message.string,)
        for text in texts if message.id else ():
            assert blanks(text) == blanks(ids[-1]), text


def test_the_translations_keep_to_french_typography() -> None:
    with (LOCALES / "fr" / "LC_MESSAGES" / "tissage.po").open("rb") as handle:
        catalogue = read_po(handle, locale="fr")
    texts = [text for m in catalogue if m.id for text in (m.string if m.pluralizable else (m.string,))]
    typed = r"«\u00a0(?:title|\{\{start|start|end|site_url|repo_url|\{scheme\}):[^»]*»|«\u00a0[!*]\u00a0»|mailto:|tel:"
    assert [text for text in texts if ODD.search(re.sub(typed, "", text))] == []
