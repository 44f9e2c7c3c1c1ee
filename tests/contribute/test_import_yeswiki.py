"""`tissage import` of YesWiki entries: two hundred of them, twice; HTML, maps, hostile entries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools.builds import snapshot, tissage

HTML = (
    '<p>Une <b>rencontre</b> &amp; un <a href="https://exemple.org/x">lien</a>.</p>'
    "<ul><li>un</li><li>deux</li></ul><script>alert(1)</script>"
    "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    '<p><img src="https://exemple.org/i.png" alt="Une image"></p>'
)
MARKDOWN = (
    "Une **rencontre** & un [lien](https://exemple.org/x).\n\n- un\n- deux\n\n"
    "| a   | b   |\n|-----|-----|\n| c   | d   |\n\n"
    "[Une image](https://exemple.org/i.png)"
)


def entry(number: int, **more: Any) -> dict[str, Any]:
    """An entry as the API of a form gives it."""
    return {
        "id_fiche": f"Rencontre{number}",
        "id_typeannonce": "3",
        "date_creation_fiche": "2021-05-12 10:00:00",
        "statut_fiche": "1",
        "bf_titre": f"Rencontre {number}",
        "bf_chapeau": f"Ce que dit la rencontre {number}.",
        "bf_description": HTML,
        "bf_site_internet": "https://exemple.org",
        "checkboxListeChampsDAction": "Logement et locaux,Arts et culture",
        "listeListeTerritoires": "Montérégie",
        "bf_latitude": "45.5",
        "html_output": "<div>…</div>",
        **more,
    }


def lay(folder: Path, entries: Any) -> Path:
    """The export as a file."""
    file = folder / "export.json"
    file.write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
    return file


@pytest.mark.parametrize("shape", ["object", "list"])
def test_two_hundred_entries_come_in_once(shape: str, root: Path, tmp_path: Path) -> None:
    entries = [entry(number) for number in range(1, 201)]
    file = lay(tmp_path, entries if shape == "list" else {one["id_fiche"]: one for one in entries})
    done = tissage(root, "import", str(file), "--to", "stories")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Aucun champ ne s’appelle\u00a0: bf_latitude." in done.stdout
    assert "200\u00a0nouvelles fiches (dont 200\u00a0à compléter)" in done.stdout
    written = (root / "stories/rencontre-7.md").read_text(encoding="utf-8")
    assert written == (
        "---\n# import: yeswiki Rencontre7\ntitle: Rencontre 7\nsummary: Ce que dit la rencontre 7.\n"
        "fields_of_action:\n  - logement\n  - culture\nterritories:\n  - monteregie\nwebsite: https://exemple.org\n---\n\n"
        f"{MARKDOWN}\n\n## À classer\n\n**bf_latitude**\u00a0: 45.5\n"
    )
    checked = tissage(root, "check", "stories")
    assert checked.returncode == 0, checked.stdout
    before = snapshot(root)
    again = tissage(root, "import", str(file), "--to", "stories")
    assert (again.returncode, again.stdout.count("Déjà là")) == (0, 200)
    assert snapshot(root) == before


def test_an_entry_is_known_by_its_id_when_its_sheet_was_given_another_title(root: Path, tmp_path: Path) -> None:
    file = lay(tmp_path, [entry(1), entry(2, bf_titre="Rencontre 1")])
    tissage(root, "import", str(file), "--to", "stories")
    sheet = root / "stories/rencontre-1.md"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("title: Rencontre 1", "title: Le premier soir"), "utf-8")
    before = snapshot(root)
    done = tissage(root, "import", str(file), "--to", "stories")
    assert done.stdout.splitlines()[:2] == [
        "Déjà là\u00a0: stories/rencontre-1.md (fiche 1)",
        "Déjà là\u00a0: stories/rencontre-1-2.md (fiche 2)",
    ]
    assert snapshot(root) == before


def test_a_map_says_what_fields_and_their_words_are_here(root: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "champs.yml"
    mapping.write_text(
        "listeListeTheme: {to: fields_of_action, values: {1: logement, 2: culture}}\n"
        "bf_quand: period\nbf_latitude: ''\nbf_autre: body\n",
        encoding="utf-8",
    )
    one = entry(1, listeListeTheme="1,2", bf_quand="de mai 2019 à juin 2021", bf_autre="La suite.")
    del one["checkboxListeChampsDAction"]
    done = tissage(root, "import", str(lay(tmp_path, [one])), "--to", "stories", "--map", str(mapping))
    assert (done.returncode, done.stderr) == (0, "")
    written = (root / "stories/rencontre-1.md").read_text(encoding="utf-8")
    assert "fields_of_action:\n  - logement\n  - culture\n" in written
    assert "period:\n  start: 2019-05\n  end: 2021-06\n" in written
    assert written.endswith(f"{MARKDOWN}\n\nLa suite.\n")


@pytest.mark.parametrize("text", ["[", "- a", "bf_titre: nulle_part", "bf_titre: [a]", "a: {to: title, values: 3}"])
def test_a_map_that_cannot_be_used_gets_a_sentence(text: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "m.yml").write_text(text, encoding="utf-8")
    before = snapshot(root)
    file = lay(tmp_path, [entry(1)])
    done = tissage(root, "import", str(file), "--to", "stories", "--map", str(tmp_path / "m.yml"))
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        "Impossible d’utiliser" in done.stderr or "Il n’y a pas de champ «\u00a0nulle_part\u00a0» ici." in done.stderr
    )
    assert snapshot(root) == before


def test_hostile_html_stays_within_its_entry(root: Path, tmp_path: Path) -> None:
    hostile = [
        "<p>a<table><tr><td>b",
        "<!-- <p>caché",
        "</div></div></body><p>c</p>",
        '<a href="javascript:alert(1)">d</a><p onclick="x()">e</p>',
        "<textarea><p>f",
        "<p>" + "<div>" * 3000 + "g",
        "<style>p{</style><p>h</p>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    ]
    entries = [entry(n, bf_description=text) for n, text in enumerate(hostile)]
    for one in entries:
        del one["bf_latitude"]
    done = tissage(root, "import", str(lay(tmp_path, entries)), "--to", "stories")
    assert "Traceback" not in done.stderr
    if done.returncode == 1 and not done.stdout:  # nesting that deep is refused as a whole
        assert "a trop de niveaux" in done.stderr
        return
    bodies = [
        (root / f"stories/rencontre-{n}.md").read_text("utf-8").partition("---\n\n")[2] for n in range(len(hostile))
    ]
    assert "| b" in bodies[0]
    assert bodies[2] == "c\n"
    assert bodies[3] == "d\n\ne\n"
    assert bodies[7] == "\\<script\\>alert(1)\\</script\\>\n"
    assert tissage(root, "check", "stories").stdout.count("[raw-html]") == 0


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "3", '{"a": 1}', "[1, 2]", "[" * 100_000, '{"bf_titre": ', "\x00", "null"]
)
def test_what_is_no_export_gets_a_sentence(text: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    file.write_text(text, encoding="utf-8")
    before = snapshot(root)
    done = tissage(root, "import", str(file), "--to", "stories")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Ce n’est pas un fichier JSON de fiches YesWiki.\n"
    assert snapshot(root) == before


def test_entries_with_odd_values_and_ids(root: Path, tmp_path: Path) -> None:
    entries = [
        {"bf_titre": "../../x", "id_fiche": "../../y\n---\ntitle: z"},
        {"bf_titre": None, "id_fiche": "Vide"},
        {"bf_titre": ["a", "b"], "x": {"y": {"z": 1}}, "bf_chapeau": True},
    ]
    before = snapshot(tmp_path)
    file = lay(tmp_path, entries)
    done = tissage(root, "import", str(file), "--to", "stories")
    assert "Pas importé\u00a0: fiche 2\n" in done.stdout
    new = {name for name in snapshot(tmp_path) if name not in before and name != "export.json"}
    assert new == {"site/stories/x.md", "site/stories/a-b.md"}
    text = (root / "stories/x.md").read_text(encoding="utf-8")
    assert text.startswith("---\n# import: yeswiki ../../y --- title: z\ntitle: ../../x\n")
    after = snapshot(root)
    assert "Déjà là\u00a0: stories/x.md" in tissage(root, "import", str(file), "--to", "stories").stdout
    assert snapshot(root) == after


def test_a_break_that_ends_a_paragraph_leaves_no_mark(root: Path, tmp_path: Path) -> None:
    html = "<p><br>Un<br>deux<br></p><ul><li>trois<br></li></ul><p><br></p>"
    one = entry(1, bf_description=html)
    del one["bf_latitude"]
    tissage(root, "import", str(lay(tmp_path, [one])), "--to", "stories")
    assert (root / "stories/rencontre-1.md").read_text(encoding="utf-8").endswith("---\n\nUn\\\ndeux\n\n- trois\n")


def bare(number: int, **more: Any) -> dict[str, Any]:
    """An entry of which nothing is left to sort."""
    return {name: value for name, value in entry(number, **more).items() if name != "bf_latitude"}


def test_what_the_wiki_does_not_publish_stays_there_unless_asked_for(root: Path, tmp_path: Path) -> None:
    file = lay(tmp_path, [bare(1), bare(2, statut_fiche="0"), bare(3, statut_fiche=0)])
    done = tissage(root, "import", str(file), "--to", "stories")
    assert (
        "2\u00a0fiches que l’autre site ne publie pas ont été laissées de côté."
        " Avec --unpublished, elles viennent aussi.\n"
    ) in done.stdout
    assert [path.name for path in (root / "stories").glob("rencontre-*")] == ["rencontre-1.md"]
    done = tissage(root, "import", str(file), "--to", "stories", "--unpublished")
    assert "laissées de côté. Avec" not in done.stdout
    assert "2\u00a0nouvelles fiches" in done.stdout
    done = tissage(root, "import", "x.csv", "--to", "stories", "--unpublished")
    assert (done.returncode, done.stderr) == (2, "--unpublished ne sert qu’aux fiches de YesWiki.\n")


def test_what_the_wiki_keeps_for_itself_is_told_once(root: Path, tmp_path: Path) -> None:
    more = {"user": "MarieT", "geolocation": {"bf_latitude": "45.5"}}
    done = tissage(root, "import", str(lay(tmp_path, [bare(1, **more), bare(2, **more)])), "--to", "stories")
    told = (
        "Laissé de côté, car l’autre site le garde pour lui\u00a0: id_typeannonce, date_creation_fiche, statut_fiche,"
        " html_output, user, geolocation.\n"
    )
    assert done.stdout.count(told) == 1
    assert "MarieT" not in (root / "stories/rencontre-1.md").read_text(encoding="utf-8")


def test_an_address_of_somebody_does_not_become_public(root: Path, tmp_path: Path) -> None:
    private = {"bf_mail": "marie@exemple.org", "bf_referente": "lou@exemple.org", "bf_courriel": "lou chez exemple"}
    file = lay(tmp_path, [bare(1, **private), bare(2, bf_mail="marie@exemple.org")])
    done = tissage(root, "import", str(file), "--to", "stories")
    assert (
        "4\u00a0adresses de courriel ont été laissées de côté, car elles sont peut-être privées et une fiche est"
        " publique\u00a0: bf_mail, bf_referente, bf_courriel.\n"
    ) in done.stdout
    text = (root / "stories/rencontre-1.md").read_text(encoding="utf-8")
    assert not any(written in text for written in private.values())


def test_an_address_goes_where_it_stays_off_the_site_or_where_the_map_says(root: Path, tmp_path: Path) -> None:
    file = lay(tmp_path, [bare(1, bf_mail="marie@exemple.org")])
    done = tissage(root, "import", str(file), "--to", "organisations")
    assert "adresse de courriel" not in done.stdout
    assert "\nemail: marie@exemple.org\n" in (root / "content/organisations/rencontre-1.md").read_text("utf-8")
    (tmp_path / "champs.yml").write_text("bf_mail: body\n", encoding="utf-8")
    tissage(root, "import", str(file), "--to", "stories", "--map", str(tmp_path / "champs.yml"))
    assert (root / "stories/rencontre-1.md").read_text(encoding="utf-8").endswith("\n\nmarie@exemple.org\n")
