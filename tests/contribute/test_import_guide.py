"""The guide of imports keeps its promises: its table, its map and its commands are run."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Final

from tissage.language import Language
from tools.builds import REPOSITORY, tissage

GUIDE: Final = (REPOSITORY / "content/aide/importer-des-documents.md").read_text(encoding="utf-8")


def test_its_spreadsheet_makes_a_sheet_without_a_finding(root: Path, tmp_path: Path) -> None:
    section = GUIDE.partition("## Préparer une feuille de calcul")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in re.findall(r"^\|.*\|$", section, re.M)]
    with (tmp_path / "a.csv").open("w", encoding="utf-8-sig", newline="") as handle:
        csv.writer(handle, delimiter=";").writerows([rows[0], *rows[2:]])
    done = tissage(root, "import", str(tmp_path / "a.csv"), "--to", "pratiques")
    assert done.returncode == 0, done.stdout + done.stderr
    assert tissage(root, "check", "content/practices/preter-une-echelle.md").stdout == "Tout est en ordre.\n"


def test_its_map_is_read(root: Path, tmp_path: Path) -> None:
    example = re.search(r"^```yaml\n(.*?)^```$", GUIDE, re.M | re.S)
    assert example
    (tmp_path / "champs.yml").write_text(example[1], encoding="utf-8")
    entry = {"bf_titre": "Un soir", "listeListeTheme": "1,2", "bf_quand": "mai 2021", "bf_latitude": "45"}
    (tmp_path / "a.json").write_text(json.dumps([entry | {"bf_chapeau": "Court.", "bf_description": "Texte."}]))
    done = tissage(root, "import", str(tmp_path / "a.json"), "--to", "stories", "--map", str(tmp_path / "champs.yml"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_words_of_the_report_are_those_that_the_command_says() -> None:
    catalogue = Language("fr").catalogue
    said = [
        catalogue.gettext(text)
        for text in (
            "Wrote {path} ({place})",
            "Would write {path} ({place})",
            "Still to fill in: {fields}",
            "To be sorted",
            "Say what picture {name} shows, between its square brackets in the text.",
            "[Picture left out: {alt}]",
            "Already there: {path} ({place})",
            "Not brought in: {place}",
            "Left out, in {field}, what only the wiki can show: {actions}",
            "The table below “{heading}” stays in the text: its columns are not those of the field.",
            "Left out, for the other site keeps it for itself: {names}.",
            "Text of a box or a shape",
            "This document has no title that can be recognised: give the line that says it the style Title or Heading"
            " 1, then import the document again.",
        )
    ]
    addresses = "{number} e-mail address was left out, for it may be private and a sheet is public: {names}."
    said.append(
        catalogue.ngettext(
            addresses, addresses.replace("address was", "addresses were").replace("it may", "they may"), 2
        )
    )
    stays = "{number} comment in the margin of the document stays there: what it asks for is yours to do."
    several = "{number} comments in the margin of the document stay there: what they ask for is yours to do."
    said.append(catalogue.ngettext(stays, several, 2))
    section = GUIDE.partition("## Ce que dit le rapport")[2].partition("\n## ")[0]
    words = [part for row in re.findall(r"\*\*([^*]+)\*\*", section) for part in row.split(" … ")]
    lost = [
        word for word in words if word != "jamais modifiée" and not any(word in text for text in [*said, "L’image"])
    ]
    assert lost == []
