"""`tissage export` and `tissage schema`, as one runs them: exit codes, what they say, what they write."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import tissage

PLUGINS = Path(tissage.__file__).parents[1]
ENGLISH = "site_name: Pot\ntheme: {language: en}\n"
LaySite = Callable[[Mapping[str, str]], Path]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(PLUGINS), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "tissage.cli", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def root(lay_site: LaySite, sheet: Callable[..., str]) -> Path:
    return lay_site({"mkdocs.yml": ENGLISH, "content/recipes/soup.md": sheet("Soup")})


def files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


EXPORTED = ["agenda.ics", "catalogue.csv", "catalogue.json", "feed.xml", "robots.txt"]
JSON_SCHEMA = ("schema", "--format", "json-schema")
SCHEMAS = ["schemas/cooks.json", "schemas/recipes.json"]


def test_export_writes_everything_and_says_so(root: Path) -> None:
    done = run(root, "export")
    assert (done.returncode, done.stderr) == (0, "")
    names = [
        "catalogue.json",
        "catalogue.csv",
        "feed.xml",
        "agenda.ics",
        "robots.txt",
        "schemas/catalogue.json",
        *SCHEMAS,
    ]
    assert done.stdout.splitlines() == [f"Wrote {Path('export') / name}" for name in names]
    assert files(root / "export") == sorted(names)


def test_export_goes_where_it_is_told_and_replaces_what_it_wrote(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ailleurs"
    assert run(root / "content", "export", "--to", str(folder)).returncode == 0
    before = (folder / "catalogue.json").read_bytes()
    assert run(root, "export", "--to", str(folder)).returncode == 0
    assert (folder / "catalogue.json").read_bytes() == before


def test_export_refuses_a_site_with_errors_and_keeps_the_last_one(root: Path) -> None:
    assert run(root, "export").returncode == 0
    before = (root / "export/catalogue.json").read_bytes()
    (root / "content/recipes/bad.md").write_text("---\ntitle: Bad\n---\n", encoding="utf-8")
    done = run(root, "export")
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/recipes/bad.md:2:1: error [missing-field]" in done.stderr
    assert done.stderr.splitlines()[-1] == "Nothing was written: mend the errors first."
    assert (root / "export/catalogue.json").read_bytes() == before


@pytest.mark.parametrize("folder", ["content", "content/deep", "stories", "toolbox/x"])
def test_export_does_not_write_among_the_sources(root: Path, folder: str) -> None:
    before = files(root)
    done = run(root, "export", "--to", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"“{folder}” holds the site’s sources: choose another folder.\n"
    assert files(root) == before


def test_export_says_why_it_cannot_write(root: Path) -> None:
    (root / "export").write_text("a file", encoding="utf-8")
    done = run(root, "export")
    assert done.returncode == 2
    assert done.stderr.startswith("Cannot write “")
    assert "Traceback" not in done.stderr
    assert (root / "export").read_text() == "a file"


def test_schema_writes_one_file_a_collection(root: Path) -> None:
    done = run(root, "schema", "--format", "json-schema")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [f"Wrote {Path(name)}" for name in SCHEMAS]
    done = run(root, "schema", "--format", "json-schema", "--check")
    assert (done.returncode, done.stdout) == (0, "Everything is up to date.\n")


def test_schema_check_names_what_is_out_of_date_and_writes_nothing(root: Path) -> None:
    assert run(root, *JSON_SCHEMA, "--to", "elsewhere").returncode == 0
    cooks, recipes = (root / "elsewhere" / name for name in SCHEMAS)
    cooks.write_text("{}", encoding="utf-8")
    recipes.unlink()
    done = run(root, *JSON_SCHEMA, "--to", "elsewhere", "--check")
    paths = ", ".join(str(Path("elsewhere") / name) for name in SCHEMAS)
    assert (done.returncode, done.stdout) == (1, f"Missing or out of date: {paths}. Run “tissage schema” again.\n")
    assert cooks.read_text(encoding="utf-8") == "{}"
    assert not recipes.exists()


def test_schema_check_does_not_mind_the_line_ends_of_windows(root: Path) -> None:
    assert run(root, *JSON_SCHEMA).returncode == 0
    for name in SCHEMAS:
        text = (root / name).read_bytes()
        (root / name).write_bytes(text.replace(b"\n", b"\r\n"))
    assert run(root, *JSON_SCHEMA, "--check").returncode == 0


def test_schema_refuses_collections_with_errors(root: Path) -> None:
    (root / "content/_collections/bad.yml").write_text("source: content/bad\n", encoding="utf-8")
    for arguments in (["schema"], ["schema", "--check"]):
        done = run(root, *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert "content/_collections/bad.yml:1:1: error [missing-option]" in done.stderr
    assert not (root / "schemas").exists()


def test_sheets_with_errors_do_not_stop_the_schemas(root: Path) -> None:
    (root / "content/recipes/bad.md").write_text("---\ntitle: Bad\n---\n", encoding="utf-8")
    assert run(root, "schema").returncode == 0


@pytest.mark.parametrize("arguments", [["schema", "--format", "xml"], ["export", "--nowhere"], ["exporter"]])
def test_wrong_usage_exits_with_2(root: Path, arguments: list[str]) -> None:
    assert run(root, *arguments).returncode == 2
