"""Many addresses at a time: whose turn it is, what an interruption leaves, whether it is we who are cut off."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tissage.upkeep.fetching import Answer
from tissage.upkeep.link_checks import Turns, ask_all, is_cut_off, to_check
from tissage.upkeep.link_memory import Checked, after

DAY = date(2026, 11, 22)


@dataclass
class Fetcher:
    """Answers as told, or fails as told."""

    answers: dict[str, Any]
    asked: list[str] = field(default_factory=list)

    def ask(self, url: str) -> Answer:
        self.asked.append(url)
        answer = self.answers.get(url, Answer("ok", 200))
        if isinstance(answer, BaseException):
            raise answer
        assert isinstance(answer, Answer)
        return answer


def test_an_interruption_keeps_what_is_known() -> None:
    fetcher: Any = Fetcher({"https://a.example/2": KeyboardInterrupt()})
    answers = ask_all([f"https://a.example/{number}" for number in (1, 2, 3)], fetcher)
    assert answers == {"https://a.example/1": Answer("ok", 200)}


def test_two_threads_wait_for_their_turn_on_a_host_and_not_on_two() -> None:
    turns = Turns(1.0)
    times: dict[str, list[float]] = {"a": [], "b": []}

    def go(host: str) -> None:
        with turns.of(host):
            times[host].append(time.monotonic())

    threads = [threading.Thread(target=go, args=(host,)) for host in "aab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert times["a"][1] - times["a"][0] >= 0.99
    assert times["b"][0] < times["a"][1]


def test_we_are_cut_off_when_nobody_answers_not_even_a_page_that_was_good() -> None:
    good = {"https://bon.example/": Checked(day=DAY, outcome="ok", status=200)}
    silent = {"https://a.example/": Answer("silent"), "https://b.example/": Answer("no-host")}
    deaf: Any = Fetcher({"https://bon.example/": Answer("silent")})
    well: Any = Fetcher({})
    assert is_cut_off(silent, {}, well)
    assert is_cut_off(silent, good, deaf)
    assert not is_cut_off(silent, good, well)
    assert not is_cut_off({**silent, "https://c.example/": Answer("status", 500)}, {}, well)
    assert not is_cut_off({}, {}, well)


def test_what_is_due_is_asked_the_longest_ago_first_and_once() -> None:
    days = {"a": date(2026, 10, 1), "b": date(2026, 9, 1), "c": date(2026, 11, 1)}
    known = {url: Checked(day=day, outcome="ok") for url, day in days.items()}
    known["d"] = Checked(day=date(2026, 11, 21), outcome="silent")
    known["e"] = Checked(day=DAY, outcome="silent")
    assert to_check(["d", "a", "b", "new", "c", "a", "e"], known, DAY) == ["new", "b", "a", "d"]


def test_a_link_that_fails_remembers_since_when_until_it_answers() -> None:
    first = after(None, Checked(day=date(2026, 11, 1), outcome="silent"))
    second = after(first, Checked(day=date(2026, 11, 2), outcome="status", status=500))
    well = after(second, Checked(day=date(2026, 11, 3), outcome="ok"))
    again = after(well, Checked(day=date(2026, 11, 4), outcome="silent"))
    assert [one.since and one.since.day for one in (first, second, well, again)] == [1, 1, None, 4]
    assert [one.is_dead for one in (first, second, well, again)] == [False, True, False, False]


def test_a_server_that_refuses_programs_is_never_dead() -> None:
    guarded = after(None, Checked(day=date(2026, 11, 1), outcome="guarded", status=403))
    assert not after(guarded, Checked(day=date(2026, 11, 2), outcome="guarded", status=403)).is_dead
