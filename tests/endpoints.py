"""A SPARQL 1.1 endpoint on the loopback, as plain as servers are: no union default graph of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

from pyoxigraph import NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store


class Handler(BaseHTTPRequestHandler):
    store: Store

    def do_POST(self) -> None:
        fields = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        try:
            kind, body = self._answer(fields)
        except SyntaxError as error:
            self._send(400, "text/plain", f"cannot parse: {error}".encode())
        else:
            self._send(200, kind, body)

    def _answer(self, fields: dict[str, list[str]]) -> tuple[str, bytes]:
        if "update" in fields:
            self.store.update(fields["update"][0])
            return "text/plain", b""
        graphs = [NamedNode(iri) for iri in fields.get("default-graph-uri", [])]
        results: Any = self.store.query(fields["query"][0], default_graph=list(graphs) or None)
        if isinstance(results, QueryTriples):
            return "application/n-triples", results.serialize(format=RdfFormat.N_TRIPLES) or b""
        return "application/sparql-results+json", results.serialize(format=QueryResultsFormat.JSON) or b""

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Tests are quiet."""


@contextmanager
def endpoint() -> Iterator[str]:
    """The URL of an empty endpoint that lives as long as the block."""
    handler = type("OneStore", (Handler,), {"store": Store()})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/query"
        server.shutdown()
