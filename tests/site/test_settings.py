"""What a site sets in its `mkdocs.yml`, and what comes of a slip there."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from tissage.yaml_errors import explain
from tools import html
from tools.builds import build, built, configure, sheet, small_site, tissage, write


def test_a_sites_own_styles_come_after_ours(tmp_path: Path) -> None:
    small_site(tmp_path, extra_css=["assets/ours.css"])
    write(tmp_path, {"content/assets/ours.css": ":root { --tissage-band: 1px; }"})
    links = built(tmp_path).page("").iter("link")
    styles = [link.get("href") for link in links if link.get("rel") == "stylesheet"]
    assert styles[-2:] == ["assets/tissage/styles.css", "assets/ours.css"]


def test_a_site_under_another_licence_says_so_in_its_citations(tmp_path: Path) -> None:
    small_site(tmp_path, extra={"licence": "CC BY-SA 4.0"})
    said = html.text(built(tmp_path).page("organismes/atelier/").find(".//details"))
    assert said.endswith("CC BY-SA 4.0.")


def test_fields_of_action_and_collections_have_their_icon(tmp_path: Path) -> None:
    home = built(small_site(tmp_path)).page("")
    marked = [e for e in home.iter("span") if e.get("class") == "tissage-symbol"]
    assert len(marked) > 10
    assert all(e.get("aria-hidden") == "true" and e.find("svg") is not None for e in marked)


def test_an_icon_that_no_theme_has_leaves_no_trace(tmp_path: Path) -> None:
    small_site(tmp_path)
    write(tmp_path, {"content/_collections/practices.yml": "icon: ../../../etc/passwd\n"})
    listed = [e for e in built(tmp_path).page("").iter("ul") if "tissage-collections" in (e.get("class") or "")]
    icons = {html.text(e.find(".//a")): e.find(".//svg") is not None for one in listed for e in one.iter("li")}
    assert not icons.pop("Bonnes pratiques")
    assert all(icons.values())


def test_the_empty_corner_of_a_table_is_no_heading(tmp_path: Path) -> None:
    configure(tmp_path)
    write(tmp_path, {"content/organisations/un.md": sheet("Un", "| | Lundi |\n|---|---|\n| Matin | 3 |\n")})
    table = built(tmp_path).page("organismes/un/").find(".//table")
    assert table is not None
    assert [cell.tag for cell in table.iter() if cell.tag in ("th", "td")] == ["td", "th", "td", "td"]


def test_a_folder_of_pages_elsewhere_is_refused_in_a_sentence(tmp_path: Path) -> None:
    root = tmp_path / "site"
    configure(root, docs_dir="../ailleurs")
    write(tmp_path, {"ailleurs/index.md": "# Ailleurs\n"})
    done = build(root)
    assert done.code == 1
    assert "doit se trouver dans le dossier du site." in done.said
    assert "Traceback" not in done.said


def test_a_display_of_the_sites_own_may_look_at_the_page(tmp_path: Path) -> None:
    small_site(tmp_path, theme={"name": "material", "custom_dir": "overrides"})
    show = "{% macro show(field, value, page) %}<b class='own'>{{ page.sheet.title }}</b>{% endmacro %}"
    write(tmp_path, {"overrides/tissage/displays/term.html": show})
    site = built(tmp_path)
    for address, title in (
        ("pratiques/partager-un-camion/", "Partager un camion"),
        ("histoires/le-camion/", "Le camion de la rue"),
    ):
        own = [html.text(e) for e in site.page(address).iter("b") if e.get("class") == "own"]
        assert own
        assert set(own) == {title}


def test_where_pages_end_in_html_a_sheet_finds_the_pages_by_hand(tmp_path: Path) -> None:
    small_site(tmp_path, use_directory_urls=False)
    text = "[Une page](../a-propos.md) et [un dossier](../guide/README.md), [plus bas](../guide/a.md#bas)."
    pages = {"content/guide/README.md": "# Guide\n", "content/guide/a.md": "# A\n\n## Bas\n"}
    write(tmp_path, {"content/organisations/un.md": sheet("Un", text), **pages})
    links = html.links(html.main(built(tmp_path, "--strict").page("organismes/un.html")))
    assert links["Une page"] == "../a-propos.html"
    assert links["un dossier"] == "../guide/index.html"
    assert links["plus bas"] == "../guide/a.html#bas"


def test_settings_that_cannot_be_read_get_no_hint_about_what_they_lack(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "extra:\n\tcontact: info@exemple.org\n", "content/a.md": "# A\n"})
    done = tissage(tmp_path, "check")
    assert done.returncode == 1
    assert done.stdout.replace("\u00a0", " ") == (
        "mkdocs.yml:2:1: erreur [yaml-tab]\n"
        "  Une tabulation sert à décaler cette ligne.\n"
        "    2 |  contact: info@exemple.org\n"
        "      | ^\n"
        "  Remplacez la tabulation par des espaces.\n"
        "  Écrivez plutôt :   contact: info@exemple.org\n"
        "\n"
        "En tout : 1 erreur, 0 avertissement, 0 conseil.\n"
    )


def test_a_folder_of_pages_that_is_not_there_is_all_that_is_said(tmp_path: Path) -> None:
    configure(tmp_path, docs_dir="contenu")
    write(tmp_path, {"content/a.md": "# A\n"})
    done = tissage(tmp_path, "check")
    assert done.returncode == 1
    assert done.stdout.replace("\u00a0", " ") == (
        "mkdocs.yml:3:11: erreur [no-pages-folder]\n"
        "  Le dossier des pages, « contenu », n’existe pas.\n"
        "    3 | docs_dir: contenu\n"
        "      |           ^^^^^^^\n"
        "  Gardez la ligne « INHERIT » du fichier qui vient avec Tissage, ou écrivez le bon dossier à « docs_dir ».\n"
        "\n"
        "En tout : 1 erreur, 0 avertissement, 0 conseil.\n"
    )


def test_a_folder_that_is_no_site_is_said_to_be_none(tmp_path: Path) -> None:
    for more in ([], ["--settings"]):
        done = tissage(tmp_path, "check", *more)
        assert done.returncode == 2
        assert done.stdout == ""
        said = f"Il n’y a pas de site dans « {tmp_path} » : allez d’abord dans le dossier de son mkdocs.yml.\n"
        assert done.stderr.replace("\u00a0", " ") == said


def test_the_settings_alone_are_looked_at_without_the_sheets(tmp_path: Path) -> None:
    small_site(tmp_path, extra={"contact": "info@exemple.org", "mine": True})
    write(tmp_path, {"content/practices/faux.md": "Rien."})
    assert tissage(tmp_path, "check", "--settings").stdout == "Tout est en ordre.\n"
    assert tissage(tmp_path, "check").returncode == 1


def test_thousands_of_lines_that_look_like_slips_do_not_hold_up_the_check() -> None:
    text = "nav:\n" + "  - À propos: a.md\n" * 3_000 + "extra: [\n"
    with pytest.raises(yaml.YAMLError) as broken:
        yaml.compose(text)
    start = time.process_time()
    assert explain(broken.value, text, "mkdocs.yml", 1).code == "yaml-syntax"
    assert time.process_time() - start < 30


def test_a_folder_of_pages_that_the_host_alone_can_find_is_left_to_it(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "site_name: Essai\ndocs_dir: !ENV [DOSSIER, content]\n", "content/a.md": "# A\n"})
    assert tissage(tmp_path, "check", "--settings").stdout == "Tout est en ordre.\n"


def test_a_page_of_the_menu_that_is_not_there_stops_the_build_in_french(tmp_path: Path) -> None:
    small_site(tmp_path, nav=[{"À propos": "a-prpos.md"}])
    done = build(tmp_path)
    assert done.code == 1
    assert (
        "mkdocs.yml:4:13: erreur [page-missing]\n"
        "  Il n’y a pas de page « a-prpos.md ».\n"
        "    4 | - À propos: a-prpos.md\n"
        "      |             ^^^^^^^^^^\n"
        "  Vérifiez son nom, majuscules comprises : le chemin part du dossier « content ». Ou retirez cette ligne.\n"
        "  Écrivez plutôt : a-propos.md\n"
    ) in done.said.replace("\u00a0", " ")


def test_a_near_miss_below_extra_is_told_and_stops_nothing(tmp_path: Path) -> None:
    done = built(small_site(tmp_path, extra={"contct": "info@exemple.org"}), "--strict")
    assert "« contct » n’est pas lu : cela ressemble à « contact »." in done.said.replace("\u00a0", " ")


def edited_at(root: Path) -> list[list[str]]:
    """Where one edits a sheet of each root, and a page by hand."""
    site = built(root)
    addresses = ("pratiques/partager-un-camion/", "histoires/le-camion/", "boite-a-outils/pret-de-camion/", "a-propos/")
    links = ([a for a in site.page(address).iter("a") if "depot" in a.get("href", "")] for address in addresses)
    return [
        [a.get("href", "") for a in found if a.get("rel") == "edit" or "content-button" in str(a.attrib)]
        for found in links
    ]


def test_a_template_says_where_one_edits_a_sheet_as_well(tmp_path: Path) -> None:
    url = "https://forge.exemple.org/depot"
    small_site(tmp_path, repo_url=url, edit_uri_template="?path={path!q}&name={path_noext}")
    assert edited_at(tmp_path)[0] == [
        f"{url}/?path=practices%2Fpartager-un-camion.md&name=practices/partager-un-camion"
    ]
    assert edited_at(tmp_path)[1] == [f"{url}/?path=..%2Fstories%2Fle-camion.md&name=../stories/le-camion"]


def test_an_empty_edit_uri_means_that_nothing_is_edited_there(tmp_path: Path) -> None:
    small_site(tmp_path, repo_url="https://forge.exemple.org/depot", edit_uri="")
    assert edited_at(tmp_path) == [[], [], [], []]


def test_a_site_in_english_keeps_no_french_of_ours(tmp_path: Path) -> None:
    small_site(tmp_path, theme={"name": "material", "language": "en"})
    site = built(tmp_path)
    page = html.text(site.page("pratiques/partager-un-camion/"))
    assert "Content under the licence CC BY 4.0, unless stated otherwise." in page
    for path, tree in site.pages.items():
        said = f"{html.text(tree)} {[(e.get('title'), e.get('aria-label')) for e in tree.iter()]}"
        assert "Contenu sous licence" not in said, path
        assert "Passer au mode" not in said, path


def test_a_site_keeps_its_own_words(tmp_path: Path) -> None:
    small_site(tmp_path, theme={"name": "material", "language": "en"}, copyright="Contenu libre")
    assert "Contenu libre" in html.text(built(tmp_path).page("a-propos/"))


def test_without_a_help_no_page_leads_to_it(tmp_path: Path) -> None:
    page = built(small_site(tmp_path)).page("aide/fiches/practices/")
    assert [a.get("href") for a in page.iter("a") if html.text(a) == "Aide"] == []
