"""Who changed the sheets, as git remembers it: names alone, never addresses of mailboxes."""

from __future__ import annotations

import json
import os
import re
import subprocess
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

SECONDS: Final = 5
KEPT: Final = Path(".cache", "tissage", "authors.json")
"""Git compares two trees for each commit: a second for five thousand. What it said is kept, and only news are asked."""
BOT: Final = re.compile(r"\[bot\]$|(?:^|[\s_-])bot$|^(?:dependabot|renovate|github)\b|\bmaintainers$", re.IGNORECASE)
"""Names of programs, and those that stand for nobody in particular."""
NAMES: Final = "%aN%n%(trailers:key=Co-authored-by,valueonly,unfold)"
"""Who made a commit, and with whom: a workflow or a squashed pull request names its authors in the message."""
MAILBOX: Final = re.compile(r"\s*<[^<>]*>\s*$")
ENVIRONMENT: Final = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


@lru_cache(maxsize=4)
def authors(root: Path, folders: tuple[str, ...]) -> tuple[str, ...]:
    """The names of those whose commits touched these folders, each once; asked once for a run of the site.

    There are none without git, outside a repository, in a shallow clone (whose last commit would have the whole credit)
    or where git takes too long.
    """
    shallow, _, head = git(root, "rev-parse", "--is-shallow-repository", "HEAD").strip().partition("\n")
    if shallow != "false" or not head:
        return ()
    renamed = sha256("\0".join((NAMES, read(root / ".mailmap"), *folders)).encode()).hexdigest()
    before, names = recall(root, renamed)
    if before != head:
        # After a history that was rewritten, a name that is not in it any more must go.
        news = before and git(root, "merge-base", before, head).strip() == before
        said = log(root, f"{before}..{head}" if news else head, folders)
        if said is None:
            return ()
        names = tuple(dict.fromkeys((*names, *said) if news else said))
        remember(root, renamed, head, names)
    return tuple(name for name in names if "@" not in name and not BOT.search(name))


def log(root: Path, commits: str, folders: tuple[str, ...]) -> list[str] | None:
    """The names of those who made these commits, as `.mailmap` has them, and their co-authors’; None if git fails."""
    said = git(
        root, "log", "--encoding=UTF-8", f"--format={NAMES}", "--end-of-options", commits, "--", *folders, failed="\0"
    )
    if said == "\0":
        return None
    return [name for line in said.split("\n") if (name := " ".join(MAILBOX.sub("", line).split()))]


def git(root: Path, *arguments: str, failed: str = "") -> str:
    """What git says, or `failed`. It may not fetch what a partial clone lacks: a build asks no other machine."""
    command = ["git", "-C", str(root), "-c", "protocol.allow=never", "-c", "log.showSignature=false", *arguments]
    env = {**os.environ, **ENVIRONMENT}
    try:
        done = subprocess.run(
            command, capture_output=True, check=True, stdin=subprocess.DEVNULL, timeout=SECONDS, env=env
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return failed
    return done.stdout.decode("utf-8", errors="replace")


def read(file: Path) -> str:
    """The text of a file, empty where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def recall(root: Path, renamed: str) -> tuple[str, tuple[str, ...]]:
    """The commit up to which names are known, and the names; `renamed` says by which rules they were written."""
    with suppress(ValueError, KeyError, TypeError, RecursionError):
        kept = json.loads(read(root / KEPT))
        if kept["renamed"] == renamed and re.fullmatch(r"[0-9a-f]{40,64}", kept["head"]):
            return kept["head"], tuple(str(name) for name in kept["names"])
    return "", ()


def remember(root: Path, renamed: str, head: str, names: tuple[str, ...]) -> None:
    """Keep the names for the next build, where the disk lets us and no link leads elsewhere."""
    file = root / KEPT
    if any(folder.is_symlink() for folder in (file.parent, file.parent.parent)):
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(f".{os.getpid()}")
        aside.unlink(missing_ok=True)
        with aside.open("x", encoding="utf-8") as handle:
            json.dump({"renamed": renamed, "head": head, "names": names}, handle, ensure_ascii=False)
        os.replace(aside, file)
