"""Checks addresses as a guest would: one request at a time on each host, with a pause before the next."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from .fetching import Answer, Fetcher
from .link_memory import Checked

AT_ONCE: Final = 8
"""How many hosts are asked at the same time."""
WITNESSES: Final = 3
OFFLINE: Final = ("no-host", "silent")


@dataclass(frozen=True, slots=True)
class Turns:
    """Whose turn it is on each host."""

    pause: float
    locks: dict[str, threading.Lock] = field(default_factory=dict)
    last: dict[str, float] = field(default_factory=dict)
    door: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def of(self, host: str) -> Iterator[None]:
        """Waits until nobody asks the host and the pause is over; the turn lasts as long as the request."""
        with self.door:
            lock = self.locks.setdefault(host, threading.Lock())
        with lock:
            time.sleep(max(0.0, self.last.get(host, 0.0) + self.pause - time.monotonic()))
            try:
                yield
            finally:
                self.last[host] = time.monotonic()


PORTS: Final = MappingProxyType({"http": 80, "https": 443})
"""The ports of addresses that name none."""


def host_of(url: str) -> str:
    """The host of an address, empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def leads_to(url: str, host: str) -> bool:
    """Whether an address is on a host, as one gives it: its name, its name and port, or any address of it."""
    try:
        wanted, found = urlsplit(host if "//" in host else f"//{host}"), urlsplit(url)
        ports = wanted.port, found.port or PORTS.get(found.scheme)
    except ValueError:
        return False
    return bool(wanted.hostname) and wanted.hostname == found.hostname and ports[0] in (None, ports[1])


def to_check(urls: Iterable[str], known: Mapping[str, Checked], today: date) -> list[str]:
    """The addresses whose check is due, each once: those never checked first, then the longest ago."""
    due = [url for url in dict.fromkeys(urls) if url not in known or known[url].is_due(today)]
    return sorted(due, key=lambda url: (known[url].day if url in known else date.min, url))


def ask_all(urls: Iterable[str], fetcher: Fetcher) -> dict[str, Answer]:
    """What each address answers. Interrupted, it gives what it knows after the requests that are under way."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(host_of(url), []).append(url)
    answers: dict[str, Answer] = {}
    stop = threading.Event()

    def ask(mine: list[str]) -> None:
        for url in mine:
            if not stop.is_set():
                answers[url] = fetcher.ask(url)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for done in [pool.submit(ask, mine) for mine in hosts.values()]:
                done.result()
        except KeyboardInterrupt:
            stop.set()
            pool.shutdown(cancel_futures=True)
    return answers


def is_cut_off(answers: Mapping[str, Answer], known: Mapping[str, Checked], fetcher: Fetcher) -> bool:
    """Whether it is we who have no network: nobody answered, nor do addresses that were good the last time."""
    if not answers or any(answer.outcome not in OFFLINE for answer in answers.values()):
        return False
    good = [url for url, checked in known.items() if checked.outcome == "ok" and url not in answers]
    return all(fetcher.ask(url).outcome in OFFLINE for url in good[:WITNESSES])
