"""The commands as a person types them, and that a Python too old to run them still reads them."""

import ast
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def site(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPTS / "site.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"})


def test_help_names_every_option() -> None:
    done = site("--help")
    assert done.returncode == 0
    options = re.findall(r"^  (?:-\w, )?(--\w+)", done.stdout.partition("options:")[2], re.MULTILINE)
    assert options == ["--help", "--build", "--check", "--offline", "--port"]


@pytest.mark.parametrize("arguments", [["--bild"], ["build"], ["--port", "x"], ["--port", "70000"], ["--port"]])
def test_a_wrong_argument_shows_the_usage(arguments: list[str]) -> None:
    done = site(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: site.py")


@pytest.mark.parametrize("arguments", [["--offline"], ["--offline", "--port", "8001"]])
def test_a_file_without_a_build_is_said_kindly(arguments: list[str]) -> None:
    done = site(*arguments)
    assert done.returncode == 2
    assert "--offline fabrique un fichier et ne l’affiche pas\u00a0: écrivez --build --offline." in done.stderr
    assert "write --build --offline." in done.stderr


def test_a_check_that_builds_is_said_kindly() -> None:
    done = site("--check", "--build")
    assert done.returncode == 2
    assert "--check vérifie les fiches et ne fabrique rien\u00a0: écrivez l’un ou l’autre." in done.stderr
    assert "--check makes nothing: write the one or the other." in done.stderr


def test_a_port_in_use_is_said_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = site("--port", str(port))
    assert done.returncode == 1
    assert f"Le port {port} est déjà pris" in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


@pytest.mark.parametrize("name", ["site.py", "test.py", "setup/__init__.py"])
def test_an_old_python_can_read_as_far_as_the_sentence(name: str) -> None:
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=(3, 7))
