"""The process that :mod:`graph.ask.guard` starts: one store, one query from stdin, results to stdout.

Exit code 3 means that the query failed for a reason to be told; anything else but 0 that it was stopped.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, serialize

from graph.ask.guard import FORMATS, PART
from graph.errors import ZhengtuError
from graph.store import open_store
from graph.store.local import LocalView
from graph.store.terms import PREFIXES
from graph.store.view import View

MOST_FILES = 1024


def main() -> int:
    place, form, megabytes = sys.argv[1:4]
    sparql = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    try:
        with open_store(place) as view:
            decided = view.decided()
            if isinstance(decided, LocalView):
                _confine(decided, int(megabytes))
            sys.stdout.buffer.write(_run(decided, sparql, form))
    except ZhengtuError as error:
        sys.stderr.write(PART.join((error.what, error.where, error.hint)))
        return 3
    except (OSError, RuntimeError, ValueError) as error:
        sys.stderr.write(f"查询失败：{str(error)[:200]}")
        return 3
    return 0


def _confine(view: LocalView, megabytes: int) -> None:
    """A ceiling on memory, and no file or socket beyond those of the database, which is opened by then."""
    assert view.store is not None
    try:
        import resource
    except ImportError:  # Windows has no such limits; the deadline and the refusal of SERVICE remain
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_FILES, MOST_FILES))
    with contextlib.suppress(OSError):
        while True:  # take every number that is still free: a socket would need one
            os.open(os.devnull, os.O_RDONLY)


def _run(view: View, sparql: str, form: str) -> bytes:
    results: Any = view.query(sparql)
    table, graph = FORMATS[form]
    if isinstance(results, QueryTriples):
        triples = sorted(set(results), key=str)
        return serialize(triples, format=RdfFormat.from_media_type(graph), prefixes=PREFIXES) or b""
    return results.serialize(format=QueryResultsFormat.from_media_type(table)) or b""


if __name__ == "__main__":
    sys.exit(main())
