"""Texts that a later one under the same 文号 has replaced: one sorted N-Quads file each.

Kept outside the database so that no query meets two texts of one document unawares; named by the hash
of the text, so writing one twice changes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.errors import NoMatch
from graph.store.layout import write_atomically
from graph.store.terms import doc_iri

__all__ = ["forget_version", "forget_versions", "listed", "read_version", "version_graph", "write_version"]


def version_graph(graph: str, key: str, text_hash: str) -> str:
    """The graph of an older version: ``…/doc/KEY/inferred`` → ``…/doc/KEY/v/HASH/inferred``.

    >>> version_graph(doc_iri("a-2025-1") + "/inferred", "a-2025-1", "abc")
    'https://w3id.org/zhengtu/id/doc/a-2025-1/v/abc/inferred'
    """
    own = doc_iri(key)
    return f"{own}/v/{text_hash}{graph.removeprefix(own)}"


def write_version(folder: str, key: str, text_hash: str, quads: Iterable[Quad]) -> None:
    lines = sorted(str(Quad(q.subject, q.predicate, q.object, _moved(q, key, text_hash))) for q in quads)
    os.makedirs(folder, exist_ok=True)
    write_atomically(_path(folder, key, text_hash), "".join(f"{line} .\n" for line in lines).encode())


def _moved(quad: Quad, key: str, text_hash: str) -> NamedNode:
    return NamedNode(version_graph(str(quad.graph_name.value), key, text_hash))  # type: ignore[union-attr]


def read_version(folder: str, key: str, text_hash: str) -> list[Quad]:
    """The quads of one older text.

    :raises NoMatch: if there is none
    """
    path = _path(folder, key, text_hash)
    if not os.path.exists(path):
        raise NoMatch(f"没有 {key} 的旧文本 {text_hash}", near=tuple(listed(folder).get(key, ())))
    return list(parse(path=path, format=RdfFormat.N_QUADS))


def forget_version(folder: str, key: str, text_hash: str) -> None:
    """Drop the copy of a text that has become current again."""
    path = _path(folder, key, text_hash)
    if os.path.exists(path):
        os.unlink(path)


def forget_versions(folder: str, key: str) -> None:
    for text_hash in listed(folder).get(key, ()):
        forget_version(folder, key, text_hash)


def listed(folder: str) -> dict[str, list[str]]:
    """The hashes of replaced texts by document key."""
    found: dict[str, list[str]] = {}
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        key, _, text_hash = name.removesuffix(".nq").rpartition("@")
        if key and name.endswith(".nq"):
            found.setdefault(unquote(key), []).append(text_hash)
    return found


def _path(folder: str, key: str, text_hash: str) -> str:
    return os.path.join(folder, f"{quote(key, safe='')}@{text_hash}.nq")
