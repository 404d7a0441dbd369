"""Cypher statements for Neo4j, Memgraph and Kùzu-like stores: MERGE, so that running them twice changes nothing."""

from __future__ import annotations

import re
from typing import BinaryIO

from graph.export.network import flat_network
from graph.store.view import View

__all__ = ["write_cypher"]


def write_cypher(view: View, file: BinaryIO) -> None:
    network = flat_network(view)
    for node, data in network.nodes(data=True):
        label = _name(data["type"].capitalize())
        line = f"MERGE (n:Thing {{id: {_text(node)}}}) SET n:{label}, n += {_map(data)};\n"
        file.write(line.encode())
    for s, o, key, data in network.edges(keys=True, data=True):
        kind = _name(re.sub(r"(?<!^)(?=[A-Z])", "_", data["label"]).upper())
        line = (f"MATCH (a:Thing {{id: {_text(s)}}}), (b:Thing {{id: {_text(o)}}}) "
                f"MERGE (a)-[r:{kind} {{key: {_text(key)}}}]->(b) SET r += {_map(data)};\n")
        file.write(line.encode())


def _map(data: dict[str, object]) -> str:
    said = {name: value for name, value in data.items() if value != ""}
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in said.items()) + "}"


def _value(value: object) -> str:
    return str(value) if isinstance(value, int | float) else _text(str(value))


def _text(value: str) -> str:
    r"""A Cypher string; nothing in it can end it.

    >>> print(_text("a' }) DETACH DELETE n //\n"))
    'a\' }) DETACH DELETE n //\n'
    """
    escaped = value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'"


def _name(word: str) -> str:
    """A label or type: letters, digits and underscores only."""
    return re.sub(r"\W", "_", word)
