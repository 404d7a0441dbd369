"""``query``: SPARQL, a file of it, or a saved query, in any of seven forms."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial

from graph.ask.binding import bind
from graph.ask.guard import FORMATS, Limits, run_guarded
from graph.ask.questions import understand
from graph.ask.saved import read_query, saved
from graph.console.telling import note
from graph.errors import NoMatch, QueryError
from graph.listing import Column, Listing, Message, Note, Quote, render
from graph.store import location
from graph.store.terms import ID, ZT
from graph.words import COLUMNS, any_code, sentence

__all__ = ["answer_question", "run_query", "run_sparql", "sparql_of"]

FORMS = ("table", *FORMATS)
_REASONS = COLUMNS["why"]  # stored as the program says them


def run_query(text: str, settings: Iterable[str] = (), form: str = "table", seconds: float = 30.0,
              folders: tuple[str, ...] = (), store: str | None = None, lang: str = "zh") -> str:
    """The results of a query as text.

    :param text: SPARQL, the path of a ``.rq`` file, or ``@NAME`` of a saved query
    :param settings: ``parameter=value`` for a saved query or a file with a header
    :param form: one of :data:`FORMS`
    :raises QueryError: as :func:`graph.ask.guard.run_guarded`, or for an unknown form
    """
    return run_sparql(sparql_of(text, settings, folders), form, seconds, store, lang)


def run_sparql(sparql: str, form: str = "table", seconds: float = 30.0, store: str | None = None,
               lang: str = "zh") -> str:
    """As :func:`run_query`, for query text that is ready."""
    if form not in FORMS:
        raise QueryError(f"不认识的格式“{form}”", hint="可用：" + " ".join(FORMS))
    listed = form in ("table", "csv")
    results = run_guarded(location(store), sparql, "json" if listed else form, Limits(seconds))
    return _listed(results, form, lang) if listed else _ended(results.decode())


def answer_question(question: str, form: str = "table", folders: tuple[str, ...] = (), store: str | None = None,
                    lang: str = "zh") -> str:
    """The answer of the saved query whose phrasing fits the question; which one it was goes to stderr."""
    understood = understand(question, folders)
    note(Note("ran", {"query": understood}).say(lang))
    return run_sparql(bind(*understood), form, store=store, lang=lang)


def sparql_of(text: str, settings: Iterable[str] = (), folders: tuple[str, ...] = ()) -> str:
    """The SPARQL meant by ``text``, its parameters set.

    >>> sparql_of("ASK { ?s ?p ?o }")
    'ASK { ?s ?p ?o }'
    """
    values = dict(_setting(each) for each in settings)
    if text.startswith("@"):
        return bind(saved(text[1:], folders), values)
    if text.endswith(".rq") or os.path.isfile(text):
        return bind(read_query(text), values)
    if values:
        raise QueryError("--set 只用于保存的查询", hint="写 @名称，或 .rq 文件")
    return text


def _setting(written: str) -> tuple[str, str]:
    name, sign, value = written.partition("=")
    if not sign:
        raise QueryError(f"“{written}”应写成 参数=值")
    return name.strip(), value


def _listed(results: bytes, form: str, lang: str) -> str:
    """A table of bindings; yes or no; or the triples of a CONSTRUCT as they are.

    CSV is made here and not by the store, so that no cell runs as a formula in a spreadsheet.
    """
    import json

    try:
        found = json.loads(results)
    except ValueError:
        return _ended(results.decode())
    if "boolean" in found:
        return sentence("yes" if found["boolean"] else "no", lang) + "\n"
    names = found["head"]["vars"]
    if not found["results"]["bindings"]:
        raise NoMatch("查询没有结果")
    cell = partial(_cell, lang=lang) if form == "table" else _value
    rows = tuple(tuple(Message(_value(row.get(name))) if name in _REASONS else cell(row.get(name)) for name in names)
                 for row in found["results"]["bindings"])
    return render(Listing(tuple(map(Column, names)), rows), form, lang) if names else ""


def _value(term: dict[str, str] | None) -> str:
    return term["value"] if term else ""


def _cell(term: dict[str, str] | None, lang: str = "zh") -> str:
    """A term as people read it: a code as a word, a thing of the store by the tail of its IRI."""
    if term is None:
        return ""
    return term_word(term["value"], lang) if term["type"] == "uri" else Quote(term["value"])


def term_word(iri: str, lang: str = "zh") -> str:
    """
    >>> term_word(ZT + "lead"), term_word(ID + "place/330282"), term_word("http://example.org/")
    ('牵头', 'place/330282', 'http://example.org/')
    """
    return any_code(iri.removeprefix(ZT), lang) if iri.startswith(ZT) else iri.removeprefix(ID)


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"
