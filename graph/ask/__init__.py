"""Questions to a store that end in a table: lookups by name, and saved queries."""

from __future__ import annotations

from graph.ask.duties import Filter
from graph.ask.find import find
from graph.ask.owns import owns
from graph.ask.show import show
from graph.ask.who import who

__all__ = ["Filter", "find", "owns", "show", "who"]
