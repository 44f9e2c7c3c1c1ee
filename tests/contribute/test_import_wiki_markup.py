"""`tissage import` of YesWiki texts in the wiki’s own markup: what each mark becomes, and the texts that have none."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Final

import pytest

from tissage.contribute.imports.sources.wiki import translated
from tools.builds import tissage

BARE: Final = {"checkboxListeChampsDAction": "Logement et locaux", "listeListeTerritoires": "Montérégie"}


def brought_in(root: Path, tmp_path: Path, *texts: str) -> tuple[list[str], list[str]]:
    """The bodies of the sheets of some texts, and the lines of the report."""
    file = tmp_path / "export.json"
    entries = [
        {"id_fiche": f"Soir{n}", "bf_titre": f"Soir {n}", "bf_chapeau": "Court.", "bf_description": text, **BARE}
        for n, text in enumerate(texts)
    ]
    file.write_text(json.dumps(entries), encoding="utf-8")
    done = tissage(root, "import", str(file), "--to", "stories")
    assert done.stderr == ""
    sheets = [(root / f"stories/soir-{n}.md").read_text(encoding="utf-8") for n in range(len(texts))]
    return [sheet.partition("\n---\n\n")[2].removesuffix("\n") for sheet in sheets], done.stdout.splitlines()


MARKS: Final = {
    "un **mot gras** ici": "un **mot gras** ici",
    "l’**atelier**, //la fête//.": "l’**atelier**, *la fête*.",
    "un __souligné__ et un ££ajout££ **x**": "un souligné et un ajout **x**",
    "@@vieux@@ ##code##": "~~vieux~~ `code`",
    "**//les deux//** et //**aussi**//": "***les deux*** et ***aussi***",
    "**sur\ndeux lignes**": "**sur\\\ndeux lignes**",
    "**C**entre **L**ocal": "**C**entre **L**ocal",
    "la **fin manque et **ceci** non": "la \\*\\*fin manque et **ceci** non",
    "======Un======\n=====Deux=====\n====Trois====\n===Quatre===\n==Cinq==\nLe texte.": (
        "## Un\n\n### Deux\n\n#### Trois\n\n##### Quatre\n\n###### Cinq\n\nLe texte."
    ),
    "Avant\n===Le **lieu**===\nAprès": "Avant\n\n## Le **lieu**\n\nAprès",
    "Avant\n----\nAprès **x**": f"Avant\n\n{'-' * 72}\n\nAprès **x**",
    "une ligne---une autre **x**": "une ligne\\\nune autre **x**",
    "une ligne ---\nune autre": "une ligne\\\nune autre",
    "une ligne\nune autre **x**\n\nun paragraphe\n---\nun dernier": (
        "une ligne\\\nune autre **x**\n\nun paragraphe\n\nun dernier"
    ),
    "À prévoir :\n - un\n - deux\n  - dedans\n   - plus bas\n - trois\nFin": (
        "À prévoir :\n\n- un\n- deux\n  - dedans\n    - plus bas\n- trois\n\nFin"
    ),
    "\t- un\n\t\t- dedans\n\t- deux": "- un\n  - dedans\n- deux",
    " 1) un\n 2) deux\n  a) dedans\n 3) trois": "1.  un\n2.  deux\n    1.  dedans\n3.  trois",
    " - un\n\n - deux\n   suite de deux": "- un\n- deux\\\n  suite de deux",
    "   - un\n - deux": "- un\n- deux",
    "- un\n- **deux**\n  - dedans": "- un\n- **deux**\n  - dedans",
    " - un\n 1) deux": "- un\n\n1.  deux",
    "Voir [[PagePrincipale]] et [[PagePrincipale notre accueil]].": "Voir PagePrincipale et notre accueil.",
    "[[https://exemple.org/a_b?x=1&amp;y=2 Le site]]": "[Le site](https://exemple.org/a_b?x=1&y=2)",
    "**[[https://exemple.org/ Le site]]** [[https://exemple.org]]": (
        "**[Le site](https://exemple.org/)** <https://exemple.org>"
    ),
    "[[mailto:a@exemple.org Écrivez]]": "[Écrivez](mailto:a@exemple.org)",
    "//Voir https://exemple.org/x.// **ici**": "*Voir <https://exemple.org/x>.* **ici**",
    "%%un **code** court%%": "`un **code** court`",
    "Avant\n%%(php)\nif (a) {\n  //b//\n}\n%%\nAprès": "Avant\n\n    if (a) {\n      //b//\n    }\n\nAprès",
    '""AtelierDuCoin"" est **là**': "AtelierDuCoin est **là**",
    '""<b>gras</b> <a href="https://exemple.org">lien</a>"" //x//': "**gras** [lien](https://exemple.org) *x*",
    '""<div class="x">""Le **texte**""</div>""': "Le **texte**",
    'Ici : {{button class="btn" link="https://exemple.org/x?a=1&amp;b=2" text="S’inscrire"}}': (
        "Ici : [S’inscrire](https://exemple.org/x?a=1&b=2)"
    ),
    '{{button link="PageX" text="Aller"}} et {{button text="x" link="javascript:alert(1)"}}': "Aller et x",
    "**Titre :**texte, **«oui»** et **non**.": "**Titre :** texte, **«oui»** et **non**.",
    '===""AtelierDuCoin"" : **un lieu**===\nLà.': "## AtelierDuCoin : **un lieu**\n\nLà.",
    "[|\n| Jour | Lieu |\n| **lundi** | [[https://exemple.org Ici]] |\n|]\nAprès": (
        "| Jour      | Lieu                       |\n|-----------|----------------------------|\n"
        "| **lundi** | [Ici](https://exemple.org) |\n\nAprès"
    ),
    '[|class="x"\n!bgcolor="red"!| !colspan="2"!a | b|\n|c|d|]\n': "| a   | b   |\n|-----|-----|\n| c   | d   |",
    '[|\n|Quoi|Vraiment! Oui!|\n|!align="right"!Bravo!|d|\n|]': (
        "| Quoi   | Vraiment! Oui! |\n|--------|----------------|\n| Bravo! | d              |"
    ),
    "l&#039;**eau** &amp; le pain &lt; 5 $": "l'**eau** & le pain \\< 5 $",
}


def test_what_each_mark_becomes(root: Path, tmp_path: Path) -> None:
    bodies, said = brought_in(root, tmp_path, *MARKS)
    assert dict(zip(MARKS, bodies, strict=True)) == MARKS
    assert len(said) == len(MARKS) + 2, said


PLAIN: Final = (
    "Voir https://exemple.org/a//b et http://exemple.org/c__d__e.",
    "https://exemple.org//x// https://exemple.org//y//",
    "Un prix : 12,50 $** par personne (**taxes en sus)",
    "2**3 = 8 et 3**2 = 9, 4 ** 2 ** 1, x**y et y**2",
    "Repas**, boisson** et dessert***",
    "Le fichier C:\\Documents//Photos//été.jpg, ou photo__2__.jpg",
    "514 555-0100 // 1 800 555-0101, poste 12##",
    "A // B // C, et//ou",
    "deux tirets -- ici -- et trois --- là",
    "Nom : ______ Date : ____/____/____",
    "C’est == à 5, ou === à 6",
    "100%% de rabais, 50%% ensuite, 20 %% ou 30 %%",
    "a@@b@@c.org, 12@@ 13@@",
    'Un écran de 24"" ou de 27"".',
    "Le 12//05//2026, de 9 h à 17 h",
    "{{ 7*7 }} {x} [y] [[",
    "- un\n- deux",
    "1) un",
    "Température :\n  -5 °C",
    "== A ou == B",
    "Titre\n==========\ntexte",
    "[| rien",
    "****** ////// ______",
    "Un # dièse, deux ## dièses ## ici",
)


def test_texts_without_marks_come_through_unharmed(root: Path, tmp_path: Path) -> None:
    bodies, _ = brought_in(root, tmp_path, *PLAIN)
    assert bodies == list(PLAIN)


def test_html_stays_html(root: Path, tmp_path: Path) -> None:
    html = '<p>Un <b>mot</b> <a href="https://exemple.org">ici</a> **et** //là//<br></p><img alt="" src=""><p>Fin</p>'
    bodies, _ = brought_in(root, tmp_path, html)
    assert bodies == ["Un **mot** [ici](https://exemple.org) \\*\\*et\\*\\* //là//\n\nFin"]


def test_what_only_the_wiki_can_show_is_left_out_and_told(root: Path, tmp_path: Path) -> None:
    texts = (
        '{{grid}}\n{{col size="6"}}\nLe texte.\n{{end elem="col"}}{{end elem="grid"}}',
        'Avant\n{{attach file="photo.jpg"\n desc="La fête"}}\n{{bazarliste id="3"}}\nAprès',
        '{{panel title="Horaire"}}Le **soir**{{end elem="panel"}}',
        '{{button link="PageX" icon="plus"}} ici',
        'Vu ""<iframe src="https://exemple.org/film"></iframe>""',
        "{{video \u202e" + "x" * 300 + "}} Fin.",
        '<p>Suite</p><IFRAME src="https://exemple.org/carte"></IFRAME>',
    )
    bodies, said = brought_in(root, tmp_path, *texts)
    assert bodies == ["Le texte.", "Avant\n\nAprès", "Le **soir**", "ici", "Vu", "Fin.", "Suite"]
    assert said[:-2] == [
        "Écrit\u00a0: stories/soir-0.md (fiche 1)",
        "Écrit\u00a0: stories/soir-1.md (fiche 2)",
        "    Laissé de côté, dans bf_description, ce que seul le wiki peut montrer\u00a0: "
        '{{attach file="photo.jpg" desc="La fête"}} {{bazarliste id="3"}}',
        "Écrit\u00a0: stories/soir-2.md (fiche 3)",
        '    Laissé de côté, dans bf_description, ce que seul le wiki peut montrer\u00a0: {{panel title="Horaire"}}',
        "Écrit\u00a0: stories/soir-3.md (fiche 4)",
        "    Laissé de côté, dans bf_description, ce que seul le wiki peut montrer\u00a0: "
        '{{button link="PageX" icon="plus"}}',
        "Écrit\u00a0: stories/soir-4.md (fiche 5)",
        "    Laissé de côté, dans bf_description, ce que seul le wiki peut montrer\u00a0: "
        '<iframe src="https://exemple.org/film">',
        "Écrit\u00a0: stories/soir-5.md (fiche 6)",
        "    Laissé de côté, dans bf_description, ce que seul le wiki peut montrer\u00a0: {{video  " + "x" * 91 + "…",
        "Écrit\u00a0: stories/soir-6.md (fiche 7)",
        "    Laissé de côté, dans bf_description, ce que seul le wiki peut montrer\u00a0: "
        '<IFRAME src="https://exemple.org/carte">',
    ]
    assert "(dont 6\u00a0à compléter)" in said[-2]


def test_the_marks_of_a_short_field_leave_its_words(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    entry = {
        "bf_titre": "Un //soir//",
        "bf_chapeau": "Une **fête**, [[PageX un soir]].",
        "bf_description": "Oui.",
        **BARE,
    }
    file.write_text(json.dumps([entry]), encoding="utf-8")
    tissage(root, "import", str(file), "--to", "stories")
    text = (root / "stories/un-soir.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Un soir\nsummary: Une fête, un soir.\n")


HOSTILE: Final = (
    '""<script>alert(1)</script>"" **a** ""<textarea>"" b',
    '""</p></div></div></body><p>c</p>"" **d**',
    "[[javascript:alert(1) e]] **f** [[data:text/html,x g]]",
    '[[https://exemple.org/"onclick="x() h]] **i**',
    "**<script>alert(1)</script>** &lt;script&gt;j&lt;/script&gt;",
    "%%</code></pre><script>k</script>%% **l**",
    '{{x"><script>m</script>}} **n**',
    "\x000\x00 \x0099\x00 **o** \x00",
    "**p** ## [x](javascript:alert(1)) ![](https://exemple.org/i.png) <!-- q -->",
    "**r**\n---\ntitle: volé\n---\n",
)


def test_hostile_markup_gets_no_way_in(root: Path, tmp_path: Path) -> None:
    bodies, _ = brought_in(root, tmp_path, *HOSTILE)
    assert bodies[0] == "**a** b"
    assert bodies[1] == "c\n\n**d**"
    assert bodies[2] == "e **f** g"
    assert bodies[3].endswith(" **i**")
    assert bodies[4] == "**\\<script\\>alert(1)\\</script\\>** \\<script\\>j\\</script\\>"
    assert bodies[5] == "`</code></pre><script>k</script>` **l**"
    assert bodies[6] == "**n**"
    assert bodies[7] == "0 99 **o**"
    assert "title: volé" in bodies[9]
    checked = tissage(root, "check", "stories").stdout
    assert "[raw-html]" not in checked
    assert "[unsafe" not in checked


MANY: Final = 200_000


@pytest.mark.parametrize(
    "text",
    [
        *(
            piece * MANY
            for piece in ("**a ", "[[", "{{a", '""', '=""', "%%", "a.", "//a// ", "http://.", "[|\n", "==a")
        ),
        *(piece * MANY for piece in ("[[a]] ", "  - a\n", "**//__", "-", "<p ", "<iframe ", "!a!", "|", "&")),
        f"a{' ' * MANY}b **c**",
        f"{{{{button {'a' * MANY}}}}}",
        f"[|\n|{'!=' * MANY}|\n|]",
        f"http://{'a' * MANY}{'.' * MANY}",
    ],
    ids=lambda text: text[:12],
)
def test_a_long_text_takes_no_long_time(text: str) -> None:
    before = time.process_time()
    translated(text)
    assert time.process_time() - before < 10


def test_lists_nested_without_end_are_read(root: Path, tmp_path: Path) -> None:
    bodies, _ = brought_in(root, tmp_path, "\n".join(" " * n + "- x" for n in range(1, 500)))
    assert bodies[0].startswith("- x\n  - x\n    - x\n")
    assert bodies[0].count("x") == 499
