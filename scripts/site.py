"""Build the site and serve it with live reload, after setting up whatever is missing.

Python 3.11 is all that it needs beforehand.
"""

import argparse
import os
import socket
import subprocess
import tempfile
from pathlib import Path

from setup import environment
from setup.messages import Failure, guard
from setup.process import ROOT, hand_over, variables

HOST = "127.0.0.1"


def port(text):
    number = int(text)
    if not 0 < number < 65536:
        raise ValueError(text)
    return number


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="site.py",
        allow_abbrev=False,
        description="Fabrique le site et l’affiche, à jour à chaque changement."
        " / Builds the site and serves it as it changes.",
    )
    parser.add_argument("--build", action="store_true", help="fabrique site/ et s’arrête / builds site/ and exits")
    parser.add_argument(
        "--check",
        action="store_true",
        help="vérifie toutes les fiches et s’arrête / checks all sheets and exits",
    )
    parser.add_argument(
        "--offline",
        action="store_true",
        help="avec --build\u00a0: un seul fichier ZIP, à lire sans Internet"
        " / with --build: one ZIP file, to read without the Internet",
    )
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="port (8000)")
    options = parser.parse_args(arguments)
    if options.check and options.build:
        parser.error(
            "--check vérifie les fiches et ne fabrique rien\u00a0: écrivez l’un ou l’autre."
            " / --check makes nothing: write the one or the other."
        )
    if options.offline and not options.build:
        parser.error(
            "--offline fabrique un fichier et ne l’affiche pas\u00a0: écrivez --build --offline."
            " / --offline makes a file and shows nothing: write --build --offline."
        )
    return options


def require_free(number):
    """Say it before the set-up and the build, not after them."""
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, number))
        except OSError:
            other = number + 1 if 1024 <= number < 65535 else 8001
            raise Failure(
                f"Le port {number} est déjà pris\u00a0: le site est peut-être ouvert dans une autre fenêtre."
                f" Fermez-la, ou ajoutez --port {other} à la commande.",
                f"Port {number} is not free: the site may be open already."
                f" Close the other window, or add --port {other}.",
            ) from None


def require_settings(python):
    """Say what is wrong in mkdocs.yml before MkDocs does, whose sentences are for programmers."""
    command = [python, "-m", "tissage.cli", "--root", str(ROOT), "check", "--settings"]
    done = subprocess.run(command, cwd=str(ROOT), env=variables(), stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode:
        raise Failure(
            "Les réglages du site sont à corriger d’abord\u00a0: voyez ci-dessus, puis relancez.",
            "The settings of the site come first: see above, then run this again.",
            done.stdout.rstrip(),
        )


def check(python):
    return subprocess.call([python, "-m", "tissage.cli", "--root", str(ROOT), "check"], cwd=str(ROOT), env=variables())


def build(mkdocs):
    code = subprocess.call([*mkdocs, "build", "--strict"], cwd=str(ROOT), env=variables())
    if not code:
        print("Le site est prêt\u00a0: dossier site/ (The site is ready: folder site/)", flush=True)
    return code


def build_offline(mkdocs):
    """The site in one ZIP file at the root, made aside: until it is whole, the former one stays."""
    # What a killed run leaves behind has the name of an unfinished site, which the next build clears away.
    with tempfile.TemporaryDirectory(prefix="site.", suffix=".new", dir=ROOT, ignore_cleanup_errors=True) as aside:
        command = [*mkdocs, "build", "--strict", "--site-dir", str(Path(aside, "site"))]
        code = subprocess.call(command, cwd=str(ROOT), env=variables(TISSAGE_OFFLINE="1"))
        if code:
            return code
        [made] = Path(aside).glob("*.zip")
        try:
            os.replace(made, ROOT / made.name)
        except PermissionError:
            raise Failure(
                f"{made.name} ne peut pas être remplacé\u00a0: il est peut-être ouvert. Fermez-le, puis relancez.",
                f"{made.name} cannot be replaced: it may be open. Close it, then run this again.",
            ) from None
    size = (ROOT / made.name).stat().st_size / 1_000_000
    french = f"{size:.1f}".replace(".", ",")
    print(
        f"Le site est prêt à lire sans Internet\u00a0: {made.name}, {french}\u00a0Mo"
        f" (The site is ready to read without the Internet: {made.name}, {size:.1f} MB)",
        flush=True,
    )
    return 0


def main(arguments):
    options = parse(arguments)
    if not options.build and not options.check:
        require_free(options.port)
    python = str(environment.ready())
    if options.check:
        return check(python)
    require_settings(python)
    mkdocs = [python, "-m", "mkdocs"]
    if options.build:
        return build_offline(mkdocs) if options.offline else build(mkdocs)
    # --livereload is the default that recent releases of click lose.
    return hand_over([*mkdocs, "serve", "--livereload", "-a", f"{HOST}:{options.port}"])


if __name__ == "__main__":
    guard(main)
