"""What is sensitive leaves by no output: neither the value, nor a term, a relation or a mention that it alone makes."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tissage.commons import Commons
from tissage.exports import exports
from tissage.exports.jsonld import jsonld, script

WORD = "Zibeline"
SECRETS = f"""\
secret: {WORD} un
secret_cook: lou
secret_dish: cake
secret_notes: "{WORD} deux, voir [[cooks/lou]]"
secret_group:
  who: lou
  dish: cake
  text: "{WORD} trois, [[cooks/lou]]"
helpers:
  - {{who: mado, task: Couper, pay: {WORD} quatre}}
notes: Rien à cacher, [[cooks/mado]].
"""


@pytest.fixture
def commons(site: Callable[..., Commons], sheet: Callable[..., str]) -> Commons:
    return site(
        {
            "content/recipes/gaspacho.md": sheet("Gaspacho", SECRETS, "Voir [[cooks/paulo]]."),
            "content/cooks/mado.md": sheet("Mado"),
            "content/cooks/paulo.md": sheet("Paulo"),
            "content/cooks/lou.md": sheet("Lou"),
        }
    )


def test_no_output_holds_a_sensitive_value(commons: Commons) -> None:
    outputs = dict(exports(commons))
    outputs["JSON-LD"] = "".join(script(jsonld(sheet, commons, None)) for sheet in commons.sheets.values())
    assert [name for name, text in outputs.items() if WORD in text] == []


def test_no_relation_or_term_betrays_one(commons: Commons) -> None:
    data = json.loads(dict(exports(commons))["catalogue.json"])
    rows = {row["id"]: row for row in data["sheets"]}
    recipe = rows["recipes/gaspacho"]
    assert recipe["terms"] == {}
    assert [(row["field"], row["target"]) for row in recipe["relations"]] == [
        ("helpers.who", "cooks/mado"),
        (None, "cooks/mado"),
        (None, "cooks/paulo"),
    ]
    assert rows["cooks/lou"]["backlinks"] == []
    assert "pay" not in data["collections"]["recipes"]["fields"]["helpers"]["fields"]
    assert not [name for name in data["collections"]["recipes"]["fields"] if name.startswith("secret")]


def test_no_column_is_made_for_one(commons: Commons) -> None:
    header = dict(exports(commons))["catalogue.csv"].splitlines()[0]
    assert "ecret" not in header
