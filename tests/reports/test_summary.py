"""The summary for whoever reviews a contribution: kind, complete, and no markup can come of what it quotes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tissage.findings import Finding, Span
from tissage.language import Language
from tissage.markdown import parse
from tissage.reports.summary import MOST, code, prose, render
from tools.builds import small_site, tissage, write

HOSTILE: Final = (
    "@equipe", "courriel@exemple.org", "#12", "GH-12", "exemple/commun#2", "https://mal.example/x", "www.mal.example",
    "[x](https://mal.example)", "![x](y)", "<img src=x>", "<!-- caché", "`code`", "```", "**gras**", "_i_", "~~b~~",
    "a | b", "$x$", "&amp;", "- un", "\\", "\\@equipe", "\n\n# Titre", "\u202eà l’envers", "\u001b[31m",
)  # fmt: skip


def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    write(root, {"content/practices/eau.md": "---\ntitle: Eau: la base\nsummary: Bon.\n---\n\nTexte.\n"})
    done = tissage(root, "check", "--format", "summary", "content/practices")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:11] == [
        "## Ce que la vérification a trouvé",
        "",
        "**En tout\u00a0: 1\u00a0erreur, 0\u00a0avertissement, 0\u00a0conseil.**",
        "",
        "Les erreurs empêchent de fabriquer le site\u00a0: corrigez-les d’abord. Chacune dit quoi écrire.",
        "",
        "### `content/practices/eau.md`",
        "",
        "- **Erreur, ligne 2** (yaml-colon)  ",
        "  Un deux-points dans ce texte le rend illisible.  ",
        "  `title: Eau: la base`  ",
    ]
    assert "  Écrivez plutôt\u00a0: `" in done.stdout


def test_a_site_in_order_has_a_short_one(tmp_path: Path) -> None:
    expected = "## Ce que la vérification a trouvé\n\n**Tout est en ordre.**\n\n"
    assert render([], tmp_path, Language()) == expected


def test_it_stops_before_it_is_too_long_for_a_forge(tmp_path: Path) -> None:
    findings = [Finding("bad-settings", f"a{n}.yml") for n in range(MOST + 2)]
    shown = render(findings, tmp_path, Language())
    assert shown.count("###") == MOST
    assert shown.endswith("Et 2 autres constats.\n\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_it_quotes_becomes_markup(text: str, tmp_path: Path) -> None:
    finding = Finding("duplicate-value", f"{text}.md", Span(), {"value": text, "field": text}, suggestion=text)
    shown = render([finding], tmp_path, Language())
    html = parse(shown).html
    assert not re.search(r"<(?:a|img|em|del|table|h1)\b", html), html
    outside = re.sub(r"(`+).+?\1", "", shown.replace("\\`", ""))
    assert not re.search(r"@\w|#\d|\w://|www\.|GH-\d", outside.replace("### ", "")), outside
    assert "\u202e" not in shown
    assert "\u001b" not in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_code_is_one_line_of_code(text: str) -> None:
    html = parse(code(text)).html
    assert html.count("<code>") <= 1
    assert "\n" not in code(text)
    assert "\n" not in prose(text)
