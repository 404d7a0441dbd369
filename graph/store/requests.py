"""One request to a SPARQL 1.1 endpoint, with errors that say what the server said."""

from __future__ import annotations

from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from graph.errors import QueryError, StoreError

__all__ = ["post"]

TIMEOUT = 60.0  # seconds for one request


def post(url: str, fields: list[tuple[str, str]], accept: str) -> tuple[bytes, str]:
    """The body and media type of the answer to a form."""
    request = Request(url, urlencode(fields).encode(), {"Accept": accept})
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:
            return answer.read(), answer.headers.get_content_type()
    except HTTPError as error:
        said = error.read().decode(errors="replace").strip().splitlines()
        raise QueryError(f"端点拒绝（{error.code}）：{(said or [''])[0][:160]}", where=url) from error
    except (URLError, OSError) as error:
        raise StoreError(f"连不上端点：{error}", where=url, hint="检查网址和网络") from error
