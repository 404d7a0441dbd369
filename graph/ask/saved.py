"""Saved queries: ``.rq`` files with a header, in ``data/queries`` and in an analyst's own folders.

The header is a comment, so that the file stays a query any SPARQL tool can run::

    # zh: 谁牵头或配合某事项
    # en: who leads or supports something
    # param what string 事项名称中的词
    # ask: 谁[来](牵头|负责){what}
    SELECT … WHERE { VALUES ?what { "综合体" } … }

In a phrasing ``[x]`` may be left out and ``(x|y)`` is either.  A parameter is a variable with a ``VALUES`` block of one
value, its default.  Setting it puts another *term* in that block: the value is made into a term first and written by
the store's own serialiser, so no value can become query text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from graph.ask.binding import KINDS, Parameter, Saved, block_of
from graph.ask.phrasing import plainly
from graph.errors import NoMatch, QueryError, reason
from graph.listing import Column, Listing, Note
from graph.words import apart, noted

__all__ = ["load_queries", "queries", "read_query", "saved"]

PACKAGED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "queries")
_HEADER = re.compile(r"#\s*(zh|en|ask|param)\b:?\s*(.*)")


def load_queries(folders: tuple[str, ...] = ()) -> dict[str, Saved]:
    """All saved queries by name; a later folder's replaces an earlier one's of the same name.

    :raises QueryError: if a folder is missing, or a file has a header that does not fit its text
    """
    found: dict[str, Saved] = {}
    for folder in (PACKAGED, *folders):
        if not os.path.isdir(folder):
            raise QueryError("查询文件夹不存在", where=folder)
        for name in sorted(os.listdir(folder)):
            if name.endswith(".rq"):
                query = read_query(os.path.join(folder, name))
                found[query.name] = query
    return found


def read_query(path: str) -> Saved:
    """A query file with its header.

    :raises QueryError: if it cannot be read, or its header does not fit its text
    """
    text = _read(path)
    head = [match.groups() for line in text.splitlines() if (match := _HEADER.match(line))]
    said = {key: [value.strip() for k, value in head if k == key] for key in ("zh", "en", "ask", "param")}
    name = os.path.basename(path).removesuffix(".rq")
    zh, en = ((said[lang] or [name])[0] for lang in ("zh", "en"))
    parameters = tuple(_parameter(line, text, path) for line in said["param"])
    return Saved(name, zh, en, text, parameters, tuple(said["ask"]), path)


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"查询文件读不了：{reason(error)}", where=path) from error


def _parameter(line: str, text: str, path: str) -> Parameter:
    name, kind, label = (*line.split(maxsplit=2), "", "", "")[:3]
    block = block_of(name).search(text) if name.isidentifier() else None
    if kind not in KINDS or block is None:
        raise QueryError(f"参数“{line}”写法有误", where=path,
                         hint=f"写 # param 名称 {'|'.join(KINDS)} 说明，正文中有 VALUES ?名称 {{ 默认值 }}")
    return Parameter(name, kind, label, block["default"].strip())


def saved(name: str, folders: tuple[str, ...] = ()) -> Saved:
    """The saved query of that name; Raises NoMatch with near misses."""
    known = load_queries(folders)
    if name in known:
        return known[name]
    from rapidfuzz import process

    near = process.extract(name, known, processor=lambda q: q if isinstance(q, str) else f"{q.name} {q.zh}", limit=3)
    raise NoMatch(f"没有名为“{name}”的查询", near=tuple(key for *_, key in near), hint="zhengtu queries 列出全部")


_QUERIES = (Column("query"), Column("title"), Column("parameters"), Column("example"))


def queries(folders: tuple[str, ...] = (), lang: str = "zh") -> Listing:
    """The saved queries with their parameters and defaults."""
    rows = tuple((f"@{query.name}", query.en if lang == "en" else query.zh, apart(_described(query, lang), lang),
                  apart(map(plainly, query.phrasings), lang)) for query in load_queries(folders).values())
    return Listing(_QUERIES, rows, Note("found", {"all": len(rows)}))


def _described(query: Saved, lang: str) -> Iterator[str]:
    for parameter in query.parameters:
        label = parameter.kind if lang == "en" else parameter.label or parameter.kind
        yield noted(f"{parameter.name}={parameter.default}", [label], lang)
