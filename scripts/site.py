"""Build the site and serve it with live reload, after setting up whatever is missing.

Python 3.11 is all that it needs beforehand.
"""

import argparse
import os
import socket
import subprocess

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
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="port (8000)")
    return parser.parse_args(arguments)


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


def main(arguments):
    options = parse(arguments)
    if not options.build:
        require_free(options.port)
    mkdocs = [str(environment.ready()), "-m", "mkdocs"]
    if options.build:
        code = subprocess.call([*mkdocs, "build", "--strict"], cwd=str(ROOT), env=variables())
        if not code:
            print("Le site est prêt\u00a0: dossier site/ (The site is ready: folder site/)", flush=True)
        return code
    # --livereload is the default that recent releases of click lose.
    return hand_over([*mkdocs, "serve", "--livereload", "-a", f"{HOST}:{options.port}"])


if __name__ == "__main__":
    guard(main)
