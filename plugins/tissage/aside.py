"""Build aside, then swap: a build that fails leaves the last good site in place."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

A_DAY: Final = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Aside:
    """A folder beside the site's, on the same disk, in which the next site is built."""

    folder: Path
    target: Path

    @classmethod
    def open(cls, target: str) -> Aside:
        """Make the folder for a site that will lie at `target`; it goes away with the process unless it is swapped in.

        Raises OSError where nothing can be written there.
        """
        place = Path(target).resolve()
        place.parent.mkdir(parents=True, exist_ok=True)
        sweep(place)
        folder = Path(tempfile.mkdtemp(prefix=f"{place.name}.", suffix=".new", dir=place.parent))
        folder.chmod(0o777 & ~current_umask())
        aside = cls(folder, place)
        atexit.register(aside.drop)
        return aside

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


def sweep(place: Path) -> None:
    """Remove what builds that were killed more than a day ago have left beside a site."""
    for left in place.parent.glob(f"{place.name}.*.new"):
        if left.is_dir() and time.time() - left.stat().st_mtime > A_DAY:
            shutil.rmtree(left, ignore_errors=True)


def current_umask() -> int:
    """The process's umask: a temporary folder is private, a site is not."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
