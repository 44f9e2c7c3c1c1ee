"""`tissage import` of documents that hold more than texts and lists: linked pictures, tables in tables, notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from tools.builds import tissage
from tools.documents import bold, converted, flat_odt, heading, paragraph, png, table, title

LINKED: Final = (
    '<text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">'
    '<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}" xlink:type="simple"/>'
    "</draw:frame></text:p>"
)
NOTE: Final = (
    '<text:p>Un texte<text:note text:note-class="footnote" text:id="f1"><text:note-citation>1</text:note-citation>'
    '<text:note-body><text:p text:style-name="Footnote">La note.</text:p></text:note-body></text:note> suit.</text:p>'
)
INDENTED: Final = (
    '<style:style style:name="Footnote" style:family="paragraph">'
    '<style:paragraph-properties fo:margin-left="0.6cm" fo:text-indent="-0.6cm"/></style:style></office:styles>'
)


def holding(inner: str, *cells: str) -> str:
    """A table of one row whose first cell holds another table below a line."""
    first = f"<table:table-cell>{paragraph('Dehors')}{inner}</table:table-cell>"
    rest = "".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in cells)
    column = f'<table:table-column table:number-columns-repeated="{len(cells) + 1}"/>'
    return f"<table:table>{column}<table:table-row>{first}{rest}</table:table-row></table:table>"


def brought(root: Path, folder: Path, form: str, parts: Sequence[str]) -> tuple[str, str]:
    """The text of the sheet that a document becomes, and what is said of it."""
    begun = flat_odt(title("Un essai"), paragraph("Un résumé du texte."), paragraph("Suite."), *parts)
    made = converted(begun.replace("</office:styles>", INDENTED), form, folder)
    done = tissage(root, "import", str(made), "--to", "practices")
    assert (done.returncode, done.stderr) == (1, "")
    text = (root / "content/practices/un-essai.md").read_text(encoding="utf-8")
    return text.partition("---\n\nSuite.\n\n")[2], done.stdout


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_picture_that_is_only_linked_is_told_by_its_name_alone(form: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "chez moi" / "photo vélo.png"
    file.parent.mkdir()
    file.write_bytes(png(4, 4, (9, 9, 9)))
    text, said = brought(root, tmp_path, form, [LINKED.format(address=file.as_uri()), paragraph("Après.")])
    assert text == ("*\\[Image laissée de côté\u00a0: photo vélo.png\\]*\n\n" if form == "odt" else "") + "Après.\n"
    assert (
        "    L’image «\u00a0photo vélo.png\u00a0» a été laissée de côté\u00a0: le document ne contient que son adresse."
        " Insérez l’image elle-même dans le document, ou placez son fichier à côté de la fiche.\n"
    ) in said
    assert "n’est pas publié" not in said
    assert "chez" not in said


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_text_of_a_table_inside_a_table_is_kept(form: str, root: Path, tmp_path: Path) -> None:
    deep = holding(table(("profonde", "deux")), "trois")
    text, _ = brought(root, tmp_path, form, [holding(deep, "Fin"), paragraph("Après.")])
    for word in ("Dehors", "profonde", "deux", "trois", "Fin", "Après."):
        assert text.count(word) == (2 if word == "Dehors" else 1), text


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_table_that_no_field_understands_stays_a_table(form: str, root: Path, tmp_path: Path) -> None:
    rows = (("Nom", "Rôle"), ("Atelier|x", "| = [x]"), ("Relais", "Prêt"))
    parts = [heading("Organismes"), table(*rows), paragraph("Après."), bold("Pour qui"), table(*rows)]
    text, said = brought(root, tmp_path, form, parts)
    kept = (
        "| Nom        | Rôle       |\n|------------|------------|\n"
        "| Atelier\\|x | \\| = \\[x\\] |\n| Relais     | Prêt       |\n"
    )
    assert text == f"## Organismes\n\n{kept}\nAprès.\n\n**Pour qui**\n\n{kept}"
    assert "À classer" not in said
    assert (
        "    Le tableau sous «\u00a0Organismes\u00a0» reste dans le texte\u00a0: ses colonnes ne sont pas celles du"
        " champ.\n"
    ) in said


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_document_whose_title_is_only_bold_is_told_how_to_mend_it(form: str, root: Path, tmp_path: Path) -> None:
    file = converted(flat_odt(bold("Prêter une échelle"), paragraph("Du texte.")), form, tmp_path)
    done = tissage(root, "import", str(file), "--to", "practices")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Ce document n’a pas de titre reconnaissable\u00a0: donnez le style Titre ou Titre 1 à la ligne qui le porte,"
        " puis importez-le de nouveau.\n"
    )


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_note_is_written_on_its_line(form: str, root: Path, tmp_path: Path) -> None:
    text, _ = brought(root, tmp_path, form, [NOTE])
    assert text == "Un texte[^1] suit.\n\n[^1]: La note.\n"


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_address_of_a_link_and_a_note_stay_with_the_words_of_a_field(form: str, root: Path, tmp_path: Path) -> None:
    parts = [
        heading("Premier pas"),
        with_asides("Appeler le voisin", "le guide", "https://example.org/pas", "Le soir."),
        heading("Pièges à éviter"),
        f"<text:list><text:list-item>{with_asides('Perdre la clé', 'un double', 'https://example.org/cle', '')}"
        "</text:list-item></text:list>",
        heading("Sources"),
        f"<text:list><text:list-item>{with_asides('Rapport 2021', 'en ligne', 'https://example.org/r', '')}"
        "</text:list-item></text:list>",
    ]
    brought(root, tmp_path, form, parts)
    text = (root / "content/practices/un-essai.md").read_text(encoding="utf-8")
    assert "first_step: Appeler le voisin (Le soir.), voir le guide (https://example.org/pas).\n" in text
    assert "pitfalls:\n  - Perdre la clé, voir un double (https://example.org/cle).\n" in text
    assert "sources:\n  - title: Rapport 2021, voir en ligne\n    url: https://example.org/r\n" in text


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_paragraph_with_a_link_or_a_note_is_not_taken_for_the_summary(form: str, root: Path, tmp_path: Path) -> None:
    first = with_asides("Une échelle", "le guide", "https://example.org/pas", "Prêtée.")
    file = converted(flat_odt(title("Un essai"), first, paragraph("Suite.")), form, tmp_path)
    done = tissage(root, "import", str(file), "--to", "practices")
    assert "Il reste à remplir\u00a0: Résumé (summary), " in done.stdout
    text = (root / "content/practices/un-essai.md").read_text(encoding="utf-8")
    assert "\n---\n\nUne échelle[^1], voir [le guide](https://example.org/pas).\n\n[^1]: Prêtée.\n" in text


def with_asides(text: str, link: str, address: str, note: str) -> str:
    """A paragraph with a note after its words, then a link."""
    noted = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{paragraph(note)}</text:note-body></text:note>"
    )
    to = (
        f'<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:href="{address}">{link}</text:a>'
    )
    return f"<text:p>{text}{noted if note else ''}, voir {to}.</text:p>"


BOXED: Final = (
    '<text:p><draw:frame text:anchor-type="paragraph" svg:width="5cm"><draw:text-box fo:min-height="1cm">'
    "<text:p>Dans l’encadré.</text:p></draw:text-box></draw:frame>Autour de l’encadré.</text:p>"
    '<text:p><draw:custom-shape svg:width="4cm" svg:height="1cm"><text:p>Dans le dessin.</text:p></draw:custom-shape>'
    "À côté du dessin.</text:p>"
)
COMMENTED: Final = (
    "<text:p>Un mot<office:annotation><text:p>À revoir avec Paul.</text:p></office:annotation> commenté.</text:p>"
)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_no_text_of_a_box_or_a_shape_is_lost(form: str, root: Path, tmp_path: Path) -> None:
    text, said = brought(root, tmp_path, form, [BOXED, paragraph("Après.")])
    for words in ("Dans l’encadré.", "Autour de l’encadré.", "Dans le dessin.", "À côté du dessin.", "Après."):
        assert text.count(words) == 1, text
    assert text.endswith("**Texte d’un encadré ou d’un dessin**\u00a0: Dans le dessin.\n")
    assert (
        "Aucun champ ne s’appelle\u00a0: Texte d’un encadré ou d’un dessin. Ce qui s’y trouvait est à la fin des"
        " textes, sous «\u00a0À classer\u00a0».\n"
    ) in said


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_comments_stay_in_the_document_and_that_is_told(form: str, root: Path, tmp_path: Path) -> None:
    text, said = brought(root, tmp_path, form, [COMMENTED])
    assert text == "Un mot commenté.\n"
    assert (
        "    1\u00a0commentaire en marge reste dans le document\u00a0: voyez s’il demande de changer la fiche.\n"
    ) in said
    assert "Paul" not in said
