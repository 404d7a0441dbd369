"""Confidence: a probability, measured, that only grows with agreement.  And who is counted as agreeing."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LexiconError
from graph.find import find
from graph.find.agreement import standing
from graph.find.arbiter import decide
from graph.lexicon import load
from graph.model import Mention
from graph.read import read_text
from graph.witness.confidence import confidence, confidence_of, laplace

ROOT = Path(__file__).parents[1]
ROWS = load().rows("confidence")
RULES = st.sampled_from([row["rule"] for row in ROWS] + ["witness-llm", "没有这条规则"])


@given(RULES, st.lists(RULES, max_size=3), RULES)
def test_agreement_never_lowers_confidence(rule: str, agreed: list[str], other: str) -> None:
    assert 0 < confidence(rule, agreed) <= confidence(rule, [*agreed, other]) < 1


@given(st.integers(0, 5000), st.integers(0, 5000), st.floats(0.01, 0.99))
def test_laplace_is_a_probability_and_grows_with_what_was_right(right: int, wrong: int, prior: float) -> None:
    here, better = laplace(right, right + wrong, prior), laplace(right + 1, right + wrong + 1, prior)
    assert 0 < here <= better < 1


def test_every_row_follows_from_its_counts() -> None:
    assert ROWS
    for row in ROWS:
        assert 0 <= int(row["right"]) <= int(row["n"])
        assert float(row["p"]) == laplace(int(row["right"]), int(row["n"]), float(row["prior"])), row["rule"]


def test_calibration_gives_the_same_file_twice() -> None:
    spec = importlib.util.spec_from_file_location("calibrate", ROOT / "bench" / "calibrate.py")
    assert spec
    assert spec.loader
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    one = bench.table(ROOT / "data" / "gold" / "reply_health.gold.yaml")
    assert one.startswith("rule,n,right,prior,p\n")
    assert one == bench.table(ROOT / "data" / "gold" / "reply_health.gold.yaml")


def test_a_probability_outside_its_bounds_is_an_error_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "confidence.csv").write_text("rule,n,right,prior,p\n*alone,1,1,0.5,1.5\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"confidence.csv：\*alone.*1\.5"):
        confidence("title-marks", lexicon=load(tmp_path))


def test_an_unmeasured_rule_has_its_own_weight() -> None:
    assert confidence_of([Mention(0, 2, "place", "慈溪", "new-rule", 0.7)]) == 0.7


def test_two_ways_agree_and_say_so() -> None:
    text = "1.稳定用工。开展招聘。（牵头单位：慈溪市财政局）"
    [body] = [m for m in find(read_text(text)).mentions if m.name == "慈溪市财政局"]
    assert "duty-list" in (body.rule, *body.agreed)
    assert confidence_of([body]) > confidence(body.rule, prior=body.weight)


def test_rules_of_one_family_do_not_back_each_other() -> None:
    same = [Mention(0, 4, "platform", "甲乙中心", rule) for rule in ("suffix-named", "suffix-area")]
    assert [m.agreed for m in standing(decide(same))] == [()]


NAMES = st.builds(
    lambda start, size, type, rule: Mention(start, start + size, type, "甲" * size, rule),
    st.integers(0, 12), st.integers(1, 6), st.sampled_from(["agency", "place", "policy", "person"]),
    st.sampled_from(["a-x", "b-y"]))


@given(st.lists(NAMES, max_size=8), st.lists(NAMES, max_size=8))
def test_guests_take_nothing_from_the_rules(rules: list[Mention], guests: list[Mention]) -> None:
    alone = [d for d in decide(rules) if d.kept]
    assert [d for d in decide(rules, guests) if d.kept][:len(alone)] == alone

