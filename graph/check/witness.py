"""Every statement has its witness, and the witness says what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.check.finding import Finding, Sheet
from graph.rdf.terms import ID, NIF, RDF, SKOS, ZT

__all__ = ["check_graphs", "check_holders", "check_links", "check_quotes", "check_terms"]


_LINKS = {ZT.holder, ZT.responsibleFor, ZT.subject, ZT.object, ZT.about, ZT.inMeasure, ZT.inSection, ZT.issuer, ZT.area,
          ZT.refArea, ZT.mentions}


def check_quotes(sheet: Sheet) -> Iterator[Finding]:
    """``text[start:end] == quote`` for each evidence node, and no place cited that is not there."""
    text = next((sheet.facts.text(node, NIF.isString) for node in sheet.facts.instances(NIF.Context)), "")
    for node in sheet.facts.instances(ZT.Evidence):
        start, end, quote = sheet.facts.place(node)
        if text[start:end] != quote:
            yield sheet.finding("evidence-text", node, f"引文“{quote}”与原文“{text[start:end]}”不符。",
                                f"The quote “{quote}” is not what the text has there: “{text[start:end]}”.")
    there = set(sheet.facts.instances(ZT.Evidence))
    for quad in sheet.quads:
        if quad.predicate == ZT.evidence and quad.object not in there and isinstance(quad.subject, NamedNode):
            yield sheet.finding("evidence-missing", quad.subject, "所引的原文位置不存在。",
                                "The place that is cited is not there.")


def check_holders(sheet: Sheet) -> Iterator[Finding]:
    """A stated responsibility quotes words that name its holder."""
    for node in sheet.facts.instances(ZT.Responsibility):
        if sheet.facts.node(node, ZT.basis) != ZT.stated:
            continue
        names, quotes = _names(sheet, node), [_solid(e.quote) for e in sheet.facts.evidence(node)]
        if not any(_says(quote, _solid(name)) for quote in quotes for name in names):
            yield sheet.finding("stated-unnamed", node, f"标为明示，但引文没有写到“{names[0]}”。",
                                f"Said to be stated, but the quote does not name “{names[0]}”.")


def _names(sheet: Sheet, duty: NamedNode) -> list[str]:
    """All forms of the holder's name, the full one first."""
    facts, holder = sheet.facts, sheet.facts.node(duty, ZT.holder)
    own = (*facts.texts(holder, SKOS.prefLabel), *facts.texts(holder, SKOS.altLabel)) if holder else ()
    return [*own, *facts.texts(duty, ZT.holderName), *facts.texts(duty, ZT.holderLabel)] or [""]


def _says(quote: str, name: str) -> bool:
    """Whether the quote has the name, whole or as two parts of a coordination (杭州、上海飞地 names 杭州飞地).

    >>> _says("杭州、上海飞地", "杭州飞地"), _says("上海飞地", "杭州飞地")
    (True, False)
    """
    if not name:
        return False
    splits = ((name[:i], name[i:]) for i in range(2, len(name) - 1))
    return name in quote or any(head in quote and tail in quote.partition(head)[2] for head, tail in splits)


def _solid(text: str) -> str:
    """Without white space: a raw quote may hold line breaks inside a name."""
    return re.sub(r"\s+", "", text)


def check_graphs(sheet: Sheet) -> Iterator[Finding]:
    """Only what is stated lies in the stated graph, and each shortcut there has a stated responsibility behind it."""
    stated = {(sheet.facts.node(node, ZT.holder), sheet.facts.node(node, ZT.responsibleFor))
              for node in sheet.facts.instances(ZT.Responsibility) if sheet.facts.node(node, ZT.basis) == ZT.stated}
    for quad in sheet.quads:
        if str(quad.graph_name).endswith("/inferred>") or not isinstance(quad.subject, NamedNode):
            continue
        if quad.predicate == ZT.basis and quad.object != ZT.stated:
            yield sheet.finding("graphs-mixed", quad.subject, "推断的责任混入了原文所述的图。",
                                "An inferred responsibility lies in the stated graph.")
        if quad.predicate in (ZT.leads, ZT.sharesIn, ZT.supports) and (quad.subject, quad.object) not in stated:
            yield sheet.finding("shortcut-unfounded", quad.subject, "捷径没有明示的责任作依据。",
                                "A shortcut has no stated responsibility behind it.")


def check_links(sheet: Sheet) -> Iterator[Finding]:
    """Everything that a statement points to is described in its document."""
    described = {quad.subject for quad in sheet.quads if quad.predicate == RDF.type}
    for quad in sheet.quads:
        if quad.predicate in _LINKS and quad.object not in described and isinstance(quad.subject, NamedNode):
            yield sheet.finding("link-dangling", quad.subject, f"所指的事物没有描述：{quad.object}。",
                                f"What this points to is not described: {quad.object}.")


def check_terms(sheet: Sheet) -> Iterator[Finding]:
    """No word that the vocabulary does not know."""
    for quad in sheet.quads:
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(ZT.base + "other-"):
            focus = quad.subject if isinstance(quad.subject, NamedNode) else NamedNode(ID)
            yield sheet.finding("unknown-term", focus, f"词汇表没有 {quad.object.value}。",
                                f"The vocabulary has no {quad.object.value}.")
