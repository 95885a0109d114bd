"""A client that costs little itself: several open connections, each asking again as soon as it has its answer."""

import re
import selectors
import socket
import time
from dataclasses import dataclass

_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)


class Connection:
    """One connection; `request` is sent again and again, whole answers are counted by the caller."""

    def __init__(self, host: str, port: int, request: bytes):
        self.request = request
        self.socket = socket.create_connection((host, port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.read = b""
        self.end = 0

    def ask(self) -> None:
        self.read, self.end = b"", 0
        self.socket.sendall(self.request)

    def whole(self) -> bytes | None:
        """Take what has come; the answer, once it is whole."""
        part = self.socket.recv(262_144)
        if not part:
            raise ConnectionError("the server closed a connection in the middle of an answer")
        self.read += part
        if not self.end and (head := self.read.find(b"\r\n\r\n")) >= 0:
            length = _LENGTH.search(self.read, 0, head)
            self.end = head + 4 + (int(length[1]) if length else 0)
        return self.read if self.end and len(self.read) >= self.end else None


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def request_of(host: str, port: int, path: str, headers: dict[str, str]) -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}:{port}", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def ask_once(host: str, port: int, path: str, headers: dict[str, str]) -> Answer:
    connection = Connection(host, port, request_of(host, port, path, headers))
    connection.ask()
    while (read := connection.whole()) is None:
        pass
    connection.socket.close()
    head, _blank, body = read.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    named = (line.partition(": ") for line in lines)
    return Answer(int(first.split()[1]), {name.lower(): value for name, _colon, value in named}, body)


def ask_for(seconds: float, host: str, port: int, path: str, headers: dict[str, str], connections: int) -> float:
    """Answers a second; raises ConnectionError where one has another status than the first."""
    request = request_of(host, port, path, headers)
    selector = selectors.DefaultSelector()
    opened = [Connection(host, port, request) for _ in range(connections)]
    started = time.perf_counter()
    for one in opened:
        selector.register(one.socket, selectors.EVENT_READ, one)
        one.ask()
    answers, status = 0, None
    while time.perf_counter() - started < seconds:
        for key, _events in selector.select(1):
            read = key.data.whole()
            if read is None:
                continue
            status = status or read[:12]
            if read[:12] != status:
                raise ConnectionError(f"{path} answered {read[:12]!r} after {status!r}")
            answers += 1
            key.data.ask()
    elapsed = time.perf_counter() - started
    for one in opened:
        one.socket.close()
    return answers / elapsed
