"""The documents as people decided them: what queries, pictures and tables see.

A copy of the database in which a rejected responsibility is left out, an accepted one is the analyst's, a settled name
is the body it stands for, and what was merged is one thing.  The store itself stays as the documents have it, and so
do its exports, checks and versions; to take a decision back is to make the copy anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.rdf.codes import ROLE, SHORTCUT
from graph.rdf.terms import RDF, SKOS, ZT
from graph.store.decisions import Curation, curation
from graph.store.memory import StoreView
from graph.store.names import fold, fullest
from graph.store.terms import CURATION, key_of
from graph.store.update import delete_data, document_graphs, insert_data

__all__ = ["decide", "write_decided"]

#: What points to a thing → what calls it by its name beside.
_CALLED = {ZT.holder: ZT.holderName, ZT.responsibleFor: ZT.responsibleForName,
           ZT.subject: ZT.subjectName, ZT.object: ZT.objectName}


def write_decided(store: Store, path: str) -> None:
    """A copy of the database on disk, as decided; the files that both hold alike are linked."""
    store.backup(path)
    copy = Store(path)
    decide(copy)
    copy.flush()


def decide(store: Store) -> None:
    """Carry the decisions out in place: only ever on a copy."""
    known = curation(StoreView(store))
    _reject(store, _cases(known, "rejected"))
    _accept(store, _cases(known, "accepted"))
    for case in _cases(known, "resolved"):
        _settle(store, case, NamedNode(known.one(known.made[case.value].chosen)))
    for case in _cases(known, "merged"):
        _merge(store, case, NamedNode(known.one(case.value)))
    _replace(store, [quad for case in known.made for quad in _said(store, NamedNode(case), RDF.type, ZT.OpenCase)])


def _cases(known: Curation, verdict: str) -> list[NamedNode]:
    return [NamedNode(case) for case, decision in sorted(known.made.items()) if decision.verdict == verdict]


def _reject(store: Store, cases: list[NamedNode]) -> None:
    """The responsibilities go, and the shortcuts that no other one stands for."""
    duties = [case for case in cases if _said(store, case, RDF.type, ZT.Responsibility)]
    short = set(_shortcuts(store, duties))
    _replace(store, [quad for duty in duties for quad in _said(store, duty)])
    left = [quad.subject for each in short for quad in _said(store, None, ZT.holder, each.subject)]
    _replace(store, short.difference(_shortcuts(store, left)))


def _accept(store: Store, cases: list[NamedNode]) -> None:
    """What a rule concluded and people confirmed is the analyst's."""
    found = [quad for case in cases for quad in _said(store, case, ZT.basis) if quad.object != ZT.stated]
    _replace(store, found, [Quad(quad.subject, ZT.basis, ZT.byAnalyst, quad.graph_name) for quad in found])


def _settle(store: Store, case: NamedNode, body: NamedNode) -> None:
    """What stands under the name of the case belongs to the body in this document, which mentions the body now."""
    label, types = _label(store, body), _values(store, body, RDF.type)
    for doc in _values(store, case, ZT.statedIn):
        graphs = document_graphs(key_of(doc.value))
        names = [Literal(name.value, language="zh") for name in _values(store, case, ZT.text)]
        held = [quad for graph in graphs for quad in _said(store, None, ZT.holderName, None, graph)
                if fold(quad.object.value) in {fold(name.value) for name in names}
                and not _said(store, quad.subject, ZT.holder)]
        _replace(store, held, [Quad(quad.subject, predicate, term, quad.graph_name) for quad in held
                               for predicate, term in ((ZT.holder, body), (ZT.holderName, Literal(label)))])
        _replace(store, (), _shortcuts(store, [quad.subject for quad in held]))
        facts = {RDF.type: types, SKOS.prefLabel: [Literal(label, language="zh")], SKOS.altLabel: names,
                 ZT.evidence: _values(store, case, ZT.evidence)}
        _replace(store, (), [Quad(doc, ZT.mentions, body, graphs[1]), *(
            Quad(body, predicate, term, graphs[1]) for predicate, terms in facts.items() for term in terms)])


def _merge(store: Store, case: NamedNode, body: NamedNode) -> None:
    """Whatever is said of the case is said of the body, which keeps its own name and classes."""
    label, types = _label(store, body), _values(store, body, RDF.type)
    about = {*_said(store, case), *_said(store, None, None, case)}
    names = {quad for each in about if each.object == case and each.predicate in _CALLED
             for quad in _said(store, each.subject, _CALLED[each.predicate], None, each.graph_name)}
    _replace(store, about, (quad for each in about for quad in _moved(each, case, body, label, types)))
    _replace(store, names, (Quad(each.subject, each.predicate, Literal(label), each.graph_name) for each in names))


def _moved(quad: Quad, case: NamedNode, body: NamedNode, label: str, types: list[Any]) -> Iterator[Quad]:
    """A statement of the case as one of the body: another name for it, and no class of its own."""
    subject = body if quad.subject == case else quad.subject
    value = body if quad.object == case else quad.object
    said = {RDF.type: [(RDF.type, each) for each in types],
            SKOS.prefLabel: [(SKOS.prefLabel, Literal(label, language="zh")), (SKOS.altLabel, value)]}
    for predicate, term in said.get(quad.predicate, [(quad.predicate, value)]):
        yield Quad(subject, predicate, term, quad.graph_name)


def _shortcuts(store: Store, duties: Iterable[Any]) -> Iterator[Quad]:
    """``A zt:leads B``, as these responsibilities have it."""
    for duty in duties:
        for role in _said(store, duty, ZT.role):
            yield from (Quad(holder, SHORTCUT[ROLE.word(role.object)], of, role.graph_name)
                        for holder in _values(store, duty, ZT.holder)
                        for of in _values(store, duty, ZT.responsibleFor))


def _label(store: Store, thing: NamedNode) -> str:
    return fullest([name.value for name in _values(store, thing, SKOS.prefLabel)])


def _values(store: Store, subject: NamedNode, predicate: NamedNode) -> list[Any]:
    return sorted({quad.object for quad in _said(store, subject, predicate)}, key=str)


def _said(store: Store, subject: Any = None, predicate: Any = None, value: Any = None, graph: Any = None
          ) -> list[Any]:
    """The statements of documents of this pattern; what people decided is none."""
    found = store.quads_for_pattern(subject, predicate, value, graph)
    return [quad for quad in found if quad.graph_name != NamedNode(CURATION)]


def _replace(store: Store, gone: Iterable[Quad], said: Iterable[Quad] = ()) -> None:
    """In one transaction."""
    store.update(f"{delete_data(gone)} ;\n{insert_data(said)}")
