"""Running other programs."""

import os
import subprocess
from pathlib import Path

from setup.messages import explain

ROOT = Path(__file__).resolve().parents[2]


def variables(**more: str) -> dict[str, str]:
    """The environment of the programs we start."""
    # PYTHONUTF8: before Python 3.13, Windows reads .pth files (where our editable install is) in its own code
    # page, which breaks when the folder's name has an accent.
    # NO_MKDOCS_2_WARNING: Material's notice about its successor, at every start, concerns maintainers only.
    return {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **more}


def run(command: list[str], **more: str) -> None:
    """Run to the end without a word; a failure is explained from what the program said."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=variables(**more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise explain(done.stdout)


def hand_over(command: list[str]) -> int:
    """Let the command take our place: signals reach it directly, and its exit code is ours."""
    os.chdir(ROOT)
    if os.name == "posix":
        os.execve(command[0], command, variables())
    with subprocess.Popen(command, env=variables()) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # it had the Ctrl-C too: let it end by itself
                continue
