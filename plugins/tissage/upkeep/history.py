"""Who changed the sheets, as git remembers it: names alone, never addresses of mailboxes."""

from __future__ import annotations

import os
import re
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Final

SECONDS: Final = 5
BOT: Final = re.compile(r"\[bot\]$|(?:^|[\s_-])bot$|^(?:dependabot|renovate|github)\b", re.IGNORECASE)
ENVIRONMENT: Final = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


@lru_cache(maxsize=4)
def authors(root: Path, folders: tuple[str, ...]) -> tuple[str, ...]:
    """The names of those whose commits touched these folders, each once; asked once for a run of the site.

    There are none without git, outside a repository, in a shallow clone (whose last commit would have the whole credit)
    or where git takes too long.
    """
    if git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return ()
    # `%aN` is the name after `.mailmap`.
    said = git(root, "log", "--encoding=UTF-8", "--format=%aN", "--", *folders)
    names = (" ".join(name.split()) for name in said.split("\n"))
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name and not BOT.search(name)))


def git(root: Path, *arguments: str) -> str:
    """What git says, or nothing. It may not fetch what a partial clone lacks: a build asks no other machine."""
    command = ["git", "-C", str(root), "-c", "protocol.allow=never", "-c", "log.showSignature=false", *arguments]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            check=True,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
            env={**os.environ, **ENVIRONMENT},
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="replace")
