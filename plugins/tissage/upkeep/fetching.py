"""Asks a server whether an address answers, without ever speaking to a machine that is not public.

Addresses come from contributions. In continuous integration, one that leads to the machine itself or to its neighbours
would have the check read what only they may: so each name is resolved here, refused unless all of its addresses are
public, and the connection goes to the very address that was judged, at each redirection anew.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

MOST_REDIRECTIONS: Final = 5
TIMEOUT: Final = 20.0
"""Seconds for one request, from the first byte sent to the last header read."""
MOVED_FOR_GOOD: Final = (301, 308)
REDIRECTIONS: Final = (*MOVED_FOR_GOOD, 302, 303, 307)
LONGEST: Final = 2_000
"""Characters of an address to which a page has moved, beyond which we do not keep it."""
GONE: Final = (404, 410)
GUARDED: Final = (401, 403, 407, 429, 451, 999)
"""What servers answer to programs, and seldom to people."""
HEAD_ENOUGH: Final = 400
"""From this status on, the same is asked by GET: many servers do not know HEAD, or refuse it."""
SAFE: Final = "!#$%&'()*+,/:;=?@[]~-._"
NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
UNKNOWN: Final = {code for name in ("EAI_NONAME", "EAI_NODATA") if (code := getattr(socket, name, None))}


class Refused(Exception):
    """The address leads to a machine that is not public."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What asking found: an outcome (see `link_memory`), the HTTP status, and where the page has moved for good."""

    outcome: str
    status: int = 0
    moved: str = ""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public Internet, an IPv4 one in an IPv6 one looked at for itself."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host. Raises OSError."""
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Asks for addresses. `turn` waits for the turn of a host, and holds it while it is asked."""

    agent: str
    allowed: Callable[[str], bool] = is_public
    resolve: Callable[[str, int], Sequence[str]] = resolve
    turn: Callable[[str], AbstractContextManager[object]] = field(default=lambda host: nullcontext())
    timeout: float = TIMEOUT

    def ask(self, url: str) -> Answer:
        """Whether an address answers, after its redirections."""
        here, moved, for_good = url, "", True
        for _ in range(MOST_REDIRECTIONS + 1):
            try:
                status, location = self.hop(here)
                onward = quote(urljoin(here, location), safe=SAFE)
            except Refused:
                return Answer("private")
            except socket.gaierror as error:
                return Answer("no-host" if error.errno in UNKNOWN else "silent")
            except ssl.SSLCertVerificationError:
                return Answer("insecure")
            except (OSError, http.client.HTTPException):
                return Answer("silent")
            except ValueError:  # no address of the web: a port that is none, a host that no name can be
                return Answer("bad")
            if status not in REDIRECTIONS or not location:
                return Answer(judged(status), status, moved if for_good and status < HEAD_ENOUGH else "")
            for_good = for_good and status in MOVED_FOR_GOOD and len(onward) < LONGEST
            here, moved = onward, onward if for_good else moved
        return Answer("loop")

    def hop(self, url: str) -> tuple[int, str]:
        """The status of one address, and where it redirects to: by HEAD, and by GET where HEAD says no."""
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            raise ValueError(url)
        host = unquote(parts.hostname).encode("idna").decode("ascii")
        with self.turn(host):
            status, location = self.request("HEAD", parts, host)
        if status >= HEAD_ENOUGH and status not in (429, 503):
            with self.turn(host):
                status, location = self.request("GET", parts, host)
        return status, location

    def request(self, method: str, parts: SplitResult, host: str) -> tuple[int, str]:
        """One request: its status and its `Location`. The body, if any, is never read."""
        secure = parts.scheme.lower() == "https"
        port = parts.port or (443 if secure else 80)
        path = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
        with self.connected(host, port, secure) as sock, limited(sock, self.timeout):
            if isinstance(sock, ssl.SSLSocket):
                sock.do_handshake()
            connection = http.client.HTTPConnection(host, port)
            connection.sock = sock
            name = f"[{host}]" if ":" in host else host
            shown = name if port == (443 if secure else 80) else f"{name}:{port}"
            headers = {"Host": shown, "User-Agent": self.agent, "Accept": "*/*", "Connection": "close"}
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            location = answer.getheader("Location") or ""
            return answer.status, location.encode("latin-1", "ignore").decode("utf-8", "replace").strip()

    @contextmanager
    def connected(self, host: str, port: int, secure: bool) -> Iterator[socket.socket]:
        """A connection to the address that was judged: a name that resolves otherwise a moment later changes nothing.

        Raises Refused where one of the host's addresses is not public.
        """
        addresses = self.resolve(host, port)
        if not addresses or not all(map(self.allowed, addresses)):
            raise Refused(host)
        with self.first_of(addresses, port) as plain:
            if not secure:
                yield plain
                return
            context = ssl.create_default_context()
            # The handshake comes later, when the clock is running.
            with context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False) as wrapped:
                yield wrapped

    def first_of(self, addresses: Sequence[str], port: int) -> socket.socket:
        """A connection to the first of these addresses that takes one: a machine may have no IPv6. Raises OSError."""
        for address in addresses[:-1]:
            with suppress(OSError):
                return socket.create_connection((address, port), self.timeout)
        return socket.create_connection((addresses[-1], port), self.timeout)


@contextmanager
def limited(sock: socket.socket, seconds: float) -> Iterator[None]:
    """Hangs up after so many seconds, even on a server that sends a byte now and then."""
    timer = threading.Timer(seconds, hang_up, (sock,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def hang_up(sock: socket.socket) -> None:
    """Ends a connection, a secure one too, from another thread."""
    with suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)


def judged(status: int) -> str:
    """The outcome that a status means."""
    if status in GONE:
        return "gone"
    if status in GUARDED:
        return "guarded"
    return "ok" if 200 <= status < HEAD_ENOUGH else "status"
