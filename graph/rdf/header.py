"""Header facts ⇄ quads about the document itself.

What the text names is written as it names it (``zt:issuerName``); where that name is an entity of the
document, a link says so too (``zt:issuer``).  A field that no sentence states lies in the inferred graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Contact, Evidence, Header, Proposal
from graph.rdf.codes import GENRE
from graph.rdf.facts import Facts
from graph.rdf.page import Lines, Page, Values, describe
from graph.rdf.spelling import DCT, RDF, SKOS, ZT, Spelled, moment, plain, thing, whole, zh

__all__ = ["read_header", "write_header"]


def write_header(page: Page) -> Iterator[Lines]:
    header = page.statements.document.header
    for name, said in _fields(page, header).items():
        yield describe(page.inferred if name in header.inferred else page.doc, page.doc, said)
    yield describe(page.inferred, page.doc, {ZT.inferredElement: map(plain, header.inferred)})
    yield from _proposal(page, header)
    yield from _contact(page, header)
    for name, evidence in sorted(header.witness.items()):
        yield describe(page.doc, page.part("h", name), {
            RDF.type: ZT.HeaderElement, ZT.element: plain(name), ZT.statedIn: page.doc,
            ZT.evidence: page.places(evidence)})


def _fields(page: Page, header: Header) -> dict[str, dict[Spelled, Values]]:
    """What each field of the header says, by the field's name."""
    genre = "" if header.genre == "other" else header.genre
    return {
        "genre": {RDF.type: GENRE.spelled(genre)},
        "title": {DCT.title: zh(header.title)},
        "number": {ZT.number: plain(header.number)},
        "year": {ZT.year: moment(f"{header.year:04}") if header.year is not None else None},
        "date": {DCT.issued: moment(header.date)},
        "issuer": {ZT.issuerName: plain(header.issuer), ZT.issuer: _known(page, (header.issuer, *header.issuers))},
        "issuers": {ZT.jointIssuerName: map(plain, header.issuers)},
        "signer": {ZT.signer: plain(header.signer)},
        "category": {ZT.category: plain(header.category)},
        "addressees": {ZT.addressee: map(plain, header.addressees)},
        "cc": {ZT.copiedTo: map(plain, header.cc)},
    }


def _known(page: Page, names: tuple[str, ...]) -> list[Spelled]:
    """The entities that bear one of these names."""
    return [thing(e.id) for e in page.statements.entities if e.name in names or not set(e.aliases).isdisjoint(names)]


def _proposal(page: Page, header: Header) -> Iterator[Lines]:
    if not (header.proposal or header.subject):
        return
    node = page.part("h", "the-proposal")
    yield describe(page.doc, page.doc, {ZT.answers: node})
    yield describe(page.doc, node, {RDF.type: ZT.Proposal, DCT.title: zh(header.subject)})
    if header.proposal:
        session, number = header.proposal
        written = whole(number) if isinstance(number, int) else plain(number)
        yield describe(page.doc, node, {ZT.session: plain(session), ZT.proposalNumber: written})


def _contact(page: Page, header: Header) -> Iterator[Lines]:
    if header.contact:
        node = page.part("h", "the-contact")
        yield describe(page.doc, page.doc, {ZT.contact: node})
        yield describe(page.doc, node, {
            RDF.type: ZT.Contact, SKOS.prefLabel: zh(header.contact.name), ZT.phone: plain(header.contact.phone)})


def read_header(facts: Facts) -> Header:
    """The header; lists come back sorted, for RDF keeps no order."""
    doc = facts.doc
    genres = [GENRE.words[node] for node in facts.nodes(doc, RDF.type) if node in GENRE.words]
    year = facts.text(doc, ZT.year)
    return Header(
        genre=next(iter(genres), "other"), title=facts.text(doc, DCT.title), number=facts.text(doc, ZT.number),
        year=int(year) if year else None, date=facts.text(doc, DCT.issued), issuer=facts.text(doc, ZT.issuerName),
        issuers=facts.texts(doc, ZT.jointIssuerName), signer=facts.text(doc, ZT.signer),
        category=facts.text(doc, ZT.category), addressees=facts.texts(doc, ZT.addressee),
        subject=_read_subject(facts), proposal=_read_proposal(facts), cc=facts.texts(doc, ZT.copiedTo),
        contact=_read_contact(facts), witness=_read_witness(facts), inferred=facts.texts(doc, ZT.inferredElement))


def _read_subject(facts: Facts) -> str:
    node = facts.node(facts.doc, ZT.answers)
    return facts.text(node, DCT.title) if node else ""


def _read_proposal(facts: Facts) -> Proposal | None:
    node = facts.node(facts.doc, ZT.answers)
    number = facts.text(node, ZT.proposalNumber) if node else ""
    if node is None or not number:
        return None
    plain = number.isdecimal() and not number.startswith("0")
    return Proposal(facts.text(node, ZT.session), int(number) if plain else number)


def _read_contact(facts: Facts) -> Contact | None:
    node = facts.node(facts.doc, ZT.contact)
    return Contact(facts.text(node, SKOS.prefLabel), facts.text(node, ZT.phone)) if node else None


def _read_witness(facts: Facts) -> dict[str, tuple[Evidence, ...]]:
    return {facts.text(node, ZT.element): facts.evidence(node) for node in facts.instances(ZT.HeaderElement)}
