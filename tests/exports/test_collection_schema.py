"""The JSON Schema of each collection: right, readable by JavaScript, in the site's language."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tissage.exports.collection_schema import collection_schema, render
from tissage.language import Language
from tissage.schema.kinds.dates import describe_dates
from tissage.schema.loading import load_schema
from tissage.schema.model import Schema
from tissage.settings_file import read_settings

COLLECTION = """\
source: content/things
url: choses
label: {fr: {one: Chose, many: Choses}, en: {one: Thing, many: Things}}
description: {fr: Des choses., en: Some things.}
fields:
  title: {max_length: 10}
  amount: {kind: number, min: 0.5, max: 100}
  link: {kind: url}
  mail: {kind: email}
  photo: {kind: image}
  price: {kind: money}
  moment: {kind: date, precision: minute}
"""


def load(root: Path) -> Schema:
    """The schema of a site that adds a collection to the shipped ones."""
    file = root / "content/_collections/things.yml"
    file.parent.mkdir(parents=True)
    file.write_text(COLLECTION, encoding="utf-8")
    schema, findings = load_schema(read_settings(root)[0])
    assert not findings
    return schema


def patterns(value: Any) -> Iterator[str]:
    """Every pattern of a schema."""
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            yield value["pattern"]
        yield from (found for inner in value.values() for found in patterns(inner))
    elif isinstance(value, list):
        yield from (found for inner in value for found in patterns(inner))


def test_every_schema_is_right_and_its_patterns_are_javascript_too(tmp_path: Path) -> None:
    schema = load(tmp_path)
    for collection in schema.collections.values():
        described = json.loads(render(collection, schema, Language()))
        Draft202012Validator.check_schema(described)
        for pattern in patterns(described):
            # With its `u` flag, JavaScript refuses an escape before a character that needs none.
            assert not re.findall(r"\\[^sSu^$.*+?()\[\]{}|/\\]", pattern), pattern
            assert "(?P" not in pattern


def test_it_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    schema = load(tmp_path)
    things = schema.collections["things"]
    french = collection_schema(things, schema, Language("fr"))
    english = collection_schema(things, schema, Language("en"))
    assert (french["title"], french["description"]) == ("Chose", "Des choses.")
    assert (english["title"], english["description"]) == ("Thing", "Some things.")
    (listing, alone, _) = english["properties"]["sources"]["anyOf"]
    assert listing["items"]["anyOf"][0]["properties"]["publisher"]["title"] == "Publisher"
    assert alone["properties"]["publisher"]["title"] == "Publisher"
    assert english["properties"]["title"]["description"].endswith("At most 10 characters.")


def test_a_limit_with_decimals_can_be_described(tmp_path: Path) -> None:
    schema = load(tmp_path)
    described = json.loads(render(schema.collections["things"], schema, Language()))
    assert described["properties"]["amount"]["anyOf"][0]["minimum"] == 0.5


def test_the_pattern_of_days_knows_the_calendar() -> None:
    pattern = re.compile(describe_dates("day"))
    for year in (1599, 1600, 1700, 1896, 1900, 2000, 2020, 2023, 2100, 2400, 9996, 9999):
        for month in range(14):
            last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
            for day in range(33):
                exists = year >= 1600 and 1 <= day <= last
                assert bool(pattern.search(f"{year}-{month:02}-{day:02}")) == exists, (year, month, day)
