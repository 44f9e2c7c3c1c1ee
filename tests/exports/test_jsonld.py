"""schema.org data: whole objects for the shipped collections, and a script element that no text can leave."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tissage.commons import Commons
from tissage.exports.jsonld import jsonld, script
from tissage.settings_file import read_settings
from tissage.weaving import weave

SITE = "https://commun.example/"
CHAUDRON = "https://chaudron.example/commun/"
ORGANISATION = "---\ntitle: {title}\nsummary: Un organisme.\n{more}---\n"
HEAD = "summary: Bon.\nfields_of_action: [logement]\nreviewed: 2026-11-21\n"


def shipped(root: Path, files: dict[str, str], address: str = SITE) -> Commons:
    """A site with the shipped collections."""
    for name, text in {"mkdocs.yml": f"site_url: {address}\n" if address else "site_name: X\n", **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return weave(read_settings(root)[0])[0]


def test_a_practice_is_a_howto_with_steps(tmp_path: Path) -> None:
    more = """\
steps:
  - {title: Commencer, text: "Lire **bien** [[organisations/coco]] &lt; 3."}
  - {title: Finir}
sources:
  - {title: Le cahier, publisher: Centraide, date: 2021-05, url: "https://a.example/x"}
  - {title: Sans lien}
"""
    files = {
        "content/practices/essai.md": f"---\ntitle: Essai\n{HEAD}{more}---\n\nTexte.\n",
        "content/organisations/coco.md": ORGANISATION.format(title="COCo", more=""),
    }
    commons = shipped(tmp_path, files)
    label = commons.schema.vocabularies["fields-of-action"].terms["logement"].label["fr"]
    page = f"{SITE}pratiques/essai/"
    assert jsonld(commons.sheets["practices/essai"], commons, page) == {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": "Essai",
        "inLanguage": "fr",
        "description": "Bon.",
        "about": [label],
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Le cahier",
                "publisher": {"@type": "Organization", "name": "Centraide"},
                "datePublished": "2021-05",
                "url": "https://a.example/x",
            },
            {"@type": "CreativeWork", "name": "Sans lien"},
        ],
        "dateModified": "2026-11-21",
        "step": [
            {"@type": "HowToStep", "position": 1, "name": "Commencer", "text": "Lire bien COCo < 3."},
            {"@type": "HowToStep", "position": 2, "name": "Finir"},
        ],
        "url": page,
        "mainEntityOfPage": page,
    }


def test_an_event_has_dates_a_place_and_organisers(tmp_path: Path) -> None:
    more = """\
when: {start: 2021-05-12 13:00, end: 2021-05-12 15:30}
place: Salle des fêtes
free: oui
contact: secret@example.org
territories: montreal
organisers: [coco, aqpamm]
sources: {title: Le programme}
"""
    files = {
        "content/events/soiree.md": f"---\ntitle: Soirée\n{HEAD}{more}---\n\nTexte.\n",
        "content/organisations/coco.md": ORGANISATION.format(title="COCo", more="website: https://coco.example\n"),
        "content/organisations/aqpamm.md": ORGANISATION.format(title="AQPAMM", more=""),
    }
    commons = shipped(tmp_path, files)
    terms = {name: vocabulary.terms for name, vocabulary in commons.schema.vocabularies.items()}
    page = f"{SITE}activites/soiree/"
    assert jsonld(commons.sheets["events/soiree"], commons, page) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Soirée",
        "inLanguage": "fr",
        "description": "Bon.",
        "about": [terms["fields-of-action"]["logement"].label["fr"]],
        "startDate": "2021-05-12T13:00",
        "endDate": "2021-05-12T15:30",
        "location": {"@type": "Place", "name": "Salle des fêtes"},
        "isAccessibleForFree": True,
        "organizer": [
            {
                "@type": "Organization",
                "name": "COCo",
                "url": "https://coco.example",
                "mainEntityOfPage": f"{SITE}organismes/coco/",
            },
            {"@type": "Organization", "name": "AQPAMM", "mainEntityOfPage": f"{SITE}organismes/aqpamm/"},
        ],
        "url": page,
        "mainEntityOfPage": page,
        "subjectOf": {
            "@type": "WebPage",
            "url": page,
            "spatialCoverage": [{"@type": "Place", "name": terms["territories"]["montreal"].label["fr"]}],
            "citation": [{"@type": "CreativeWork", "name": "Le programme"}],
            "dateModified": "2026-11-21",
        },
    }


def test_our_page_is_not_given_as_the_address_of_an_organisation(tmp_path: Path) -> None:
    files = {"content/organisations/coco.md": ORGANISATION.format(title="COCo", more="acronym: CO\n")}
    commons = shipped(tmp_path, files)
    page = f"{SITE}organismes/coco/"
    assert jsonld(commons.sheets["organisations/coco"], commons, page) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "COCo",
        "description": "Un organisme.",
        "alternateName": "CO",
        "mainEntityOfPage": page,
        "subjectOf": {"@type": "WebPage", "url": page, "inLanguage": "fr"},
    }


def test_without_an_address_no_url_is_made_up(tmp_path: Path) -> None:
    files = {
        "content/events/soiree.md": f"---\ntitle: Soirée\n{HEAD}organisers: coco\n---\n\nTexte.\n",
        "content/organisations/coco.md": ORGANISATION.format(title="COCo", more=""),
    }
    commons = shipped(tmp_path, files, address="")
    data = jsonld(commons.sheets["events/soiree"], commons, None)
    assert data["organizer"] == [{"@type": "Organization", "name": "COCo"}]
    assert "url" not in json.dumps(data)
    assert "OfPage" not in json.dumps(data)


MAPPED = {
    "tips": "keywords",
    "dish": "keywords",
    "price": "estimatedCost",
    "season": "temporalCoverage",
    "servings": "yield",
}


def test_fields_that_fill_the_same_property_add_up(
    site: Callable[..., Commons], sheet: Callable[..., str], recipes: str
) -> None:
    for field, name in MAPPED.items():
        recipes = recipes.replace(f"  {field}: {{", f"  {field}: {{jsonld: {name}, ")
    more = "tips: [un, deux]\ndish: soup\nprice: 25,50\nseason: {start: 2019}\nservings: 1,5\ncook: mado\n"
    commons = site(
        {
            "content/_collections/recipes.yml": recipes,
            "content/recipes/x.md": sheet("X", more),
            "content/cooks/mado.md": sheet("Mado"),
        }
    )
    assert jsonld(commons.sheets["recipes/x"], commons, None) == {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": "X",
        "inLanguage": "fr",
        "description": "Bon.",
        "keywords": ["Soupe", "un", "deux"],
        "author": {"@type": "Organization", "name": "Mado", "mainEntityOfPage": f"{CHAUDRON}cuisines/mado/"},
        "yield": 1.5,
        "estimatedCost": {"@type": "MonetaryAmount", "value": 25.5, "currency": "CAD"},
        "temporalCoverage": "2019/..",
    }


@pytest.mark.parametrize("text", ["</script><script>x", "<!--", "]]>", "a & b", "\u2028", 'un "mot"', "🍲"])
def test_no_text_leaves_the_script_element(text: str) -> None:
    element = script({"name": text})
    inside = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inside) == {"name": text}
    assert not set(inside) & set("<>&\u2028\u2029")
