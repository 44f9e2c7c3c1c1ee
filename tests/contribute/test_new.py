"""`tissage new` in a script: the sheet, what is said, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.builds import configure, sheet, snapshot, tissage, write

GIVEN = (
    *("--field", "summary=Un essai de quelques mots."),
    *("--field", "fields_of_action=Sécurité alimentaire"),
    *("--field", "fields_of_action=logement"),
    *("--field", "effort=Léger"),
    *("--field", "needs.people=Deux personnes: pas une."),
    *("--field", "steps.0.title=Demander"),
    *("--field", "steps.1.title=Prêter"),
    *("--field", "steps.1.text=Avec une entente."),
    *("--field", "organisations=L’Atelier du coin"),
    *("--field", "reviewed=12 mai 2026"),
)


def test_a_sheet_with_all_its_fields_passes_the_check(root: Path) -> None:
    done = tissage(root, "new", "pratiques", "Prêter une échelle", *GIVEN)
    assert done.returncode == 0
    assert done.stderr == (
        "Cette fiche a des champs, mais pas de texte. Écrivez au moins quelques phrases. "
        "Dans le fichier, elles vont sous la deuxième ligne de trois traits.\n"
    )
    assert done.stdout.splitlines() == [
        "Écrit\u00a0: content/practices/preter-une-echelle.md",
        "Ouvrez-la dans un éditeur de texte, complétez-la, puis tapez\u00a0:"
        " tissage check content/practices/preter-une-echelle.md",
    ]
    file = root / "content/practices/preter-une-echelle.md"
    assert file.read_text(encoding="utf-8") == (
        "---\ntitle: Prêter une échelle\nsummary: Un essai de quelques mots.\n"
        "fields_of_action:\n  - securite-alimentaire\n  - logement\nreviewed: 2026-05-12\neffort: light\n"
        "needs:\n  people: 'Deux personnes: pas une.'\n"
        "steps:\n  - title: Demander\n  - title: Prêter\n    text: Avec une entente.\n"
        "organisations:\n  - atelier\n---\n\n## Le contexte\n\n## Comment savoir que ça marche\n"
    )
    assert tissage(root, "check", "content/practices").returncode == 1
    text = file.read_text(encoding="utf-8").replace("## Le contexte\n", "## Le contexte\n\nUne échelle sert à tous.\n")
    file.write_text(text, encoding="utf-8")
    assert tissage(root, "check", "content/practices").returncode == 0


def test_what_is_required_and_missing_waits_below_its_help(root: Path) -> None:
    done = tissage(root, "new", "organisations", "Le Relais")
    assert done.returncode == 0
    assert done.stderr == "Il reste à remplir\u00a0: Résumé (summary)\n"
    assert done.stdout.startswith("Écrit\u00a0: content/organisations/le-relais.md\n")
    assert (root / "content/organisations/le-relais.md").read_text(encoding="utf-8") == (
        "---\ntitle: Le Relais\n# Résumé (obligatoire)\n# Une ou deux phrases, en langage clair.\nsummary:\n---\n"
    )
    checked = tissage(root, "check", "content/organisations/le-relais.md")
    assert checked.returncode == 1
    assert checked.stdout.count("[missing-field]") == 1
    notice = tissage(root, "new", "notices", "Une table", "--dry-run").stdout
    words = "# Écrivez un de ces mots\u00a0:\n# - offer (Offre)\n# - request (Demande)\ntype:\n"
    assert words in notice


@pytest.mark.parametrize(
    "name", ["practices", "pratiques", "Bonne pratique", "bonnes PRATIQUES", "Good practices", "content/practices"]
)
def test_a_collection_goes_by_all_its_names(name: str, root: Path) -> None:
    done = tissage(root, "new", name, "Essai", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("---\ntitle: Essai\n")


def test_an_unknown_collection_gets_the_nearest_and_the_list(root: Path) -> None:
    before = snapshot(root)
    done = tissage(root, "new", "organisme communautaires", "Essai")
    assert done.returncode == 2
    done = tissage(root, "new", "bone pratique", "Essai")
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines[:2] == ["Il n’y a pas de collection «\u00a0bone pratique\u00a0».", "Écrivez plutôt\u00a0: practices"]
    assert lines[2].startswith("Les collections sont\u00a0: practices (Bonnes pratiques), stories (")
    assert snapshot(root) == before


@pytest.mark.parametrize("place", ["content/practices/essai.md", "content/practices/essai/index.md"])
def test_a_taken_name_is_told_and_nothing_is_touched(place: str, root: Path) -> None:
    write(root, {place: sheet("Un essai")})
    before = snapshot(root)
    done = tissage(root, "new", "practices", "Essai!", *GIVEN)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Une fiche porte déjà ce nom\u00a0: {place}. Complétez celle-là, ou choisissez un titre qui dit ce qui"
        " distingue la vôtre.\n"
    )
    assert snapshot(root) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--field", "efort=Léger"], "Il n’y a pas de champ «\u00a0efort\u00a0» ici.\nÉcrivez plutôt\u00a0: effort"),
        (["--field", "effort=énorme"], "effort=énorme\n«\u00a0énorme\u00a0» n’est pas un des choix"),
        (["--field", "effort"], "«\u00a0effort\u00a0» n’est pas un champ avec sa valeur"),
        (
            ["--field", "effort=Léger", "--field", "effort=Moyen"],
            "Le champ «\u00a0effort\u00a0» prend une seule valeur",
        ),
        (["--field", "reviewed=le 32 mai"], "reviewed=le 32 mai\n«\u00a0le 32 mai\u00a0» ne se lit pas comme une date"),
        (["--body", "absent.md"], "absent.md: "),
        (
            ["--field", "steps=a", "--field", "steps.title=b"],
            "«\u00a0steps\u00a0» et «\u00a0steps.title\u00a0» donnent le même champ de deux façons\u00a0:",
        ),
        (
            ["--field", "steps.0.title=b", "--field", "Les étapes=a"],
            "«\u00a0Les étapes\u00a0» et «\u00a0steps.0.title\u00a0» donnent le même champ de deux façons\u00a0:",
        ),
        (
            ["--field", "effort=Léger", "--field", "Effort=Moyen"],
            "«\u00a0Effort\u00a0» et «\u00a0effort\u00a0» donnent le même",
        ),
        (
            ["--field", "steps.title=b", "--field", "steps.0.title=a"],
            "steps.0.title=a\nCe champ est donné deux fois, de deux façons\u00a0: gardez-en une.\n",
        ),
    ],
)
def test_what_does_not_fit_is_wrong_usage(arguments: list[str], said: str, root: Path) -> None:
    before = snapshot(root)
    done = tissage(root, "new", "practices", "Essai", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said), done.stderr
    assert snapshot(root) == before


def test_a_body_comes_from_a_file(root: Path, tmp_path: Path) -> None:
    (tmp_path / "texte.md").write_bytes("\ufeff## Ici\r\n\r\nDu texte.\r\n".encode())
    done = tissage(root, "new", "practices", "Essai", "--body", str(tmp_path / "texte.md"), "--dry-run")
    assert done.stdout.endswith("---\n\n## Ici\n\nDu texte.\n")


def test_a_title_is_needed_where_nobody_can_be_asked(root: Path) -> None:
    done = tissage(root, "new", "practices")
    assert (done.returncode, done.stderr) == (2, "Il manque le titre\u00a0: écrivez-le après la collection.\n")


@pytest.mark.parametrize("title", ["../../../tmp/x", "/etc/passwd", "a\nb: c", "README", "con", "\x1b[2J", "???"])
def test_a_hostile_title_stays_in_its_folder(title: str, root: Path) -> None:
    before = set(snapshot(root))
    done = tissage(root, "new", "practices", title)
    assert "Traceback" not in done.stderr
    new = set(snapshot(root)) - before
    assert len(new) <= 1
    assert all(name.startswith("content/practices/") and name.count("/") == 2 for name in new)
    assert new or "ne peut pas servir de nom de fichier ici" in done.stderr


def test_without_a_site_nothing_is_written(tmp_path: Path) -> None:
    done = tissage(tmp_path, "new", "practices", "Essai")
    assert done.returncode == 2
    assert done.stderr.startswith("Il n’y a pas de site dans «\u00a0")
    assert list(tmp_path.iterdir()) == []


def test_a_link_out_of_the_site_is_not_written_through(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    (root / "content/news").symlink_to(tmp_path / "ailleurs")
    done = tissage(root, "new", "news", "Essai")
    assert done.returncode == 1
    assert "[symbolic-link]" in done.stderr
    assert list((tmp_path / "ailleurs").iterdir()) == []


def test_a_collection_of_the_site_begins_as_it_says(root: Path) -> None:
    configure(root, theme={"name": "material", "language": "en"})
    write(
        root,
        {
            "content/_collections/recipes.yml": "source: content/recipes\nurl: recettes\n"
            "outline: {fr: [Ce qu’il faut], en: [What it takes, How to]}\n"
            "label: {fr: {one: Recette, many: Recettes}, en: {one: Recipe, many: Recipes}}\n"
        },
    )
    done = tissage(root, "new", "recipe", "Soup", "--dry-run")
    assert done.stdout.endswith("---\n\n## What it takes\n\n## How to\n")
    done = tissage(root, "new", "news", "Soup", "--dry-run")
    assert done.stdout.endswith("---\n\n## Context\n")
