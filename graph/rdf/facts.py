"""The quads of one document, looked up the way the readers need them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import InputError
from graph.model import Evidence
from graph.rdf.codes import Codes
from graph.rdf.spelling import NIF, RDF, ZT, Spelled, spelled
from graph.rdf.terms import ID

__all__ = ["Facts"]

Key = tuple[object, Spelled]
Term = NamedNode | Spelled


class Facts:
    """An index (subject, predicate) → objects over the stated and inferred quads of one document."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        found: defaultdict[Key, set[NamedNode | Literal]] = defaultdict(set)
        instances: defaultdict[Spelled, set[NamedNode]] = defaultdict(set)
        for subject, predicate, value, _ in quads:
            said = spelled(predicate)
            found[subject, said].add(value)
            if said == RDF.type:
                instances[spelled(value)].add(subject)
        self._found, self._instances = found, instances
        self.doc = self._only_document()
        self.key = unquote(self.doc.value.removeprefix(ID + "doc/"))

    def _only_document(self) -> NamedNode:
        documents = self._instances[ZT.Document]
        if len(documents) != 1:
            raise InputError(f"这里应当恰有一份公文，实有 {len(documents)} 份", hint="按 zt:Document 分开后逐份读取")
        return next(iter(documents))

    def instances(self, cls: Term) -> list[NamedNode]:
        """All things of a class, by IRI."""
        return sorted(self._instances[_spelled(cls)], key=lambda node: node.value)

    def nodes(self, subject: NamedNode, predicate: Term) -> list[NamedNode]:
        found = self._found.get((subject, _spelled(predicate)), ())
        return sorted((o for o in found if isinstance(o, NamedNode)), key=lambda node: node.value)

    def node(self, subject: NamedNode, predicate: Term) -> NamedNode | None:
        return next(iter(self.nodes(subject, predicate)), None)

    def texts(self, subject: NamedNode, predicate: Term) -> tuple[str, ...]:
        found = self._found.get((subject, _spelled(predicate)), ())
        return tuple(sorted(o.value for o in found if isinstance(o, Literal)))

    def text(self, subject: NamedNode, predicate: Term) -> str:
        return next(iter(self.texts(subject, predicate)), "")

    def code(self, subject: NamedNode, predicate: Term, codes: Codes) -> str:
        """The short word for a concept."""
        return codes.word(self.node(subject, predicate))

    def confidence(self, subject: NamedNode) -> float:
        return float(self.text(subject, ZT.confidence) or 1)

    def whole(self, subject: NamedNode, predicate: Term) -> int | None:
        written = self.text(subject, predicate)
        return int(written) if written else None

    def place(self, node: NamedNode) -> Evidence:
        begin, end = self.whole(node, NIF.beginIndex), self.whole(node, NIF.endIndex)
        return Evidence(begin or 0, end or 0, self.text(node, NIF.anchorOf))

    def evidence(self, subject: NamedNode) -> tuple[Evidence, ...]:
        """The witnesses of a statement by place in the text."""
        return tuple(sorted(self.place(node) for node in self.nodes(subject, ZT.evidence)))

    def ref(self, subject: NamedNode, predicate: Term) -> str:
        """The id of the thing that is pointed to."""
        return self.id(self.node(subject, predicate))

    def area(self, subject: NamedNode, predicate: Term) -> str:
        """The code of the area that is pointed to."""
        return self.ref(subject, predicate).removeprefix("place/")

    def id(self, node: NamedNode | None) -> str:
        """The id in the model: a measure's section number, an entity's tail, "" for the document itself."""
        if node is None or node == self.doc:
            return ""
        own = self.doc.value + "/m/"
        return unquote(node.value.removeprefix(own if node.value.startswith(own) else ID))


def _spelled(term: Term) -> Spelled:
    return term if isinstance(term, str) else spelled(term)
