"""Texts with their statements as standoff: for annotation tools, for checking by eye, for other programs.

One JSON file a document: the answer of ``zhengtu extract`` with the document's key.  Every ``evidence`` holds
``start``, ``end`` and ``quote``, and ``text[start:end] == quote``; offsets are Unicode code points.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator

from graph.answer import to_answer
from graph.errors import InputError
from graph.export import atomically
from graph.model import Statements
from graph.store.statements import statements_of
from graph.store.view import View

__all__ = ["read_quotes", "write_documents"]


def write_documents(view: View, folder: str) -> list[str]:
    """Write ``KEY.json`` and ``KEY.txt`` for each current document; returns the paths of the JSON files.

    :raises InputError: if the folder cannot be made or written
    """
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise InputError(f"不能建文件夹：{error.strerror}", where=folder) from error
    return [_write(statements, os.path.join(folder, statements.key.replace("/", "_"))) for statements in
            statements_of(view)]


def _write(statements: Statements, stem: str) -> str:
    answer = {"key": statements.key, **to_answer(statements)}
    said = json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
    atomically(f"{stem}.txt", lambda file: file.write(statements.document.raw.encode()))
    atomically(f"{stem}.json", lambda file: file.write(said.encode()))
    return f"{stem}.json"


def read_quotes(path: str) -> Iterator[tuple[str, str]]:
    """Every quote of a file with the words that stand at its offsets: equal, or the file was changed.

    :raises InputError: for a file that is none
    """
    try:
        with open(path, encoding="utf-8") as file:
            answer = json.load(file)
        text = answer["text"]
        for kind in ("entities", "measures", "indicators", "responsibilities", "relations"):
            for item in answer[kind]:
                yield from ((e["quote"], text[e["start"]:e["end"]]) for e in item["evidence"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"不是导出的文件：{error}", where=path) from error
