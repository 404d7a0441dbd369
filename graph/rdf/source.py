"""The document as a text: its raw words, the places cited from them, what the reader repaired, its outline.

Offsets are always raw.  A document read back therefore has its raw text as its view.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.model import Document, Evidence, Header, Piece, Repair, Section, Span, Statements
from graph.rdf.codes import REPAIR, SECTION
from graph.rdf.facts import Facts
from graph.rdf.page import Lines, Page, describe
from graph.rdf.spelling import DCT, NIF, PROV, RDF, ZT, flag, plain, thing, whole, zh

__all__ = ["read_document", "write_evidence", "write_repairs", "write_sections", "write_text"]


def write_text(page: Page) -> Iterator[Lines]:
    """The whole raw text, so that ``text[start:end] == quote`` can be checked over a store alone."""
    document, home = page.statements.document, page.statements.home
    yield describe(page.doc, page.doc, {
        RDF.type: ZT.Document, ZT.textHash: plain(document.sha256), ZT.area: thing("place", home) if home else None})
    yield describe(page.doc, page.place(0, len(document.raw)), {
        RDF.type: NIF.Context, NIF.isString: plain(document.raw), PROV.wasQuotedFrom: page.doc})


def write_evidence(page: Page) -> Iterator[Lines]:
    """One node for each place that any statement cites, with the labels of the sections around it: who cites a
    place needs to read nothing else."""
    cited = sorted(_cited(page.statements))
    for (begin, end, quote), labels in zip(cited, _labels(page, [place.start for place in cited]), strict=True):
        yield describe(page.doc, page.place(begin, end), {
            RDF.type: ZT.Evidence, NIF.beginIndex: whole(begin), NIF.endIndex: whole(end), NIF.anchorOf: plain(quote),
            ZT.labelPath: plain(labels), PROV.wasQuotedFrom: page.doc})


def _labels(page: Page, starts: list[int]) -> Iterator[str]:
    """For each place, in the order of the text, the labels of the outline around it: ``二、（二）一是``."""
    coming = [(raw_range(page, section.span), section.label) for section in page.statements.document.sections
              if section.label]
    coming.sort(key=lambda section: (section[0].start, -section[0].end), reverse=True)
    around: list[tuple[Span, str]] = []
    for start in starts:
        while coming and coming[-1][0].start <= start:
            around.append(coming.pop())
        around = [section for section in around if section[0].end > start]
        yield "".join(label for _, label in around)


def _cited(statements: Statements) -> set[Evidence]:
    lists = (statements.entities, statements.measures, statements.indicators, statements.responsibilities,
             statements.relations, statements.open)
    witnesses = [item.evidence for items in lists for item in items]
    return set().union(*witnesses, *statements.document.header.witness.values())


def write_repairs(page: Page) -> Iterator[Lines]:
    for repair in page.statements.document.repairs:
        yield describe(page.inferred, page.part("x", f"{repair.start}-{repair.end}-{repair.kind}"), {
            RDF.type: ZT.Repair, ZT.repairKind: REPAIR.spelled(repair.kind), ZT.guessed: flag(repair.guessed),
            ZT.note: plain(repair.note), ZT.statedIn: page.doc,
            NIF.beginIndex: whole(repair.start), NIF.endIndex: whole(repair.end)})


def write_sections(page: Page) -> Iterator[Lines]:
    for section in page.statements.document.sections:
        begin, end = raw_range(page, section.span)
        head_begin, head_end = raw_range(page, section.head)
        yield describe(page.doc, page.part("s", section.number), {
            RDF.type: ZT.Section, ZT.statedIn: page.doc, ZT.sectionNumber: plain(section.number),
            ZT.label: plain(section.label),
            ZT.sectionKind: SECTION.spelled(section.kind),
            ZT.level: whole(section.level), DCT.title: zh(section.title), ZT.parentNumber: plain(section.parent),
            ZT.inSection: page.part("s", section.parent) if section.parent else None,
            ZT.instrument: whole(section.instrument or None),
            NIF.beginIndex: whole(begin), NIF.endIndex: whole(end),
            ZT.headBegin: whole(head_begin), ZT.headEnd: whole(head_end)})


def raw_range(page: Page, span: Span) -> Span:
    """The raw range of a view range; an empty one stays empty."""
    document = page.statements.document
    if span.end <= span.start:
        return Span(document.to_raw(span.start), document.to_raw(span.start)) if document.pieces else span
    place = document.evidence(*span)
    return Span(place.start, place.end)


def read_document(facts: Facts, header: Header) -> Document:
    """The document whose view is its raw text; its name is its key."""
    raw = next((facts.text(node, NIF.isString) for node in facts.instances(NIF.Context)), "")
    return Document(facts.key, raw, raw, raw, (Piece(0, 0, len(raw)),), header, _read_sections(facts),
                    body=Span(0, len(raw)), repairs=_read_repairs(facts), sha256=facts.text(facts.doc, ZT.textHash))


def read_span(facts: Facts, node: NamedNode) -> Span:
    return Span(facts.whole(node, NIF.beginIndex) or 0, facts.whole(node, NIF.endIndex) or 0)


def _read_sections(facts: Facts) -> tuple[Section, ...]:
    sections = (_read_section(facts, node) for node in facts.instances(ZT.Section))
    return tuple(sorted(sections, key=lambda s: (s.span.start, -s.span.end, s.level, s.number)))


def _read_section(facts: Facts, node: NamedNode) -> Section:
    head = Span(facts.whole(node, ZT.headBegin) or 0, facts.whole(node, ZT.headEnd) or 0)
    return Section(
        facts.text(node, ZT.sectionNumber), facts.text(node, ZT.label),
        facts.code(node, ZT.sectionKind, SECTION), facts.whole(node, ZT.level) or 0,
        facts.text(node, DCT.title), read_span(facts, node), head,
        facts.text(node, ZT.parentNumber), facts.whole(node, ZT.instrument) or 0)


def _read_repairs(facts: Facts) -> tuple[Repair, ...]:
    repairs = (Repair(facts.code(node, ZT.repairKind, REPAIR), *read_span(facts, node),
                      bool(facts.text(node, ZT.guessed)), facts.text(node, ZT.note))
               for node in facts.instances(ZT.Repair))
    return tuple(sorted(repairs, key=lambda r: (r.start, r.end, r.kind)))
