"""The editor at `/admin/`: its configuration is what Sveltia CMS takes; a site that does not ask has nothing of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tissage.contribute.editor import bundle as editor_bundle
from tissage.contribute.editor.bundle import EDITOR, FILES, NoEditor, at_home, bundle
from tissage.contribute.editor.forge import backend, hosts
from tissage.contribute.editor.widgets import WIDGETS
from tissage.contribute.generated import generated
from tissage.schema.kinds import KINDS
from tissage.schema.loading import load_schema
from tissage.settings import Settings
from tissage.settings_file import read_settings
from tools.builds import REPOSITORY, build, built, configure, small_site, tissage, write

REPO = "https://github.com/exemple/commun"
THINGS = """\
source: content/things
url: choses
label: {fr: {one: Chose, many: Choses}, en: {one: Thing, many: Things}}
body: optional
fields:
  amount: {kind: number, min: 0.5, max: 100, label: {fr: Quantité, en: Amount}}
  price: {kind: money, label: {fr: Prix, en: Price}}
  day: {kind: date, precision: day, label: {fr: Jour, en: Day}}
  year: {kind: date, label: {fr: Année, en: Year}}
  when: {kind: period, label: {fr: Quand, en: When}}
  tags: {kind: text, many: {max: 4}, label: {fr: Mots, en: Words}}
  other: {kind: ref, to: [things, practices], label: {fr: Autre, en: Other}}
  like: {kind: ref, to: practices, many: true, label: {fr: Comme, en: Like}}
  mail: {kind: email, label: {fr: Courriel, en: E-mail}}
  phone: {kind: phone, label: {fr: Téléphone, en: Phone}}
  document: {kind: file, label: {fr: Document, en: Document}}
  parts:
    kind: group
    many: true
    label: {fr: Parties, en: Parts}
    fields:
      name: {kind: text, required: true, label: {fr: Nom, en: Name}}
      text: {kind: markdown, label: {fr: Texte, en: Text}}
"""


@pytest.fixture(scope="session")
def editor() -> Path:
    """The files of the editor, fetched once for this machine."""
    return bundle(REPOSITORY / ".cache" / "tissage")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    configure(tmp_path, repo_url=REPO)
    write(tmp_path, {"content/_collections/things.yml": THINGS})
    return tmp_path


def configuration(root: Path) -> dict[str, Any]:
    settings = read_settings(root)[0]
    schema, findings = load_schema(settings)
    assert not findings
    [(path, text)] = generated(schema, settings, "cms")
    assert path == "admin/config.yml"
    loaded = yaml.safe_load(text)
    assert isinstance(loaded, dict)
    return loaded


def things(root: Path) -> dict[str, dict[str, Any]]:
    [one] = [one for one in configuration(root)["collections"] if one["name"] == "things"]
    return {field["name"]: field for field in one["fields"]}


def test_every_kind_has_its_widget() -> None:
    assert sorted(WIDGETS) == sorted(KINDS)


@pytest.mark.parametrize("repo", [REPO, "https://gitlab.com/a/b/c", "https://codeberg.org/exemple/commun.git"])
def test_the_configuration_is_what_sveltia_takes(root: Path, editor: Path, repo: str) -> None:
    configure(root, repo_url=repo)
    schema = json.loads((editor / "schema.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(configuration(root))] == []


def test_its_schema_finds_what_is_wrong(root: Path, editor: Path) -> None:
    schema = json.loads((editor / "schema.json").read_text(encoding="utf-8"))
    wrong = configuration(root)
    wrong["collections"][0]["fields"][0]["maxlength"] = "beaucoup"
    assert list(Draft7Validator(schema).iter_errors(wrong)) != []


def test_each_field_keeps_its_words_and_limits(root: Path) -> None:
    fields = things(root)
    assert fields["title"] == {
        "name": "title",
        "label": "Titre",
        "hint": "Court et concret\u00a0: ce que l’on trouve dans la fiche. Au plus 90\u00a0caractères.",
        "required": True,
        "widget": "string",
        "maxlength": 90,
    }
    assert (fields["amount"]["min"], fields["amount"]["max"]) == (0.5, 100)
    assert fields["fields_of_action"]["multiple"] is True
    assert (fields["fields_of_action"]["min"], fields["fields_of_action"]["max"]) == (1, 3)
    assert {"label": "Santé mentale", "value": "sante-mentale"} in fields["fields_of_action"]["options"]
    assert (fields["tags"]["widget"], fields["tags"]["field"]["widget"], fields["tags"]["max"]) == ("list", "string", 4)
    assert fields["body"] == {
        "name": "body",
        "label": "Le texte de la fiche",
        "widget": "richtext",
        "required": False,
    }


def test_a_sheet_is_found_by_its_title_and_kept_by_its_name(root: Path) -> None:
    fields = things(root)
    assert (fields["like"]["widget"], fields["like"]["collection"]) == ("relation", "practices")
    assert (fields["like"]["value_field"], fields["like"]["multiple"]) == ("{{slug}}", True)
    assert fields["other"]["widget"] == "string"
    assert fields["other"]["hint"].endswith("things, practices.")


def test_nothing_that_one_wrote_is_lost_to_a_calendar(root: Path) -> None:
    fields = things(root)
    assert (fields["day"]["widget"], fields["day"]["format"]) == ("datetime", "YYYY-MM-DD")
    assert fields["year"]["widget"] == "string"
    pattern, message = fields["year"]["pattern"]
    assert re.search(pattern, "2019")
    assert re.search(pattern, "2019-03")
    assert not re.search(pattern, "mars 2019")
    assert message == "Par exemple 2021, 2021-05 ou 2021-05-12."
    assert [part["name"] for part in fields["when"]["fields"]] == ["start", "end"]
    assert re.search(fields["price"]["pattern"][0], "1\u00a0500,50 $")


@pytest.mark.parametrize(
    ("address", "name", "repo", "asked"),
    [
        (REPO, "github", "exemple/commun", "https://api.github.com"),
        (f"{REPO}.git/", "github", "exemple/commun", "https://api.github.com"),
        ("https://gitlab.com/a/b/c", "gitlab", "a/b/c", "https://gitlab.com"),
        ("https://gitlab.exemple.org/a/b", "gitlab", "a/b", "https://gitlab.exemple.org"),
        ("https://codeberg.org/a/b", "gitea", "a/b", "https://codeberg.org"),
    ],
)
def test_the_forge_is_that_of_the_repository(address: str, name: str, repo: str, asked: str) -> None:
    forge = backend(Settings(root=Path(), repo_url=address))
    assert forge
    assert (forge["name"], forge["repo"], forge["auth_methods"]) == (name, repo, ["token"])
    assert hosts(forge)[0] == asked


@pytest.mark.parametrize("address", [None, "", "http://github.com/a/b", "https://github.com/a", "git@github.com:a/b"])
def test_an_address_that_names_no_repository_gives_no_editor(address: str | None) -> None:
    assert backend(Settings(root=Path(), repo_url=address)) is None


def test_the_editor_fetches_nothing_from_elsewhere_by_itself(editor: Path) -> None:
    script = (editor / "sveltia-cms.js").read_text(encoding="utf-8")
    assert "jsdelivr" not in script
    assert "unpkg.com/@sveltia/cms" not in script
    assert "url(icons.woff2)" in script
    assert json.loads((editor / "sveltia/package.json").read_text()) == {"version": EDITOR.version}
    assert all((editor / name).stat().st_size for name in FILES)


def test_a_script_that_is_not_as_expected_is_not_taken() -> None:
    with pytest.raises(NoEditor, match="not what is expected"):
        at_home("a script without fonts")


def test_an_archive_that_is_not_as_expected_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = "import pathlib; pathlib.Path('a-1.tgz').write_bytes(b'autre chose')"
    monkeypatch.setattr(editor_bundle, "NPM", npm)
    with pytest.raises(NoEditor, match="not what is expected"):
        bundle(tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    with pytest.raises(NoEditor, match="could not be written"):
        bundle(tmp_path / "cache")


def test_a_site_that_asks_for_it_has_it_and_another_has_nothing(tmp_path: Path, editor: Path) -> None:
    root = small_site(tmp_path / "with", extra={"cms": True}, repo_url=REPO)
    (root / ".cache").mkdir()
    (root / ".cache" / "tissage").symlink_to(editor.parent)
    page = (built(root, "--strict").site / "admin" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "<title>Écrire pour Essai</title>" in page
    assert sorted(path.name for path in (root / "site" / "admin").iterdir()) == [
        *("config.yml", "icons.txt", "icons.woff2", "index.html"),
        *("sveltia", "sveltia-cms.js", "sveltia-cms.txt", f"sveltia@{EDITOR.version}"),
    ]
    without = built(small_site(tmp_path / "without", repo_url=REPO), "--strict")
    assert not (without.site / "admin").exists()


def test_without_the_address_of_the_repository_the_former_site_stays(tmp_path: Path) -> None:
    done = build(small_site(tmp_path, extra={"cms": True}), "--strict")
    assert done.code == 1
    message = (
        "«\u00a0extra.cms\u00a0» a besoin de «\u00a0repo_url\u00a0», "
        "l’adresse web du dépôt des fiches, dans mkdocs.yml."
    )
    assert message in done.said
    assert "Traceback" not in done.said
    assert not done.site.exists()


def test_pages_of_the_site_at_that_address_stay(tmp_path: Path, editor: Path) -> None:
    root = small_site(tmp_path, extra={"cms": True}, repo_url=REPO)
    write(root, {"content/admin/index.md": "# À nous\n"})
    (root / ".cache").mkdir()
    (root / ".cache" / "tissage").symlink_to(editor.parent)
    done = build(root)
    assert "a des pages à /admin/" in done.said
    assert "À nous" in (done.site / "admin" / "index.html").read_text(encoding="utf-8")


def test_the_command_writes_the_configuration_too(root: Path) -> None:
    assert tissage(root, "schema", "--format", "cms").stdout == "Écrit\u00a0: admin/config.yml\n"
    assert tissage(root, "schema", "--format", "cms", "--check").returncode == 0
