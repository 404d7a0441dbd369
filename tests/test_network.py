"""Networks: what a walk, a path, a group and a cut keep, from statements and from a store."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import AGENCY, FIRM, sample
from synthetic import network as synthetic

from graph.errors import NoMatch
from graph.network import (
    Link,
    Network,
    Source,
    Thing,
    find_path,
    from_statements,
    from_store,
    groups_of,
    make_network,
    neighbourhood,
    only,
    rank,
    select,
)
from graph.network.home import around
from graph.rdf import to_quads
from graph.store import memory_view

TYPES = ["agency", "measure", "platform", "document", "place", "programme"]


@st.composite
def networks(draw: st.DrawFn) -> Network:
    ids = draw(st.lists(st.integers(0, 30), min_size=1, max_size=14, unique=True))
    things = [Thing(f"n{id}", draw(st.sampled_from(TYPES)), f"名{id}", area=str(id % 3)) for id in ids]
    ends = st.sampled_from([thing.id for thing in things])
    predicates = st.sampled_from(["leads", "mentions", "statedIn", "partOf"])
    some = st.builds(Link, ends, predicates, ends, basis=st.sampled_from(["stated", "issuer"]),
                     confidence=st.floats(0, 1))
    links = draw(st.lists(some, max_size=30))
    return make_network(things, links, [Source("d", "文")])


def chain() -> Network:
    """甲局 leads 措施 mentions 平台; 乙企 leads 平台; all stated in one document of one city."""
    things = [Thing("a", "agency", "甲局"), Thing("m", "measure", "措施"), Thing("p", "platform", "平台"),
              Thing("e", "enterprise", "乙企"), Thing("d", "document", "文件"), Thing("c", "place", "某市")]
    links = [Link("a", "leads", "m", basis="issuer", confidence=0.6), Link("m", "mentions", "p"),
             Link("e", "leads", "p"), Link("m", "statedIn", "d"), Link("d", "mentions", "e"), Link("a", "ofArea", "c"),
             Link("e", "ofArea", "c")]
    return make_network(things, links)


def test_a_statement_becomes_a_link_with_its_words() -> None:
    network = from_statements([sample()])
    witnesses = [w for _, _, data in network.edges(data=True) for w in data["link"].evidence]
    raw = sample().document.raw
    assert witnesses
    assert all(raw[w.start:w.end] == w.quote for w in witnesses)
    assert all(w.before + w.quote + w.after in raw for w in witnesses if "…" not in w.before + w.after)


def test_store_and_statements_give_the_same_network() -> None:
    direct, stored = from_statements([sample()]), from_store(memory_view(to_quads(sample())))
    assert set(direct) == set(stored)
    assert sorted(direct.edges(keys=True)) == sorted(stored.edges(keys=True))


def test_a_store_can_be_narrowed_to_a_document() -> None:
    view = memory_view(to_quads(sample()))
    assert set(from_store(view, [sample().key])) == set(from_store(view))
    assert len(from_store(view, ["330282/other"])) == 0


def test_the_same_body_in_two_documents_is_one_thing() -> None:
    network = from_statements([sample(), sample()])
    assert set(network) == set(from_statements([sample()]))


def test_a_query_names_what_is_shown() -> None:
    network = chain()
    base = "https://w3id.org/zhengtu/"
    part = only(network, [(f"{base}id/a", f"{base}def#leads", f"{base}id/m"),
                          ("http://x/y", "http://x/p", f"{base}id/p")])
    assert set(part) == {"a", "m", "p", "http://x/y"}
    assert {(s, data["p"], data["link"].basis) for s, _, data in part.edges(data=True)} == {
        ("a", "leads", "issuer"), ("http://x/y", "p", "query")}


def test_a_walk_ends_in_documents_and_places() -> None:
    assert set(neighbourhood(chain(), "a", 2)) == {"a", "m", "c", "p", "d"}
    assert set(neighbourhood(chain(), "d", 1)) == {"d", "m", "e"}


def test_a_path_avoids_what_only_contains() -> None:
    steps = find_path(chain(), "a", "e")
    assert [(step.link.s, step.link.o, step.forward) for step in steps] == [
        ("a", "m", True), ("m", "p", True), ("e", "p", False)]


def test_a_path_goes_around_a_hub() -> None:
    things = [Thing(x, "agency", x) for x in "abhqr"] + [Thing(f"x{n}", "measure", str(n)) for n in range(60)]
    links = [Link("a", "partner", "h"), Link("h", "partner", "b"), *(Link("h", "leads", f"x{n}") for n in range(60)),
             Link("a", "partner", "q"), Link("q", "partner", "r"), Link("r", "partner", "b")]
    assert [step.link.o for step in find_path(make_network(things, links), "a", "b")] == ["q", "r", "b"]


def test_no_path_and_unknown_ends() -> None:
    network = make_network([Thing("a", "agency", "甲"), Thing("b", "agency", "乙")], [])
    assert find_path(network, "a", "b") == []
    with pytest.raises(NoMatch, match="没有 z"):
        find_path(network, "a", "z")
    with pytest.raises(NoMatch):
        neighbourhood(network, "z")


def test_select_keeps_links_with_both_ends() -> None:
    part = select(chain(), lambda thing: thing.type != "platform", lambda link: link.basis == "stated")
    assert sorted((s, o) for s, o in part.edges()) == [("a", "c"), ("d", "e"), ("e", "c"), ("m", "d")]


def test_groups_follow_areas() -> None:
    groups = groups_of(synthetic(1000))
    assert {group.label for group in groups} == {"临江市", "东湖区", "青山县", "云溪市"}


@settings(deadline=None)
@given(networks())
def test_every_thing_is_in_one_group(network: Network) -> None:
    members = [node for group in groups_of(network) for node in group.members]
    assert sorted(members) == sorted(network)


@settings(deadline=None)
@given(networks(), st.integers(0, 4))
def test_neighbourhoods_grow_with_depth(network: Network, depth: int) -> None:
    start = min(network)
    near, far = set(neighbourhood(network, start, depth)), set(neighbourhood(network, start, depth + 1))
    assert start in near
    assert near <= far <= set(nx.node_connected_component(network.to_undirected(), start))


@settings(deadline=None)
@given(networks())
def test_a_path_is_a_chain_between_its_ends(network: Network) -> None:
    a, b = min(network), max(network)
    at = a
    for step in find_path(network, a, b):
        ends = (step.link.s, step.link.o) if step.forward else (step.link.o, step.link.s)
        assert ends[0] == at
        at = ends[1]
    assert at in {a, b}


@settings(deadline=None)
@given(networks())
def test_rank_counts_other_things(network: Network) -> None:
    assert all(0 <= value < len(network) for value in rank(network).values())


@settings(deadline=None)
@given(st.text(alphabet="甲乙。；\n，", max_size=300), st.data())
def test_the_rest_of_a_sentence_is_from_the_text(raw: str, data: st.DataObject) -> None:
    if not raw:
        return
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    before, after = around(raw, start, end)
    assert raw[:start].endswith(before.lstrip("…"))
    assert raw[end:].startswith(after.rstrip("…"))
    assert "。" not in before


def test_witnesses_know_their_section() -> None:
    things = [data["thing"] for _, data in from_statements([sample()]).nodes(data=True)]
    measure = next(thing for thing in things if thing.type == "measure")
    assert measure.evidence[0].section == dict(measure.facts)["section"]


def test_the_founding_document_hangs_together() -> None:
    from graph.build import extract_file

    network = from_statements([extract_file(Path(__file__).parent.parent / "data/documents/cixi-2025-1.txt")])
    steps = find_path(network, FIRM, AGENCY)
    assert steps
    assert all(step.link.p != "statedIn" for step in steps)


def test_things_without_an_area_go_with_their_document() -> None:
    sources = [Source("n/1", "国家文件"), Source("c/1", "某市文件"), Source("c/2", "某县文件")]
    things = [Thing("doc/n/1", "document", "国家文件", docs=("n/1",)),
              Thing("doc/c/1", "document", "某市文件", area="33", docs=("c/1",)),
              Thing("doc/c/2", "document", "某县文件", area="34", docs=("c/2",)),
              Thing("place/33", "place", "某市", area="33")]
    keys = [source.key for source in sources]
    named = [Thing(f"{key}{n}", "programme", f"{n}号工程", docs=(key,)) for key in keys for n in range(5)]
    labels = {group.label: len(group.members) for group in groups_of(make_network(things + named, [], sources))}
    assert labels == {"国家文件": 6, "某市": 7, "某县文件": 6}


def test_pieces_of_one_place_have_names_of_their_own() -> None:
    sources = [Source(f"c/{n}", f"{n}号文件") for n in range(3)]
    things = [Thing("place/33", "place", "某市", area="33"), Thing("place/34", "place", "某县", area="34")]
    things += [Thing(f"doc/{each.key}", "document", each.title, docs=(each.key,), area="33") for each in sources]
    links = []
    for n, size in ((0, 250), (1, 230), (2, 230)):
        area = "33" if n else "34"
        things += [Thing(f"m{n}/{k}", "measure", f"{n}之{k}", docs=(f"c/{n}",), area=area) for k in range(size)]
        links += [Link(f"m{n}/{k}", "mentions", f"m{n}/{(k * 7 + 1) % size}") for k in range(size)]
        links += [Link(f"m{n}/{k}", "statedIn", f"doc/c/{n}") for k in range(size)]
    labels = [group.label for group in groups_of(make_network(things, links, sources))]
    assert len(labels) > 3
    assert len(set(labels)) == len(labels)
