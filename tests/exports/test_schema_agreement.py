"""The JSON Schema of a collection says of a front matter what `tissage check` says of it: see `front_matters.yml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tissage.codes import has_errors
from tissage.exports.collection_schema import collection_schema
from tissage.language import Language
from tissage.schema.loading import load_schema
from tissage.settings_file import read_settings
from tissage.weaving import weave

TABLE = yaml.safe_load((Path(__file__).parent / "front_matters.yml").read_text(encoding="utf-8"))
BASE = "title: Un\nsummary: Bon.\n"
FILES = {
    "content/_collections/things.yml": TABLE["collection"],
    "content/things/a.png": "",
    "content/things/a.PNG": "",
    "content/things/sous/b.Jpg": "",
    "content/things/a.pdf": "",
    "content/organisations/coco.md": f"---\n{BASE}---\n",
    **{f"content/things/{name}.md": f"---\n{BASE}---\n" for name in ("x", "y", "2019")},
}
VERDICTS = {  # the key in the table → what check says, what the schema says
    "accepted": (True, True),
    "refused": (False, False),
    "refused_by_check_alone": (False, True),
}
FRONTS = [(front, verdicts) for key, verdicts in VERDICTS.items() for front in TABLE[key]]


class CoreLoader(yaml.SafeLoader):
    """PyYAML with the tags of YAML 1.2's core schema (yaml.org/spec/1.2.2, 10.3.2)."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - what PyYAML reads


def number(loader: CoreLoader, node: yaml.ScalarNode) -> int:
    """`0o17`, `0xff`, and decimals, which may begin with zeros."""
    text = node.value.replace("0o", "0O")
    return int(text, 0) if text[:2] in ("0O", "0x") else int(text)


for tag, pattern in {
    "null": r"null|Null|NULL|~|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
}.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), None)
CoreLoader.add_constructor("tag:yaml.org,2002:int", number)


def whole(front: str) -> str:
    """A front matter of the table with its title and summary."""
    return front if front.startswith("title") else BASE + ("" if front == "{}" else front)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with every front matter of the table as a sheet, and what they name."""
    root = tmp_path_factory.mktemp("things")
    sheets = {f"content/things/row-{n}.md": f"---\n{whole(front)}\n---\n" for n, (front, _) in enumerate(FRONTS)}
    for name, text in {**FILES, **sheets}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def refused(root: Path) -> set[str]:
    """The front matters that `tissage check` refuses."""
    _, findings = weave(read_settings(root)[0])
    numbers = (re.search(r"row-(\d+)", finding.path) for finding in findings if has_errors([finding]))
    return {FRONTS[int(number[1])][0] for number in numbers if number}


@pytest.fixture(scope="module")
def validator(root: Path) -> Draft202012Validator:
    schema, findings = load_schema(read_settings(root)[0])
    assert not findings
    return Draft202012Validator(collection_schema(schema.collections["things"], schema, Language()))


@pytest.mark.parametrize(("front", "verdicts"), FRONTS)
def test_check_and_schema_say_the_same(
    front: str, verdicts: tuple[bool, bool], refused: set[str], validator: Draft202012Validator
) -> None:
    value = yaml.load(whole(front), Loader=CoreLoader)
    assert (front not in refused, validator.is_valid(value)) == verdicts
