"""A real HTTP server on the loopback that speaks for a model, well or badly, and remembers what reached it."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """One question: noted, then answered by the server's behaviour."""

    server: "Server"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append(json.loads(body))
        self.server.headers.append(dict(self.headers))
        self.server.paths.append(self.path)
        number = len(self.server.received) - 1
        script = self.server.script
        script[min(number, len(script) - 1)](self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Answers the first question by the first behaviour of its script, and so on; the last one goes for all the rest."""

    daemon_threads = True

    def __init__(self, *script: Behaviour) -> None:
        self.script = script
        self.received: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.over = threading.Event()
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    @property
    def seen(self) -> str:
        """Everything that was sent, as one text."""
        return "\n".join(message["content"] for body in self.received for message in body["messages"][1:])

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is part of these tests."""


@contextmanager
def serving(*script: Behaviour) -> Iterator[Server]:
    server = Server(*script)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def completion(content: str | None, finish: str = "stop") -> bytes:
    choice = {"message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


def saying(content: str | None) -> Behaviour:
    return lambda handler: handler.send(200, completion(content))


def proposing(*proposals: dict[str, Any]) -> Behaviour:
    return saying(json.dumps({"proposals": proposals}))


def status(code: int, **headers: str) -> Behaviour:
    return lambda handler: handler.send(code, b'{"error": "so it goes"}', **headers)


def silent(handler: Handler) -> None:
    """Never answer."""
    handler.server.over.wait()


def dripping(handler: Handler) -> None:
    """Begin an answer, and never end it."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.wfile.flush()
    handler.server.over.wait()


def hanging_up(handler: Handler) -> None:
    """Drop the connection without a word."""
    handler.close_connection = True


def cut_off(handler: Handler) -> None:
    """Promise more bytes than come."""
    handler.send(200, completion("{}")[:30], Content_Length="4000")
    handler.close_connection = True


def raw(body: bytes) -> Behaviour:
    return lambda handler: handler.send(200, body)
