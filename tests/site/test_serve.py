"""`mkdocs serve`: whatever one changes shows within seconds, and a slip costs no page."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from tissage.contribute.vscode.tasks import tasks
from tissage.language import Language
from tools import html
from tools.builds import PATIENCE, environment, heed_interruption, sheet, small_site, to_yaml, write

SOON: Final = 120
"""Seconds that a change may take on a busy machine; it takes two or three."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`mkdocs serve` at work in a site's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.port = free_port()
        self.lines: list[str] = []
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command,
            cwd=root,
            env=environment(),
            stdout=pipe,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            preexec_fn=heed_interruption if os.name != "nt" else None,
        )
        self.reader = threading.Thread(target=self.listen, daemon=True)
        self.reader.start()

    def listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.replace("\u00a0", " "))

    @property
    def said(self) -> str:
        return "".join(self.lines)

    def get(self, address: str) -> str:
        """The text of a page, empty while there is none."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{address}", timeout=5) as answer:
                tree, _ = html.read(answer.read().decode("utf-8"))
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""
        return html.text(tree.find(".//body"))

    def until(self, condition: Callable[[], bool], within: float = SOON) -> bool:
        """Whether something becomes true soon."""
        end = time.monotonic() + within
        while time.monotonic() < end and self.process.poll() is None:
            if condition():
                return True
            time.sleep(0.2)
        return False

    def shows(self, address: str, words: str, within: float = SOON) -> bool:
        """Whether a page soon has these words."""
        return self.until(lambda: words in self.get(address), within)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A small site being served; the tests change it one after the other."""
    root = small_site(tmp_path_factory.mktemp("served"))
    write(
        root,
        {
            "content/_collections/practices.yml": "menu: {fr: Faire, en: Doing}\n",
            "content/_vocabularies/resources.yml": "terms:\n  velos: {label: {fr: Vélos, en: Bicycles}}\n",
            "content/practices/velos.md": sheet("Prêter des vélos", resources=["velos"]),
        },
    )
    server = Server(root)
    assert server.shows("", "Vie associative", PATIENCE), server.said
    yield server
    server.stop()


WORDS = {code: {"one": "Du neuf (collection)", "many": "Du neuf (collection)"} for code in ("fr", "en")}
TERM = {"terms": {"velos": {"label": {"fr": "Du neuf (vocabulaire)", "en": "Bicycles"}}}}
CHANGES: Final = {
    "content": ("content/practices/partager-un-camion.md", sheet("Du neuf (content)"), "pratiques/partager-un-camion/"),
    "stories": ("stories/le-camion.md", sheet("Du neuf (stories)", lead=["atelier"]), "histoires/le-camion/"),
    "toolbox": (
        "toolbox/agreements/pret-de-camion.md",
        sheet("Du neuf (toolbox)", resources=["materiel"], legal_review="none"),
        "boite-a-outils/pret-de-camion/",
    ),
    "by hand": ("content/a-propos.md", "# Du neuf (by hand)\n", "a-propos/"),
    "new": ("stories/une-autre.md", sheet("Du neuf (new)", lead=["atelier"]), "organismes/atelier/"),
    "collection": ("content/_collections/practices.yml", to_yaml({"label": WORDS}), "pratiques/"),
    "vocabulaire": ("content/_vocabularies/resources.yml", to_yaml(TERM), "pratiques/velos/"),
}
"""Something new, the file that it is written to, and where it shows."""


def test_whatever_one_changes_shows_within_seconds(server: Server) -> None:
    assert "Du neuf" not in "".join(server.get(address) for _, _, address in CHANGES.values())
    unseen = []
    for name, (file, content, address) in CHANGES.items():
        write(server.root, {file: content})
        if not server.shows(address, f"Du neuf ({name})"):
            unseen.append(name)
    assert unseen == [], server.said
    assert "Traceback" not in server.said


def test_an_error_is_told_costs_no_page_and_can_be_mended(server: Server) -> None:
    address, file = "pratiques/velos/", "content/practices/velos.md"
    assert server.shows(address, "Prêter des vélos")
    write(server.root, {file: sheet("Un titre en erreur", resources=["velo"])})
    told = f"{file}:7:3: erreur [unknown-term]\n  « velo » n’est pas dans la liste du champ « resources » (resources)."
    assert server.until(lambda: told in server.said), server.said
    kept = server.shows(address, "Prêter des vélos")
    write(server.root, {file: sheet("Un titre mendé", resources=["velos"])})
    mended = server.shows(address, "Un titre mendé")
    assert "Traceback" not in server.said
    assert mended, server.said
    assert kept, "While there is an error the server answers no request: the former page is not kept."


def test_a_slip_in_the_settings_is_told_and_costs_no_page(server: Server) -> None:
    settings = server.root / "mkdocs.yml"
    former = settings.read_text(encoding="utf-8")
    write(server.root, {"mkdocs.yml": former.replace("site_name: Essai", "site_name: Essai : deux")})
    told = "erreur [yaml-colon]\n  Un deux-points dans ce texte le rend illisible."
    assert server.until(lambda: told in server.said), server.said
    assert server.shows("", "Vie associative")
    write(server.root, {"mkdocs.yml": former.replace("site_name: Essai", "site_name: Essai mendé")})
    assert server.shows("", "Essai mendé"), server.said
    assert "Traceback" not in server.said


def test_an_editor_knows_where_each_build_begins_and_ends(server: Server) -> None:
    """As Visual Studio Code is told in `.vscode/tasks.json`: findings between these lines take the place of others.

    MkDocs leaves out « Documentation built in 1.34 seconds » where it said the same before: so it might be every time.
    """
    task = tasks(Language("fr"))["tasks"][1]
    assert task["isBackground"]
    [background] = {json.dumps(matcher["background"]) for matcher in task["problemMatcher"]}
    begins, ends = (json.loads(background)[name] for name in ("beginsPattern", "endsPattern"))

    def seen(lines: list[str]) -> str:
        return "".join(
            sign for line in lines for sign, at in (("<", begins), (">", ends)) if re.search(at, line.rstrip())
        )

    def told_once() -> list[str]:
        built = [line for line in server.lines if "Documentation built" in line]
        return [line for line in server.lines if line not in built[1:]]

    for title in ("Un vélo", "Deux vélos"):
        write(server.root, {"content/practices/velos.md": sheet(title, resources=["velos"])})
        assert server.shows("pratiques/velos/", title), server.said
    assert server.until(lambda: bool(re.fullmatch("(<>+){3,}", seen(server.lines)))), server.said
    assert re.fullmatch("(<>+){3,}", seen(told_once())), server.said


def test_nothing_is_left_beside_the_site(server: Server) -> None:
    assert sorted(path.name for path in server.root.iterdir()) == ["content", "mkdocs.yml", "stories", "toolbox"]


def test_a_site_with_an_error_does_not_start(tmp_path: Path) -> None:
    small_site(tmp_path)
    write(tmp_path, {"content/practices/faux.md": sheet("Une fiche", resources=["velo"])})
    server = Server(tmp_path)
    try:
        assert server.process.wait(PATIENCE) == 1
    finally:
        server.process.kill()
    server.reader.join(5)
    assert "erreur [unknown-term]" in server.said
    assert "Traceback" not in server.said
