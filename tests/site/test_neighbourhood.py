"""The picture of a sheet's neighbourhood shows the sheets of the lists below it, to the eye alone."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from tools.builds import Build, built, sheet, small_site, write
from tools.html import by_class, text, texts

WAYS = ("in", "out")


def listed(page: Element, way: str) -> list[str]:
    """The titles in the list of one way, each once."""
    return list(dict.fromkeys(texts([a for box in by_class(page, f"tissage-relations--{way}") for a in box.iter("a")])))


def drawn(page: Element, way: str) -> list[str]:
    """The titles at the ends of the threads of one way."""
    written = [one for side in by_class(page, f"tissage-knot__{way}") for one in side.iter("text")]
    return [text(one) for one in written if not one.get("class")]


def same(short: str, title: str) -> bool:
    """Whether a title on the picture is this one, cut or not."""
    return title.startswith(short[:-1]) if short.endswith("…") else short == title


def test_it_shows_the_sheets_of_the_lists_in_their_order(plain: Build) -> None:
    pictures = 0
    for path, page in plain.pages.items():
        if not by_class(page, "tissage-knot"):
            assert sum(len(listed(page, way)) for way in WAYS) == 0, path
            continue
        pictures += 1
        for way in WAYS:
            titles, shown = listed(page, way), drawn(page, way)
            assert all(map(same, shown, titles)), path
            rest = texts(
                [one for side in by_class(page, f"tissage-knot__{way}") for one in by_class(side, "tissage-knot__rest")]
            )
            assert rest == ([f"et {len(titles) - len(shown)} autres"] if len(titles) > len(shown) else []), path
    assert pictures > 70


def test_nobody_goes_through_the_links_twice(plain: Build) -> None:
    pictures = [one for page in plain.pages.values() for one in by_class(page, "tissage-knot")]
    assert {one.get("aria-hidden") for one in pictures} == {"true"}
    assert [one for picture in pictures for one in picture.iter("a")] == []


def test_a_sheet_with_one_neighbour_has_its_picture_and_one_without_has_none(tmp_path: Path) -> None:
    small_site(tmp_path)
    files = {"seule": sheet("Seule", organisations=["atelier"]), "isolee": sheet("Isolée")}
    write(tmp_path, {f"content/practices/{slug}.md": text for slug, text in files.items()})
    site = built(tmp_path)
    page = site.page("pratiques/seule/")
    assert listed(page, "out") == drawn(page, "out") == ["L’Atelier du coin"]
    assert not by_class(site.page("pratiques/isolee/"), "tissage-knot")


def test_what_a_text_mentions_is_a_neighbour_too_unless_a_field_says_it(tmp_path: Path) -> None:
    small_site(tmp_path)
    body = "Voir [[organisations/atelier]], [[stories/le-camion]] et encore [[stories/le-camion]]."
    write(tmp_path, {"content/practices/bavarde.md": sheet("Bavarde", body, organisations=["atelier"])})
    page = built(tmp_path).page("pratiques/bavarde/")
    assert listed(page, "out") == drawn(page, "out") == ["L’Atelier du coin", "Le camion de la rue"]
    assert names(page) == ["Organismes", "Mentionne"]


def names(page: Element) -> list[str]:
    """What the relations that a page leads by are called."""
    (links,) = by_class(page, "tissage-relations--out")
    return [text(title) for title in links.iter("dt")]


def test_a_relation_without_a_label_is_called_as_its_field(tmp_path: Path) -> None:
    small_site(tmp_path)
    collection = "id: practices\nfields:\n  friends: {kind: ref, to: practices}\n"
    files = {
        "content/_collections/practices.yml": collection,
        "content/practices/bavarde.md": sheet("Bavarde", friends="partager-un-camion"),
    }
    write(tmp_path, files)
    assert names(built(tmp_path).page("pratiques/bavarde/")) == ["friends"]
