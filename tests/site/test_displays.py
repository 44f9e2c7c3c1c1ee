"""Each display says what it needs, and shows a field that has that and nothing more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest

from tissage.displays import NEEDS, THEME, Needs
from tissage.pages.templates import Templates
from tissage.pages.tools import Tools
from tissage.schema.kinds import KINDS
from tissage.settings_file import read_settings
from tissage.weaving import weave
from tools.builds import REPOSITORY, sheet, small_site, tissage, write

GUIDE: Final = (REPOSITORY / "content" / "aide" / "ajouter-une-collection.md").read_text(encoding="utf-8")
VALUES: Final[dict[str, tuple[Any, str]]] = {
    "text": ("Un mot", "Un mot"),
    "markdown": ("Un *mot*", "Un mot"),
    "number": (1500, "1 500"),
    "money": ("12,50 $", "12,50 $"),
    "date": ("2021-05-12", "12 mai 2021"),
    "period": ({"start": "2019", "end": "2021"}, "2019"),
    "choice": ("bleu", "Bleu"),
    "boolean": (True, "Oui"),
    "email": ("info@example.org", "info@example.org"),
    "phone": ("514 555-0199", "514 555-0199"),
    "url": ("https://example.org/", "example.org"),
    "image": ("photo.png", "photo.png"),
    "file": ("texte.pdf", "texte.pdf"),
    "term": ("logement", "Logement"),
    "ref": ("atelier", "L’Atelier du coin"),
    "group": ({"mot": "Un mot"}, "Un mot"),
}
"""A value of each kind, and what a reader sees of it."""
OPTIONS: Final[dict[str, dict[str, Any]]] = {
    "choice": {"choices": {"bleu": {"fr": "Bleu"}}},
    "term": {"vocabulary": "fields-of-action"},
    "ref": {"to": "organisations"},
    "group": {"fields": {"mot": {"kind": "text"}}},
}
"""What a kind cannot do without."""
OTHERWISE: Final = {("number", "text"): "1500", ("number", "bullets"): "1500", ("url", "text"): "https://example.org/"}
"""What a display shows otherwise than the kind’s own."""


@dataclass(frozen=True)
class Shown:
    """A field with its options, a value of it, and what readers see of that."""

    name: str
    field: dict[str, Any]
    value: Any
    seen: list[str]

    @property
    def field_name(self) -> str:
        return self.name.replace("-", "_")


def declared(kind: str, **options: Any) -> dict[str, Any]:
    """A field of a kind, with what that kind cannot do without."""
    return {"kind": kind, **OPTIONS.get(kind, {}), **options}


def simple_fields(display: str, needs: Needs) -> Iterator[Shown]:
    """For each kind that a display shows, a field with one value and one with a list."""
    for kind in needs.kinds:
        value, plain = VALUES[kind]
        seen = [OTHERWISE.get((kind, display), plain)]
        yield Shown(f"{display}-{kind}", declared(kind, display=display), value, seen)
        yield Shown(f"{display}-{kind}-many", declared(kind, display=display, many=True), [value], seen)


def group_fields(display: str, needs: Needs) -> Iterator[Shown]:
    """Groups with what a display needs, and with all that it shows; each field also comes alone."""
    for more in ({}, needs.more):
        inner = {**needs.fields, **more}
        for chosen in product(*inner.values()):
            kinds = dict(zip(inner, chosen, strict=True))
            name = "-".join((display, *chosen, "more" if more else "least"))
            value = {key: VALUES[kind][0] for key, kind in kinds.items()}
            seen = [VALUES[kinds[key]][1] for key in needs.fields]
            fields = {key: declared(kind) for key, kind in kinds.items()}
            group = declared("group", display=display, fields=fields)
            yield Shown(name, group, value, seen)
            yield Shown(f"{name}-many", {**group, "many": True}, [value, value], seen)
            yield from (Shown(f"{name}-{key}-alone", group, {key: value[key]}, []) for key in inner)


def every_field() -> list[Shown]:
    """Fields that satisfy each display and have nothing more."""
    return [
        shown
        for display, needs in NEEDS.items()
        for shown in (group_fields if needs.fields else simple_fields)(display, needs)
    ]


def test_each_of_our_templates_says_what_it_needs() -> None:
    assert set(NEEDS) == {file.stem for file in (THEME / "displays").glob("*.html")}
    assert {kind for needs in NEEDS.values() for kind in needs.kinds} == set(KINDS)


def test_each_kind_has_a_display_that_shows_it() -> None:
    assert [kind.name for kind in KINDS.values() if kind.name not in NEEDS[kind.display].kinds] == []
    assert [kind.name for kind in KINDS.values() if NEEDS[kind.display].fields] == []


def test_a_template_reads_no_field_of_a_group_that_it_does_not_ask_for() -> None:
    for display, needs in NEEDS.items():
        read = set(re.findall(r"item\.(\w+)", (THEME / "displays" / f"{display}.html").read_text(encoding="utf-8")))
        if needs.kinds == ("group",):
            assert read == {*needs.fields, *needs.more}, display


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    """What templates may ask on the page of a sheet that fills every one of these fields."""
    root = small_site(tmp_path_factory.mktemp("displays"))
    fields = {shown.field_name: shown.field for shown in every_field()}
    label = {"fr": {"one": "Essai", "many": "Essais"}}
    collection = {"source": "content/essais", "url": "essais", "label": label, "fields": fields}
    values = {
        shown.field_name: shown.value for shown in every_field()
    }  # by JSON: YAML would write what is the same once
    write(
        root,
        {
            "content/_collections/essais.yml": json.dumps(collection),
            "content/essais/tout.md": sheet("Tout montrer", **json.loads(json.dumps(values))),
            "content/essais/photo.png": "",
            "content/essais/texte.pdf": "",
        },
    )
    commons, findings = weave(read_settings(root)[0])
    assert [finding for finding in findings if finding.path != "mkdocs.yml"] == []
    found = commons.sheets["essais/tout"]
    return Tools(commons, found.address, Templates(commons.settings), found)


@pytest.mark.parametrize("shown", every_field(), ids=lambda shown: shown.name)
def test_a_display_shows_a_field_that_has_what_it_needs_and_nothing_more(pages: Tools, shown: Shown) -> None:
    assert pages.sheet
    field = pages.sheet.collection.fields[shown.field_name]
    said = " ".join(str(pages.show(field, pages.sheet.values[shown.field_name])).split())
    assert [seen for seen in shown.seen if seen not in html_words(said)] == []
    assert re.findall(r"PartialDate|Period\(|Money|Markdown\(|Undefined|None|\[|\{", said) == []


def html_words(said: str) -> str:
    """What a reader sees, and the addresses of links and pictures."""
    return re.sub(r"\s+", " ", re.sub(r"</?(?:em|p)>", "", unescape(said))).replace("\u202f", " ")


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ({"kind": "text", "display": "timeline"}, "Elle montre les champs de type : group (date, title). "),
        ({"kind": "date", "display": "bullets"}, "Elle montre les champs de type : text, number, email, phone, url. "),
    ],
)
def test_a_display_that_does_not_fit_says_what_it_shows(tmp_path: Path, field: dict[str, Any], told: str) -> None:
    small_site(tmp_path)
    write(tmp_path, {"content/_collections/practices.yml": json.dumps({"fields": {"essai": field}})})
    done = tissage(tmp_path, "check")
    help_text = "Choisissez-en une autre, ou retirez l’option : chaque type a sa présentation."
    assert f"  {told}{help_text}\n" in done.stdout.replace("\u00a0", " ")
    assert done.returncode == 1


def test_the_guide_says_what_each_display_needs() -> None:
    rows = dict(re.findall(r"^\| `([\w-]+)` \| [^|]+ \| ([^|]+) \|$", GUIDE, re.MULTILINE))
    for display, needs in NEEDS.items():
        if display in KINDS or display == "text":
            continue
        named = set(re.findall(r"`(\w+)`", rows[display]))
        kinds = {kind for kinds in (*needs.fields.values(), *needs.more.values()) for kind in kinds}
        if needs.fields:
            assert {*needs.fields, *needs.more} <= named <= {*needs.fields, *needs.more, *kinds}, display
        else:
            assert named == set(needs.kinds), display
