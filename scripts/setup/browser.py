"""A Chromium for the browser tests: the system's, Debian's, or Playwright's own."""

import os
import platform
import shutil
from pathlib import Path

from setup import debian
from setup.messages import Failure, step
from setup.process import run

VARIABLE = "TISSAGE_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    return os.environ.get(VARIABLE) or next(filter(None, map(shutil.which, NAMES)), None)


def on_debian() -> bool:
    """Ubuntu has apt too, but its chromium is a doorway to a snap, which a container cannot start."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def ready(python: Path) -> dict[str, str]:
    """The variables that tell the tests which browser to start: none for Playwright's own."""
    if not installed() and on_debian() and debian.can_install():
        with step("Chromium", "Chromium, for the browser tests"):
            debian.install("chromium")
    system = installed()
    if system:
        return {VARIABLE: system}
    try:
        with step("Chromium", "Playwright’s Chromium, for the browser tests"):
            run([str(python), "-m", "playwright", "install", "chromium"])
    except Failure as failure:
        print(failure)
        print("  (Les essais dans un navigateur vont échouer / the browser tests are going to fail.)")
    return {}
