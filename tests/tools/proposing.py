"""A form of « Proposer une fiche », filled in as people do, and what the editors say of what comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tissage.settings_file import read_settings
from tissage.weaving import weave

FORM: Final = "proposer/pratiques/"
MOST_STEPS: Final = 200
"""How often one presses Tab before giving up."""
SUMMARY: Final = "Deux groupes se prêtent une remorque. Un cahier suffit pour savoir où elle est."
NAMED: Final = """() => {
  const e = document.activeElement;
  const label = e.labels?.[0] ?? e;
  const legend = e.type === "checkbox" ? e.closest("fieldset").querySelector("legend").innerText + " > " : "";
  return (legend + (e.getAttribute("aria-label") ?? label.innerText)).replace(/\\s+/g, " ").trim();
}"""
"""What a person hears when the focus comes to an element."""


def judged(desk: Path, path: str, text: str) -> list[str]:
    """The codes that `tissage check` gives a proposed file."""
    file = desk / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    try:
        return [finding.code for finding in weave(read_settings(desk)[0])[1] if finding.path == path]
    finally:
        file.unlink() if before is None else file.write_bytes(before)


def go_to(page: Page, name: str) -> None:
    """Press Tab until the focus comes to what has this name."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if str(page.evaluate(NAMED)).startswith(name):
            return
    raise AssertionError(f"no way with the Tab key to: {name}")


def fill(page: Page, name: str, text: str) -> None:
    go_to(page, name)
    page.keyboard.type(text)


def press(page: Page, name: str, key: str = "Enter") -> None:
    go_to(page, name)
    page.keyboard.press(key)


def fill_in(page: Page) -> None:
    """A practice with what it needs, by the mouse."""
    page.get_by_label("Titre (obligatoire)").fill("Partager une remorque « bleue »: le cahier #1")
    page.get_by_label("Résumé (obligatoire)").fill(SUMMARY)
    page.get_by_role("checkbox", name="Mise en commun de ressources").check()
    page.get_by_label("Le texte (obligatoire)").fill("## Le contexte\n\nVoir **le cahier**.")
    page.get_by_text("Liens avec d’autres fiches (facultatif)").click()
    page.get_by_role("button", name="Ajouter : Organismes").click()
    page.get_by_role("combobox", name="Organismes, numéro 1").fill("cdc centre sud")


def finish(page: Page) -> None:
    page.get_by_role("button", name="Vérifier et continuer").press("Enter")
    expect(page.get_by_role("heading", name="Remettre la fiche")).to_be_focused()


def barriers(page: Page) -> list[str]:
    """What keeps people out, as axe finds it."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:150]}" for rule in found for node in rule["nodes"]]
