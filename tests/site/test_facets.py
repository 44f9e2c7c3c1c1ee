"""Facets of sites that are not ours: names that meet, labels that look alike, values that are slips."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tissage.facets import Facet, index_of
from tissage.settings_file import read_settings
from tissage.weaving import weave
from tools.builds import built, configure, sheet, to_yaml, write

HINTS: Final = ("no-site-url", "no-repo-url")
LABEL: Final = {"fr": {"one": "Chose", "many": "Choses"}, "en": {"one": "Thing", "many": "Things"}}


def collection(name: str, **fields: Any) -> dict[str, str]:
    """A collection of a site's own, with these fields."""
    declared = {"id": name, "source": f"content/{name}", "url": name, "label": LABEL, "fields": fields}
    return {f"content/_collections/{name}.yml": to_yaml(declared)}


def choice(label: str, **labels: str) -> dict[str, Any]:
    choices = {key: {"fr": text} for key, text in labels.items()}
    return {"kind": "choice", "facet": True, "label": {"fr": label}, "choices": choices}


def site(root: Path, *files: Mapping[str, str]) -> Path:
    configure(root)
    for each in files:
        write(root, each)
    return root


def facets(root: Path, name: str | None = None) -> dict[str, Facet]:
    """The facets of the index of a collection, or of the whole catalogue."""
    commons, findings = weave(read_settings(root)[0])
    assert [f.code for f in findings if f.code not in HINTS] == []
    index = index_of(commons, commons.schema.collections[name] if name else None)
    return {facet.name: facet for facet in index.facets}


def labels(facet: Facet) -> dict[str, int]:
    """How many sheets each value has, by its label."""
    return {value.label: len(facet.sheets[slug]) for slug, value in facet.values.items()}


def test_three_choices_of_one_name_are_three_facets(tmp_path: Path) -> None:
    files = [
        {
            **collection(f"k{n}", niveau=choice("Niveau", **{f"a{n}": f"A{n}"})),
            f"content/k{n}/un.md": sheet("Un", niveau=f"a{n}"),
        }
        for n in range(3)
    ]
    found = facets(site(tmp_path, *files))
    assert [labels(found[name]) for name in ("niveau", "niveau-2", "niveau-3")] == [{"A0": 1}, {"A1": 1}, {"A2": 1}]
    assert built(tmp_path).page("catalogue/niveau-3/a2/") is not None


def test_a_name_that_a_facet_declares_is_not_taken_by_a_label(tmp_path: Path) -> None:
    """Links rely on the name declared; nobody promised the one made of a label."""
    declared = {**choice("Teinte", blue="Bleu"), "facet": {"fr": "couleur"}}
    ours = collection("k0", ton=choice("Couleur", red="Rouge"), teinte=declared)
    found = facets(site(tmp_path, ours, {"content/k0/un.md": sheet("Un", ton="red", teinte="blue")}))
    assert labels(found["couleur"]) == {"Bleu": 1}
    assert labels(found["ton"]) == {"Rouge": 1}


def test_one_choice_in_two_genders_is_one_facet(tmp_path: Path) -> None:
    ours = (
        collection("k0", etat=choice("Ouverture", open="Ouvert")),
        collection("k1", etat=choice("Ouverture", open="Ouverte")),
    )
    texts = {"content/k0/un.md": sheet("Un", etat="open"), "content/k1/deux.md": sheet("Deux", etat="open")}
    assert labels(facets(site(tmp_path, *ours, texts))["ouverture"]) == {"Ouvert": 2}


def test_labels_that_look_alike_in_an_address_stay_apart(tmp_path: Path) -> None:
    field = choice("Langage", c="C", cpp="C++", star="★", dots="???")
    texts = {f"content/k0/{key}.md": sheet(key, langage=key) for key in ("c", "cpp", "star", "dots")}
    found = facets(site(tmp_path, collection("k0", langage=field), texts))["langage"]
    assert labels(found) == {"C": 1, "C++": 1, "★": 1, "???": 1}
    assert list(found.values) == ["c", "c-2", "valeur", "valeur-2"]


def test_sheets_of_two_collections_with_one_name_stay_apart(tmp_path: Path) -> None:
    field = {"kind": "ref", "to": ["k1", "k2"], "facet": True, "label": {"fr": "Lieu"}}
    texts = {
        "content/k0/un.md": sheet("Un", lieu="k1/rosemont"),
        "content/k1/rosemont.md": sheet("Rosemont, la place"),
        "content/k2/rosemont.md": sheet("Rosemont, la rue"),
    }
    found = facets(site(tmp_path, collection("k0", lieu=field), collection("k1"), collection("k2"), texts), "k0")[
        "lieu"
    ]
    assert labels(found) == {"Rosemont, la place": 1}
    assert [value.address for value in found.values.values()] == ["k1/rosemont/"]


def test_a_text_is_a_value_of_its_own_field_alone(tmp_path: Path) -> None:
    field = {"kind": "text", "facet": True, "label": {"fr": "Ville"}}
    texts = {
        "content/k0/un.md": sheet("LAVAL", ville="Laval"),
        "content/k0/deux.md": sheet("Deux", ville="x" * 300),
    }
    found = facets(site(tmp_path, collection("k0", ville=field), texts))["ville"]
    assert set(labels(found)) == {"Laval", "x" * 300}
    assert max(map(len, found.values)) == 60
    assert built(tmp_path).page("catalogue/ville/laval/") is not None


def test_a_field_called_catalogue_does_not_take_the_place_of_the_catalogues(tmp_path: Path) -> None:
    ours = collection("k0", catalogue=choice("Catalogue", a="A"))
    found = facets(site(tmp_path, ours, {"content/k0/un.md": sheet("Un", catalogue="a")}))
    assert labels(found["catalogue"])["Choses"] == 1
    assert labels(found["catalogue-2"]) == {"A": 1}


def test_a_slip_in_a_year_makes_no_thousand_pages(tmp_path: Path) -> None:
    story = sheet("Un", period={"start": 2019, "end": 9202})
    found = facets(site(tmp_path, {"stories/un.md": story}), "stories")["annee"]
    assert list(found.values) == ["9202", "2019"]


def test_no_sheet_takes_a_place_of_the_search_or_of_the_selection(tmp_path: Path) -> None:
    site(tmp_path, {"content/practices/un.md": sheet("Un", aliases=["pagefind/pagefind.js", "ma-selection"])})
    assert [f.code for f in weave(read_settings(tmp_path)[0])[1] if f.code not in HINTS] == ["same-address"] * 2


def test_no_collection_takes_a_place_of_the_search_or_of_the_selection(tmp_path: Path) -> None:
    for url in ("pagefind", "ma-selection"):
        declared = {"id": "k", "source": "content/k", "url": url, "label": LABEL, "fields": {}}
        site(tmp_path, {"content/_collections/k.yml": to_yaml(declared)})
        assert [f.code for f in weave(read_settings(tmp_path)[0])[1] if f.code not in HINTS] == ["reserved-name"]


def test_a_long_list_goes_on_overleaf_and_each_catalogue_is_found_there(tmp_path: Path) -> None:
    practices = {f"content/practices/p{n}.md": sheet(f"Pratique {n:03}", effort="light") for n in range(205)}
    news = {"content/news/n.md": sheet("Nouvelle", date="2021-05-12")}
    done = built(site(tmp_path, practices, news))
    overleaf = done.page("catalogue/champs-d-action/mutualisation/page-2/")
    assert [h.get("id") for h in overleaf.iter("h2")] == ["groupe-pratiques", "groupe-nouvelles"]
    links = {a.get("href") for a in done.page("nouvelles/").iter("a")}
    assert "../catalogue/champs-d-action/mutualisation/page-2/#groupe-nouvelles" in links
    assert done.page("catalogue/pratiques/page-2/") is not None
