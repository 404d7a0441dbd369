"""Running SPARQL over the union of all graphs, with errors that say where a query stops making sense."""

from __future__ import annotations

import re

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from graph.errors import QueryError
from graph.store.keywords import UPDATES, bare_words
from graph.store.terms import PREFIXES

__all__ = ["Results", "first_line", "run"]

Results = QuerySolutions | QueryTriples | QueryBoolean
_PROLOGUE = r"(?im)^\s*(PREFIX|BASE)\b.*$"


def run(store: Store, sparql: str) -> Results:
    """Query the union of all graphs; only errors of the tree in :mod:`graph.errors` come out."""
    union = not ("from" in sparql.lower() and "FROM" in bare_words(sparql))  # the union would silently win over FROM
    try:
        return store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)
    except SyntaxError as error:
        if next(bare_words(re.sub(_PROLOGUE, "", sparql)), "") in UPDATES:
            raise QueryError("这里只接受查询，不接受更新") from error
        raise QueryError(_syntax(str(error), sparql), hint="zhengtu queries 列出可套用的例子") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"查询失败：{first_line(error)}") from error


def _syntax(said: str, sparql: str) -> str:
    """Where a query stops making sense, with the words that stand there, without the parser's list of alternatives.

    >>> _syntax("error at 1:12: expected one of …", "SELECT * { SELEKT ?s }")
    'SPARQL 写法有误：第 1 行第 12 列“SELEKT ?s }”处'
    """
    place = re.search(r"error at (\d+):(\d+)", said)
    if not place:
        return f"SPARQL 写法有误：{said.splitlines()[0][:160]}"
    line, column = int(place[1]), int(place[2])
    lines = sparql.splitlines()
    there = lines[line - 1][column - 1:column + 19].strip() if line <= len(lines) else ""
    return f"SPARQL 写法有误：第 {line} 行第 {column} 列" + (f"“{there}”处" if there else "（写到末尾还不完整）")


def first_line(error: Exception) -> str:
    """A parser's message without its list of everything that might have followed."""
    return str(error).splitlines()[0][:160] if str(error) else type(error).__name__
