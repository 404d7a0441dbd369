"""Queries by strangers: each in a process of its own that ends at a deadline.

A query cannot be interrupted inside a process (a signal is seen only when it returns), so the worker is killed.
It has a ceiling on memory, opens the store read-only, and cannot reach the network: ``SERVICE`` is refused before
anything runs, and the worker may open no file or socket once the store is open.  ``LOAD`` and other updates are no
queries at all, and ``FROM <file:…>`` names a graph of the store, never a file.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NamedTuple

from graph.errors import QueryError
from graph.store.keywords import bare_words

__all__ = ["FORMATS", "Limits", "refuse_service", "run_guarded"]

#: Form → (media type for tables and yes/no, media type for graphs).
FORMATS = {
    "json": ("application/sparql-results+json", "application/n-triples"),
    "csv": ("text/csv", "application/n-triples"),
    "tsv": ("text/tab-separated-values", "application/n-triples"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "ttl": ("text/csv", "text/turtle"),
}


PART = "\x1f"  # between what went wrong in the worker, where, and what to do about it


class Limits(NamedTuple):
    """``seconds`` of wall time, ``megabytes`` of address space."""

    seconds: float = 30.0
    megabytes: int = 2048


def run_guarded(store: str, sparql: str, form: str = "json", limits: Limits = Limits()) -> bytes:  # noqa: B008
    """The serialised results of a query on a store directory.

    :param form: one of :data:`FORMATS`; a CONSTRUCT gives N-Triples, RDF/XML or Turtle
    :raises QueryError: if it does not parse, asks another server, or runs past its limits
    """
    refuse_service(sparql)
    command = [sys.executable, "-m", "graph.ask.worker", store, form, str(limits.megabytes)]
    try:
        done = subprocess.run(command, input=sparql.encode(), capture_output=True, timeout=limits.seconds, check=False,
                              env=_environment())
    except subprocess.TimeoutExpired as error:
        said = f"查询超过 {limits.seconds:g} 秒，已停止"
        raise QueryError(said, hint="加限定条件或 LIMIT，或放宽 --timeout") from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode == 3:
        what, where, hint = (*said.split(PART), "", "")[:3]
        raise QueryError(what, where=where, hint=hint)
    raise QueryError(f"查询超出内存上限（{limits.megabytes} MB）或意外中止", hint="加上限定条件或 LIMIT")


def _environment() -> dict[str, str]:
    """The worker finds this package also where it is not installed (``python cli.py`` from another folder)."""
    home = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))}


def refuse_service(sparql: str) -> None:
    """Refuse a query that would ask another server; the word in strings, IRIs, names and comments is harmless.

    >>> refuse_service('SELECT ?service { ?service a "SERVICE" } # SERVICE')
    >>> refuse_service("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    graph.errors.QueryError: 不允许 SERVICE：查询不得访问别的服务器

    :raises QueryError: for ``SERVICE``, also when written with ``\\uXXXX`` escapes
    """
    if "SERVICE" in bare_words(sparql):
        raise QueryError("不允许 SERVICE：查询不得访问别的服务器")
