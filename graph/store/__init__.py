"""A dataset kept on disk: open it, write it, view it — three different things.

:func:`open_store` opens for reading: a directory (embedded, no server) or the URL of a SPARQL 1.1 endpoint.
:func:`write_store` opens for writing; one process at a time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from graph.store.local import EmbeddedView
from graph.store.view import View

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from graph.store.remote import EndpointWriter
    from graph.store.writer import Writer

__all__ = ["DEFAULT", "View", "memory_view", "open_store", "write_store"]

DEFAULT = "zhengtu-store"


def location(path: str | os.PathLike[str] | None = None) -> str:
    """The store meant: ``path``, else the environment's ``ZHENGTU_STORE``, else ``./zhengtu-store``."""
    return os.fspath(path) if path else os.environ.get("ZHENGTU_STORE") or DEFAULT


def is_url(place: str) -> bool:
    return place.startswith(("http://", "https://"))


def open_store(path: str | os.PathLike[str] | None = None) -> View:
    """Open a store for reading; safe beside a writer.

    :param path: a directory, the URL of a SPARQL 1.1 endpoint, or nothing for the default (see :func:`location`)
    :raises StoreError: if there is none, or it is damaged or of a newer format; the database is opened, and its damage
        told, when first asked
    """
    place = location(path)
    if is_url(place):
        from graph.store.endpoint import EndpointView

        return EndpointView(place)
    return EmbeddedView(place)


def write_store(path: str | os.PathLike[str] | None = None) -> Writer | EndpointWriter:
    """Open a store for writing, making it if needed.

    :raises StoreLocked: if another process writes
    """
    place = location(path)
    if is_url(place):
        from graph.store.remote import EndpointWriter

        return EndpointWriter(place)
    from graph.store.writer import Writer

    return Writer(place)


def memory_view(quads: Iterable[Quad]) -> View:
    """A view of quads in memory, with all that a store offers for reading."""
    from graph.store.memory import MemoryView

    return MemoryView(quads)
