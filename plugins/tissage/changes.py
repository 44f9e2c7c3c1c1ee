"""What has changed since a revision, as git says it, and which findings are about that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from .findings import Finding
from .git import git
from .language import N_

DECLARATIONS: Final = ("/_collections/", "/_vocabularies/")


class NoChanges(Exception):
    """Raised where git cannot say what has changed; holds the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths from the site’s root: those of files that are new or different, and those of files that are gone."""

    changed: frozenset[str]
    removed: frozenset[str]

    def concern(self, finding: Finding) -> bool:
        """Whether a finding is about a changed file, or names one: a reference to a sheet that is gone."""
        if finding.path in self.changed or "mkdocs.yml" in self.changed or any(map(declares, self.changed)):
            return True
        named = {PurePosixPath(value).name.removesuffix(".md") for value in finding.values.values()}
        return not named.isdisjoint(map(slug, self.removed)) or not self.changed.isdisjoint(finding.values.values())


def declares(path: str) -> bool:
    """Whether a file declares a collection or a vocabulary, by which every sheet is checked."""
    return any(folder in f"/{path}" for folder in DECLARATIONS)


def slug(path: str) -> str:
    """The name by which other sheets know the sheet at a path."""
    file = PurePosixPath(path)
    return file.parent.name if file.name == "index.md" else file.name.removesuffix(".md")


def only(findings: Iterable[Finding], changes: Changes) -> list[Finding]:
    """The findings that the changes concern."""
    return [finding for finding in findings if changes.concern(finding)]


def changes_since(root: Path, revision: str) -> Changes:
    """What has changed in the site at `root` since it left a revision, what is not committed yet too.

    Raises NoChanges where git is not there, the folder is in no repository, or the revision is unknown.
    """
    if git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise NoChanges(N_("Git knows nothing of this folder: “--changed-since” needs a repository."))
    commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    start = git(root, "merge-base", commit.strip(), "HEAD") if commit else None
    if not start:
        raise NoChanges(N_("Git does not know the revision “{revision}”, or the site’s files do not come from it."))
    rows = cut(git(root, "diff", "--name-status", "--no-renames", "--relative", "-z", start.strip(), "--"))
    new = cut(git(root, "ls-files", "--others", "--exclude-standard", "-z"))
    states = dict(zip(rows[1::2], rows[::2], strict=True))
    removed = frozenset(path for path, state in states.items() if state == "D")
    return Changes(frozenset([*states, *new]) - removed, removed)


def cut(said: str | None) -> list[str]:
    """What git says, in the pieces that NULs part: a name may hold line ends."""
    return [part for part in (said or "").split("\0") if part]
