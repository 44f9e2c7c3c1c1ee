"""Build aside, then swap: a build that fails leaves the last good site in place."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Aside:
    """A folder beside the site's, on the same disk, in which the next site is built."""

    folder: Path
    target: Path

    @classmethod
    def open(cls, target: str) -> Aside:
        """Make the folder for a site that will lie at `target`."""
        place = Path(target).resolve()
        place.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f"{place.name}.", suffix=".new", dir=place.parent))
        folder.chmod(0o777 & ~current_umask())
        return cls(folder, place)

    def swap(self) -> None:
        """Put the new site in the place of the former one. The former one is removed only once the new one stands."""
        former = self.folder.with_suffix(".old")
        if self.target.exists():
            os.replace(self.target, former)
        try:
            os.replace(self.folder, self.target)
        except OSError:
            if former.exists():
                os.replace(former, self.target)
            raise
        shutil.rmtree(former, ignore_errors=True)

    def drop(self) -> None:
        """Throw the unfinished site away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def current_umask() -> int:
    """The process's umask: a temporary folder is private, a site is not."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
