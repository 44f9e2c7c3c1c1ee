"""A build that fails says why, in French, and leaves the last good site as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from tools.builds import (
    PATIENCE,
    Build,
    build,
    built,
    environment,
    heed_interruption,
    sheet,
    small_site,
    snapshot,
    tissage,
    write,
)
from tools.html import main, text

HOOKS: Final = """\
import os

def fail(event):
    def hook(*arguments, **named):
        if os.environ.get("FAIL") == event:
            raise ValueError("raté exprès")
    return hook

on_config = fail("on_config")
on_files = fail("on_files")
on_page_markdown = fail("on_page_markdown")
on_post_page = fail("on_post_page")
on_post_build = fail("on_post_build")
"""


class Former:
    """A site that stands, and all that lies beside it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = snapshot(root / "site")
        self.beside = sorted(os.listdir(root))
        self.stamp = (root / "site").stat().st_mtime_ns
        assert self.files

    def untouched(self) -> bool:
        """Whether it stands as it stood, with nothing new beside it."""
        assert sorted(os.listdir(self.root)) == self.beside
        assert snapshot(self.root / "site") == self.files
        return (self.root / "site").stat().st_mtime_ns == self.stamp


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small site that has been built once."""
    root = small_site(tmp_path_factory.mktemp("site"), hooks=["hooks.py"])
    write(root, {"hooks.py": HOOKS, "content/page.md": "# Page\n\nUn texte.\n"})
    built(root)
    return root


@pytest.fixture
def former(root: Path) -> Former:
    """That site, to be built again with something wrong in it."""
    return Former(root)


def with_file(root: Path, name: str, content: str, *arguments: str) -> Build:
    """A build with a file more, or another text in a file, for this once."""
    file = root / name
    before = file.read_text(encoding="utf-8") if file.exists() else None
    write(root, {name: content})
    try:
        return build(root, *arguments)
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_text(before, encoding="utf-8")


FINDING: Final = """\
content/practices/a-faux.md:4:20: erreur [unknown-term]
  « mutualisations » n’est pas dans la liste du champ « fields_of_action » (fields-of-action).
    4 | fields_of_action: [mutualisations]
      |                    ^^^^^^^^^^^^^^
"""
WRONG: Final = """\
---
title: Une fiche en erreur
summary: Son champ d’action n’existe pas.
fields_of_action: [mutualisations]
---
Un texte.
"""


def test_an_error_in_a_sheet_stops_the_build_with_its_finding(root: Path, former: Former) -> None:
    done = with_file(root, "content/practices/a-faux.md", WRONG)
    assert done.code == 1
    assert FINDING in done.err.replace("\u00a0", " ")
    assert "  Écrivez plutôt : mutualisation\n" in done.err.replace("\u00a0", " ")
    assert "En tout : 1 erreur, 0 avertissement, 2 conseils." in done.err.replace("\u00a0", " ")
    told = "Le site n’a pas été fabriqué : corrigez d’abord les erreurs ci-dessus. L’ancien site est intact.\n"
    assert told in done.said.replace("\u00a0", " ")
    assert "Traceback" not in done.said
    assert former.untouched()


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    small_site(tmp_path)
    before = sorted(os.listdir(tmp_path))
    assert with_file(tmp_path, "content/practices/a-faux.md", WRONG).code == 1
    assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize("event", re.findall(r"^(on_\w+)", HOOKS, re.M))
def test_a_hook_that_fails_costs_nothing(root: Path, former: Former, event: str) -> None:
    done = build(root, FAIL=event)
    assert done.code != 0
    assert "raté exprès" in done.said
    assert former.untouched()


def test_a_warning_in_strict_mode_costs_nothing(root: Path, former: Former) -> None:
    done = with_file(root, "content/page.md", "# Page\n\n[Nulle part](nulle-part.md)\n", "--strict")
    assert done.code == 1
    assert "WARNING -  Doc file 'page.md' contains a link 'nulle-part.md', but the target is not found" in done.said
    assert "strict mode" in done.said
    assert "Traceback" not in done.said
    assert former.untouched()


def test_the_same_warning_without_strict_mode_stops_nothing(tmp_path: Path) -> None:
    small_site(tmp_path)
    done = with_file(tmp_path, "content/a-propos.md", "# À propos\n\n[Nulle part](nulle-part.md)\n")
    assert done.code == 0
    assert "WARNING" in done.said
    assert text(main(done.page("a-propos/")).find(".//h1")) == "À propos"


def test_a_report_keeps_its_lines_in_a_narrow_terminal(tmp_path: Path) -> None:
    """The host wraps and indents what is logged: carets would stand under nothing, and editors read these lines."""
    small_site(tmp_path)
    done = build(tmp_path, COLUMNS="40")
    report = tissage(tmp_path, "check").stdout
    assert done.code == 0
    assert "conseil [no-repo-url]" in report
    assert f"\n{report}" in f"\n{done.said}"
    assert "conseil" not in build(tmp_path, "--quiet").said


def test_a_broken_settings_file_costs_nothing(root: Path, former: Former) -> None:
    done = with_file(root, "mkdocs.yml", "site_name: [Essai\n")
    assert done.code == 1
    assert "Traceback" not in done.said
    assert former.untouched()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for another process.")
def test_an_interrupted_build_costs_nothing(root: Path, former: Former) -> None:
    slow = (
        "import time\n\ndef on_page_markdown(markdown, **named):\n    open('here', 'w').close()\n    time.sleep(60)\n"
    )
    hooks = (root / "hooks.py").read_text(encoding="utf-8")
    write(root, {"hooks.py": slow})
    command = [sys.executable, "-m", "mkdocs", "build"]
    process = subprocess.Popen(
        command,
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=heed_interruption,
    )
    try:
        end = time.monotonic() + PATIENCE
        while not (root / "here").exists():
            assert time.monotonic() < end
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
        (root / "here").unlink(missing_ok=True)
        write(root, {"hooks.py": hooks})
    assert process.returncode != 0
    assert former.untouched()


def test_the_mended_site_takes_the_place_of_the_former_one(root: Path) -> None:
    beside = sorted(os.listdir(root))
    (root / "site" / "de-trop.html").write_text("D’un ancien site.", encoding="utf-8")
    done = with_file(root, "content/practices/neuve.md", sheet("Une fiche neuve"))
    assert done.code == 0, done.said
    assert text(done.page("pratiques/neuve/").find(".//h1")) == "Une fiche neuve"
    assert not (root / "site" / "de-trop.html").exists()
    assert sorted(os.listdir(root)) == beside


SLIPS: Final = {
    "{% macro show(field, value, page) %}\n{{ value.pas.la }}{% endmacro %}": (
        2,
        "'str object' has no attribute 'pas'",
    ),
    "{% macro show(field, value, page) %}\n\n{{ value }": (3, "unexpected '}'"),
    "\n\n\n{{ 1 / 0 }}{% macro show(field, value, page) %}{% endmacro %}": (4, "division by zero"),
    "Rien.": (1, "il n’y a pas de macro « show(field, value, page) »"),
}
"""Templates of a site that fail, at which line, and why."""


@pytest.mark.parametrize("template", SLIPS)
def test_a_template_of_the_site_that_fails_is_named_with_its_sheet(tmp_path: Path, template: str) -> None:
    root = small_site(tmp_path, theme={"name": "material", "custom_dir": "gabarits", "language": "fr"})
    display = "gabarits/tissage/displays/first-step.html"
    step = sheet("Prêter des outils", first_step="Faites la liste.")
    write(root, {"content/practices/outils.md": step, "gabarits/tissage/x.html": ""})
    built(root)
    former = Former(root)
    write(root, {display: template})
    former.beside = sorted(os.listdir(root))
    done = build(root)
    line, reason = SLIPS[template]
    said = (
        f"Le gabarit {display}:{line} ne peut pas montrer content/practices/outils.md : {reason}. "
        "Corrigez-le, ou retirez-le pour reprendre celui de Tissage. L’ancien site est intact."
    )
    assert said in re.sub(r"\s+", " ", done.said)
    assert done.code == 1
    assert "Traceback" not in done.said
    assert former.untouched()


HEAD: Final = "---\ntitle: {title}\nsummary: Un résumé.\nfields_of_action: [logement]\n"
MISTAKES: Final = {
    "yaml-colon": "---\ntitle: Eau: la base\nsummary: Un résumé.\nfields_of_action: [logement]\n---\nUn texte.\n",
    "yaml-tab": HEAD + "needs:\n\tpeople: Une\n---\nUn texte.\n",
    "yaml-quote": HEAD + "first_step: 'L'eau\n---\nUn texte.\n",
    "yaml-bracket": HEAD + "resources: [locaux\n---\nUn texte.\n",
    "yaml-alias": HEAD + "first_step: *gras\n---\nUn texte.\n",
    "yaml-tag": HEAD + "first_step: !!python/object:os.system x\n---\nUn texte.\n",
    "duplicate-key": HEAD + "effort: light\neffort: heavy\n---\nUn texte.\n",
    "front-matter-missing": "Un texte sans champs.\n",
    "front-matter-unterminated": HEAD,
    "front-matter-not-fields": "---\n- un\n- deux\n---\nUn texte.\n",
    "unknown-field": HEAD + "territoires: [centre-sud]\n---\nUn texte.\n",
    "missing-field": "---\ntitle: {title}\nfields_of_action: [logement]\n---\nUn texte.\n",
    "not-one-value": HEAD + "effort: [light, heavy]\n---\nUn texte.\n",
    "not-a-value": HEAD + "effort: {{light: oui}}\n---\nUn texte.\n",
    "not-a-group": HEAD + "needs: une personne\n---\nUn texte.\n",
    "too-many": HEAD.replace("[logement]", "[logement, culture, emploi, formation]") + "---\nUn texte.\n",
    "too-long": HEAD + "first_step: " + "a" * 301 + "\n---\nUn texte.\n",
    "bad-date": HEAD + "reviewed: 2021-02-30\n---\nUn texte.\n",
    "imprecise-date": HEAD + "reviewed: 2021\n---\nUn texte.\n",
    "bad-choice": HEAD + "effort: leger\n---\nUn texte.\n",
    "unknown-term": HEAD + "territories: [centre-nord]\n---\nUn texte.\n",
    "unknown-reference": HEAD + "stories: [pas-la]\n---\nUn texte.\n",
    "bad-url": HEAD + "sources: [{{title: Un, url: exemple}}]\n---\nUn texte.\n",
    "bad-link-scheme": HEAD + "---\n[Ici](javascript:alert)\n",
    "bad-file-type": HEAD + "image: {{file: photo.exe, alt: Une photo}}\n---\nUn texte.\n",
    "file-missing": HEAD + "---\n![Une photo](photo.png)\n",
    "file-outside": HEAD + "image: {{file: ../../../photo.png, alt: Une photo}}\n---\nUn texte.\n",
    "broken-link": HEAD + "---\n[Ici](pas-la.md)\n",
    "broken-anchor": HEAD + "---\n[Ici](#pas-la)\n\n## Là\n",
    "unknown-wikilink": HEAD + "---\n[[pas-la]]\n",
    "empty-body": HEAD + "---\n",
    "bad-alias": HEAD + "aliases: ['../dehors']\n---\nUn texte.\n",
}
"""One sheet for each of more than thirty ways to go wrong."""


def test_more_than_thirty_broken_sheets_are_all_told_at_once(root: Path, former: Former) -> None:
    words = "abcdefghijklmnopqrstuvwxyz"
    folder = "content/practices"
    sheets = {
        f"{folder}/z-{code}.md": source.format(title=f"{words[n % 26] * 6} {code}")
        for n, (code, source) in enumerate(MISTAKES.items())
    }
    assert len(sheets) > 30
    write(root, sheets)
    try:
        done = build(root)
    finally:
        for name in sheets:
            (root / name).unlink()
    told = {(path, code) for path, code in re.findall(r"^(\S+?):\d+:\d+: erreur \[(\S+)\]$", done.err, re.M)}
    assert sorted(told) == sorted((path, path[len(folder) + 3 : -3]) for path in sheets)
    assert f"En tout : {len(sheets)} erreurs" in done.err.replace("\u00a0", " ")
    assert done.code == 1
    assert "Traceback" not in done.said
    assert former.untouched()
