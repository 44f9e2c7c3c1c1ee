"""A server on this machine that answers as real ones do, well or badly."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Server(ThreadingHTTPServer):
    """What it was asked, and what it answers: a path to a status, or to a status and where to go."""

    daemon_threads = True

    def __init__(self, answers: dict[str, Any]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = answers
        self.asked: list[tuple[str, str]] = []
        self.times: list[float] = []
        self.agents: set[str] = set()
        self.at_once = self.most_at_once = 0

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """Whoever hangs up is right to."""


class Handler(BaseHTTPRequestHandler):
    """Answers as its server says."""

    server: Server

    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self.reply()

    def do_GET(self) -> None:
        self.reply()

    def reply(self) -> None:
        server = self.server
        server.at_once += 1
        server.most_at_once = max(server.most_at_once, server.at_once)
        try:
            server.asked.append((self.command, self.path))
            server.times.append(time.monotonic())
            server.agents.add(self.headers["User-Agent"])
            answer = server.answers.get(self.path, 404)
            if callable(answer):
                answer = answer(self)
            if answer is None:
                return
            status, where = answer if isinstance(answer, tuple) else (answer, "")
            self.send_response(status)
            if where:
                self.send_header("Location", where)
            self.end_headers()
        finally:
            server.at_once -= 1


@contextmanager
def answering(answers: dict[str, Any]) -> Iterator[Server]:
    """A server while it runs."""
    server = Server(answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def slowly(handler: Handler) -> None:
    """Sends a byte now and then, and never ends."""
    for _ in range(600):
        handler.wfile.write(b"H")
        handler.wfile.flush()
        time.sleep(0.1)


def only_get(handler: Handler) -> int:
    """Knows no HEAD."""
    return 200 if handler.command == "GET" else 405
