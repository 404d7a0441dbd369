"""The shapes of ``ontology.ttl``, applied by pySHACL."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from graph.check.finding import Finding, Sheet
from graph.rdf.vocabulary import ontology_text

if TYPE_CHECKING:
    import rdflib

__all__ = ["check_shapes"]


def check_shapes(sheet: Sheet) -> Iterator[Finding]:
    """What the shapes find on one document, both graphs taken together.

    The ontology is given as ``ont_graph`` too: only then does pySHACL reach instances of subclasses.
    """
    from pyshacl import validate
    from rdflib import SH

    _, results, _ = validate(_graph(sheet), shacl_graph=_ontology(), ont_graph=_ontology(), inference="none")
    for result in results.subjects(SH.resultSeverity, None):
        yield _finding(sheet, results, result)


def _finding(sheet: Sheet, results: Any, result: Any) -> Finding:
    from rdflib import SH

    messages = {message.language: str(message) for message in results.objects(result, SH.resultMessage)}
    any_message = next(iter(messages.values()), "")
    path, shape = results.value(result, SH.resultPath), results.value(result, SH.sourceShape)
    severity = "warning" if results.value(result, SH.resultSeverity) == SH.Warning else "error"
    rule = "shape-" + _local(path or shape)
    return sheet.finding(rule, NamedNode(str(results.value(result, SH.focusNode))), messages.get("zh", any_message),
                         messages.get("en", any_message), severity=severity)


def _local(iri: object) -> str:
    return str(iri).rpartition("#")[2].rpartition("/")[2]


def _graph(sheet: Sheet) -> rdflib.Graph:
    """The document as one rdflib graph, by way of N-Triples, the quickest bridge."""
    import rdflib

    triples = dict.fromkeys(Triple(q.subject, q.predicate, q.object) for q in sheet.quads)
    return rdflib.Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


@cache
def _ontology() -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(data=ontology_text(), format="turtle")
