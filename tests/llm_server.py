"""A language model on the loopback that says what a test wrote down, in the form of an OpenAI-compatible server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Step = Callable[["Handler"], None]


@dataclass
class Server:
    """``asked`` holds the requests in order: their path, headers and body.  The last step answers all that follow."""

    url: str = ""
    steps: list[Step] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    def texts(self) -> list[str]:
        """The pieces of text that were sent."""
        return [one["body"]["messages"][1]["content"].partition("原文：\n")[2] for one in self.asked]


class Handler(BaseHTTPRequestHandler):
    server_state: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        state = self.server_state
        state.asked.append({"path": self.path, "headers": dict(self.headers), "body": body})
        state.steps[min(len(state.asked), len(state.steps)) - 1](self)

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Tests are quiet."""


def says(content: str, reason: str = "stop") -> Step:
    """A chat completion with these words."""
    choice = {"index": 0, "finish_reason": reason, "message": {"role": "assistant", "content": content}}
    body = json.dumps({"object": "chat.completion", "choices": [choice]}, ensure_ascii=False).encode()
    return lambda handler: handler.reply(200, body)


def finds(**lists: Any) -> Step:
    """An answer in the form asked for: ``names=[("place", "慈溪", 0)]``, ``duties=[(holder, role, quote, start)]`` …"""
    keys = {"names": ("type", "quote", "start"), "duties": ("holder", "role", "quote", "start")}
    said = {part: [dict(zip(keys.get(part, ("quote", "start")), item, strict=True)) for item in lists.get(part, ())]
            for part in ("names", "duties", "measures", "numbers")}
    return says(json.dumps(said, ensure_ascii=False))


def refuses(status: int, **headers: str) -> Step:
    return lambda handler: handler.reply(status, b'{"error": {"message": "no"}}', **headers)


def sleeps(handler: Handler) -> None:
    """No answer until the test is over."""
    handler.server_state.closing.wait(10)


def drips(handler: Handler) -> None:
    """A byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server_state.closing.wait(0.05):
        try:
            handler.wfile.write(b" ")
        except OSError:
            return


def breaks_off(handler: Handler) -> None:
    """Fewer bytes than were announced."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')


@contextmanager
def model(*steps: Step) -> Iterator[Server]:
    """A server that takes the steps in order; it lives as long as the block."""
    state = Server(steps=list(steps))
    handler = type("OneModel", (Handler,), {"server_state": state})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        state.url = f"http://127.0.0.1:{server.server_port}/v1"
        try:
            yield state
        finally:
            state.closing.set()
            server.shutdown()
