"""What a site sets in its `mkdocs.yml`, and what comes of a slip there."""

from __future__ import annotations

from pathlib import Path

from tools import html
from tools.builds import build, built, configure, sheet, small_site, write


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
