"""How git is asked: it fetches nothing, asks nobody for anything, and takes no longer than it is given."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

SECONDS: Final = 60
"""What git may take: longer than that, something holds it up."""
OPTIONS: Final = ("-c", "protocol.allow=never", "-c", "log.showSignature=false")
"""A partial clone does not fetch what it lacks; names come without what a key says of them."""
ENVIRONMENT: Final = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def git(root: Path, *arguments: str, seconds: float = SECONDS) -> str | None:
    """What git says in a folder; None where it is not there, fails, or takes too long."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *OPTIONS, *arguments],
            capture_output=True,
            check=True,
            stdin=subprocess.DEVNULL,
            timeout=seconds,
            env={**os.environ, **ENVIRONMENT},
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", errors="replace")
