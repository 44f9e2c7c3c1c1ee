"""The virtual environment in .venv: made, filled from a lock file, and left alone once it is as it should be.

A stamp in .venv tells what was installed. It is removed before the first change and written after the last
one, so an environment without a stamp is a half-made one, and is made anew.
"""

import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from setup import debian
from setup.messages import Failure, step
from setup.process import ROOT, run

VENV = ROOT / ".venv"
STAMP = VENV / "tissage.json"
RUNTIME, DEV = "requirements.txt", "requirements-dev.txt"
INCLUDES = {RUNTIME: [RUNTIME], DEV: [RUNTIME, DEV]}


def python_in(venv: Path) -> Path:
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def maker() -> str:
    """What an environment cannot survive a change of: the Python that made it, and where it stands."""
    return f"{sys.implementation.cache_tag} {ROOT}"


def fingerprint(requirements: str) -> str:
    """What was asked for: the locked packages, our own package's description, and what its front end is made from."""
    digest = hashlib.sha256()
    for file in (ROOT / requirements, ROOT / "pyproject.toml", *sorted(frontend())):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def frontend() -> Iterator[Path]:
    """The files of the front end, without what npm and Python lay beside them."""
    folder = ROOT / "plugins" / "tissage" / "frontend"
    for path in folder.iterdir():
        if path.is_file():
            yield path
        elif path.name in ("src", "styles"):
            yield from (file for file in path.rglob("*") if file.is_file())


def read_stamp(path: Path) -> dict[str, str]:
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def ready(requirements: str = RUNTIME) -> Path:
    """The environment's Python, with everything that `requirements` lists installed."""
    python, stamp = python_in(VENV), read_stamp(STAMP)
    whole = stamp.get("maker") == maker() and python.exists()
    if whole and stamp.get(requirements) == fingerprint(requirements):
        return python
    STAMP.unlink(missing_ok=True)
    if not whole:
        create(VENV)
    fill(python, requirements)
    prints = {name: fingerprint(name) for name in INCLUDES[requirements]}
    STAMP.write_text(json.dumps({"maker": maker(), **prints}, indent=2), encoding="utf-8")
    return python


def create(venv: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        complete_python()
    with step("Environnement Python", "Python environment"):
        # Not sys.executable: that may be the very environment that is being made anew.
        base = getattr(sys, "_base_executable", sys.executable)
        run([base, "-m", "venv", "--clear", "--without-pip", str(venv)])
        # Apart, because venv keeps to itself why pip could not be put in.
        run([str(python_in(venv)), "-m", "ensurepip", "--default-pip"])


def complete_python() -> None:
    """Debian and Ubuntu keep a part of Python's own library in a package apart."""
    package = "python{}.{}-venv".format(*sys.version_info)
    if not debian.can_install():
        raise Failure(
            "Il manque une pièce à Python pour installer Tissage. Sur Debian ou Ubuntu, tapez"
            f" «\u00a0sudo apt install {package}\u00a0», puis relancez.",
            f"This Python lacks what makes an environment. On Debian or Ubuntu, type"
            f" “sudo apt install {package}”, then run this again.",
        )
    with step(f"Paquet {package}", "Debian package"):
        debian.install(package)


def fill(python: Path, requirements: str) -> None:
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    with step("Paquets (une minute ou deux)", f"packages of {requirements} (a minute or two)"):
        # Wheels only: building one would fetch what no hash covers.
        run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", requirements])
    with step("Tissage", "Tissage itself"):
        run([*pip, "--no-deps", "--no-build-isolation", "-e", "."])
