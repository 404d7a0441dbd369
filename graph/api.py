"""The program as a library: everything the command line answers, for notebooks and scripts.

>>> import graph
>>> graph.open_store  # doctest: +ELLIPSIS
<function open_store at 0x...>
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from graph import ask
from graph.listing import Cell
from graph.store import View
from graph.store import open_store as open_view

if TYPE_CHECKING:
    import rdflib

    from graph.network import Network

__all__ = ["Graph", "open_store"]

Records = list[dict[str, Cell | None]]


class Graph:
    """A store opened for reading.  Rows are dictionaries with codes as codes, which ``pandas.DataFrame`` takes.

    Use it in a ``with`` statement, or call :meth:`close`.
    """

    def __init__(self, view: View) -> None:
        self.view = view

    def who(self, text: str, **keep: object) -> Records:
        """Owners of what matches; ``stated=True``, ``role=…``, ``since=…``, ``area=…``, ``document=…`` narrow it."""
        return ask.who(self.decided, text, ask.Filter.of(keep)).records()

    def owns(self, name: str, **keep: object) -> Records:
        """What a body leads, shares in and supports."""
        return ask.owns(self.decided, name, ask.Filter.of(keep)).records()

    def show(self, name: str) -> Records:
        """Everything said of one thing."""
        return ask.show(self.decided, name).records()

    def find(self, text: str, kind: str = "", limit: int = 0) -> Records:
        """Entities, documents and measures by name, pinyin or words of the text."""
        return ask.find(self.decided, text, kind, limit).records()

    def targets(self, due: str = "", **keep: object) -> Records:
        """What was promised, by when, how firmly, by whom; ``since``, ``area`` and ``document`` narrow it."""
        return ask.targets(self.decided, due, ask.Filter.of(keep)).records()

    def numbers(self, text: str, **keep: object) -> Records:
        """An indicator over time, from all documents or those of a ``since``, ``area``, ``document``."""
        return ask.numbers(self.decided, text, ask.Filter.of(keep)).records()

    @cached_property
    def decided(self) -> View:
        """The documents as people decided them: what every answer comes from."""
        return self.view.decided()

    def query(self, sparql: str) -> list[dict[str, str]]:
        """The rows of a SELECT query; the usual prefixes need no declaration."""
        return self.decided.select(sparql)

    def rdflib(self) -> rdflib.Dataset:
        """The same data as an rdflib dataset; see :mod:`graph.store.bridge` for what to mind."""
        return self.decided.rdflib()

    def network(self) -> Network:
        """Everything as a ``networkx.MultiDiGraph``."""
        from graph.network import from_statements
        from graph.store.statements import statements_of

        return from_statements(statements_of(self.decided))

    def export(self, path: str) -> str:
        """Write everything to a file in the form its ending names."""
        from graph.export import export

        return export(self.view, path)

    def close(self) -> None:
        self.view.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(path: str | os.PathLike[str] | None = None) -> Graph:
    """Open a store by directory or endpoint URL; nothing means ``$ZHENGTU_STORE``, else ``./zhengtu-store``.

    :raises StoreError: if there is none, or it is damaged or of a newer format
    """
    return Graph(open_view(path))
