"""Saved queries: ``.rq`` files with a header, in ``data/queries`` and in an analyst's own folders.

The header is a comment, so that the file stays a query any SPARQL tool can run::

    # zh: 谁牵头或配合某事项
    # en: who leads or supports something
    # param what string 事项名称中的词
    # ask: 谁牵头{what}
    SELECT … WHERE { VALUES ?what { "综合体" } … }

A parameter is a variable with a ``VALUES`` block of one value, its default.  Setting it puts another *term* in that
block: the value is made into a term first and written by the store's own serialiser, so no value can become query text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.errors import NoMatch, QueryError
from graph.listing import Column, Listing, Note
from graph.store.terms import ID, PREFIXES

__all__ = ["Parameter", "Saved", "bind", "load_queries", "queries", "saved"]

PACKAGED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "queries")
_HEADER = re.compile(r"#\s*(zh|en|ask|param)\b:?\s*(.*)")


class Parameter(NamedTuple):
    """``kind`` is one of :data:`KINDS`; ``default`` is written as in the query."""

    name: str
    kind: str
    label: str
    default: str


class Saved(NamedTuple):
    name: str
    zh: str
    en: str
    text: str
    parameters: tuple[Parameter, ...] = ()
    phrasings: tuple[str, ...] = ()
    path: str = ""


def _integer(value: str) -> Literal:
    return Literal(int(value))


def _date(value: str) -> Literal:
    """A year, month or day; compared as text, since documents give any of the three."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise ValueError(value)
    return Literal(value)


def _iri(value: str) -> NamedNode:
    prefix, colon, rest = value.partition(":")
    if colon and prefix in PREFIXES:
        return NamedNode(PREFIXES[prefix] + rest)
    return NamedNode(value if "://" in value else ID + value)


#: Kind of parameter → how its value becomes a term; raises ValueError for what does not fit.
KINDS: dict[str, Callable[[str], Literal | NamedNode]] = {
    "string": Literal, "integer": _integer, "date": _date, "iri": _iri,
}


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
        raise QueryError(f"查询文件读不了：{getattr(error, 'strerror', None) or '不是 UTF-8'}", where=path) from error


def _parameter(line: str, text: str, path: str) -> Parameter:
    name, kind, label = (*line.split(maxsplit=2), "", "", "")[:3]
    block = _block(name).search(text) if name.isidentifier() else None
    if kind not in KINDS or block is None:
        raise QueryError(f"参数“{line}”写法有误", where=path,
                         hint=f"写 # param 名称 {'|'.join(KINDS)} 说明，正文中有 VALUES ?名称 {{ 默认值 }}")
    return Parameter(name, kind, label, block["default"].strip())


def _block(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<head>VALUES\s+[?$](?P<name>{name})\s*\{{)(?P<default>[^{{}}]*)\}}")


def saved(name: str, folders: tuple[str, ...] = ()) -> Saved:
    """The saved query of that name; Raises NoMatch with near misses."""
    known = load_queries(folders)
    if name in known:
        return known[name]
    from rapidfuzz import process

    near = process.extract(name, known, processor=lambda q: q if isinstance(q, str) else f"{q.name} {q.zh}", limit=3)
    raise NoMatch(f"没有名为“{name}”的查询", near=tuple(key for *_, key in near), hint="zhengtu queries 列出全部")


def bind(query: Saved, values: Mapping[str, str]) -> str:
    """The text of the query with these parameters set.

    All are set in one pass over the stored text, so that no value is ever read as a place for another one.

    >>> query = Saved("q", "", "", "ASK { VALUES ?n { 'a' } ?x ?y ?n }", (Parameter("n", "string", "", "'a'"),))
    >>> print(bind(query, {"n": '" } DROP ALL #'}))
    ASK { VALUES ?n { "\\" } DROP ALL #" } ?x ?y ?n }

    :raises QueryError: for an unknown parameter or a value that does not fit its kind
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    terms = {name: _term(query, known, name, value) for name, value in values.items()}
    if not terms:
        return query.text
    return _block("|".join(terms)).sub(lambda block: f"{block['head']} {terms[block['name']]} }}", query.text)


def _term(query: Saved, known: Mapping[str, Parameter], name: str, value: str) -> Literal | NamedNode:
    if name not in known:
        hint = "有：" + "、".join(known) if known else "它没有参数"
        raise QueryError(f"查询 {query.name} 没有参数“{name}”", hint=hint)
    try:
        return KINDS[known[name].kind](value)
    except ValueError as error:
        raise QueryError(f"参数 {name} 的值“{value}”不是 {known[name].kind}") from error


_QUERIES = (Column("query"), Column("title"), Column("parameters"), Column("example"))


def queries(folders: tuple[str, ...] = (), lang: str = "zh") -> Listing:
    """The saved queries with their parameters and defaults."""
    rows = tuple((f"@{query.name}", query.en if lang == "en" else query.zh, "；".join(_described(query)),
                  "；".join(query.phrasings)) for query in load_queries(folders).values())
    return Listing(_QUERIES, rows, Note("found", {"all": len(rows)}))


def _described(query: Saved) -> Iterator[str]:
    for parameter in query.parameters:
        yield f"{parameter.name}={parameter.default}（{parameter.label or parameter.kind}）"
