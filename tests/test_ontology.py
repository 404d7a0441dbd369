"""The vocabulary: every term explained in two languages, and code, shapes and page agree with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples import sample

from graph.rdf import codes, to_quads
from graph.rdf.manual import write_page
from graph.rdf.terms import RDF, ZT
from graph.rdf.vocabulary import Term, ontology_text, read_terms
from graph.store.view import plain

ROOT = Path(__file__).parent.parent
CODE_CLASSES = {term.wider[0][3:] for term in read_terms().values() if term.kind == "code"}
CODE_LISTS = [name for name in codes.__all__ if isinstance(getattr(codes, name), codes.Codes)]


@pytest.mark.parametrize("term", read_terms().values(), ids=lambda term: term.name)
def test_every_term_has_label_and_comment_in_both_languages(term: Term) -> None:
    assert set(term.label) == set(term.comment) == {"zh", "en"}


def test_the_code_uses_only_terms_of_the_vocabulary() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "graph").rglob("*.py"))
    assert set(re.findall(r"\bZT\.([A-Za-z]\w*)", source)) - {"base"} <= set(read_terms())


@pytest.mark.parametrize("name", CODE_LISTS)
def test_code_lists_agree_with_notations(name: str) -> None:
    for word, term in getattr(codes, name).terms.items():
        assert read_terms()[term.value.rpartition("#")[2]].notation == word


def test_every_code_is_known_to_the_code_lists() -> None:
    listed = {term.value.rpartition("#")[2] for name in CODE_LISTS for term in getattr(codes, name).words}
    assert {term.name for term in read_terms().values() if term.kind == "code"} <= listed


def test_safe_for_owl_rl() -> None:
    """No property with two domains (they would intersect), nothing said to be the same."""
    for term in read_terms().values():
        assert ":" not in term.domain.partition(":")[2], term
    assert "owl:sameAs" not in ontology_text().partition("@prefix")[2]


def test_shapes_speak_of_known_terms_in_both_languages() -> None:
    shapes = ontology_text().partition("# Shapes")[2]
    assert set(re.findall(r"\bzt:(\w+)", shapes)) <= set(read_terms())
    bilingual = re.findall(r"sh:message \"[^\"]+\"@zh, \"[^\"]+\"@en", shapes)
    assert shapes.count("sh:message") == len(bilingual) > 30


def test_the_page_is_current() -> None:
    page = ROOT / "docs" / "ontology.md"
    assert page.read_text("utf-8") == write_page(), "python -m graph.rdf.manual > docs/ontology.md"


def test_domains_and_ranges_hold_without_a_reasoner() -> None:
    """A reasoner would add no class of ours: everything already has the types that the properties imply."""
    quads = to_quads(sample())
    types = {(quad.subject, plain(quad.object)) for quad in quads if quad.predicate == RDF.type}
    for quad in quads:
        term = read_terms().get(quad.predicate.value.removeprefix(ZT.base))
        for end, node in ((term.domain, quad.subject), (term.range, quad.object)) if term else ():
            if end.startswith("zt:") and end[3:] not in CODE_CLASSES:
                assert (node, ZT.base + end[3:]) in types, quad
