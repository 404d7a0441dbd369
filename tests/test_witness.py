"""Witnesses by name, and recognisers of any make."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ZhengtuError
from graph.find import find
from graph.model import Document, Mention
from graph.read import read_text
from graph.witness import Recogniser, registry, settings
from graph.witness.registry import known_witnesses, witnesses_named
from graph.witness.settings import language_model

TEXT = "某市工作方案\n一、健全服务。依托之江小站开展服务。\n二、扩大规模。\n"
GOOD = {"ZHENGTU_LLM_URL": "http://127.0.0.1:9/v1", "ZHENGTU_LLM_MODEL": "m"}


class Reader:
    """A witness of a plug-in."""

    name = "reader"

    def propose(self, document: Document) -> Iterator[Mention]:
        at = document.text.find("之江小站")
        yield Mention(at, at + 4, "platform", "之江小站", "", 1.0)


def plugged(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    entry = EntryPoint("reader", value, registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [entry])


# by name


def test_an_unknown_name_is_told_what_there_is() -> None:
    with pytest.raises(ZhengtuError, match=r"没有名为“gpt”的见证.*llm"):
        witnesses_named(["gpt"])


def test_a_model_without_settings_is_told_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZHENGTU_LLM_URL", raising=False)
    monkeypatch.setenv("ZHENGTU_LLM_MODEL", "m")
    with pytest.raises(ZhengtuError, match="缺 ZHENGTU_LLM_URL（例如 export"):
        witnesses_named(["llm"])


def test_a_configured_model_is_one_witness_however_often_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    [llm] = witnesses_named(["llm", "llm"])
    assert llm.name == "llm"


@pytest.mark.parametrize(("name", "value"), [
    ("ZHENGTU_LLM_URL", "file:///etc/passwd"), ("ZHENGTU_LLM_URL", "127.0.0.1:8000"), ("ZHENGTU_LLM_URL", "http://"),
    ("ZHENGTU_LLM_URL", "http://a b/"), ("ZHENGTU_LLM_URL", "http://host:port/"), ("ZHENGTU_LLM_URL", "http://[::1/"),
    ("ZHENGTU_LLM_KEY", "ｓｋ－甲"), ("ZHENGTU_LLM_KEY", "a\nHost: b"),
    ("ZHENGTU_LLM_TIMEOUT", "soon"), ("ZHENGTU_LLM_TIMEOUT", "-1"), ("ZHENGTU_LLM_TIMEOUT", "nan"),
])
def test_a_setting_that_makes_no_sense_is_named(name: str, value: str) -> None:
    with pytest.raises(ZhengtuError) as failed:
        language_model({**GOOD, name: value})
    assert failed.value.where == name
    assert failed.value.hint
    assert name == "ZHENGTU_LLM_URL" or value not in str(failed.value)


def test_an_address_is_shown_without_its_password() -> None:
    endpoint = language_model({**GOOD, "ZHENGTU_LLM_URL": "https://me:pass@host/v1?token=x"}).endpoint
    assert endpoint.place == "https://host/v1"


def test_a_plug_in_is_a_witness_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged(monkeypatch, f"{__name__}:Reader")
    assert known_witnesses() == ("llm", "reader")
    found = find(read_text(TEXT), witnesses=witnesses_named(["reader"])).mentions
    assert [(m.name, m.rule, m.weight) for m in found if m.name == "之江小站"] == [("之江小站", "witness-reader", 0.5)]


def test_a_plug_in_that_cannot_be_loaded_is_an_error_with_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged(monkeypatch, "no_such_module:Reader")
    with pytest.raises(ZhengtuError, match=r"见证“reader”装不上.*重装"):
        witnesses_named(["reader"])


# recognisers


def test_labels_that_mean_nothing_here_are_left_out() -> None:
    here = read_text(TEXT)
    toy = Recogniser("toy", lambda words: [(0, 2, "DATE"), (0, 1, "ORG")] if words.startswith("依托") else [])
    assert [m.type for m in toy.propose(here)] == ["agency"]
    own = Recogniser("toy", toy.spans, {"DATE": "project"})
    assert [m.type for m in own.propose(here)] == ["project"]


def test_two_recognisers_back_each_other() -> None:
    first, second = (Recogniser(name, lambda w: [(2, 6, "ORG")] if w.startswith("依托") else []) for name in ("a", "b"))
    found = find(read_text(TEXT), witnesses=[first, second]).mentions
    assert [(m.rule, m.agreed) for m in found if m.name == "之江小站"] == [("witness-a", ("witness-b",))]


LABELS = st.sampled_from(["ORG", "LOC", "PER", "X"])
SPANS = st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30), LABELS), max_size=6)


@given(SPANS)
def test_whatever_a_recogniser_says_the_rules_stand(spans: list[tuple[int, int, str]]) -> None:
    here = read_text(TEXT)
    found = find(here, witnesses=[Recogniser("toy", lambda words: spans)]).mentions
    ruled = [replace(m, agreed=()) for m in found if not m.rule.startswith("witness-")]
    assert ruled == [replace(m, agreed=()) for m in find(here).mentions]
    assert all(here.text[m.start:m.end] == m.name for m in found if m.rule.startswith("witness-"))


# the manual


def test_the_manual_runs() -> None:
    manual = Path(__file__).parents[1] / "docs" / "witnesses.md"
    tried = doctest.testfile(str(manual), module_relative=False)
    assert tried.attempted >= 8
    assert tried.failed == 0


def test_the_manual_names_every_setting() -> None:
    manual = (Path(__file__).parents[1] / "docs" / "witnesses.md").read_text(encoding="utf-8")
    assert {name for name in vars(settings).values() if str(name).startswith("ZHENGTU_")} <= set(
        re.findall(r"`(ZHENGTU_\w+)`", manual))
