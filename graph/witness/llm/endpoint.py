"""One POST to an OpenAI-compatible server: within a deadline, again after 429 and 5xx, never to another host.

The standard library is enough for one request.  The key is sent to the configured address only: redirects are
refused, since urllib would carry the header along.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException, HTTPResponse
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from graph.errors import ZhengtuError

__all__ = ["Endpoint", "Unanswered"]

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
LARGEST = 4 * 1024 * 1024  # bytes of an answer
LONGEST_PAUSE = 30.0  # seconds, whatever Retry-After says


class Unanswered(ZhengtuError):
    """The endpoint gave no answer.  ``pause``: seconds it asked to wait; ``again``: whether another try makes sense."""

    def __init__(self, what: str, where: str, *, again: bool = True, pause: float | None = None) -> None:
        super().__init__(what, where=where)
        self.again, self.pause = again, pause


class _Stay(HTTPRedirectHandler):
    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str,
    ) -> None:
        """Refuse: the redirect then arrives as an error."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``url`` ends before ``/chat/completions`` (or with it); ``timeout`` and ``pause`` are seconds."""

    url: str
    key: str = field(default="", repr=False)
    timeout: float = 60.0
    attempts: int = 3
    pause: float = 1.0
    wait: Callable[[float], None] = field(default=time.sleep, repr=False, compare=False)

    @property
    def place(self) -> str:
        """The address as it may be shown: without a user's name, password or query."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

    def ask(self, body: dict[str, Any]) -> str:
        """The text of the answer.

        :raises Unanswered: after the last attempt, or at once where another one makes no sense
        """
        for attempt in range(self.attempts):
            try:
                return self._post(json.dumps(body, ensure_ascii=False).encode())
            except Unanswered as error:
                if not error.again or attempt + 1 == self.attempts:
                    raise
                self.wait(min(LONGEST_PAUSE, self.pause * 2 ** attempt if error.pause is None else error.pause))
        raise AssertionError("at least one attempt")

    def _post(self, body: bytes) -> str:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        target = self.url if self.url.endswith("/chat/completions") else f"{self.url.rstrip('/')}/chat/completions"
        until = time.monotonic() + self.timeout
        try:
            with build_opener(_Stay).open(Request(target, body, headers), timeout=self.timeout) as answer:
                return self._read(answer, until).decode()
        except HTTPError as error:
            raise self._refused(error) from None
        except TimeoutError as error:
            raise Unanswered(f"{self.timeout:g} 秒内没有应答", self.place) from error
        except (OSError, HTTPException, UnicodeDecodeError) as error:
            late = isinstance(getattr(error, "reason", None), TimeoutError)
            raise Unanswered(f"{self.timeout:g} 秒内没有应答" if late else "连不上或中途断开", self.place) from error

    def _read(self, answer: HTTPResponse, until: float) -> bytes:
        """The body, within the deadline even if it comes drop by drop."""
        read = bytearray()
        while block := answer.read1(65536):
            read += block
            if time.monotonic() > until:
                raise TimeoutError
            if len(read) > LARGEST:
                raise Unanswered("答复过长", self.place, again=False)
        if answer.length:
            raise HTTPException("the connection was closed before the end")
        return bytes(read)

    def _refused(self, error: HTTPError) -> Unanswered:
        said = error.headers.get("Retry-After", "") if error.headers else ""
        pause = float(said) if said.isascii() and said.isdigit() else None
        error.close()
        return Unanswered(f"端点拒绝（HTTP {error.code}）", self.place, again=error.code in AGAIN, pause=pause)
