"""What a contributor writes is shown as text and runs nowhere: not in the build, not in a reader's browser."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Final

import pytest

from tools.builds import Build, build, built, configure, sheet, snapshot, write
from tools.hostile import FILES, LINKS, TITLES, hostile_site
from tools.html import main, meta, text, texts

ADDRESSES: Final = ("href", "src", "action", "formaction", "data", "poster", "srcset", "content", "xlink:href")
RUNS: Final = re.compile(r"[\s\x00-\x1f]*(?:javascript|vbscript|data)\s*:", re.I)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The hostile site, built with its address, so that everything that a page may say is said."""
    return built(hostile_site(tmp_path_factory.mktemp("hostile"), site_url="https://exemple.org/"))


def test_no_script_is_theirs(hostile: Build) -> None:
    for path, page in hostile.pages.items():
        for script in page.iter("script"):
            if "json" in script.get("type", ""):
                json.loads(script.text or "")
            else:
                assert "PIRATE" not in (script.text or "") + script.get("src", ""), path
        for style in page.iter("style"):
            assert "PIRATE" not in (style.text or ""), path


def test_no_element_and_no_attribute_is_theirs(hostile: Build) -> None:
    for path, page in hostile.pages.items():
        for element in page.iter():
            assert not any(name.startswith("on") for name in element.attrib), (path, element.attrib)
            assert "autofocus" not in element.attrib, path
            assert "PIRATE" not in element.get("style", ""), path
            for name in ADDRESSES:
                theirs = "PIRATE" in element.get(name, "")
                assert not (theirs and RUNS.match(element.get(name, ""))), (path, element.attrib)
        assert not [image for image in page.iter("img") if image.get("src") == "x"], path


def test_every_page_still_closes_its_elements(hostile: Build) -> None:
    assert {path: slips for path, (_, slips) in hostile.read.items() if slips} == {}


def test_titles_show_as_they_are_written(hostile: Build) -> None:
    for slug, title in TITLES.items():
        page = hostile.page(f"pratiques/{slug}/")
        assert texts(list(page.iter("h1"))) == [title]
        assert text(page.find("html/head/title")).startswith(title)
        assert meta(page, "og:title") == title
        assert meta(page, "description") == meta(page, "og:description")
        assert "7*191" in (meta(page, "description") or "")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "pratiques/",
        "catalogue/",
        "territoires/ile-pirate/",
        "champs-d-action/mutualisation/",
        "organismes/pirates/",
    ],
)
def test_lists_name_the_sheets_as_they_are_written(hostile: Build, address: str) -> None:
    shown = set(texts(list(main(hostile.page(address)).iter("a"))))
    named = shown & set(TITLES.values())
    assert len(named) == (2 if address == "" else len(TITLES))


def test_names_of_terms_and_collections_show_as_they_are_written(hostile: Build) -> None:
    name = TITLES["image"]
    assert text(hostile.page("territoires/ile-pirate/").find(".//h1")) == name
    assert text(hostile.page("pratiques/").find(".//h1")) == f"Pratiques {name}"
    home = hostile.page("")
    menu = {text(element) for tag in ("a", "span") for element in home.iter(tag)}
    assert f"Menu {name}" in menu
    assert f"Pratiques {name}" in menu
    facts = text(main(hostile.page("pratiques/gabarit/")))
    assert facts.count(name) >= 2


def test_nothing_of_theirs_is_computed(hostile: Build) -> None:
    for path, page in hostile.pages.items():
        assert "1337" not in text(page), path
    assert "{{ 7*191 }}" in text(main(hostile.page("pratiques/gabarit/")))


def test_code_in_a_text_shows_as_code(hostile: Build) -> None:
    body = main(hostile.page("pratiques/balise/"))
    assert "<script>PIRATE()</script>" in texts(list(body.iter("code")))


def test_no_file_that_could_run_is_published(hostile: Build) -> None:
    theirs = [path for path in snapshot(hostile.site) if path.rpartition("/")[2] in FILES]
    assert theirs == []


def test_a_redirection_names_its_sheet_as_it_is_written(hostile: Build) -> None:
    for slug, title in TITLES.items():
        page = hostile.page(f"pratiques/vieux-{slug}/")
        assert text(page.find(".//a")) == title
        assert page.find(".//script") is None


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A site with a hostile link in each sheet."""
    root = tmp_path_factory.mktemp("links")
    configure(root)
    titles = ["abcdefghijklmnopqrstuvwxyz"[number] * 8 for number in range(len(LINKS))]
    links = enumerate(zip(titles, LINKS, strict=True))
    write(root, {f"content/practices/lien-{number}.md": sheet(title, link) for number, (title, link) in links})
    return build(root)


def test_the_links_that_could_run_stop_the_build(refused: Build) -> None:
    told = {int(number) for number in re.findall(r"practices/lien-(\d+)\.md:\d+:\d+: erreur", refused.err)}
    silent = [link for number, link in enumerate(LINKS) if number not in told]
    assert refused.code == 1
    assert silent == []


def test_a_link_to_a_script_is_explained_at_its_line(refused: Build) -> None:
    assert (
        "content/practices/lien-0.md:7:1: erreur [bad-link-scheme]\n"
        "  Un lien qui commence par « javascript: » n’est pas permis.\n"
        "    7 | [x](javascript:PIRATE())\n"
        "      | ^^^^^^^^^^^^^^^^^^^^^^^^\n"
    ) in refused.err.replace("\u00a0", " ")


def test_a_picture_on_another_host_is_not_fetched_by_readers(tmp_path: Path) -> None:
    """It would tell that host who reads what: the sheet is refused, or the page only links to the picture."""
    configure(tmp_path)
    write(tmp_path, {"content/organisations/un.md": sheet("Un", "![Une photo](https://exemple.org/photo.png)")})
    done = build(tmp_path)
    assert "content/organisations/un.md:7:1: " in done.said
    if done.code == 0:
        assert [img.get("src") for img in main(done.page("organismes/un/")).iter("img")] == []


@pytest.mark.parametrize("field", ["website", "sources"])
def test_an_address_field_takes_no_script(tmp_path: Path, field: str) -> None:
    configure(tmp_path)
    address = "javascript:PIRATE()"
    value = address if field == "website" else [{"title": "Un", "url": address}]
    write(tmp_path, {"content/organisations/un.md": sheet("Un", **{field: value})})
    done = build(tmp_path)
    assert done.code == 1
    assert "erreur [bad-link-scheme]" in done.err


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("content/images", "secret"),
        ("content/practices/photos", "secret"),
        ("content/loop", "."),
        ("content/_collections/x.yml", "secret/token.yml"),
        ("content/organisations/x.md", "secret/token.yml"),
        ("stories", "secret"),
    ],
)
def test_nothing_is_read_or_published_through_a_symbolic_link(tmp_path: Path, link: str, target: str) -> None:
    root = tmp_path / "site"
    configure(root)
    write(root, {"content/organisations/un.md": sheet("Un")})
    write(tmp_path, {"secret/token.yml": "PIRATE: abc\n", "secret/key.html": "<script>PIRATE()</script>"})
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(target if target == "." else tmp_path / target)
    done = build(root)
    assert done.code == 1
    assert f"{link}:1:1: erreur [symbolic-link]" in done.err
    assert "PIRATE" not in done.said
    assert not done.site.exists()


def test_a_name_that_no_disk_holds_is_told_like_any_other(tmp_path: Path) -> None:
    configure(tmp_path)
    name = "a" * 300
    write(
        tmp_path,
        {"content/organisations/un.md": sheet("Un", f"[[practices/{name}]] et [x]({name}.md)", aliases=[name])},
    )
    done = build(tmp_path)
    assert done.code == 1
    assert "Traceback" not in done.said
    for code in ("unknown-wikilink", "broken-link", "bad-alias"):
        assert f"erreur [{code}]" in done.err


@pytest.mark.parametrize("alias", ["organismes/un/index.html", "practices/photo.png/x", "stories/photo.png"])
def test_a_former_address_cannot_stand_on_a_file(tmp_path: Path, alias: str) -> None:
    configure(tmp_path)
    write(tmp_path, {"content/organisations/un.md": sheet("Un", aliases=[alias])})
    write(tmp_path, {"content/practices/photo.png": "x", "stories/photo.png": "x"})
    done = build(tmp_path)
    assert done.code == 1
    assert "Traceback" not in done.said
    assert re.search(r"erreur \[(bad-alias|same-address)\]", done.err)


def test_a_file_of_the_content_does_not_take_the_place_of_an_export(tmp_path: Path) -> None:
    configure(tmp_path)
    write(tmp_path, {"content/organisations/un.md": sheet("Un"), "content/catalogue.json": "PIRATE"})
    done = build(tmp_path)
    assert done.code == 0
    assert "PIRATE" not in (done.site / "catalogue.json").read_text(encoding="utf-8")


def test_thousands_of_slips_in_a_sheet_are_told_in_time(tmp_path: Path) -> None:
    configure(tmp_path)
    headings = "".join(f"## h{number:05}xx\n\n" for number in range(2000))
    links = "".join(f"[a](#h{number:05}yy)\n\n" for number in range(2000))
    write(tmp_path, {"content/organisations/un.md": sheet("Un", headings + links)})
    before = sum(os.times()[2:4])
    done = build(tmp_path)
    assert done.code == 1
    assert done.err.count("erreur [broken-anchor]") == 2000
    assert sum(os.times()[2:4]) - before < 20  # seconds of processor, which no other program takes away
