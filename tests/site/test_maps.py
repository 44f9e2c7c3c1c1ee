"""The map of a vocabulary counts what its pages hold, and leads to them; its table says the same."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import join, normpath
from typing import Final
from xml.etree.ElementTree import Element

import pytest

from tools.builds import Build, built, sheet, small_site, write
from tools.html import by_class, links, main, text, texts

REGIONS: Final = [f"{number:02}" for number in range(1, 18)]
COUNT: Final = re.compile(r"(\w+) (.+) : (\d+) fiches?")
QUARTERS: Final = """\
id: quarters
url: quartiers
label: {fr: {one: Quartier, many: Quartiers}, en: {one: Quarter, many: Quarters}}
terms:
  nord: {label: {fr: Le Nord}, tile: {column: 1, row: 1, width: 2}}
  port:
    label: {fr: Le Port}
    tile: {column: 1, row: 2}
    terms:
      quai: {label: {fr: Le Quai}, tile: {column: 1, row: 1}}
      phare: {label: {fr: Le Phare}, tile: {column: 2, row: 1}}
  ailleurs: {label: {fr: Ailleurs}}
"""
FIELD: Final = "fields:\n  quarter: {kind: term, vocabulary: quarters, label: {fr: Quartier, en: Quarter}}\n"


def tiles(page: Element) -> dict[str, tuple[str, int]]:
    """What the tiles of a page say to those who listen: by their numbers, the name and how many sheets."""
    said = [COUNT.fullmatch(" ".join(tile.get("aria-label", "").split())) for tile in by_class(page, "tissage-tile")]
    return {one[1]: (one[2], int(one[3])) for one in said if one}


def rows(page: Element) -> dict[str, tuple[str, int]]:
    """The same from the tables beside the maps."""
    found = [texts(list(row)) for map in by_class(page, "tissage-map") for row in map.iterfind(".//tbody/tr")]
    return {key: (name, int(size)) for key, name, size in found}


@pytest.mark.parametrize("address", ["", "territoires/"])
def test_the_regions_are_on_the_map_and_in_the_table_with_what_their_pages_hold(plain: Build, address: str) -> None:
    page = main(plain.page(address))
    shown = tiles(page)
    assert sorted(shown) == REGIONS
    assert rows(page) == shown
    for tile in by_class(page, "tissage-tile"):
        target = plain.page(normpath(join(address, tile.get("href", ""))) + "/")
        key, name, size = COUNT.fullmatch(" ".join(tile.get("aria-label", "").split())).groups()  # type: ignore[union-attr]
        assert text(target.find(".//h1")) == name
        assert text(by_class(main(target), "tissage-count")[0]).split()[0] == size
        assert texts(by_class(tile, "tissage-tile__key") + by_class(tile, "tissage-tile__count")) == [key, size]


def test_a_region_without_sheets_is_quiet_and_a_link_all_the_same(plain: Build) -> None:
    quiet = by_class(plain.page("territoires/"), "tissage-tile--0")
    assert quiet
    assert all(tile.tag == "a" and tile.get("href") for tile in quiet)


def test_the_tree_below_the_map_lists_what_has_sheets(plain: Build) -> None:
    [tree, *_] = by_class(plain.page("territoires/"), "tissage-terms")
    assert not by_class(tree, "tissage-terms__empty")
    assert {name for name, size in tiles(plain.page("territoires/")).values() if size} <= set(links(tree))


def test_a_vocabulary_without_tiles_has_no_map(plain: Build) -> None:
    assert not by_class(plain.page("champs-d-action/"), "tissage-map")


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A small site that draws a map of its own, and not that of the regions."""
    root = small_site(tmp_path_factory.mktemp("mapped"))
    files = {
        "content/_vocabularies/quarters.yml": QUARTERS,
        "content/_vocabularies/territories.yml": "map: false\n",
        "content/_collections/practices.yml": FIELD,
        "content/practices/phare.md": sheet("Garder le phare", quarter="phare"),
        "content/practices/quai.md": sheet("Balayer le quai", quarter="quai"),
        "content/practices/nord.md": sheet("Déneiger", quarter="nord"),
    }
    write(root, files)
    return built(root, "--strict")


class TestAVocabularyOfTheSite:
    """Its own tiles, some of them below another term."""

    def test_has_its_map_on_the_home_page_and_on_its_own(self, mapped: Build) -> None:
        for address in ("", "quartiers/"):
            assert tiles(mapped.page(address)) == {"1": ("Le Nord", 1), "2": ("Le Port", 2)}

    def test_draws_the_tiles_below_a_term_on_its_page(self, mapped: Build) -> None:
        assert tiles(mapped.page("quartiers/port/")) == {"1": ("Le Phare", 1), "2": ("Le Quai", 1)}

    def test_still_lists_a_term_that_no_tile_leads_to(self, mapped: Build) -> None:
        assert "Ailleurs" in links(main(mapped.page("quartiers/")))

    def test_may_leave_its_map_out(self, mapped: Build) -> None:
        page = main(mapped.page("territoires/"))
        assert not by_class(page, "tissage-map")
        assert "Laval" in links(page)


def test_a_long_name_is_cut_and_whole_for_those_who_listen(tmp_path: Path) -> None:
    name = "Rivière-des-Prairies–Pointe-aux-Trembles et tout le voisinage"
    small_site(tmp_path)
    write(tmp_path, {"content/_vocabularies/quarters.yml": QUARTERS.replace("Le Port", name)})
    page = built(tmp_path).page("quartiers/")
    assert name in [shown for shown, _ in tiles(page).values()]
    drawn = [list(one) for one in by_class(page, "tissage-tile__name")]
    assert any(text(lines[-1]).endswith("…") for lines in drawn)
    assert max(map(len, drawn)) == 3


def test_a_term_may_be_called_as_a_part_of_the_page_is(tmp_path: Path) -> None:
    small_site(tmp_path)
    names = ("contenu", "autres", "liens")
    terms = "terms:\n" + "".join(f"  {name}: {{label: {{fr: {name.title()}}}}}\n" for name in names)
    write(
        tmp_path,
        {
            "content/_vocabularies/fields-of-action.yml": terms,
            "content/_vocabularies/quarters.yml": QUARTERS.replace("quartiers", "collections"),
            **{f"content/practices/{n}.md": sheet(f"Du {n}", fields_of_action=[n]) for n in names},
        },
    )
    made = built(tmp_path)
    for address in ("", "pratiques/", "catalogue/", "champs-d-action/", "champs-d-action/contenu/"):
        ids = [one.get("id") for one in made.page(address).iter() if one.get("id")]
        assert sorted(ids) == sorted(set(ids)), address
