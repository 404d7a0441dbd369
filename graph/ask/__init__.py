"""Questions to a store that end in a table: lookups by name, and saved queries.

``from graph.ask import who`` works for every question; each module is loaded when it is asked for, because a
lookup on the command line should pay for nothing but itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.ask.card import show
    from graph.ask.dates import timeline
    from graph.ask.figures import numbers
    from graph.ask.filters import Filter
    from graph.ask.hierarchy import tree
    from graph.ask.holdings import owns
    from graph.ask.owners import who
    from graph.ask.promises import targets
    from graph.ask.search import find

__all__ = ["Filter", "find", "numbers", "owns", "show", "targets", "timeline", "tree", "who"]

_HOMES = {"Filter": "filters", "find": "search", "numbers": "figures", "owns": "holdings", "show": "card",
          "targets": "promises", "timeline": "dates", "tree": "hierarchy", "who": "owners"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"graph.ask.{_HOMES[name]}"), name)
