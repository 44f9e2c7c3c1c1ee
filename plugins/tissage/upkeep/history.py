"""Who changed the sheets, as git remembers it: names alone, never addresses of mailboxes."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..git import git

SECONDS: Final = 5
"""What a build waits for git."""
KEPT: Final = Path(".cache", "tissage", "authors.json")
"""Git compares two trees for each commit: a second for five thousand. What it said is kept, and only news are asked."""
BOT: Final = re.compile(r"\[bot\]$|(?:^|[\s_-])bot$|^(?:dependabot|renovate|github)\b|\bmaintainers$", re.IGNORECASE)
"""Names of programs, and those that stand for nobody in particular."""
NAMES: Final = "%aN%n%(trailers:key=Co-authored-by,valueonly,unfold)"
"""Who made a commit, and with whom: a workflow or a squashed pull request names its authors in the message."""
MAILBOX: Final = re.compile(r"\s*<[^<>]*>\s*$")


@lru_cache(maxsize=4)
def authors(root: Path, folders: tuple[str, ...]) -> tuple[str, ...]:
    """The names of those whose commits touched these folders, each once; asked once for a run of the site.

    There are none without git, outside a repository, in a shallow clone (whose last commit would have the whole credit)
    or where git takes too long.
    """
    said = git(root, "rev-parse", "--is-shallow-repository", "HEAD", seconds=SECONDS) or ""
    shallow, _, head = said.strip().partition("\n")
    if shallow != "false" or not head:
        return ()
    renamed = sha256("\0".join((NAMES, read(root / ".mailmap"), *folders)).encode()).hexdigest()
    before, names = recall(root, renamed)
    if before != head:
        # After a history that was rewritten, a name that is not in it any more must go.
        news = before and (git(root, "merge-base", before, head, seconds=SECONDS) or "").strip() == before
        made = log(root, f"{before}..{head}" if news else head, folders)
        if made is None:
            return ()
        names = tuple(dict.fromkeys((*names, *made) if news else made))
        remember(root, renamed, head, names)
    return tuple(name for name in names if "@" not in name and not BOT.search(name))


def log(root: Path, commits: str, folders: tuple[str, ...]) -> list[str] | None:
    """The names of those who made these commits, as `.mailmap` has them, and their co-authors’; None if git fails."""
    options = ("--encoding=UTF-8", f"--format={NAMES}", "--end-of-options")
    said = git(root, "log", *options, commits, "--", *folders, seconds=SECONDS)
    if said is None:
        return None
    return [name for line in said.split("\n") if (name := " ".join(MAILBOX.sub("", line).split()))]


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
