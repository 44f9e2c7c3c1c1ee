"""Many pages rendered at once: a share in this process, the others in copies of it, where a copy costs little."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Final

from .page import GeneratedPage, Rendered

ENOUGH: Final = 500
"""How many pages a process should have to render before another one is worth its while."""
MOST: Final = 8


def processes_for(pages: int) -> int:
    """How many processes to share pages out between.

    Linux alone copies a process safely and at once (`fork`), and only while it has a single thread.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), pages // ENOUGH, MOST))


def render_ahead(pages: Sequence[GeneratedPage], processes: int) -> dict[str, Rendered]:
    """What pages hold, by their address, each rendered from its own Markdown.

    The share of a process that fails is left out: whoever asks for such a page renders it then, and meets the failure.
    """
    shares = [pages[number::processes] for number in range(processes)]
    others = [start(share) for share in shares[1:]]
    rendered = render(shares[0])
    for process, receiver in others:
        with suppress(EOFError, OSError):  # it failed, or was killed while it was sending
            rendered.update(receiver.recv())
        process.join()
    return rendered


def start(share: Sequence[GeneratedPage]) -> tuple[ForkProcess, Connection]:
    """Render a share in a copy of this process; gives that process and the end from which to receive it."""
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=send, args=(share, sender), daemon=True)
    process.start()
    sender.close()  # ours: the copy has its own, and once that is closed too there is nothing more to wait for
    return process, receiver


def send(share: Sequence[GeneratedPage], sender: Connection) -> None:
    """Render a share and send it; a failure sends nothing."""
    try:
        sender.send(render(share))
    except Exception:  # noqa: BLE001 - whatever it is, the process that waits for us meets it again, and tells it
        sender.close()


def render(pages: Sequence[GeneratedPage]) -> dict[str, Rendered]:
    """What pages hold, by their address."""
    return {page.address: page.render(page.markdown) for page in pages}
