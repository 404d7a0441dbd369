"""Saved queries as values, and how their parameters are set: as terms, never as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.ask.moments import iso
from graph.errors import QueryError
from graph.store.terms import ID, PREFIXES

__all__ = ["KINDS", "Parameter", "Saved", "bind", "block_of"]


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
    try:
        return Literal(iso(value))
    except QueryError as error:
        raise ValueError(value) from error


def _iri(value: str) -> NamedNode:
    prefix, colon, rest = value.partition(":")
    if colon and prefix in PREFIXES:
        return NamedNode(PREFIXES[prefix] + rest)
    return NamedNode(value if "://" in value else ID + value)


#: Kind of parameter → how its value becomes a term; raises ValueError for what does not fit.
KINDS: dict[str, Callable[[str], Literal | NamedNode]] = {
    "string": Literal, "integer": _integer, "date": _date, "iri": _iri,
}


def block_of(name: str) -> re.Pattern[str]:
    """The ``VALUES`` block that holds a parameter's default."""
    return re.compile(rf"(?P<head>VALUES\s+[?$](?P<name>{name})\s*\{{)(?P<default>[^{{}}]*)\}}")


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
    return block_of("|".join(terms)).sub(lambda block: f"{block['head']} {terms[block['name']]} }}", query.text)


def _term(query: Saved, known: Mapping[str, Parameter], name: str, value: str) -> Literal | NamedNode:
    if name not in known:
        hint = "有：" + "、".join(known) if known else "它没有参数"
        raise QueryError(f"查询 {query.name} 没有参数“{name}”", hint=hint)
    try:
        return KINDS[known[name].kind](value)
    except ValueError as error:
        raise QueryError(f"参数 {name} 的值“{value}”不是 {known[name].kind}") from error
