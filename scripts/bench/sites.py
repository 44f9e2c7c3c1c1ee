"""Two sites of the same sheets: Tissage's, and plain Material's."""

from pathlib import Path
from random import Random
from typing import Any

import yaml

import tissage
from bench.sheets import INDEX_MIX, Writer, plan
from tissage.commons import Commons
from tissage.menu import menu
from tissage.schema.loading import load_schema
from tissage.settings import Settings

BASE = Path(tissage.__file__).parent / "base.yml"
SITES = ("material", "tissage")


SEARCH = {"search": {"lang": "fr"}}
"""Plain Material has its own search; Tissage has Pagefind's."""


def lay(root: Path, number: int, seed: int) -> None:
    """Write both sites below `root`, with the same files, theme, features, palette and extensions, each with a search.

    The plain one has Tissage's menu too, with a one-line page for each entry. Sheets stand in the menu of neither:
    in Material's, they would cost a time that grows with the square of their number.
    """
    settings = Settings(root=root / "tissage")
    schema, _ = load_schema(settings)
    random = Random(seed)
    for path, text in Writer(plan(number, random), schema, random).all():
        write(root / "tissage" / path, text)
        write(root / "material" / "content" / path.removeprefix("content/"), text)
    entries = menu(Commons(settings=settings, schema=schema))
    for place in places(entries):
        write(root / "material" / "content" / place, "Les fiches.\n")
    common = {"INHERIT": BASE.as_posix(), "site_name": "Mesure"}
    configure(root / "tissage", common | {"nav": [], "plugins": [{"tissage": {}}]})
    configure(root / "material", common | {"nav": entries, "plugins": [SEARCH]})


def lay_index(root: Path, practices: int, seed: int) -> None:
    """Write a site with so many practices and a fifth as many organisations."""
    settings = Settings(root=root)
    schema, _ = load_schema(settings)
    random = Random(seed)
    for path, text in Writer(plan(practices + practices // 5, random, INDEX_MIX), schema, random).all():
        write(root / path, text)
    configure(root, {"INHERIT": BASE.as_posix(), "site_name": "Mesure", "nav": [], "plugins": [{"tissage": {}}]})


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def configure(site: Path, settings: dict[str, Any]) -> None:
    write(site / "mkdocs.yml", yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))


def places(entries: list[Any]) -> list[str]:
    """The pages of a menu."""
    found: list[str] = []
    for value in (value for entry in entries for value in entry.values()):
        found += [value] if isinstance(value, str) else places(value)
    return found
