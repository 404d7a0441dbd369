"""Witnesses through the whole pipeline: what only they say is an entity with little confidence and an open case."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from llm_server import finds, model, refuses

from cli import main
from graph.build import extract
from graph.model import Statements
from graph.read import read_text
from graph.witness import Recogniser
from graph.witness.llm import LanguageModel
from graph.witness.llm.endpoint import Endpoint

TEXT = """慈溪市数据局工作方案
一、健全服务。依托之江小站开展服务。由海湾会同市财政局负责。（责任单位：市经信局）
二、扩大规模。设立慈溪市数据服务中心，去年实现营收949亿元。
"""


def said_by_rules(statements: Statements) -> tuple[object, ...]:
    """Everything but what guests alone named, whatever the confidence."""
    entities = [replace(e, confidence=1.0) for e in statements.entities if not e.rule.startswith("witness-")]
    return entities, statements.measures, statements.indicators, statements.responsibilities, statements.relations


def test_what_only_the_model_names_is_an_entity_in_doubt_and_an_open_case() -> None:
    here = read_text(TEXT)
    with model(finds(names=[("platform", "之江小站", 21), ("agency", "海湾", 30)])) as server:
        said = extract(here, [LanguageModel(Endpoint(server.url), "stub")])
    alone = extract(here)
    assert said_by_rules(said) == said_by_rules(alone)
    assert {e.name: e.confidence for e in said.entities if e.rule == "witness-llm"} == {"之江小站": 0.5, "海湾": 0.5}
    assert [case.text for case in said.open if case not in alone.open] == ["之江小站", "海湾"]


def test_agreement_of_the_model_raises_confidence() -> None:
    here = read_text(TEXT)
    with model(finds(names=[("platform", "慈溪市数据服务中心", 70)])) as server:
        said = extract(here, [LanguageModel(Endpoint(server.url), "stub")])
    before, after = (next(e for e in s.entities if e.name == "慈溪市数据服务中心") for s in (extract(here), said))
    assert before.confidence < after.confidence < 1


LABELS = st.sampled_from(["ORG", "COMPANY", "LOC"])
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), LABELS), max_size=5)


@given(SPANS)
def test_whatever_a_guest_says_the_rules_state_the_same(spans: list[tuple[int, int, str]]) -> None:
    here = read_text(TEXT)
    assert said_by_rules(extract(here, [Recogniser("toy", lambda words: spans)])) == said_by_rules(extract(here))


# on the command line


def test_a_model_that_refuses_is_a_note_and_the_answer_is_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(TEXT, encoding="utf-8")
    with model(refuses(401)) as server:
        monkeypatch.setenv("ZHENGTU_LLM_URL", server.url)
        monkeypatch.setenv("ZHENGTU_LLM_MODEL", "stub")
        result = CliRunner().invoke(main, ["extract", str(file), "--witness", "llm"])
    assert result.exit_code == 0
    assert "HTTP 401" in result.stderr
    assert json.loads(result.stdout) == json.loads(CliRunner().invoke(main, ["extract", str(file)]).stdout)


@pytest.mark.parametrize("command", ["extract", "build"])
def test_an_unknown_witness_fails_before_anything_is_written(command: str, tmp_path: Path) -> None:
    file, store = tmp_path / "plan.txt", tmp_path / "store"
    file.write_text(TEXT, encoding="utf-8")
    options = ["--store", str(store)] if command == "build" else []
    result = CliRunner().invoke(main, [command, str(file), "--witness", "gpt", *options])
    assert result.exit_code != 0
    assert "没有名为“gpt”的见证" in result.stderr
    assert not store.exists()
