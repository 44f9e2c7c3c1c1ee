"""What the checks of outside links found, kept from one to the next in `.tissage/links.json`.

The file is written by a command and read by the build, where it may come with a contribution: what it says is data to
verify, never to trust.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

MEMORY: Final = ".tissage/links.json"
"""Committed with the sheets: a link is called dead after checks on two days, perhaps from two machines."""
VERSION: Final = 1
GOOD_FOR: Final = timedelta(days=30)
MOST_BYTES: Final = 20_000_000

FINAL: Final = ("gone", "no-host", "bad")
"""Outcomes that need no second day: the server says so, or there is none, or this is no address."""
FAILING: Final = (*FINAL, "status", "silent", "insecure", "loop")
"""Outcomes by which a reader finds nothing; all but the final ones may pass."""
OUTCOMES: Final = ("ok", *FAILING, "guarded", "private")
"""What a check may find; `guarded` and `private` say nothing of the page: its server refuses programs, or we to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is known of an address: the day and outcome of its last check, the HTTP status, the day since which it has
    failed without a break, and where it has moved for good."""

    day: date
    outcome: str
    status: int = 0
    since: date | None = None
    moved: str = ""

    @property
    def is_dead(self) -> bool:
        """Whether the link leads nowhere: its server said so, or it failed on two days."""
        return self.outcome in FINAL or (self.outcome in FAILING and self.since is not None and self.since < self.day)

    def is_due(self, today: date) -> bool:
        """Whether to check again: what was good after a month, anything else the next day."""
        return today >= self.day + (GOOD_FOR if self.outcome == "ok" else timedelta(days=1)) or today < self.day


def after(before: Checked | None, now: Checked) -> Checked:
    """A new check, with the day since which the link has failed."""
    if now.outcome not in FAILING:
        return now
    failed = before.since if before and before.outcome in FAILING else None
    return Checked(**{**asdict(now), "since": failed or now.day})


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of each address, and the day of the last check; nothing was ever checked where that is None."""

    links: Mapping[str, Checked]
    day: date | None = None


def read_memory(root: Path) -> Memory:
    """The memory of a site; an unreadable one is an empty one, and an entry that makes no sense is left out."""
    try:
        with (root / MEMORY).open("rb") as handle:
            data = json.loads(handle.read(MOST_BYTES))
        links = {url: entry for url, values in data["links"].items() if (entry := read_entry(url, values))}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Memory({})
    return Memory(links, max((entry.day for entry in links.values()), default=None))


def read_entry(url: str, values: Any) -> Checked | None:
    """One entry of the file, or None."""
    try:
        since, moved = values.get("since"), values.get("moved", "")
        if values["outcome"] not in OUTCOMES or not isinstance(moved, str) or not moved.isprintable():
            return None
        return Checked(
            day=date.fromisoformat(values["day"]),
            outcome=values["outcome"],
            status=int(values.get("status", 0)),
            since=date.fromisoformat(since) if since else None,
            moved=moved,
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        return None


def write_memory(root: Path, links: Mapping[str, Checked]) -> None:
    """Write the memory whole or not at all, an address a line, sorted: two branches merge. Raises OSError."""
    file = root / MEMORY
    if file.parent.is_symlink():
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(file.parent))
    file.parent.mkdir(exist_ok=True)
    lines = ",\n".join(
        f"    {json.dumps(url, ensure_ascii=False)}: {json.dumps(entry, ensure_ascii=False)}"
        for url, entry in sorted((url, plain(checked)) for url, checked in links.items())
    )
    text = f'{{\n  "version": {VERSION},\n  "links": {{\n{lines}\n  }}\n}}\n'
    aside = file.with_suffix(".new")
    aside.unlink(missing_ok=True)  # a link that a contribution left there would have us write elsewhere
    with aside.open("x", encoding="utf-8", newline="\n") as handle:
        handle.write(text)
    os.replace(aside, file)


def plain(checked: Checked) -> dict[str, Any]:
    """An entry as JSON, without what is empty."""
    values = {name: str(value) if isinstance(value, date) else value for name, value in asdict(checked).items()}
    return {name: value for name, value in values.items() if value}
