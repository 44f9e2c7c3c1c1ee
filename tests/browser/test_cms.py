"""The editor at `/admin/`, in a browser: it opens, speaks French, shows every field, and asks no other host."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tissage.contribute.editor.bundle import bundle
from tools.builds import REPOSITORY, built, small_site
from tools.reading import Serve

FORGE = "https://github.com/exemple/commun"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the editor."""
    root = small_site(tmp_path_factory.mktemp("cms"), extra={"cms": True}, repo_url=FORGE)
    (root / ".cache").mkdir()
    (root / ".cache" / "tissage").symlink_to(bundle(REPOSITORY / ".cache" / "tissage").parent)
    return built(root, "--strict").site


@pytest.fixture
def page(chromium: Browser) -> Page:
    return chromium.new_context(locale="fr-CA", viewport={"width": 1200, "height": 900}).new_page()


def test_it_opens_in_french_and_asks_no_other_host(page: Page, site: Path, serve: Serve) -> None:
    address = serve(site)
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}admin/")
    expect(page.get_by_role("button", name="Se connecter avec un jeton d’accès")).to_be_visible()
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].map(font => font.family + ' ' + font.status)") == [
        "Material Symbols Outlined loaded"
    ]
    assert [url for url in asked if not url.startswith((address, f"blob:{address}"))] == []
    assert faults == []


def test_every_field_of_a_sheet_is_there(page: Page, site: Path, serve: Serve, tmp_path: Path) -> None:
    """With the repository that Sveltia keeps for trying out: nobody can sign in to a forge here."""
    shutil.copytree(site / "admin", tmp_path / "admin")
    file = tmp_path / "admin" / "config.yml"
    text = re.sub(r"backend:\n(?:  .*\n)+", "backend:\n  name: test-repo\n", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    page.set_viewport_size({"width": 1200, "height": 8000})  # it draws what is in sight
    page.goto(f"{serve(tmp_path)}admin/#/collections/events/new")
    page.get_by_role("button", name="Travailler avec un dépôt de test").click()
    for label in ("Titre", "Champs d’action", "Quand", "Coût", "Gratuit", "Thèmes proposés", "Le texte de la fiche"):
        expect(page.get_by_role("group", name=label).or_(page.get_by_text(label, exact=True)).first).to_be_visible()
