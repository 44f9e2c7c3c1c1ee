"""LibreOffice Writer, which makes the Word and ODT documents that the tests import: the system’s, or Debian’s."""

import os
import shutil
from pathlib import Path

from setup import debian
from setup.messages import Failure, step

VARIABLE = "TISSAGE_SOFFICE"
NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
PACKAGE = "libreoffice-writer-nogui"


def installed() -> str | None:
    return (
        os.environ.get(VARIABLE)
        or next(filter(None, map(shutil.which, NAMES)), None)
        or next((place for place in PLACES if Path(place).is_file()), None)
    )


def ready() -> dict[str, str]:
    """The variable that tells the tests which LibreOffice to run; without one, what to install."""
    if not installed() and debian.can_install():
        try:
            with step("LibreOffice Writer", "LibreOffice Writer, for the import tests"):
                debian.install(PACKAGE)
        except Failure as failure:
            print(failure)
    if found := installed():
        return {VARIABLE: found}
    print(
        f"✗ Il manque LibreOffice, qui fait les documents des essais d’importation. Installez-le de libreoffice.org,"
        f" ou tapez «\u00a0sudo apt install {PACKAGE}\u00a0». Ces essais vont échouer.\n"
        f"  LibreOffice is missing: install it, or type “sudo apt install {PACKAGE}”."
        " The import tests are going to fail."
    )
    return {}
