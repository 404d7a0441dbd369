"""`check` passes on good statements and names each kind of fault that is sown into them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import Literal, Quad
from samples import FIRM, FOUNDING, HOME, PLATFORM, RAW, at, sample

from graph.build import extract_file
from graph.check import check, check_view, coverage
from graph.model import Entity, Evidence, Relation, Statements
from graph.rdf import from_quads, to_quads
from graph.rdf.terms import NIF, ZT, thing
from graph.store import memory_view


def rules(quads: Iterable[Quad], severity: str = "error") -> set[str]:
    return {finding.rule for finding in check(quads) if finding.severity == severity}


def with_duty(**changes: Any) -> Statements:
    made = sample()
    return replace(made, responsibilities=tuple(replace(duty, **changes) for duty in made.responsibilities))


def with_indicator(**changes: Any) -> Statements:
    made = sample()
    return replace(made, indicators=(replace(made.indicators[0], **changes),))


def whole(declared: int, parts: int) -> Statements:
    """A programme that declares its parts, and as many parts as are given."""
    made = sample()
    names = [f"工程{i}" for i in range(parts)]
    entities = [Entity("programme/zong", "programme", "总工程", (), at("八大工程"), declared=declared)]
    entities += [Entity(f"programme/{i}", "programme", name, (), at("八大工程")) for i, name in enumerate(names)]
    parts_of = [Relation(name, f"programme/{i}", "part_of", "总工程", "programme/zong", "parts", at("八大工程"))
                for i, name in enumerate(names)]
    return replace(made, entities=(*made.entities, *entities), relations=tuple(parts_of))


def test_good_statements_pass() -> None:
    assert check(to_quads(sample())) == []


def test_the_founding_document_passes() -> None:
    assert rules(to_quads(extract_file(FOUNDING))) == set()


def test_quotes_that_the_text_does_not_have() -> None:
    made = sample()
    entity = replace(made.entities[1], evidence=(Evidence(0, 4, "公牛集团"),))
    found = check(to_quads(replace(made, entities=(made.entities[0], entity, *made.entities[2:]))))
    assert [(f.rule, f.place, f.document) for f in found] == [("evidence-text", "0-4", "330282/cikejian-2025-1")]


def test_a_place_that_is_not_there() -> None:
    quads = [quad for quad in to_quads(sample()) if quad.predicate not in (NIF.anchorOf,)]
    assert "shape-anchorOf" in rules(quads)


@pytest.mark.parametrize(("made", "rule"), [
    (with_duty(rule=""), "shape-InferredHasRule"),
    (with_duty(role="顾问"), "shape-role"),
    (with_duty(basis="猜测"), "shape-basis"),
    (with_duty(confidence=1.5), "shape-confidence"),
    (with_duty(basis="stated", evidence=at("研发载体建设成果显著")), "stated-unnamed"),
    (with_indicator(change="11.4", value="", base_value=""), "shape-GrowthHasBase"),
    (with_indicator(kind="猜测"), "shape-kind"),
    (with_indicator(evidence=()), "shape-evidence"),
    (replace(sample(), measures=(replace(sample().measures[0], status="半成"),)), "shape-status"),
    (replace(sample(), entities=(replace(sample().entities[0], period=("2025", "2023")),)), "period-reversed"),
    (replace(sample(), entities=(replace(sample().entities[0], period=("2025-06", "2025-03-01")),)), "period-reversed"),
    (replace(sample(), entities=(replace(sample().entities[0], type="星座"),)), "unknown-term"),
    (whole(8, 7), "count-differs"),
], ids=lambda value: value if isinstance(value, str) else "")
def test_each_seeded_error_is_found(made: Statements, rule: str) -> None:
    assert rule in rules(to_quads(made))


def test_a_whole_with_all_its_parts_passes() -> None:
    assert rules(to_quads(whole(3, 3))) == set()


def test_a_whole_without_any_part_is_for_a_reader_to_look_at() -> None:
    assert rules(to_quads(whole(8, 0)), "warning") == {"count-differs"}
    assert rules(to_quads(whole(8, 0))) == set()


def test_growth_needs_a_period() -> None:
    assert rules(to_quads(with_indicator(kind="growth", unit="%", time="")), "warning") == {"growth-undated"}


def test_a_coordinated_name_counts_as_named() -> None:
    made = sample()
    holder = replace(made.entities[1], name="杭州飞地", evidence=at("杭州、上海飞地"))
    duty = replace(made.responsibilities[1], agent="杭州飞地", agent_names=(), evidence=at("杭州、上海飞地"))
    quads = to_quads(replace(made, entities=(made.entities[0], holder), responsibilities=(duty,), relations=()))
    assert "stated-unnamed" not in rules(quads)


def test_an_inferred_responsibility_in_the_stated_graph() -> None:
    doc = thing("doc", sample().key)
    moved = [Quad(q.subject, q.predicate, q.object, doc) for q in to_quads(sample())]
    assert {"graphs-mixed", "shortcut-unfounded"} <= rules(moved)


def other_document(**changes: Any) -> Statements:
    """A second document that says nearly the same."""
    return replace(sample(), key="330282/cikejian-2025-2", **changes)


def test_documents_that_disagree_on_the_leader() -> None:
    made = sample()
    bureau = made.entities[0]
    duty = replace(made.responsibilities[1], agent=bureau.name, agent_id=bureau.id, evidence=bureau.evidence)
    quads = (*to_quads(made), *to_quads(other_document(responsibilities=(duty,))))
    found = [f for f in check(quads) if f.rule == "two-leads"]
    assert {f.document for f in found} == {"330282/cikejian-2025-1", "330282/cikejian-2025-2"}
    assert "公牛集团" in found[0].zh


def test_documents_that_agree_do_not_contradict() -> None:
    assert check((*to_quads(sample()), *to_quads(other_document()))) == []


def test_two_values_for_one_indicator_and_period() -> None:
    other = other_document(indicators=(replace(sample().indicators[0], base_value="500"),))
    assert rules((*to_quads(sample()), *to_quads(other)), "warning") == {"two-values"}


def test_one_identifier_for_two_names() -> None:
    made = sample()
    other = other_document(entities=(replace(made.entities[1], name="公牛机团"), made.entities[0], *made.entities[2:]))
    assert rules((*to_quads(made), *to_quads(other)), "warning") == {"id-shared"}


def test_messages_are_in_both_languages() -> None:
    finding = next(f for f in check(to_quads(with_duty(role="顾问"))) if f.rule == "shape-role")
    assert finding.zh == "责任的角色应在代码表内。"
    assert finding.en == "A responsibility has one role of the code list."


def test_other_graphs_are_left_alone() -> None:
    stray = Quad(thing("x"), ZT.rule, Literal("r"), thing("graph/curation"))
    assert check([*to_quads(sample()), stray]) == []


def test_coverage_adds_up_and_lists_what_nothing_used() -> None:
    found = coverage(sample())
    assert found.statements + found.structure + found.nothing == pytest.approx(1)
    assert 0 < found.by_kind["measures"] < found.statements < 0.2
    assert all(RAW[e.start:e.end] == e.quote for e in found.unused)
    assert any("魏佳锦" in e.quote for e in found.unused)
    assert not any("公牛集团牵头" in e.quote for e in found.unused)


def test_coverage_of_what_was_read_back_is_the_same() -> None:
    assert coverage(from_quads(to_quads(sample()))) == coverage(sample())


def test_an_empty_document_is_covered_by_nothing() -> None:
    made = sample()
    empty = Statements(replace(made.document, raw="", text="", pieces=(), sections=(), repairs=(), header=type(
        made.document.header)()), "text/0", HOME)
    assert coverage(empty).characters == 0


def test_firm_leads_platform_in_the_sample() -> None:
    """The sample is what the other tests think it is."""
    assert any(d.agent_id == FIRM and d.of_id == PLATFORM for d in sample().responsibilities)


@pytest.mark.parametrize("made", [with_duty(agent_id="agency/unknown"), with_indicator(measure="9.9")])
def test_a_link_to_something_that_is_not_described(made: Statements) -> None:
    assert "link-dangling" in rules(to_quads(made))


def test_numbers_of_two_unknown_areas_are_not_compared() -> None:
    made = replace(with_indicator(area=""), home="")
    other = replace(other_document(), home="", indicators=(replace(made.indicators[0], base_value="500"),))
    assert "two-values" not in rules((*to_quads(made), *to_quads(other)), "warning")


def test_a_store_is_checked_one_document_at_a_time_and_contradictions_are_still_seen() -> None:
    bureau = sample().entities[0]
    duty = replace(sample().responsibilities[1], agent=bureau.name, agent_id=bureau.id, evidence=bureau.evidence)
    quads = [*to_quads(sample()), *to_quads(other_document(responsibilities=(duty,)))]
    found = check_view(memory_view(quads))
    assert found == check(quads)
    assert {finding.rule for finding in found} == {"two-leads"}
