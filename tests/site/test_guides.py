"""The guides keep their promises: their examples are run, and they name every option there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tissage.schema.declarations import COLLECTION, FIELD_OPTIONS, TERM_OPTIONS, VOCABULARY
from tools import html
from tools.builds import REPOSITORY, Build, built, copy_of_ours, sheet, small_site, tissage, write

GUIDES: Final = REPOSITORY / "content" / "aide"
COLLECTIONS: Final = (GUIDES / "ajouter-une-collection.md").read_text(encoding="utf-8")
HOSTING: Final = (GUIDES / "heberger-son-site.md").read_text(encoding="utf-8")
WRITING: Final = (GUIDES / "ecrire-une-fiche.md").read_text(encoding="utf-8")
TITLED: Final = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Our site with every file that the guide of collections shows, built."""
    root = copy_of_ours(REPOSITORY, tmp_path_factory.mktemp("taught"))
    write(root, dict(TITLED.findall(COLLECTIONS)))
    return built(root)


def test_the_guide_of_collections_shows_files_with_their_places() -> None:
    files = [name for name, _ in TITLED.findall(COLLECTIONS)]
    assert len(files) >= 4
    assert all(Path(name).name in COLLECTIONS.replace(f'title="{name}"', "") for name in files)


def test_its_collection_has_a_catalogue_a_sheet_and_a_place_on_the_home_page(taught: Build) -> None:
    assert "Potage du mardi" in html.text(taught.page("recettes/"))
    assert "Recettes" in html.text(taught.page(""))
    assert "40" in html.text(taught.page("recettes/potage-du-mardi/"))
    assert [a.get("href") for a in taught.page("recettes/").iter("a") if "aide/fiches" in (a.get("href") or "")]


def test_its_term_stands_under_the_one_above(taught: Build) -> None:
    assert "Memphrémagog" in html.text(taught.page("territoires/estrie/"))


def test_every_option_is_explained() -> None:
    tables = (COLLECTION, FIELD_OPTIONS, TERM_OPTIONS, VOCABULARY)
    options = {name for table in tables for name in table}
    assert sorted(name for name in options if f"`{name}`" not in COLLECTIONS and f"`{name}:" not in COLLECTIONS) == []


def test_the_sheet_of_the_writing_guide_has_no_finding(tmp_path: Path) -> None:
    root = copy_of_ours(REPOSITORY, tmp_path / "site")
    place = re.search(r"`(content/practices/[\w-]+\.md)`", WRITING)
    example = re.search(r"^```yaml\n(---\n.*?\n---\n.*?)^```$", WRITING, re.MULTILINE | re.DOTALL)
    assert place
    assert example
    assert not (root / place[1]).exists(), "The example would write over a sheet of ours."
    write(root, {place[1]: example[1]})
    done = tissage(root, "check", place[1])
    assert (done.returncode, done.stdout) == (0, "Tout est en ordre.\n")


def test_the_colours_of_the_hosting_guide_are_read_by_the_site(tmp_path: Path) -> None:
    threads = (REPOSITORY / "plugins/tissage/frontend/styles/threads.css").read_text(encoding="utf-8")
    [(name, style)] = TITLED.findall(HOSTING)
    colours = re.findall(r"(--[\w-]+):", style)
    assert len(colours) > 5
    assert [colour for colour in colours if f"{colour}:" not in threads] == []
    small_site(tmp_path, extra_css=[name.removeprefix("content/")])
    write(tmp_path, {name: style})
    done = tissage(tmp_path, "check", "--settings")
    assert (done.returncode, done.stdout) == (0, "Tout est en ordre.\n")


def test_a_collection_that_is_switched_off_leaves_its_sheets_where_they_are(tmp_path: Path) -> None:
    off = re.search(r"`(content/_collections/news\.yml)`[^`]*```yaml\n(.*?)```", COLLECTIONS, re.DOTALL)
    assert off
    small_site(tmp_path)
    write(tmp_path, {off[1]: off[2], "content/news/une-nouvelle.md": sheet("Une nouvelle")})
    done = built(tmp_path)
    assert "Nouvelles" not in html.text(done.page(""))
    assert not (tmp_path / "site" / "nouvelles").exists()
    assert (tmp_path / "content" / "news" / "une-nouvelle.md").is_file()


def test_the_page_on_privacy_names_all_that_the_browser_keeps() -> None:
    scripts = REPOSITORY / "plugins" / "tissage" / "frontend" / "src"
    kept = {
        name
        for file in scripts.rglob("*.ts")
        for name in re.findall(r"[\"`](tissage\.[a-z]+)", file.read_text("utf-8"))
    }
    page = (REPOSITORY / "content" / "confidentialite.md").read_text(encoding="utf-8")
    assert len(kept) == 4
    assert [name for name in kept if f"`{name}" not in page] == []
