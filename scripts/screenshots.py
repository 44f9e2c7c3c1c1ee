"""Take the pictures of the site that the guides show, after setting up whatever is missing, browser included.

They go to content/aide/captures/, as WebP. The site is built on a fixed day and nothing in it moves: a picture
changes with what it shows. Chromium still draws the edges of a few letters otherwise from one run to the next: leave
such changes out of a commit.
"""

import base64
import importlib.util
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from setup import browser, environment
from setup.messages import Failure, guard
from setup.process import ROOT, variables

HERE = Path(__file__).resolve()
FOLDER = ROOT / "content" / "aide" / "captures"
DAY = "1796000000"  # a day of November 2026, as in the tests
SCREENS = {1280: (800, 1), 320: (640, 2)}
"""Their height by their width, and how fine they are: a phone draws two points where one is asked for."""
QUALITY = 60
STILL = "*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent }"
SETTLED = (
    "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"
)


def look(page):
    """Only look at the page."""


def filter_(page):
    """Choose a field of action; on a phone, open the filters."""
    page.wait_for_selector(".tissage-index--ready")
    page.evaluate("document.querySelector('.tissage-filters input[value=mutualisation]').click()")
    page.wait_for_selector(".tissage-results .tissage-card")
    if (unfold := page.locator(".tissage-filters__open")).is_visible():
        unfold.click()
        unfold.evaluate("button => button.scrollIntoView()")


def search(page):
    """Open the search and type a word."""
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").fill("locaux")
    page.locator("dialog mark").first.wait_for()
    page.wait_for_load_state("networkidle")


def see_map(page):
    """Go down to the map."""
    page.locator(".tissage-map__figure").first.evaluate("map => map.scrollIntoView({ block: 'center' })")


def propose(page):
    """Begin a sheet."""
    page.get_by_label("Titre").fill("Prêter une remorque entre voisins")
    page.get_by_label("Résumé").fill("Trois groupes se partagent une remorque. Un cahier dit où elle est.")


def hand_in(page):
    """Finish a sheet, and see where it may go."""
    propose(page)
    page.get_by_label("Mise en commun de ressources").check()
    page.get_by_label("Le texte").fill("Chaque groupe avait besoin d’une remorque deux fois par an.")
    page.get_by_role("button", name="Vérifier et continuer").click()
    page.locator(".tissage-endings").evaluate("endings => endings.scrollIntoView()")


@dataclass(frozen=True)
class Capture:
    """A picture for each screen: the address of a page, and what a reader does there."""

    name: str
    address: str
    act: Any = look
    scheme: str = "light"

    def file(self, width):
        return f"{self.name}-{width}.webp"


CAPTURES = (
    Capture("accueil", ""),
    Capture("accueil-sombre", "", scheme="dark"),
    Capture("filtrer", "pratiques/", filter_),
    Capture("pratique", "pratiques/partager-des-locaux/"),
    Capture("histoire", "histoires/machinerie-des-arts/"),
    Capture("entente-type", "boite-a-outils/pret-de-materiel/"),
    Capture("territoires", "territoires/", see_map),
    Capture("chercher", "", search),
    Capture("proposer", "proposer/pratiques/", propose),
    Capture("remettre", "proposer/pratiques/", hand_in),
)


def names():
    """The file of every picture."""
    return {capture.file(width) for capture in CAPTURES for width in SCREENS}


def build(folder):
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    env = variables(SOURCE_DATE_EPOCH=DAY)
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise Failure("La fabrication du site a échoué.", "The build of the site failed.", done.stderr[-3000:])


def take(chromium, site, capture, width):
    """One picture. Playwright's own command knows no WebP, which is half as heavy as PNG."""
    height, fine = SCREENS[width]
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=fine,
        color_scheme=capture.scheme,
        reduced_motion="reduce",
        locale="fr-CA",
    )
    page = context.new_page()
    page.goto(site + capture.address, wait_until="networkidle")
    page.add_style_tag(content=STILL)
    capture.act(page)
    page.evaluate(SETTLED)
    session = context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})["data"]
    context.close()
    file = FOLDER / capture.file(width)
    file.write_bytes(base64.b64decode(taken))
    print(f"{os.path.getsize(file) / 1000:6.0f} kB  {file.relative_to(ROOT).as_posix()}", flush=True)


def main(arguments):
    if arguments:
        print(__doc__)
        return 0 if arguments[0] in ("-h", "--help") else 2
    if not all(map(importlib.util.find_spec, ("tissage", "mkdocs", "playwright"))):
        python = environment.ready(environment.DEV)
        return subprocess.call([str(python), str(HERE)], env=variables(**browser.ready(python)))
    from setup.visiting import chromium, served

    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in FOLDER.iterdir():
        if file.name not in names():
            file.unlink()
    with tempfile.TemporaryDirectory(prefix="tissage-captures.") as place:
        build(Path(place, "site"))
        with served(Path(place, "site")) as site, chromium() as opened:
            for capture in CAPTURES:
                for width in SCREENS:
                    take(opened, site, capture, width)
    return 0


if __name__ == "__main__":
    guard(main)
