"""What is sensitive shows on its own sheet's page, and nowhere else in the published site."""

from __future__ import annotations

import gzip

import pytest

from tools.builds import Build, build, sheet, small_site, write

WORD = "zibeline"
COLLECTION = """\
id: events
fields:
  secret: {kind: text, sensitive: true, label: {fr: Secret}}
  secret_file: {kind: image, sensitive: true, label: {fr: Image secrète}}
  secret_notes: {kind: markdown, sensitive: true, place: body, label: {fr: Notes secrètes}}
  secret_friend: {kind: ref, to: organisations, sensitive: true, place: relations, label: {fr: Amitié secrète}}
  secret_theme: {kind: term, vocabulary: fields-of-action, group: true, sensitive: true, label: {fr: Champ secret}}
  reviewed: {sensitive: true}
  image: {sensitive: true}
  people:
    kind: group
    many: true
    display: person
    label: {fr: Personnes}
    fields:
      name: {kind: text, label: {fr: Nom}}
      role: {kind: text, sensitive: true, label: {fr: Rôle}}
  hosts:
    kind: group
    many: true
    display: person
    label: {fr: Hôtes}
    fields:
      name: {kind: text, required: true, sensitive: true, label: {fr: Nom}}
      role: {kind: text, label: {fr: Rôle}}
"""
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")


@pytest.fixture(scope="module", params=["served", "from a folder"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    root = small_site(tmp_path_factory.mktemp("sensitive"), site_url="https://exemple.org/")
    fields = {
        "contact": f"{WORD}@exemple.org",
        "secret": WORD,
        "secret_file": f"{WORD}.png",
        "secret_notes": f"Le {WORD}.",
        "secret_friend": "atelier",
        "secret_theme": "logement",
        "reviewed": "2026-01-02",
        "image": {"file": f"{WORD}.png", "alt": f"Une {WORD}"},
        "people": [{"name": "Marthe", "role": WORD}],
        "hosts": [{"name": WORD, "role": "Buanderie"}],
    }
    event = sheet("La soirée", "Un texte sans secret.", when="2999-01-12", place="Salle 2", **fields)
    write(root, {"content/_collections/events.yml": COLLECTION, "content/events/soiree.md": event})
    (root / f"content/events/{WORD}.png").write_bytes(PIXEL)
    done = build(root, **({"TISSAGE_OFFLINE": "1"} if request.param != "served" else {}))
    assert done.code == 0, done.said
    return done


def texts(site: Build) -> dict[str, str]:
    """Every file of the site as text, unpacked."""
    files = {
        file.relative_to(site.site).as_posix(): file.read_bytes() for file in site.site.rglob("*") if file.is_file()
    }
    unpacked = {name: gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for name, data in files.items()}
    return {name: data.decode("utf-8", errors="replace").lower() for name, data in unpacked.items()}


def own_page(site: Build) -> str:
    return next(
        name for name in ("activites/soiree/index.html", "activites/soiree.html") if (site.site / name).is_file()
    )


def test_it_shows_on_its_own_page(site: Build) -> None:
    page = texts(site)[own_page(site)]
    assert page.count(WORD) >= 6
    assert f"{WORD}@exemple.org" in page


def test_no_other_file_holds_it(site: Build) -> None:
    holding = [name for name, text in texts(site).items() if WORD in text]
    assert holding == [own_page(site)]


def test_what_is_said_of_the_page_elsewhere_does_not_hold_it(site: Build) -> None:
    head, _, _ = texts(site)[own_page(site)].partition("</head>")
    assert WORD not in head


def test_of_a_group_that_cannot_do_without_it_no_output_holds_anything(site: Build) -> None:
    holding = {name for name, text in texts(site).items() if "buanderie" in text}
    assert holding == {own_page(site)}


def test_no_list_and_no_filter_betrays_it(site: Build) -> None:
    others = {name: text for name, text in texts(site).items() if name != own_page(site)}
    assert [name for name, text in others.items() if "2026-01-02" in text] == []
    found = [text for name, text in others.items() if "pagefind/fragment" in name and "la soirée" in text]
    assert [text for text in found if "logement" in text] == []


def test_what_is_not_sensitive_is_still_found(site: Build) -> None:
    if (site.site / "pagefind").exists():
        found = "".join(text for name, text in texts(site).items() if "pagefind/fragment" in name)
        assert "marthe" in found
        assert "buanderie" not in found  # of a group that cannot do without what is sensitive, nothing is
        assert "où salle 2" in found
