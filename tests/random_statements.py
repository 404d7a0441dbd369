"""Small random statements over a random text, for laws that must hold whatever a document says."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from samples import HOME, document_of

from graph.iri import entity_id
from graph.model import Entity, Evidence, Header, Indicator, Measure, Open, Relation, Responsibility, Span, Statements

WORDS = st.text(st.sampled_from("市科技局公牛集团一二（）“”0aA.%\\\n\t{}<>\"' €𠮷"), max_size=8)
NAMES = st.text(st.sampled_from("市科技局公牛集团一二Aa0"), min_size=1, max_size=6)
TEXTS = st.text(st.sampled_from("公牛集团牵头，。\n a\"\\<𠮷"), min_size=8, max_size=30)
SCORES = st.sampled_from([1.0, 0.5, 0.25, 0.9])
NUMBERS = st.sampled_from(["1", "2.5", "-0.4", "100000000"])
MOMENTS = st.sampled_from(["", "2025", "2025-06", "2025-06-30", "2021/2025"])
AREAS = st.sampled_from(["", HOME])


def places(raw: str, least: int = 1) -> st.SearchStrategy[tuple[Evidence, ...]]:
    starts = st.sets(st.integers(0, len(raw) - 3), min_size=least, max_size=2)
    return starts.map(lambda found: tuple(sorted(Evidence(s, s + 2, raw[s:s + 2]) for s in found)))


def listed(words: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Names in a list, sorted: RDF keeps no order."""
    return st.sets(words.filter(bool), max_size=2).map(lambda found: tuple(sorted(found)))


def headers(raw: str) -> st.SearchStrategy[Header]:
    return st.builds(
        Header, st.sampled_from(["other", "plan"]), WORDS, WORDS, st.sampled_from([None, 2025]), MOMENTS,
        WORDS, listed(WORDS), addressees=listed(WORDS), cc=listed(WORDS),
        witness=places(raw).map(lambda found: {"title": found}),
        inferred=st.sampled_from([(), ("genre",), ("issuer",)]))


def entities(raw: str) -> st.SearchStrategy[tuple[Entity, ...]]:
    one = st.builds(
        Entity, st.just(""), st.sampled_from(["agency", "policy", "class", "新类"]), NAMES, listed(NAMES), places(raw),
        st.sampled_from(["", "fund"]), AREAS, st.sampled_from([None, ("2021", "2025")]),
        st.sampled_from(["", "issued"]), st.sampled_from([None, 8]), WORDS, SCORES)
    return unlike(one.map(lambda e: replace(e, id=entity_id(e.type, e.name))), lambda e: e.id)


def measures(raw: str) -> st.SearchStrategy[tuple[Measure, ...]]:
    one = st.builds(
        Measure, st.sampled_from(["1.1", "2", "3.1.2"]), NAMES, WORDS, st.just(("1", "1.1")),
        st.sampled_from(["done", "planned"]), places(raw), MOMENTS, st.sampled_from(["", "确保", "将"]),
        st.just(Span(0, 5)))
    return unlike(one, lambda m: m.id)


def indicators(raw: str, ids: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Indicator, ...]]:
    one = st.builds(
        Indicator, st.sampled_from(["n/a", "n/b"]), NAMES, NUMBERS, NAMES, places(raw), WORDS, MOMENTS, NUMBERS,
        st.sampled_from(["", ">=", "~"]), st.sampled_from(["actual", "target", "growth"]), NUMBERS, NAMES,
        st.sampled_from(["", HOME, "全市"]), ids, rule=WORDS, confidence=SCORES,
        counted=st.sampled_from(["", "stock", "flow"]))
    return unlike(one, lambda i: i.id)


def duties(raw: str, ids: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Responsibility, ...]]:
    one = st.builds(
        Responsibility, NAMES, ids, WORDS, NAMES, ids, st.sampled_from(["lead", "joint"]),
        st.sampled_from(["stated", "issuer", "自定"]), st.just("rule"), SCORES, places(raw), listed(NAMES))
    return unlike(one, lambda d: (d.of_id or d.of, d.agent_id or d.agent, d.role, d.basis))


def relations(raw: str, ids: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Relation, ...]]:
    one = st.builds(Relation, NAMES, ids, st.sampled_from(["issued", "part_of", "顺延"]), NAMES, ids, st.just("rule"),
                    places(raw, 0), SCORES)
    return unlike(one, lambda r: (r.s_id or r.s, r.p, r.o_id or r.o))


def cases(raw: str) -> st.SearchStrategy[tuple[Open, ...]]:
    one = st.builds(Open, st.sampled_from(["unresolved", "count"]), NAMES, NAMES, places(raw, 0), listed(WORDS))
    return unlike(one, lambda c: (c.kind, c.text, c.why))


def unlike(one: st.SearchStrategy[Any], key: Callable[..., Hashable]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Up to three things, no two with the same key."""
    return st.lists(one, max_size=3, unique_by=key).map(tuple)


@st.composite
def some_statements(draw: st.DrawFn) -> Statements:
    raw = draw(TEXTS)
    named = draw(entities(raw))
    ids = st.sampled_from(["", *(e.id for e in named)])
    return in_order(Statements(
        document_of(raw, draw(headers(raw))), "text/0", draw(AREAS), named, draw(measures(raw)),
        draw(indicators(raw, ids)), draw(duties(raw, ids)), draw(relations(raw, ids)), draw(cases(raw))))


def in_order(made: Statements) -> Statements:
    """The same statements in the order in which the readers give them back."""
    def by(items: Iterable[Any], *fields: str) -> tuple[Any, ...]:
        return tuple(sorted(items, key=lambda item: (item.evidence[:1], *(getattr(item, field) for field in fields))))

    return replace(
        made, entities=by(made.entities, "id"), measures=by(made.measures, "id"), indicators=by(made.indicators, "id"),
        responsibilities=by(made.responsibilities, "of_id", "of", "agent_id", "agent", "role", "basis", "rule"),
        relations=by(made.relations, "s_id", "s", "p", "o_id", "o", "rule"), open=by(made.open, "kind", "text", "why"))
