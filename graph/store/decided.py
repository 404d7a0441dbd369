"""The documents as people decided them: what lookups, queries, pictures and tables see.

A copy of the database in which a rejected responsibility is left out, an accepted one is the analyst's, a settled name
is the body it stands for, and what was merged is one thing.  The store itself stays as the documents have it, and so
do its exports, checks and versions; to take a decision back is to make the copy anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.rdf.codes import ROLE, SHORTCUT
from graph.rdf.terms import RDF, SKOS, ZT
from graph.store.decisions import Curation, curation
from graph.store.entries import told_by, write_beside
from graph.store.memory import StoreView
from graph.store.names import fold, fullest
from graph.store.terms import CURATION, key_of
from graph.store.update import delete_data, document_graphs, insert_data

__all__ = ["decide", "write_decided"]

#: What points to a thing → what calls it by its name beside.
_CALLED = {ZT.holder: ZT.holderName, ZT.responsibleFor: ZT.responsibleForName,
           ZT.subject: ZT.subjectName, ZT.object: ZT.objectName}


def write_decided(store: Store, folder: str, beside: str) -> None:
    """A copy of the database as decided, with the files beside it, which differ little from those of the store.

    :param folder: where the copy goes
    :param beside: the folder with the store's own files; what the databases hold alike is linked
    """
    path = os.path.join(folder, "db")
    store.backup(path)
    copy = Store(path)
    touched = decide(copy)
    copy.flush()
    write_beside(copy, folder, beside, touched)


def decide(store: Store) -> set[str]:
    """Carry the decisions out in place: only ever on a copy.

    :returns: the IRIs of which something else is said now
    """
    known, copy = curation(StoreView(store)), _Copy(store)
    copy.reject(_cases(known, "rejected"))
    copy.accept(_cases(known, "accepted"))
    for case in _cases(known, "resolved"):
        copy.settle(case, NamedNode(known.one(known.made[case.value].chosen)))
    for case in _cases(known, "merged"):
        copy.merge(case, NamedNode(known.one(case.value)))
    copy.close(map(NamedNode, known.made))
    return copy.touched


def _cases(known: Curation, verdict: str) -> list[NamedNode]:
    return [NamedNode(case) for case, decision in sorted(known.made.items()) if decision.verdict == verdict]


class _Copy:
    """A database to be changed; ``touched`` are the IRIs of which something else is said since."""

    def __init__(self, store: Store) -> None:
        self._store, self.touched = store, set[str]()

    def reject(self, cases: list[NamedNode]) -> None:
        """The responsibilities go, and the shortcuts that no other one stands for."""
        duties = [case for case in cases if self._said(case, RDF.type, ZT.Responsibility)]
        short = set(self._shortcuts(duties))
        self._replace([quad for duty in duties for quad in self._said(duty)])
        left = [quad.subject for each in short for quad in self._said(None, ZT.holder, each.subject)]
        self._replace(short.difference(self._shortcuts(left)))

    def accept(self, cases: list[NamedNode]) -> None:
        """What a rule concluded and people confirmed is the analyst's."""
        found = [quad for case in cases for quad in self._said(case, ZT.basis) if quad.object != ZT.stated]
        self._replace(found, [Quad(quad.subject, ZT.basis, ZT.byAnalyst, quad.graph_name) for quad in found])

    def settle(self, case: NamedNode, body: NamedNode) -> None:
        """What stands under the name of the case belongs to the body in this document, which mentions the body now."""
        label, types = self._label(body), self._values(body, RDF.type)
        for doc in self._values(case, ZT.statedIn):
            graphs = document_graphs(key_of(doc.value))
            names = [Literal(name.value, language="zh") for name in self._values(case, ZT.text)]
            held = [quad for graph in graphs for quad in self._said(None, ZT.holderName, None, graph)
                    if fold(quad.object.value) in {fold(name.value) for name in names}
                    and not self._said(quad.subject, ZT.holder)]
            self._replace(held, [Quad(quad.subject, predicate, term, quad.graph_name) for quad in held
                                 for predicate, term in ((ZT.holder, body), (ZT.holderName, Literal(label)))])
            self._replace((), self._shortcuts([quad.subject for quad in held]))
            facts = {RDF.type: types, SKOS.prefLabel: [Literal(label, language="zh")], SKOS.altLabel: names,
                     ZT.evidence: self._values(case, ZT.evidence)}
            self._replace((), [Quad(doc, ZT.mentions, body, graphs[1]), *(
                Quad(body, predicate, term, graphs[1]) for predicate, terms in facts.items() for term in terms)])

    def merge(self, case: NamedNode, body: NamedNode) -> None:
        """Whatever is said of the case is said of the body, which keeps its own name and classes."""
        label, types = self._label(body), self._values(body, RDF.type)
        about = {*self._said(case), *self._said(None, None, case)}
        names = {quad for each in about if each.object == case and each.predicate in _CALLED
                 for quad in self._said(each.subject, _CALLED[each.predicate], None, each.graph_name)}
        self._replace(about, (quad for each in about for quad in _moved(each, case, body, label, types)))
        self._replace(names, (Quad(each.subject, each.predicate, Literal(label), each.graph_name) for each in names))

    def close(self, cases: Iterable[NamedNode]) -> None:
        """A case that was decided is open no more."""
        self._replace([quad for case in cases for quad in self._said(case, RDF.type, ZT.OpenCase)])

    def _shortcuts(self, duties: Iterable[Any]) -> Iterator[Quad]:
        """``A zt:leads B``, as these responsibilities have it."""
        for duty in duties:
            for role in self._said(duty, ZT.role):
                yield from (Quad(holder, SHORTCUT[ROLE.word(role.object)], of, role.graph_name)
                            for holder in self._values(duty, ZT.holder)
                            for of in self._values(duty, ZT.responsibleFor))

    def _label(self, thing: NamedNode) -> str:
        return fullest([name.value for name in self._values(thing, SKOS.prefLabel)])

    def _values(self, subject: NamedNode, predicate: NamedNode) -> list[Any]:
        return sorted({quad.object for quad in self._said(subject, predicate)}, key=str)

    def _said(self, subject: Any = None, predicate: Any = None, value: Any = None, graph: Any = None) -> list[Any]:
        """The statements of documents of this pattern; what people decided is none."""
        found = self._store.quads_for_pattern(subject, predicate, value, graph)
        return [quad for quad in found if quad.graph_name != NamedNode(CURATION)]

    def _replace(self, gone: Iterable[Quad], said: Iterable[Quad] = ()) -> None:
        """In one transaction."""
        gone, said = list(gone), list(said)
        self._store.update(f"{delete_data(gone)} ;\n{insert_data(said)}")
        self.touched.update(told_by((*gone, *said)))


def _moved(quad: Quad, case: NamedNode, body: NamedNode, label: str, types: list[Any]) -> Iterator[Quad]:
    """A statement of the case as one of the body: another name for it, and no class of its own."""
    subject = body if quad.subject == case else quad.subject
    value = body if quad.object == case else quad.object
    said = {RDF.type: [(RDF.type, each) for each in types],
            SKOS.prefLabel: [(SKOS.prefLabel, Literal(label, language="zh")), (SKOS.altLabel, value)]}
    for predicate, term in said.get(quad.predicate, [(quad.predicate, value)]):
        yield Quad(subject, predicate, term, quad.graph_name)
