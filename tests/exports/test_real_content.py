"""The site of this repository: what it publishes is right by its own schemas."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tissage.commons import Commons
from tissage.exports import exports
from tissage.exports.catalogue_schema import catalogue_schema
from tissage.exports.jsonld import jsonld, script
from tissage.settings_file import read_settings
from tissage.weaving import weave

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def commons() -> Commons:
    return weave(read_settings(ROOT)[0])[0]


@pytest.fixture(scope="module")
def outputs(commons: Commons) -> dict[str, str]:
    return dict(exports(commons))


def test_the_catalogue_is_right_by_its_schema(outputs: dict[str, str]) -> None:
    data = json.loads(outputs["catalogue.json"])
    assert json.loads(outputs[data["$schema"]]) == catalogue_schema()
    Draft202012Validator(catalogue_schema()).validate(data)


def test_what_the_catalogue_names_is_there(outputs: dict[str, str]) -> None:
    data = json.loads(outputs["catalogue.json"])
    ids = {row["id"] for row in data["sheets"]}
    assert ids
    for row in data["sheets"]:
        assert row["collection"] in data["collections"]
        assert {link["target"] for link in row["relations"]} <= ids
        assert {link["source"] for link in row["backlinks"]} <= ids
        for vocabulary, terms in row["terms"].items():
            assert set(terms) <= set(data["vocabularies"][vocabulary]["terms"])


def test_every_collection_has_a_right_schema(commons: Commons, outputs: dict[str, str]) -> None:
    for collection in commons.schema.collections:
        Draft202012Validator.check_schema(json.loads(outputs[f"schemas/{collection}.json"]))


def test_the_table_is_as_wide_everywhere_and_as_long_as_the_catalogue(outputs: dict[str, str]) -> None:
    rows = list(csv.reader(StringIO(outputs["catalogue.csv"][1:], newline=""), delimiter=";", strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])
    assert [row[0] for row in rows[1:]] == [row["id"] for row in json.loads(outputs["catalogue.json"])["sheets"]]


def test_every_sheet_has_data_for_search_engines(commons: Commons) -> None:
    for sheet in commons.sheets.values():
        data = jsonld(sheet, commons, "https://commun.example/")
        assert data["@type"] == sheet.collection.jsonld
        assert "</" not in script(data).removesuffix("</script>")
