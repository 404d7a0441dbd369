"""From a store only what a picture needs: the documents that name a thing, and then those that name its neighbours.

Reading a document back costs some 25 ms, so a store of thousands is never read whole: a neighbourhood reads the
documents that it runs through, a path those around its ends, and an overview the newest until the picture is full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from graph.errors import NoMatch
from graph.network.parts import Network, thing_of
from graph.network.shelf import Shelf
from graph.network.statements import from_statements
from graph.network.walk import PASSIVE, Step, find_path, neighbourhood

if TYPE_CHECKING:
    from graph.model import Statements
    from graph.store import View

__all__ = ["MOST", "Reader", "Reading"]

FIRST = 12  # documents that name both ends; two bodies of one city may share hundreds
MOST = 20_000  # things; more than that is no picture, and no file that opens from a mail


class Reading(NamedTuple):
    """A network, and how many of how many documents it was read from."""

    network: Network
    read: int
    documents: int


class Reader:
    """The documents of a store as decided, read when they are needed and until they hold ``most`` things."""

    def __init__(self, view: View, most: int = MOST) -> None:
        self.shelf = Shelf(view)
        self.most = most
        self._found: dict[str, Statements] = {}
        self._held = 0

    def documents(self, keys: Iterable[str]) -> Reading:
        """The documents named by key (``330282/cikejian-2025-1``), whole."""
        return self._reading(self._network(keys))

    def overview(self) -> Reading:
        """The newest documents, whole, until they hold enough things; always at least one."""
        return self.documents(self.shelf.newest(self.shelf.keys))

    def naming(self, nodes: Iterable[str]) -> Reading:
        """The documents that name any of these things, the newest first."""
        return self.documents(self.shelf.newest(self.shelf.naming(nodes)))

    def around(self, node: str, depth: int = 1) -> Reading:
        """What is at most ``depth`` links from ``node``, as told by the documents that the walk comes through.

        Raises NoMatch if no document names it.
        """
        network, asked = self.naming([node]).network, {node}
        for step in range(1, depth):
            ring = set(_open(neighbourhood(_known(network, node), node, step))) - asked
            asked |= ring
            network = self.naming(ring).network if ring else network
        return self._reading(neighbourhood(_known(network, node), node, depth))

    def path(self, a: str, b: str) -> tuple[Network, list[Step]]:
        """The cheapest way within the newest documents that name both ends; where there is none, within those around
        both, of which more are read until there is one.

        Raises NoMatch for an unknown end.
        """
        both = self.shelf.naming([a]) & self.shelf.naming([b])
        network = self._network(self.shelf.newest(both)[:FIRST])
        steps = find_path(network, a, b) if both else []
        if steps:
            return network, steps
        ring, asked = {a, b}, set[str]()
        while ring:
            asked |= ring
            network = self._network(self.shelf.newest(self.shelf.naming(ring)))
            steps = find_path(network, a, b)
            if steps or self._full():
                return network, steps
            ring = set(_open(network)) - asked
        return network, []

    def _network(self, keys: Iterable[str]) -> Network:
        """What has been read so far and these documents tell together."""
        with _no_search_for_garbage():
            self._read(keys)
            return from_statements(self._found.values())

    def _reading(self, network: Network) -> Reading:
        return Reading(network, len(self._found), len(self.shelf.keys))

    def _read(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key not in self._found and not self._full():
                self._found[key] = self.shelf.statements(key)
                self._held += _size(self._found[key])

    def _full(self) -> bool:
        return self._held >= self.most


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """All that is read is kept: to look for garbage among it, again and again, costs an eighth of the time."""
    import gc

    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _size(statements: Statements) -> int:
    return 1 + len(statements.entities) + len(statements.measures) + len(statements.indicators)


def _open(network: Network) -> Iterator[str]:
    """The things that a walk passes through."""
    return (node for node in network if thing_of(network, node).type not in PASSIVE)


def _known(network: Network, node: str) -> Network:
    if node not in network:
        raise NoMatch(f"没有公文提到 {node}", hint="用 zhengtu find 查找名称")
    return network
