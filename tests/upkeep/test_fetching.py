"""What asking for an address finds, from a real server on this machine; and whom we never ask."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest

from tissage.upkeep.fetching import MOST_REDIRECTIONS, Answer, Fetcher, is_public
from tools.answering import answering, only_get, slowly


def ask(path: str, answers: dict[str, Any], **options: Any) -> Answer:
    """What asking for a path of a server finds."""
    with answering(answers) as server:
        url = path if "://" in path else server.url + path
        return Fetcher(agent="Essai", **{"allowed": lambda ip: True, "timeout": 2.0, **options}).ask(url)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(200, "ok"), (204, "ok"), (404, "gone"), (410, "gone"), (403, "guarded"), (429, "guarded"), (500, "status")],
)
def test_a_status_has_its_meaning(status: int, outcome: str) -> None:
    assert ask("/", {"/": status}) == Answer(outcome, status)


def test_what_head_does_not_get_get_does() -> None:
    with answering({"/": only_get}) as server:
        assert Fetcher(agent="Essai", allowed=lambda ip: True).ask(server.url) == Answer("ok", 200)
        assert [method for method, _ in server.asked] == ["HEAD", "GET"]
        assert server.agents == {"Essai"}


def test_a_page_that_has_moved_for_good_says_where() -> None:
    answer = ask("/a", {"/a": (301, "/b?q=é".encode().decode("latin-1")), "/b?q=%C3%A9": 200})
    assert (answer.outcome, answer.moved.partition("/b")[2]) == ("ok", "?q=%C3%A9")


def test_a_passing_redirection_is_followed_without_a_word() -> None:
    assert ask("/a", {"/a": (302, "/b"), "/b": 200}) == Answer("ok", 200)
    assert ask("/a", {"/a": (302, "/b"), "/b": (301, "/c"), "/c": 200}) == Answer("ok", 200)


def test_a_redirection_to_a_page_that_is_gone_is_gone() -> None:
    assert ask("/a", {"/a": (301, "/b")}) == Answer("gone", 404)


def test_redirections_end() -> None:
    with answering({"/": (302, "/")}) as server:
        assert Fetcher(agent="Essai", allowed=lambda ip: True).ask(server.url) == Answer("loop")
        assert len(server.asked) == MOST_REDIRECTIONS + 1


def test_a_server_that_sends_a_byte_now_and_then_is_not_waited_for() -> None:
    start = time.monotonic()
    assert ask("/", {"/": slowly}, timeout=0.5) == Answer("silent")
    assert time.monotonic() - start < 30


def test_a_server_that_hangs_up_is_silent() -> None:
    assert ask("/", {"/": lambda handler: None}) == Answer("silent")


def test_a_port_where_nobody_listens_is_silent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/", {}) == Answer("silent")


def test_a_name_that_nobody_has() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    def later(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "later")

    assert ask("http://nulle-part.example/", {}, resolve=unknown) == Answer("no-host")
    assert ask("http://nulle-part.example/", {}, resolve=later) == Answer("silent")


@pytest.mark.parametrize("url", ["http://exemple.org:99999/", "http://[::1/", "http://" + "a" * 80 + ".org/"])
def test_what_is_no_address_is_not_asked(url: str) -> None:
    assert ask(url, {}) == Answer("bad")


def test_accents_and_spaces_are_sent_as_servers_read_them() -> None:
    assert ask("/caf%C3%A9 noir?a=b c", {"/caf%C3%A9%20noir?a=b%20c": 200}) == Answer("ok", 200)


def test_line_ends_in_an_address_cannot_write_a_header() -> None:
    with answering({}) as server:
        Fetcher(agent="Essai", allowed=lambda ip: True).ask(f"{server.url}/a\r\nX-Faux: 1")
        assert {path for _, path in server.asked} <= {"/aX-Faux:%201", "/a%0D%0AX-Faux:%201"}


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
    ],
)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_what_is_public_is_not(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_the_machine_itself_is_not_asked_however_it_is_written(host: str) -> None:
    with answering({"/": 200}) as server:
        answer = Fetcher(agent="Essai").ask(f"http://{host}:{server.server_address[1]}/")
        assert answer.outcome in ("private", "no-host")
        assert server.asked == []


def test_a_redirection_to_the_local_network_is_not_followed() -> None:
    with answering({"/secret": 200}) as inside:
        there = f"http://127.0.0.2:{inside.server_address[1]}/secret"
        assert ask("/", {"/": (302, there)}, allowed=lambda ip: ip == "127.0.0.1") == Answer("private")
        assert inside.asked == []


def test_a_redirection_to_another_scheme_is_not_followed() -> None:
    assert ask("/", {"/": (302, "file:///etc/passwd")}) == Answer("bad")


@pytest.mark.parametrize("where", ["http://[::1", "http://exemple.org:x/", "//", "http://a b/", "\x1b[31m"])
def test_a_redirection_that_makes_no_sense_is_said_and_not_stumbled_over(where: str) -> None:
    assert ask("/", {"/": (302, where)}, timeout=0.5).outcome in ("bad", "gone", "no-host", "ok", "loop")


def test_an_address_that_would_fill_the_notes_is_not_kept() -> None:
    there = "/" + "a" * 3_000
    assert ask("/", {"/": (301, there), there: 200}) == Answer("ok", 200)


def test_a_name_with_one_private_address_among_others_is_refused() -> None:
    assert ask("http://double.example/", {}, allowed=is_public, resolve=lambda *_: ["8.8.8.8", "10.0.0.1"]) == Answer(
        "private"
    )


def test_the_name_is_resolved_once_so_that_it_cannot_change_in_between() -> None:
    calls = []

    def resolve(host: str, port: int) -> list[str]:
        calls.append(host)
        return ["127.0.0.1"]

    with answering({"/": 200}) as server:
        url = f"http://un.example:{server.server_address[1]}/"
        fetcher = Fetcher(agent="Essai", allowed=lambda ip: True, resolve=resolve)
        assert fetcher.ask(url) == Answer("ok", 200)
    assert calls == ["un.example"]


def test_an_address_that_takes_no_connection_leaves_its_turn_to_the_next() -> None:
    answers = lambda *_: ["127.0.0.9", "127.0.0.1"]  # noqa: E731
    with answering({"/": 200}) as server:
        fetcher = Fetcher(agent="Essai", allowed=lambda ip: True, resolve=answers)
        assert fetcher.ask(f"http://deux.example:{server.server_address[1]}/") == Answer("ok", 200)
