"""`tissage import` of Word and ODT documents, made by LibreOffice as people make them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Final

import pytest

from tools.builds import snapshot, tissage
from tools.documents import bold, bullets, converted, flat_odt, heading, paragraph, picture, png, table, title

RED: Final = png(40, 30, (200, 30, 30))
GREEN: Final = png(30, 40, (30, 160, 60))
PRACTICE: Final = flat_odt(
    title("Prêter une remorque à vélo"),
    heading("Résumé"),
    paragraph("Une remorque à vélo sert à plusieurs organismes. Chacun la réserve et la rend propre."),
    table(
        ("Effort", "Léger"),
        ("Territoires", "Montérégie\nCentre-Sud"),
        ("Relue le", "12 mai 2026"),
        ("Pour qui", "Coordination; Marins"),
        ("Organismes", "L’Atelier du coin"),
    ),
    heading("Le contexte"),
    paragraph("Trois organismes voisins livrent des paniers <b>lourds</b>."),
    picture(RED, "Une remorque rouge devant un vélo."),
    bullets("à pied", "en autobus"),
    table(("Jour", "Organisme", "Heure"), ("Lundi", "L’Atelier\nLe Relais", "9 h"), ("Mardi", "Le Relais", "10 h")),
    picture(GREEN),
    heading("Les étapes"),
    bullets("Faire la liste des besoins", "Écrire l’entente", "Essayer un mois"),
    heading("Ce qu’il faut"),
    paragraph("Personnes : une personne qui tient le calendrier"),
    paragraph("Temps : une heure par semaine"),
    heading("Sources"),
    table(("Titre", "Date"), ("Compte rendu de la rencontre", "mai 2025")),
    paragraph("État : presque fini"),
)
EXPECTED: Final = """\
---
title: Prêter une remorque à vélo
summary: Une remorque à vélo sert à plusieurs organismes. Chacun la réserve et la rend propre.
# Champs d’action (obligatoire)
# Un à trois champs d’action, le principal en premier.
# Écrivez un ou plusieurs de ces mots\u00a0:
"""
FIELDS: Final = """\
fields_of_action:
territories:
  - monteregie
  - centre-sud
sources:
  - title: Compte rendu de la rencontre
    date: 2025-05
reviewed: 2026-05-12
audiences:
  - coordination
effort: light
needs:
  people: une personne qui tient le calendrier
  time: une heure par semaine
steps:
  - title: Faire la liste des besoins
  - title: Écrire l’entente
  - title: Essayer un mois
organisations:
  - atelier
---
"""
BODY: Final = """\
## Le contexte

Trois organismes voisins livrent des paniers \\<b\\>lourds\\</b\\>.

![Une remorque rouge devant un vélo.](preter-une-remorque-a-velo-1.png)

- à pied
- en autobus

| Jour  | Organisme             | Heure |
|-------|-----------------------|-------|
| Lundi | L’Atelier; Le Relais | 9 h   |
| Mardi | Le Relais             | 10 h  |

![](preter-une-remorque-a-velo-2.png)

## À classer

**Pour qui**\u00a0: Marins

**État**\u00a0: presque fini
"""
PLACE: Final = "content/practices/preter-une-remorque-a-velo/index.md"


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice as a Word document and as an ODT one."""
    folder = tmp_path_factory.mktemp("documents")
    for form in ("docx", "odt"):
        converted(PRACTICE, form, folder, "remorque")
    return folder


def squeezed(text: str) -> str:
    """A text without what lines up the columns of a table."""
    return re.sub(r"-{2,}", "-", re.sub(r" {2,}", " ", text))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_document_becomes_a_sheet_that_passes_once_the_report_is_followed(
    form: str, documents: Path, root: Path
) -> None:
    done = tissage(root, "import", str(documents / f"remorque.{form}"), "--to", "Bonnes pratiques")
    assert done.returncode == 1, done.stderr
    folder = (root / PLACE).parent
    text = (root / PLACE).read_text(encoding="utf-8")
    assert text[: len(EXPECTED)] == EXPECTED
    assert FIELDS in text
    assert squeezed(text.partition(FIELDS)[2].lstrip()) == squeezed(BODY)
    assert (folder / "preter-une-remorque-a-velo-1.png").read_bytes() == RED
    assert (folder / "preter-une-remorque-a-velo-2.png").read_bytes() == GREEN
    said = done.stdout
    assert said.startswith(f"Écrit\u00a0: {PLACE} (remorque.{form})\n")
    assert "Il reste à remplir\u00a0: Champs d’action (fields_of_action)\n" in said
    assert "Dites ce que montre l’image preter-une-remorque-a-velo-2.png, entre ses crochets dans le texte.\n" in said
    assert "À classer, à la fin du texte\u00a0: Pour qui = Marins\n" in said
    assert "À classer, à la fin du texte\u00a0: État = presque fini\n" in said
    assert said.count("n’est pas dans la liste") == 2
    line = text.split("\n").index("## À classer") + 1
    assert (
        f"    ligne {line}\u00a0: Ce qui suit «\u00a0À classer\u00a0» n’a pas encore trouvé sa place dans la fiche."
        " Rangez chaque élément dans son champ ou dans le texte, puis retirez cet intertitre.\n"
    ) in said
    assert (
        "En tout\u00a0: 1\u00a0nouvelle fiche (dont 1\u00a0à compléter), 0\u00a0déjà là, 0\u00a0pas importée.\n" in said
    )
    filled = text.replace("fields_of_action:\n", "fields_of_action: [mutualisation]\n")
    filled = filled.replace("![](preter", "![La remorque verte.](preter")
    (root / PLACE).write_text(filled, encoding="utf-8")
    assert f"{PLACE}:{line}:1: avertissement [left-to-sort]\n" in tissage(root, "check", PLACE).stdout
    (root / PLACE).write_text(filled.partition("## À classer")[0], encoding="utf-8")
    checked = tissage(root, "check", PLACE)
    assert (checked.returncode, checked.stdout) == (0, "Tout est en ordre.\n")


def test_a_dry_run_shows_the_whole_sheet_and_writes_nothing(documents: Path, root: Path) -> None:
    before = snapshot(root)
    done = tissage(root, "import", str(documents / "remorque.docx"), "--to", "practices", "--dry-run")
    assert done.returncode == 1
    assert done.stdout.startswith(f"Serait écrit\u00a0: {PLACE} (remorque.docx)\n")
    assert FIELDS in done.stdout
    assert "    avec l’image preter-une-remorque-a-velo-2.png\n" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Rien n’a été écrit. En tout\u00a0: 1\u00a0nouvelle fiche")
    assert snapshot(root) == before


def test_a_second_import_changes_nothing(documents: Path, root: Path) -> None:
    tissage(root, "import", str(documents / "remorque.docx"), "--to", "practices")
    before = snapshot(root)
    done = tissage(root, "import", str(documents / "remorque.odt"), "--to", "practices")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, f"Déjà là\u00a0: {PLACE} (remorque.odt)")
    assert snapshot(root) == before


def test_labels_sub_headings_and_a_first_paragraph_are_understood(root: Path, tmp_path: Path) -> None:
    source = flat_odt(
        heading("Une corvée de quartier"),
        paragraph("Le quartier nettoie sa ruelle en une matinée."),
        paragraph("Champ d'action : environnement, Culture"),
        heading("Étapes", 2),
        paragraph("Il en faut deux."),
        heading("Les étapes", 2),
        heading("Prévenir", 3),
        paragraph("Une semaine avant."),
        heading("Nettoyer", 3),
        paragraph("Ensemble."),
        heading("Pièges à éviter", 2),
        bullets("Oublier les sacs", "Partir trop tard; rater le camion"),
        heading("La suite", 2),
        paragraph("On recommence."),
    )
    done = tissage(root, "import", str(converted(source, "docx", tmp_path)), "--to", "practices")
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "content/practices/une-corvee-de-quartier.md").read_text(encoding="utf-8") == (
        "---\ntitle: Une corvée de quartier\nsummary: Le quartier nettoie sa ruelle en une matinée.\n"
        "fields_of_action:\n  - environnement\n  - culture\n"
        "steps:\n  - title: Prévenir\n    text: Une semaine avant.\n  - title: Nettoyer\n    text: Ensemble.\n"
        "pitfalls:\n  - Oublier les sacs\n  - Partir trop tard; rater le camion\n---\n\n"
        "## Étapes\n\nIl en faut deux.\n\n## La suite\n\nOn recommence.\n"
    )


def test_labels_that_announce_a_list_and_what_stands_beside_the_title_are_kept(root: Path, tmp_path: Path) -> None:
    source = flat_odt(
        title("Une halte\u00a0: l’été"),
        title("Pour souffler à l’ombre.", "Subtitle"),
        bold("Pour qui"),
        bullets("Coordination", "Familles"),
        paragraph("Champs d’action :"),
        paragraph("Culture, logement"),
        bold("Une phrase en gras"),
        paragraph("Un texte, et 2\u00a0000\u00a0$."),
    )
    done = tissage(root, "import", str(converted(source, "docx", tmp_path)), "--to", "practices")
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "content/practices/une-halte-l-ete.md").read_text(encoding="utf-8") == (
        "---\ntitle: 'Une halte\u00a0: l’été'\nsummary: Pour souffler à l’ombre.\n"
        "fields_of_action:\n  - culture\n  - logement\naudiences:\n  - coordination\n  - familles\n---\n\n"
        "**Une phrase en gras**\n\nUn texte, et 2\u00a0000\u00a0$.\n"
    )


def test_a_document_without_a_title_is_refused(root: Path, tmp_path: Path) -> None:
    made = converted(flat_odt(paragraph("Un texte sans titre.")), "odt", tmp_path)
    assert refused(root, made).startswith("Ce document n’a pas de titre reconnaissable\u00a0: ")


def refused(root: Path, file: Path, *arguments: str) -> str:
    """What is said of a file that cannot be imported; nothing is written."""
    before = snapshot(root)
    done = tissage(root, "import", str(file), "--to", "practices", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert snapshot(root) == before
    return done.stderr


NOT_ONE: Final = (
    "Ce n’est pas un document Word ou ODT, ou bien il est abîmé ou protégé par un mot de passe."
    " Enregistrez-le de nouveau.\n"
)


def test_what_is_no_document_gets_a_sentence(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "faux.docx"
    for data in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + bytes(500), b"un texte"):
        file.write_bytes(data)
        assert refused(root, file) == NOT_ONE
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    assert "il est abîmé, ou n’est pas ce que dit son nom" in refused(root, file)


def test_a_damaged_document_gets_a_sentence(root: Path, documents: Path, tmp_path: Path) -> None:
    whole = (documents / "remorque.docx").read_bytes()
    file = tmp_path / "coupe.docx"
    file.write_bytes(whole[: len(whole) // 2])
    assert refused(root, file) == NOT_ONE
    file.write_bytes(whole[:200] + bytes(200) + whole[400:])
    assert refused(root, file)


def test_an_archive_that_opens_into_far_too_much_is_not_handed_on(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "bombe.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(60_000_000))
    assert file.stat().st_size < 100_000
    assert refused(root, file) == (
        "Ce document est trop gros une fois ouvert. Divisez-le en plusieurs, ou réduisez ses images.\n"
    )
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(6_000):
            archive.writestr(f"p{number}", b"")
    assert refused(root, file).startswith("Ce document est trop gros une fois ouvert.")


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_xml_that_grows_without_end_is_refused(form: str, root: Path, documents: Path, tmp_path: Path) -> None:
    inside = {"docx": "word/document.xml", "odt": "content.xml"}[form]
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
    file = tmp_path / f"rire.{form}"
    with zipfile.ZipFile(documents / f"remorque.{form}") as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == inside:
                head, end, rest = data.decode().partition("?>")
                rest = rest.replace("Trois organismes voisins", "&l10;")
                data = f'{head}{end}<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>{rest}'.encode()
            new.writestr(info.filename, data)
    assert "il est abîmé, ou n’est pas ce que dit son nom" in refused(root, file)


def test_pictures_that_are_not_published_are_left_out_and_told(root: Path, documents: Path, tmp_path: Path) -> None:
    file = tmp_path / "remorque.docx"
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    with zipfile.ZipFile(documents / "remorque.docx") as old, zipfile.ZipFile(file, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "word/media/image1.png":
                data = svg
            if info.filename == "word/media/image2.png":
                data = GREEN + bytes(6_000_000)
            new.writestr(info.filename, data)
    done = tissage(root, "import", str(file), "--to", "practices")
    assert "L’image 1 est d’un type qui n’est pas publié. Faites-en une image PNG ou JPEG.\n" in done.stdout
    assert "L’image 2 pèse plus de 5\u00a0Mo. Réduisez-la.\n" in done.stdout
    text = (root / "content/practices/preter-une-remorque-a-velo.md").read_text(encoding="utf-8")
    assert "*\\[Image laissée de côté\u00a0: Une remorque rouge devant un vélo.\\]*" in text
    assert not list(root.rglob("*.png"))


def test_an_ending_that_says_nothing_is_wrong_usage(root: Path, tmp_path: Path) -> None:
    (tmp_path / "texte.doc").write_bytes(b"x")
    done = tissage(root, "import", str(tmp_path / "texte.doc"), "--to", "practices")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Enregistrez le fichier en .docx, en .odt ou en .csv" in done.stderr
    done = tissage(root, "import", str(tmp_path / "absent.docx"), "--to", "practices")
    assert done.returncode == 1
    assert done.stderr.startswith("Impossible de lire «\u00a0")
