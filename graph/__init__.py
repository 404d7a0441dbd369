"""政图 zhengtu: Chinese official documents as a knowledge graph of who owns which measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.api import Graph, open_store

__version__ = "0.1.0"
__all__ = ["Graph", "open_store"]


def __getattr__(name: str) -> Any:
    """``graph.open_store`` without the cost of importing it in every program that uses one stage."""
    if name in __all__:
        from graph import api

        return getattr(api, name)
    raise AttributeError(f"module 'graph' has no attribute {name!r}")
