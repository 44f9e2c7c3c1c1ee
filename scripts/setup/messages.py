"""What a contributor sees: one line a step, and a plain sentence for a failure, in French then in English."""

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

CAUSES = (
    (
        r"No space left|Errno 28\b|WinError 112\b|not enough space|Disk quota",
        "Le disque est plein. Libérez de l’espace (environ 1 Go), puis relancez.",
        "The disk is full. Free some space (about 1 GB), then run this again.",
    ),
    (
        r"Read-only file system|Permission denied|Access is denied|Errno (13|30)\b|WinError 5\b",
        "L’écriture est refusée dans ce dossier. Copiez le projet dans un dossier à vous,"
        " ou demandez la permission d’écrire dans celui-ci.",
        "Writing is refused in this folder. Mend its rights, or copy the project elsewhere.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "Un paquet reçu n’est pas celui qui est attendu; rien n’a été installé. Relancez;"
        " si cela persiste, dites-le à l’équipe de Tissage.",
        "A package that arrived is not the expected one; nothing was installed. Run this again;"
        " if it persists, tell the maintainers.",
    ),
    (
        r"establish a new connection|Connection(Error| refused| reset| broken)|Max retries|timed out"
        r"|name resolution|getaddrinfo|Could not resolve|ProxyError|SSLError|Failed to fetch"
        r"|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ECONNREFUSED|SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER",
        "Le téléchargement a échoué. Vérifiez la connexion à Internet (ou au serveur mandataire),"
        " puis relancez la commande.",
        "The download failed. Check the Internet connection (or the proxy), then run this again.",
    ),
    (
        r"No matching distribution",
        "Une pièce du logiciel n’existe pas pour cette version de Python sur cet ordinateur. Essayez avec Python 3.14.",
        "A package does not come ready-made for this Python on this system. Try with Python 3.14.",
    ),
)


class Failure(Exception):
    """Something that a contributor can act upon; `details` is the end of what the failing tool said."""

    def __init__(self, french: str, english: str, details: str = "") -> None:
        self.french, self.english, self.details = french, english, details
        super().__init__(french)

    def __str__(self) -> str:
        return "\n".join(filter(None, (self.details, f"✗ {self.french}", f"  {self.english}")))


def explain(output: str) -> Failure:
    """The failure that a tool's output tells of."""
    for pattern, french, english in CAUSES:
        if re.search(pattern, output):
            return Failure(french, english)
    return Failure(
        "Une étape a échoué; ce que l’outil en a dit est ci-dessus.",
        "A step failed; what the tool said of it is above.",
        "\n".join(output.strip().splitlines()[-15:]),
    )


@contextmanager
def step(french: str, english: str) -> Iterator[None]:
    """One line: what is being done, then how long it took."""
    print(f"→ {french} / {english} … ", end="", flush=True)
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print("✗", flush=True)
        raise
    print(f"{time.monotonic() - start:.0f} s", flush=True)


def guard(main: Callable[[list[str]], int]) -> NoReturn:
    """Run a command; whatever goes wrong ends in a sentence and an exit code, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a console that knows no accent still shows the rest
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        sys.exit(str(explain(str(error))))
    except Failure as failure:
        sys.exit(str(failure))
