"""`tissage new` as a person sees it: questions in a real terminal (a pseudo-terminal), answers typed one by one."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tools.builds import environment, heed_interruption, snapshot

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal.", allow_module_level=True)
import fcntl
import pty
import termios

PATIENCE: Final = 60
PROMPT: Final = "\n> "
CTRL_C: Final = b"\x03"
CTRL_D: Final = b"\x04"


class Terminal:
    """A terminal in which a command runs."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process, self.master, self.seen, self.read = process, master, "", 0

    def until(self, text: str) -> str:
        """What the command prints, up to a text."""
        end = time.monotonic() + PATIENCE
        while text not in self.seen[self.read :]:
            assert time.monotonic() < end, f"« {text} » never came:\n{self.seen}"
            if not self.more():
                assert text in self.seen[self.read :], f"It ended before « {text} »:\n{self.seen}"
        start, self.read = self.read, self.seen.index(text, self.read) + len(text)
        return self.seen[start : self.read]

    def more(self) -> bool:
        """Whether more came, or may still come."""
        if select.select([self.master], [], [], 0.2)[0]:
            try:
                data = os.read(self.master, 65_536)
            except OSError:  # Linux says so when the other side has closed
                data = b""
            self.seen += data.decode("utf-8", errors="replace").replace("\r\n", "\n")
            return bool(data)
        return self.process.poll() is None

    def type(self, text: str) -> None:
        """Type a line."""
        os.write(self.master, f"{text}\n".encode())

    def answer(self, text: str) -> str:
        """What is asked, up to the prompt; then a line is typed."""
        asked = self.until(PROMPT)
        self.type(text)
        return asked

    def end(self) -> tuple[int, str]:
        """The exit code, and what was printed since."""
        end = time.monotonic() + PATIENCE
        while self.more():
            assert time.monotonic() < end, f"It never ended:\n{self.seen}"
        return self.process.wait(PATIENCE), self.seen[self.read :]

    def leave(self, key: bytes) -> tuple[int, str]:
        """Press a key until the command ends; the exit code, and what was printed since.

        Python loses a Ctrl+C that comes after the prompt and before it reads: a person presses again, and so do we.
        """
        end = time.monotonic() + PATIENCE
        pressed = 0.0
        while self.more():
            assert time.monotonic() < end, f"It never ended:\n{self.seen}"
            if time.monotonic() > pressed + 5:
                os.write(self.master, key)
                pressed = time.monotonic()
        return self.process.wait(PATIENCE), self.seen[self.read :]


def sit_down() -> None:
    """Make the terminal one that Ctrl+C works in, whatever shell runs the tests."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    heed_interruption()


@contextmanager
def terminal(root: Path, *arguments: str) -> Iterator[Terminal]:
    """The command in a terminal of its own."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "tissage.cli", "new", *arguments]
    process = subprocess.Popen(
        command,
        cwd=root,
        env=environment(),
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        preexec_fn=sit_down,
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def test_it_asks_what_is_needed_checks_each_answer_and_writes_the_sheet(root: Path) -> None:
    with terminal(root, "practices") as asked:
        assert "Quelques questions. Pour quitter sans rien écrire, appuyez sur Ctrl+C.\n" in asked.until("\n\n")
        first = asked.answer("")
        assert first.startswith("Titre\n  Court et concret\u00a0: ce que l’on trouve dans la fiche.\n")
        assert "Ce champ est obligatoire\u00a0: la fiche ne peut pas être publiée sans lui." in asked.answer("x" * 91)
        assert "est trop long\u00a0: 91\u00a0caractères, et le maximum est de 90." in asked.answer("Prêter une échelle")
        assert "\nRésumé\n  Une ou deux phrases, en langage clair.\n" in asked.answer("Un essai de quelques mots.")
        fields = asked.answer("Cultrue")
        assert "\nChamps d’action\n" in fields
        assert "\n  4. Sécurité alimentaire\n" in fields
        assert "Vous pouvez en donner plusieurs\u00a0: séparez-les par des points-virgules." in fields
        assert "Écrivez plutôt\u00a0: culture" in asked.answer("99")
        assert "Choisissez un numéro de 1 à 14." in asked.answer("4; Arts et culture")
        assert "Le reste peut attendre\u00a0: appuyez sur Entrée pour passer une question." in asked.until(PROMPT)
    assert not (root / "content/practices/preter-une-echelle.md").exists()


def test_answers_by_label_slug_and_number_make_a_sheet_that_passes(root: Path) -> None:
    with terminal(root, "Bonne pratique", "Prêter une échelle", "--field", "effort=Léger") as asked:
        asked.answer("Un essai de quelques mots.")
        asked.answer("4; Arts et culture; logement")
        territories = asked.answer("roussillon")
        assert "\nTerritoires (facultatif)\n" in territories
        assert "Il y en a d’autres\u00a0: tapez quelques lettres pour chercher." in territories
        for _ in range(3):
            asked.answer("")
        organisations = asked.answer("1")
        assert "\nOrganismes (facultatif)\n" in organisations
        assert "\n  1. L’Atelier du coin\n" in organisations
        code, said = asked.end()
    assert code == 0, said
    assert "Écrit\u00a0: content/practices/preter-une-echelle.md\n" in said
    assert "Cette fiche a des champs, mais pas de texte." in said
    assert (
        (root / "content/practices/preter-une-echelle.md")
        .read_text(encoding="utf-8")
        .startswith(
            "---\ntitle: Prêter une échelle\nsummary: Un essai de quelques mots.\n"
            "fields_of_action:\n  - securite-alimentaire\n  - culture\n  - logement\nterritories:\n  - roussillon\n"
            "effort: light\norganisations:\n  - atelier\n---\n"
        )
    )


def test_a_few_letters_give_a_list_to_choose_from(root: Path) -> None:
    with terminal(root, "practices", "Essai", "--field", "summary=Un.", "--field", "fields_of_action=culture") as asked:
        asked.answer("mont")
        found = asked.answer("1")
        assert "Lequel de ces choix? Tapez son numéro.\n  1. " in found
        assert "Montérégie" in found
        asked.until(PROMPT)


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl+C", "end of input"])
def test_leaving_writes_nothing_and_says_so(key: bytes, root: Path) -> None:
    before = snapshot(root)
    with terminal(root, "practices", "Essai") as asked:
        asked.answer("Un résumé.")
        asked.until(PROMPT)
        code, said = asked.leave(key)
    assert code == 1
    assert said.strip().removeprefix("^C").strip() == "Rien n’a été écrit."
    assert snapshot(root) == before


def test_a_taken_name_is_told_before_the_questions(root: Path) -> None:
    with terminal(root, "organisations", "Atelier") as asked:
        code, said = asked.end()
    assert code == 1
    assert "Une fiche porte déjà ce nom\u00a0: content/organisations/atelier.md." in said
    assert "Quelques questions" not in said


def test_nothing_is_asked_with_no_input(root: Path) -> None:
    with terminal(root, "organisations", "Le Relais", "--no-input") as asked:
        code, said = asked.end()
    assert code == 0
    assert "Il reste à remplir\u00a0: Résumé (summary)" in said
    assert (root / "content/organisations/le-relais.md").is_file()
