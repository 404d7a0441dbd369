"""The scorer: agrees with the published one, rewards what is right, and says what went wrong."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError, QueryError
from graph.evaluate import evaluate, evaluate_path
from graph.evaluate.gold import faults, gold_paths, read_gold, text_path

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "data" / "gold"
SHARED = ROOT.parent / "shared" / "eval"
PATHS = [*gold_paths(GOLD), *(gold_paths(SHARED / "dev") if SHARED.is_dir() else ())]
NAMES = [path.name for path in PATHS]


def perfect(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """The answer that says exactly what the gold requires."""
    required = {part: [i for i in gold.get(part, []) if not i.get("optional")] for part in (
        "entities", "indicators", "measures", "responsibilities", "relations")}
    return {
        "text": text,
        "document": dict(gold["document"]),
        "entities": [{"type": e["type"], "name": e["names"][0], "aliases": e["names"][1:], "rule": "r"}
                     for e in required["entities"]],
        "indicators": [{**i, "name": "".join(i["keys"])} for i in required["indicators"]],
        "measures": [{**m, "title": m["anchor"]} for m in required["measures"]],
        "responsibilities": required["responsibilities"],
        "relations": required["relations"],
    }


@pytest.fixture(scope="session")
def published() -> ModuleType:
    """The published scorer, where it lies beside the project."""
    path = SHARED / "score.py"
    if not path.exists():
        pytest.skip("the published scorer is not here")
    spec = importlib.util.spec_from_file_location("published_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def counts(tallies: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    return {part.strip(): (t.hit, t.predicted, t.gold) for part, t in tallies.items()}


def ours(gold: dict[str, Any], answer: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    return counts(dict(evaluate({"d": gold}, {"d": answer}).totals()))


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_the_perfect_answer_scores_full_marks(path: Path) -> None:
    gold = dict(read_gold(path))
    report = evaluate({"d": gold}, {"d": perfect(gold, "")})
    scored = {row["part"]: row["f1"] for row in report.rows("type") if row["part"] != "evidence" and row["gold"]}
    assert scored["header"] == 1
    assert set(scored.values()) == {1.0}, report.errors()


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_an_empty_answer_finds_nothing(path: Path) -> None:
    rows = evaluate({"d": read_gold(path)}, {}).rows("type")
    assert all(row["hit"] == 0 and row["predicted"] == 0 for row in rows)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_counts_agree_with_the_published_scorer(published: ModuleType, data: st.DataObject) -> None:
    """Number for number, on answers with items lost, doubled, and changed."""
    path = data.draw(st.sampled_from(PATHS))
    gold = dict(read_gold(path))
    answer = damaged(perfect(gold, text_path(path).read_text(encoding="utf-8")), data)
    assert ours(gold, answer) == counts(published.score_document(gold, answer, answer["text"]))


def damaged(answer: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """Some items lost, some doubled, some with another item's value in one field, some with evidence."""
    out = dict(answer)
    for part in ("entities", "indicators", "measures", "responsibilities", "relations"):
        items = data.draw(st.lists(st.sampled_from(answer[part]), max_size=25)) if answer[part] else []
        out[part] = [damaged_item(item, answer, data) for item in items]
    dropped = data.draw(st.sets(st.sampled_from(sorted(answer["document"])), max_size=3))
    out["document"] = {key: value for key, value in answer["document"].items() if key not in dropped}
    return out


DAMAGE: list[dict[str, Any]] = [
    {}, {"type": "place"}, {"role": "support"}, {"value": "12"}, {"title": ""}, {"p": "part_of"}, {"time": "1999"},
]


def damaged_item(item: dict[str, Any], answer: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    start = data.draw(st.integers(0, max(0, len(answer["text"]) - 1)))
    end = data.draw(st.integers(start, min(len(answer["text"]), start + 30)))
    evidence = [{"start": start, "end": end, "quote": answer["text"][start:end]}]
    change = data.draw(st.sampled_from(DAMAGE))
    return {**item, **change, "evidence": evidence}


def test_optional_gold_counts_neither_for_nor_against() -> None:
    gold = {"entities": [{"type": "place", "names": ["宁波"], "optional": True}]}
    found = evaluate({"d": gold}, {"d": {"entities": [{"type": "place", "name": "宁波"}]}}).totals()["entities"]
    assert (found.hit, found.predicted, found.gold) == (0, 0, 0)


def test_a_second_answer_for_one_thing_is_a_mistake() -> None:
    place = {"type": "place", "name": "宁波"}
    twice = evaluate({"d": {"entities": [{"type": "place", "names": ["宁波"]}]}}, {"d": {"entities": [place, place]}})
    assert twice.totals()["entities"].precision == 0.5
    assert twice.errors()[-1]["error"] == "spurious"


def test_the_table_by_rule_names_the_kind_of_mistake() -> None:
    gold = {"entities": [{"type": "platform", "names": ["技术创新中心"]}, {"type": "agency", "names": ["市科技局"]}]}
    answers = [
        {"type": "platform", "name": "技术创新中心", "rule": "a"},
        {"type": "platform", "name": "创新中心", "rule": "a"},
        {"type": "person", "name": "市科技局", "rule": "b"},
        {"type": "person", "name": "高兴", "rule": "b"},
    ]
    rows = {row["rule"]: row for row in evaluate({"d": gold}, {"d": {"entities": answers}}).rows("rule")}
    assert (rows["a"]["hit"], rows["a"]["boundary"], rows["a"]["precision"]) == (1, 1, 0.5)
    assert (rows["b"]["type"], rows["b"]["other"], rows["b"]["precision"]) == (1, 1, 0.0)


def test_an_unknown_view_says_which_there_are() -> None:
    with pytest.raises(QueryError, match="document"):
        evaluate({}, {}).rows("colour")


def test_gold_without_its_text_says_what_to_do(tmp_path: Path) -> None:
    gold = tmp_path / "a.gold.yaml"
    gold.write_text("document: {year: 2025}", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.txt"):
        evaluate_path(gold)


@pytest.mark.parametrize("content", ["- 1", "a: [", "\xff"])
def test_broken_gold_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.gold.yaml"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(InputError, match=r"a\.gold\.yaml"):
        read_gold(path)


def test_what_is_no_yaml_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.gold.yaml").write_text("甲\n# 乙\n丙：丁\n{", "utf-8")
    with pytest.raises(InputError) as error:
        read_gold(tmp_path / "a.gold.yaml")
    assert "\n" not in str(error.value)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        evaluate_path(tmp_path)


def test_faults_find_what_the_text_does_not_say() -> None:
    gold = {
        "entities": [{"type": "person", "names": ["张三"]}],
        "indicators": [{"keys": ["企业"], "value": 8, "unit": "家"}],
        "measures": [{"anchor": "编印指南"}],
        "relations": [{"s": "甲", "p": "part_of", "o": "乙"}],
    }
    assert len(list(faults(gold, "规上企业7家。"))) == 5
