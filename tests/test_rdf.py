"""Statements ⇄ quads: nothing is lost, nothing depends on order, stated and inferred stay apart."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, QuerySolutions, RdfFormat, Store, parse, serialize
from random_statements import in_order, some_statements
from samples import sample

from graph.errors import InputError
from graph.model import Evidence, Piece, Span, Statements
from graph.rdf import from_quads, run_quads, to_lines, to_quads
from graph.rdf.runs import RUNS
from graph.rdf.spelling import decimal, moment, whole, zh
from graph.rdf.spelling import plain as spell
from graph.rdf.terms import NIF, PROV, SKOS, XSD, ZT, thing
from graph.store.update import insert_data
from graph.store.view import plain

DOC = thing("doc", "330282/cikejian-2025-1")
INFERRED = thing("doc", "330282/cikejian-2025-1", "inferred")


def as_read_back(made: Statements) -> Statements:
    """What :func:`from_quads` says it changes: the name of the document, and the order of names in a list."""
    return in_order(replace(
        made, document=replace(made.document, name=made.key, header=replace(
            made.document.header, cc=tuple(sorted(made.document.header.cc))))))


@settings(deadline=None, max_examples=60)
@given(some_statements())
def test_statements_come_back_from_quads(made: Statements) -> None:
    assert from_quads(to_quads(made)) == as_read_back(made)


@settings(deadline=None, max_examples=30)
@given(some_statements())
def test_quads_survive_a_store_and_every_format(made: Statements) -> None:
    """Oxigraph normalises some literals; ours are already in the form it writes."""
    quads = set(to_quads(made))
    store = Store()
    store.extend(quads)
    assert set(store) == quads
    for form in (RdfFormat.N_QUADS, RdfFormat.TRIG):
        assert set(parse(serialize(quads, format=form), format=form)) == quads


def test_the_sample_comes_back() -> None:
    made = sample()
    read = from_quads(to_quads(made))
    assert read == as_read_back(made)
    assert to_quads(read) == to_quads(made)


def test_quads_do_not_depend_on_the_order_of_statements() -> None:
    made = sample()
    turned = replace(made, entities=made.entities[::-1], responsibilities=made.responsibilities[::-1])
    assert to_quads(turned) == to_quads(made)


def test_no_blank_nodes_and_no_time_of_day() -> None:
    for quad in to_quads(sample()):
        assert not any(isinstance(part, BlankNode) for part in quad)
        assert "dateTime" not in str(quad.object)


def test_stated_and_inferred_lie_apart() -> None:
    quads = to_quads(sample())
    bases = {(quad.object, quad.graph_name) for quad in quads if quad.predicate == ZT.basis}
    assert bases == {(ZT.stated, DOC), (ZT.byIssuer, INFERRED)}
    leads = {(quad.subject, quad.graph_name) for quad in quads if quad.predicate == ZT.leads}
    assert leads == {(thing("enterprise/gongniujituan"), DOC), (thing("agency/330282/kexuejishuju"), INFERRED)}


def test_an_inferred_header_field_is_not_among_the_stated() -> None:
    genre = next(quad for quad in to_quads(sample()) if quad.object == ZT.Reply)
    assert genre.graph_name == INFERRED


def test_what_no_place_bears_is_not_stated() -> None:
    made = sample()
    bare = replace(made.entities[0], evidence=())
    quads = to_quads(replace(made, entities=(bare,), responsibilities=(), relations=()))
    label = next(quad for quad in quads if quad.predicate == SKOS.prefLabel and quad.subject == thing(bare.id))
    assert label.graph_name == INFERRED


def test_every_quote_stands_in_the_text_of_the_store() -> None:
    store = Store()
    store.extend(to_quads(sample()))
    wrong = store.query(f"""SELECT ?place {{ GRAPH ?g {{
        ?place <{PROV.wasQuotedFrom.value}> ?doc ; <{NIF.anchorOf.value}> ?quote ;
               <{NIF.beginIndex.value}> ?begin ; <{NIF.endIndex.value}> ?end .
        ?whole <{PROV.wasQuotedFrom.value}> ?doc ; <{NIF.isString.value}> ?text
        FILTER(SUBSTR(?text, ?begin + 1, ?end - ?begin) != ?quote) }} }}""")
    assert isinstance(wrong, QuerySolutions)
    assert not list(wrong)
    assert len(list(store.quads_for_pattern(None, NIF.anchorOf, None))) > 8


def test_offsets_are_raw_where_the_view_differs() -> None:
    """The view drops a line break; what is written counts it."""
    made = sample()
    document = replace(
        made.document, raw="研\n发费用", text="研发费用", pieces=(Piece(0, 0, 1), Piece(1, 2, 3)), sections=(),
        repairs=())
    measure = replace(made.measures[0], span=Span(0, 4), evidence=(Evidence(0, 5, "研\n发费用"),))
    read = from_quads(to_quads(Statements(document, "text/1", "", measures=(measure,))))
    assert read.measures[0].span == Span(0, 5)
    assert read.document.text == "研\n发费用"


def test_a_measure_within_a_paragraph_lies_in_the_paragraph() -> None:
    made = sample()
    inner = replace(made, measures=(replace(made.measures[0], id="1.1.d2"),), responsibilities=(), indicators=())
    homes = {quad.subject: quad.object for quad in to_quads(inner) if quad.predicate == ZT.inSection}
    assert homes[thing("doc", made.key, "m", "1.1.d2")] == thing("doc", made.key, "s", "1.1")


def test_places_lie_in_each_other_and_have_names() -> None:
    store = Store()
    store.extend(to_quads(sample()))
    chain = store.query("""PREFIX zt: <https://w3id.org/zhengtu/def#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?name { ?place zt:areaCode "330282" ; zt:within* ?wider . ?wider skos:prefLabel ?name }""",
                        use_default_graph_as_union=True)
    assert isinstance(chain, QuerySolutions)
    assert {row["name"].value for row in chain} == {"慈溪市", "宁波市", "浙江省"}


def test_words_no_table_knows_are_kept() -> None:
    made = sample()
    odd = replace(made, entities=(replace(made.entities[0], type="星座"),))
    assert from_quads(to_quads(odd)).entities[0].type == "星座"


def test_two_documents_at_once_are_refused() -> None:
    made = sample()
    with pytest.raises(InputError, match="2"):
        from_quads((*to_quads(made), *to_quads(replace(made, key="text/2"))))


@given(st.text(min_size=1))
def test_words_are_spelled_as_the_library_spells_them(words: str) -> None:
    assert (spell(words), zh(words)) == (str(Literal(words)), str(Literal(words, language="zh")))


@given(st.integers())
def test_whole_numbers_are_spelled_as_the_library_spells_them(number: int) -> None:
    assert whole(number) == str(Literal(str(number), datatype=XSD.integer))


@given(some_statements())
@settings(deadline=None, max_examples=30)
def test_quads_are_in_the_order_of_their_lines(made: Statements) -> None:
    lines = [str(quad) for quad in to_quads(made)]
    assert lines == sorted(set(lines))


@given(some_statements())
@settings(deadline=None, max_examples=30)
def test_a_store_takes_lines_as_it_takes_quads(made: Statements) -> None:
    store = Store()
    store.update(insert_data(to_lines(made)))
    assert set(store) == set(to_quads(made))


@pytest.mark.parametrize(("written", "canonical"), [("2.50", "2.5"), ("1,200", "1200"), ("-0.0", "0"), ("1e3", "1000")])
def test_decimals_are_canonical(written: str, canonical: str) -> None:
    assert decimal(written) == str(Literal(canonical, datatype=XSD.decimal))


@pytest.mark.parametrize("written", ["若干", "", "NaN", "inf"])
def test_what_is_no_number_has_no_value(written: str) -> None:
    assert decimal(written) is None


def test_moments_have_their_type() -> None:
    assert [str(moment(m)).rpartition("#")[2].rstrip(">") for m in ("2025", "2025-06", "2025-06-30")] == [
        "gYear", "gYearMonth", "date"]


def test_only_the_graph_of_runs_knows_the_time() -> None:
    when = datetime(2025, 5, 1, 8, tzinfo=UTC)
    quads = list(run_quads("text/0", version="1", lexicon_hash="ab", when=when, source="a.txt"))
    assert {quad.graph_name for quad in quads} == {RUNS}
    assert any(plain(quad.object).startswith("2025-05-01T08:00:00") for quad in quads)
