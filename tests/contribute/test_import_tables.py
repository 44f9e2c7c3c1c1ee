"""`tissage import` of spreadsheets: two hundred rows, twice; the cells that nobody expected; our own export."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import Final

import pytest

from tissage.reading import read_document
from tools.builds import REPOSITORY, copy_of_ours, sheet, snapshot, tissage, write

HEADINGS: Final = (
    "Titre",
    "résumé",
    "Champ d'action",
    "Territoires",
    "EFFORT",
    "needs.people",
    "Ce qu’il faut / Temps",
    "steps.0.title",
    "Steps.1.Title",
    "Conditions de réussite",
    "Organismes",
    "Relue le",
    "Texte",
    "Budget",
)


def rows(count: int) -> list[list[str]]:
    """Rows that hold a little of everything."""
    return [
        [
            f"Pratique numéro {number}",
            f"Ce que dit la pratique {number}.",
            "Sécurité alimentaire; Logement et locaux" if number % 2 else "mutualisation|culture",
            "Montérégie\nCentre-Sud",
            ("Léger", "moyen", "HEAVY")[number % 3],
            "Deux personnes",
            "Une heure",
            "Préparer",
            "Faire",
            "Une liste | Un lieu",
            "L’Atelier du coin",
            "12 mai 2026",
            f"## Le contexte\n\nLe texte {number}.",
            "100 $" if number == 7 else "",
        ]
        for number in range(1, count + 1)
    ]


def to_csv(*lines: list[str] | tuple[str, ...], separator: str = ";") -> str:
    """Lines as CSV."""
    text = StringIO()
    csv.writer(text, delimiter=separator).writerows(lines)
    return text.getvalue()


def test_two_columns_of_one_heading_hold_several_values(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "pratiques.csv"
    headings = ("Titre", "Résumé", "Champ d'action", "Territoires", "Territoires", "Texte")
    row = ("Partager une remorque", "Un cahier suffit.", "Mutualisation", "Montérégie", "Centre-Sud", "Voici.")
    file.write_text(to_csv(headings, row), encoding="utf-8")
    done = tissage(root, "import", str(file), "--to", "practices")
    assert done.stdout.splitlines()[0] == "Écrit\u00a0: content/practices/partager-une-remorque.md (ligne 2)"
    assert "Aucun champ ne s’appelle" not in done.stdout
    text = (root / "content/practices/partager-une-remorque.md").read_text(encoding="utf-8")
    assert "territories:\n  - monteregie\n  - centre-sud\n" in text


def test_two_hundred_rows_come_in_once(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "pratiques.csv"
    file.write_text(to_csv(HEADINGS, *rows(200)), encoding="utf-8-sig")
    done = tissage(root, "import", str(file), "--to", "practices")
    assert done.stderr == ""
    assert done.returncode == 1, "one row holds a column that no field takes"
    lines = done.stdout.splitlines()
    assert lines[0] == "Écrit\u00a0: content/practices/pratique-numero-1.md (ligne 2)"
    assert lines[6:8] == [
        "Écrit\u00a0: content/practices/pratique-numero-7.md (ligne 8)",
        "    ligne 29\u00a0: Ce qui suit «\u00a0À classer\u00a0» n’a pas encore trouvé sa place dans la fiche."
        " Rangez chaque élément dans son champ ou dans le texte, puis retirez cet intertitre.",
    ]
    assert lines[-3] == (
        "Aucun champ ne s’appelle\u00a0: Budget."
        " Ce qui s’y trouvait est à la fin des textes, sous «\u00a0À classer\u00a0»."
    )
    assert (
        lines[-2]
        == "En tout\u00a0: 200\u00a0nouvelles fiches (dont 1\u00a0à compléter), 0\u00a0déjà là, 0\u00a0pas importée."
    )
    assert (root / "content/practices/pratique-numero-7.md").read_text(encoding="utf-8") == (
        "---\ntitle: Pratique numéro 7\nsummary: Ce que dit la pratique 7.\n"
        "fields_of_action:\n  - securite-alimentaire\n  - logement\nterritories:\n  - monteregie\n  - centre-sud\n"
        "reviewed: 2026-05-12\neffort: medium\nneeds:\n  people: Deux personnes\n  time: Une heure\n"
        "steps:\n  - title: Préparer\n  - title: Faire\nconditions:\n  - Une liste\n  - Un lieu\n"
        "organisations:\n  - atelier\n---\n\n"
        "## Le contexte\n\nLe texte 7.\n\n## À classer\n\n**Budget**\u00a0: 100 $\n"
    )
    assert tissage(root, "check", "content/practices").returncode == 0
    before = snapshot(root)
    again = tissage(root, "import", str(file), "--to", "practices")
    assert again.returncode == 0
    assert again.stdout.count("Déjà là\u00a0: ") == 200
    assert again.stdout.splitlines()[-1] == (
        "En tout\u00a0: 0\u00a0nouvelle fiche (dont 0\u00a0à compléter), 200\u00a0déjà là, 0\u00a0pas importée."
    )
    assert snapshot(root) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_what_spreadsheets_write_is_read(encoding: str, separator: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "pratiques.csv"
    text = to_csv(HEADINGS[:3], ["Été", "Œuvrer; ensemble, l’été.", "culture"], separator=separator)
    file.write_bytes(text.encode(encoding))
    done = tissage(root, "import", str(file), "--to", "practices")
    assert "empty-body" not in done.stdout
    assert (
        (root / "content/practices/ete.md")
        .read_text(encoding="utf-8")
        .startswith("---\ntitle: Été\nsummary: Œuvrer; ensemble, l’été.\nfields_of_action:\n  - culture\n---\n")
    )


@pytest.mark.parametrize(
    ("first", "separator"),
    [("sep=;", ";"), ("SEP=,", ","), ('"sep=|"', "|"), ("sep=\t", "\t"), ("\ufeffsep=;", ";"), ("sep=; ", ";")],
)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_line_that_names_the_separator_is_no_heading(
    first: str, separator: str, end: str, root: Path, tmp_path: Path
) -> None:
    line = ["Été", "Œuvrer, ensemble; l’été.", "culture", "Un texte."]
    text = to_csv(("Titre", "Résumé", "Champs d’action", "Texte"), line, separator=separator).replace("\r\n", end)
    file = tmp_path / "a.csv"
    file.write_bytes(f"{first}{end}{text}".encode())
    done = tissage(root, "import", str(file), "--to", "practices")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "Écrit\u00a0: content/practices/ete.md (ligne 2)"
    assert (root / "content/practices/ete.md").read_text(encoding="utf-8") == (
        "---\ntitle: Été\nsummary: Œuvrer, ensemble; l’été.\nfields_of_action:\n  - culture\n---\n\nUn texte.\n"
    )


@pytest.mark.parametrize("first", ["sep=", 'sep="', "sep=x", "sep=;;", "separateur=;", "sep=;\n"])
def test_a_line_that_names_no_separator_gets_a_sentence(first: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(first if first.endswith("\n") else f"{first}\nTitre;Résumé\nUn;Deux\n", encoding="utf-8")
    done = tissage(root, "import", str(file), "--to", "practices")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Aucun titre de colonne" in done.stderr or "ne contient pas de titres de colonnes" in done.stderr


SENTENCES: Final = (
    "La cuisine collective a été créée à Montréal; les participantes s’y retrouvent dès septembre.",
    "Où trouver de l’aide? À la Maison de quartier, près du marché : « Œuvrer ensemble », voilà l’idée.",
    "Le théâtre forain reçoit des élèves, même l’été, grâce à l’appui du centre – et c’est gratuit…",
    "ÉTÉ À L’ÉCOLE : DÈS JUIN, FÊTE DES BÉNÉVOLES. Coût : 12,50 € ou 18 $, goûter compris.",
    "L’hôpital, l’île, Noël, le maïs, un cœur, l’aiguë, sûr.",
    "Le maître d’œuvre, M. Slavoj Žižek, parlera à côté.",
    "Vu.",
)
CZECH: Final = ("Žižek et Božena", "Ž", "ž Ž", "Kiosque ŽELEZO™ “ouvert” – l’entrée", "Novák, Žďár, “A” – 5 € ‰ ˆ…")


def titles(root: Path, tmp_path: Path, data: bytes) -> list[str]:
    """What the sheets say that come of some bytes."""
    file = tmp_path / "a.csv"
    file.write_bytes(data)
    done = tissage(root, "import", str(file), "--to", "practices")
    assert done.stderr == ""
    sheets = sorted((root / "content/practices").glob("rang-*.md"))
    return [sheet.read_text(encoding="utf-8").partition("---\n\n")[2].strip() for sheet in sheets]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252"])
def test_french_of_old_macs_and_of_windows_is_told_apart(
    encoding: str, sentence: str, root: Path, tmp_path: Path
) -> None:
    if encoding == "mac_roman":
        sentence = sentence.replace("Žižek", "Zizek")
    table = to_csv(("Titre", "Résumé", "Texte"), ["Rang 1", "Un.", sentence]).replace("\r\n", "\r")
    assert titles(root, tmp_path, table.encode(encoding)) == [sentence]


@pytest.mark.parametrize("sentence", CZECH)
def test_what_windows_writes_of_other_words_is_not_taken_for_a_mac(sentence: str, root: Path, tmp_path: Path) -> None:
    sentence = sentence.replace("ď", "d")
    table = to_csv(("Titre", "Texte"), ["Rang 1", sentence])
    assert titles(root, tmp_path, table.encode("cp1252")) == [sentence]


def test_two_rows_of_the_same_title_are_two_sheets_and_stay_two(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    same = ["Rencontre", "La première.", "culture", "Un texte."]
    other = ["Rencontre", "La deuxième.", "culture", "Un texte."]
    file.write_text(to_csv(("title", "summary", "fields_of_action", "body"), same, other, same), encoding="utf-8")
    done = tissage(root, "import", str(file), "--to", "practices")
    assert (
        done.stdout.splitlines()[2:]
        == [
            "Déjà là\u00a0: content/practices/rencontre.md (ligne 4)",
            "En tout\u00a0: 2\u00a0nouvelles fiches (dont 0\u00a0à compléter), 1\u00a0déjà là, 0\u00a0pas importée.",
            "Relisez les nouvelles fiches, puis tapez\u00a0: tissage check",
        ]
        or done.stdout
    )
    names = sorted(file.name for file in (root / "content/practices").glob("rencontre*"))
    assert names == ["rencontre-2.md", "rencontre.md"]
    before = snapshot(root)
    assert tissage(root, "import", str(file), "--to", "practices").returncode == 0
    assert snapshot(root) == before


def test_a_slug_that_another_title_has_gets_a_number(root: Path, tmp_path: Path) -> None:
    write(root, {"content/practices/le-camion.md": sheet("Un autre titre")})
    file = tmp_path / "a.csv"
    file.write_text("title,summary,fields_of_action,body\nLe camion!,Un.,culture,Texte.\n", encoding="utf-8")
    assert tissage(root, "import", str(file), "--to", "practices").returncode == 0
    assert (root / "content/practices/le-camion-2.md").is_file()
    before = snapshot(root)
    assert (
        "Déjà là\u00a0: content/practices/le-camion-2.md"
        in tissage(root, "import", str(file), "--to", "practices").stdout
    )
    assert snapshot(root) == before


def test_what_does_not_fit_is_told_and_kept(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    line = [
        "Un titre",
        "x" * 300,
        "Culture; Cultrue; Logement; Emploi; Formation et transmission",
        "énorme",
        "le 32 mai",
    ]
    text = to_csv(("Titre", "Résumé", "Champs d’action", "Effort", "Relue le", "Texte"), [*line, "Le texte."])
    file.write_text(text, encoding="utf-8")
    done = tissage(root, "import", str(file), "--to", "practices")
    assert done.returncode == 1
    written = (root / "content/practices/un-titre.md").read_text(encoding="utf-8")
    assert "fields_of_action:\n  - culture\n  - logement\n  - emploi\n---\n" in written
    assert written.partition("---\n\n")[2] == (
        f"Le texte.\n\n## À classer\n\n**Résumé**\u00a0: {'x' * 300}\n\n**Champs d’action**\u00a0: Cultrue\n\n"
        "**Champs d’action**\u00a0: formation\n\n**Effort**\u00a0: énorme\n\n**Relue le**\u00a0: le 32 mai\n"
    )
    assert "est trop long\u00a0: 300\u00a0caractères, et le maximum est de 280." in done.stdout
    assert "Écrivez plutôt\u00a0: culture" in done.stdout
    assert "Il reste à remplir\u00a0: Résumé (summary)" in done.stdout


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("Un lieu; Une clé", ["Un lieu", "Une clé"]),
        ("Un lieu; grand | Une clé", ["Un lieu; grand", "Une clé"]),
        ("- Un lieu; grand\n- Une clé", ["Un lieu; grand", "Une clé"]),
        ("Un lieu, une clé", ["Un lieu, une clé"]),
    ],
)
def test_the_items_of_a_cell(written: str, items: list[str], root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(to_csv(("Titre", "Conditions de réussite"), ["Un", written]), "utf-8")
    tissage(root, "import", str(file), "--to", "practices")
    text = (root / "content/practices/un.md").read_text(encoding="utf-8")
    assert "conditions:\n" + "".join(f"  - {item}\n" for item in items) + "---\n" in text


def test_what_is_wrong_in_a_text_is_told_with_its_line(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    body = "# Un gros titre\n\nVoir [[nulle part]] et <b>ceci</b>.\n\n![](absente.png)"
    file.write_text(to_csv(("title", "summary", "fields_of_action", "body"), ["Un", "Deux.", "culture", body]), "utf-8")
    done = tissage(root, "import", str(file), "--to", "practices")
    assert done.returncode == 1
    lines = [line.strip().split(".")[0] for line in done.stdout.splitlines()]
    assert lines[1:5] == [
        "ligne 8\u00a0: La fiche a déjà son titre principal, et en voici un autre",
        "ligne 10\u00a0: [[nulle part]] n’est ni le nom ni le titre d’une fiche",
        "ligne 10\u00a0: Il y a du HTML ici, et il ne s’affichera pas",
        "ligne 12\u00a0: Le fichier «\u00a0absente",
    ]


HOSTILE: Final = (
    "../../../etc/passwd",
    "..\\..\\windows",
    "/etc/cron.d/x",
    "a\n---\ntitle: volé",
    "!!python/object/apply:os.system [ls]",
    "- [x](javascript:alert(1))",
    "CON",
    "README",
    "index",
    "\u202etxet",
    "{{ 7*7 }}",
    "é" * 300,
    "???",
    ".git",
    "=cmd|' /C calc'!A0",
)


def test_hostile_titles_stay_in_the_folder(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    lines = [[text, "Un résumé.", "culture", f"<script>alert(1)</script> {text}"] for text in HOSTILE]
    file.write_text(to_csv(("title", "summary", "fields_of_action", "body"), *lines), encoding="utf-8")
    before = snapshot(tmp_path)
    done = tissage(root, "import", str(file), "--to", "practices")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "\u202e" not in done.stdout
    after = snapshot(tmp_path)
    new = sorted(set(after) - set(before))
    assert len(new) == len(HOSTILE)
    assert all(name.startswith("site/content/practices/") and name.count("/") == 3 for name in new), new
    assert {name: after[name] for name in before} == before
    assert not {"readme.md", "index.md", "con.md"}.intersection(Path(name).name for name in new)
    for name in new:
        document, findings = read_document(tmp_path / name, name)
        assert document is not None, findings
        assert set(document.front.entries) <= {"title", "summary", "fields_of_action"}
    again = tissage(root, "import", str(file), "--to", "practices")
    assert again.stdout.count("Déjà là") == len(HOSTILE), again.stdout
    assert snapshot(tmp_path) == after


def test_rows_that_are_too_large_or_have_no_title_are_refused_by_their_number(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    lines = (["", "Sans titre."], ["Énorme", "x" * 10_000_000], ["Bon", "Un résumé."], ["", ""])
    file.write_text(to_csv(("title", "summary"), *lines), encoding="utf-8")
    done = tissage(root, "import", str(file), "--to", "organisations")
    assert done.returncode == 1
    assert "Pas importé\u00a0: ligne 2\n" in done.stdout
    assert "Pas importé\u00a0: ligne 3\n    Ce fichier pèse plus de 1000\u00a0ko." in done.stdout
    assert "Écrit\u00a0: content/organisations/bon.md (ligne 4)\n" in done.stdout
    assert len(done.stdout) < 5_000
    assert "1\u00a0nouvelle fiche (dont 0\u00a0à compléter), 0\u00a0déjà là, 2\u00a0pas importées" in done.stdout


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "ne contient pas de titres de colonnes"),
        (b"\n\n", "ne contient pas de titres de colonnes"),
        (b"\x00\x01\x02\x03", "n’est pas un fichier CSV"),
        (
            b"Nos dons;\nTitre;Texte\na;b\n",
            "Aucun titre de colonne de ce fichier n’est le nom d’un champ. Sa première ligne contient\u00a0: Nos dons."
            " Retirez les lignes qui précèdent les titres des colonnes, ou écrivez-y les noms des champs.",
        ),
    ],
)
def test_what_is_no_table_gets_a_sentence(data: bytes, said: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(data)
    before = snapshot(root)
    done = tissage(root, "import", str(file), "--to", "practices")
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert snapshot(root) == before


def test_our_own_export_is_all_there_already(tmp_path: Path) -> None:
    root = copy_of_ours(REPOSITORY, tmp_path / "site")
    assert tissage(root, "export", "--to", str(tmp_path / "export")).returncode == 0
    before = snapshot(root)
    done = tissage(root, "import", str(tmp_path / "export/catalogue.csv"), "--to", "practices")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("Déjà là\u00a0: content/practices/") == len(
        list((root / "content/practices").glob("*.md"))
    )
    assert snapshot(root) == before


def test_our_own_export_comes_back_where_a_sheet_was_lost(tmp_path: Path) -> None:
    root = copy_of_ours(REPOSITORY, tmp_path / "site")
    file = root / "content/practices/mutualiser-l-expertise.md"
    was, _ = read_document(file, "")
    assert tissage(root, "export", "--to", str(tmp_path / "export")).returncode == 0
    file.unlink()
    done = tissage(root, "import", str(tmp_path / "export/catalogue.csv"), "--to", "practices")
    assert "Écrit\u00a0: content/practices/mutualiser-l-expertise.md" in done.stdout
    back, _ = read_document(file, "")
    assert was is not None
    assert back is not None
    assert {name: plain(entry.node) for name, entry in back.front.entries.items()} == {
        name: plain(entry.node) for name, entry in was.front.entries.items()
    }


def plain(node: object) -> object:
    """A node as plain values."""
    if hasattr(node, "items") and not callable(node.items):
        return [plain(item) for item in node.items]
    if hasattr(node, "entries"):
        return {name: plain(entry.node) for name, entry in node.entries.items()}
    return getattr(node, "text", None)


@pytest.mark.parametrize(
    "heading", ["Le texte", "Le texte de la fiche", "LE TEXTE", "The text", "The text of the sheet"]
)
def test_the_text_goes_by_the_names_that_our_forms_give_it(heading: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(to_csv(("Titre", "Résumé", heading), ("Une halte", "Un.", "Un texte.")), encoding="utf-8")
    done = tissage(root, "import", str(file), "--to", "practices")
    assert "Aucun champ ne s’appelle" not in done.stdout
    assert (root / "content/practices/une-halte.md").read_text(encoding="utf-8").endswith("---\n\nUn texte.\n")
