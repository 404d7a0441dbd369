"""The language model as a witness: what it may add, what it may not, and what happens when it fails."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llm_server import Server, Step, breaks_off, drips, finds, model, refuses, says, sleeps

from graph.build import extract
from graph.find import find
from graph.link import link
from graph.model import Document, Mention, Span, Statements
from graph.read import read_text
from graph.relate import relate
from graph.witness import notes_of, review
from graph.witness.llm import LanguageModel
from graph.witness.llm.chunks import chunks
from graph.witness.llm.endpoint import Endpoint
from graph.witness.llm.memory import Memory
from graph.witness.llm.quotes import locate

TEXT = """慈溪市数据局工作方案
一、健全服务。依托之江小站开展服务。（责任单位：市经信局）
二、扩大规模。推动之江小站和海湾合作。去年实现营收949亿元。
"""
HUGE = read_text("某市工作方案\n" + "".join(f"{i}.建设园区。建成第{i}批园区，服务企业。\n" for i in range(1, 200)))
NEW = ("platform", "之江小站", 21)


def document() -> Document:
    return read_text(TEXT)


def witness(server: Server, **settings: object) -> LanguageModel:
    endpoint = Endpoint(server.url, **{"wait": lambda seconds: None, "timeout": 5.0, **settings})  # type: ignore[arg-type]
    return LanguageModel(endpoint, "stub")


def heard(*steps: Step, **settings: object) -> tuple[list[Mention], tuple[str, ...], Server]:
    """Names proposed, notes, and the server that was asked."""
    with model(*steps) as server:
        llm = witness(server, **settings)
        return list(llm.propose(document())), llm.notes, server


def reviewed(step: Step) -> Statements:
    with model(step) as server:
        here, llm = document(), witness(server)
        found = find(here, witnesses=[llm])
        linked = link(here, tuple(m for m in found.mentions if not m.rule.startswith("witness-")))
        return review(relate(here, linked, found.duties), [llm])


# a good answer


def test_a_quote_is_found_at_its_place_and_named_by_its_rule() -> None:
    with model(finds(names=[NEW])) as server:
        [mention] = [m for m in find(document(), witnesses=[witness(server)]).mentions if m.rule == "witness-llm"]
    assert (mention.type, mention.name, TEXT[mention.start:mention.end]) == ("platform", "之江小站", "之江小站")
    assert mention.start == TEXT.index("之江小站")
    assert mention.weight <= 0.5


def test_the_request_asks_for_a_schema_and_sends_the_key_as_a_header_only() -> None:
    with model(finds()) as server:
        LanguageModel(Endpoint(server.url, "secret-key"), "stub").propose(document())
    [asked] = server.asked
    assert asked["path"] == "/v1/chat/completions"
    assert asked["headers"]["Authorization"] == "Bearer secret-key"
    assert asked["body"]["response_format"]["json_schema"]["strict"] is True
    assert asked["body"]["temperature"] == 0
    assert "secret-key" not in json.dumps(asked["body"])
    assert "secret-key" not in repr(Endpoint("http://127.0.0.1", "secret-key"))


def test_where_a_rule_says_the_same_it_says_who_agreed() -> None:
    start = TEXT.index("市经信局")
    with model(finds(names=[("agency", "市经信局", start)])) as server:
        mentions = find(document(), witnesses=[witness(server)]).mentions
    [body] = [m for m in mentions if m.start == start and m.type == "agency"]
    assert not body.rule.startswith("witness-")
    assert "witness-llm" in body.agreed


def test_a_title_without_its_marks_is_the_same_title() -> None:
    here = read_text("按照《之江小站管理办法》执行。")
    with model(finds(names=[("policy", "之江小站管理办法", 3)])) as server:
        [title] = [m for m in find(here, witnesses=[witness(server)]).mentions if m.type == "policy"]
    assert "witness-llm" in title.agreed


def test_the_same_answers_give_the_same_mentions() -> None:
    assert heard(finds(names=[NEW]))[0] == heard(finds(names=[NEW]))[0]


def test_without_witnesses_nothing_changes_and_nothing_is_asked() -> None:
    said = extract(document())
    assert review(said) is said


# the model alone states nothing


def test_rules_keep_every_word_they_had() -> None:
    lies = [("person", "责任单位：市经信局", 0), ("policy", "市经信局", 0), ("place", "慈溪市数据局", 0)]
    with model(finds(names=lies)) as server:
        found = find(document(), witnesses=[witness(server)]).mentions
    alone = find(document()).mentions
    assert [replace(m, agreed=()) for m in found if not m.rule.startswith("witness-")] == [
        replace(m, agreed=()) for m in alone]


def test_duties_measures_and_numbers_of_the_model_alone_are_open_cases() -> None:
    said = reviewed(finds(
        duties=[("之江小站", "lead", "推动之江小站和海湾合作", 40)],
        measures=[("慈溪市数据局工作方案", 0)],
        numbers=[("海湾合作。去年实现营收949亿元", 44)]))
    alone = extract(document())
    assert said.responsibilities == alone.responsibilities
    assert said.measures == alone.measures
    assert said.indicators == alone.indicators
    assert {case.kind for case in said.open} - {case.kind for case in alone.open} <= {"unresolved"}
    assert any("牵头" in case.why and case.text == "之江小站" for case in said.open)
    assert any("举措" in case.why for case in said.open)
    assert not any("949" in case.why for case in said.open)  # the rules have this number


def test_what_the_rules_stated_is_no_open_case_and_another_role_is_a_conflict() -> None:
    quote = "责任单位：市经信局"
    assert reviewed(finds(duties=[("市经信局", "lead", quote, 27)])).open == extract(document()).open
    [case] = [c for c in reviewed(finds(duties=[("市经信局", "support", quote, 27)])).open if c.kind == "conflict"]
    assert "牵头" in case.why
    assert "配合" in case.why


def test_every_open_case_quotes_the_text() -> None:
    said = reviewed(finds(numbers=[("二、扩大规模。推动", 0)], measures=[("推动之江小站", 3)], duties=[
        ("海湾", "joint", "和海湾合作", 1)]))
    for case in said.open:
        assert all(TEXT[e.start:e.end] == e.quote for e in case.evidence)


# answers that are wrong


def test_an_invented_quote_is_dropped_and_counted() -> None:
    found, notes, _ = heard(finds(names=[("enterprise", "之江重工集团", 5), NEW], numbers=[("营收950亿元", 3)]))
    assert [m.name for m in found] == ["之江小站"]
    assert notes == ("text：语言模型有 2 条与原文对不上，已舍弃",)


def test_a_number_that_our_grammar_does_not_read_is_dropped() -> None:
    with model(finds(numbers=[("扩大规模", 0)])) as server:
        llm = witness(server)
        assert llm.claims(document()) == ()
    assert "1 条" in llm.notes[0]


def test_offsets_that_are_off_lead_to_the_nearest_place() -> None:
    first, second = TEXT.index("之江小站"), TEXT.rindex("之江小站")
    for claimed, true in ((first + 3, first), (second + 5, second), (10_000, second), (-7, first)):
        [mention] = heard(finds(names=[("platform", "之江小站", claimed)]))[0]
        assert mention.start == true


@pytest.mark.parametrize("content", [
    "好的，以下是标注：", '{"names": [', "[]", "null", '{"entities": []}', '{"names": 3}', "",
])
def test_an_answer_in_no_known_form_is_a_note(content: str) -> None:
    found, notes, _ = heard(says(content))
    assert found == []
    assert any("JSON" in note or "结构" in note for note in notes)


def test_items_of_a_wrong_form_are_left_out_one_by_one() -> None:
    odd = [{"type": "planet", "quote": "慈溪", "start": 0}, {"quote": 3}, "慈溪", None, {"type": [], "quote": "慈溪"},
           {"type": "platform", "quote": "之江小站", "start": "21"}, {"type": "platform", "quote": "  ", "start": 1}]
    found, notes, _ = heard(says(json.dumps({"names": odd, "duties": {}}, ensure_ascii=False)))
    assert found == []  # the one good item has no offset, and its words stand in two places
    assert "7 条" in notes[0]


def test_an_answer_cut_off_is_asked_for_in_halves() -> None:
    with model(says('{"names": [', "length"), finds()) as server:
        llm = witness(server)
        llm.propose(HUGE)
    texts = server.texts()
    assert texts[0] == texts[1] + texts[2]
    assert llm.notes == ()


def test_a_short_piece_that_is_cut_off_is_a_note() -> None:
    assert any("截断" in note for note in heard(says("{", "length"))[1])


def test_a_server_that_speaks_something_else_is_a_note() -> None:
    for body in (b"<html>login</html>", b"{}", b'{"choices": []}', b'{"choices": [{"message": {"content": null}}]}'):
        found, notes, _ = heard(lambda handler, body=body: handler.reply(200, body))  # type: ignore[misc]
        assert found == []
        assert notes


# a server that fails


def test_too_many_requests_then_good() -> None:
    waited: list[float] = []
    found, notes, server = heard(refuses(429, Retry_After="7"), finds(names=[NEW]), wait=waited.append)
    assert [m.name for m in found] == ["之江小站"]
    assert (waited, notes, len(server.asked)) == ([7.0], (), 2)


def test_after_three_errors_of_the_server_the_rules_go_on() -> None:
    waited: list[float] = []
    found, notes, server = heard(refuses(500), wait=waited.append)
    assert found == []
    assert len(server.asked) == 3
    assert waited == [1.0, 2.0]
    assert "HTTP 500" in notes[0]


def test_a_refusal_is_not_tried_again() -> None:
    _, notes, server = heard(refuses(401))
    assert len(server.asked) == 1
    assert "HTTP 401" in notes[0]


def test_a_redirect_is_not_followed() -> None:
    with model(finds(names=[NEW])) as other:
        found, notes, _ = heard(refuses(302, Location=other.url), attempts=1)
        assert (found, other.asked) == ([], [])
    assert "HTTP 302" in notes[0]


@pytest.mark.parametrize("step", [sleeps, drips])
def test_no_answer_in_time_is_a_note(step: Step) -> None:
    found, notes, _ = heard(step, timeout=0.3, attempts=1)
    assert found == []
    assert "0.3 秒" in notes[0]


def test_an_answer_that_breaks_off_is_asked_for_again() -> None:
    found, notes, server = heard(breaks_off, finds(names=[NEW]))
    assert ([m.name for m in found], notes, len(server.asked)) == (["之江小站"], (), 2)


def test_an_endpoint_that_is_down_is_asked_no_more_and_the_rules_go_on() -> None:
    with model(finds()) as server:
        pass
    llm = witness(server, attempts=1)
    assert find(HUGE, witnesses=[llm]).mentions == find(HUGE).mentions
    assert any("此后只用规则" in note for note in notes_of([llm]))
    assert len(llm.notes) == 2


# answers kept


def test_kept_answers_are_not_asked_for_again(tmp_path: Path) -> None:
    with model(finds(names=[NEW])) as server:
        first = replace(witness(server), memory=Memory(tmp_path / "answers")).propose(document())
    silent = replace(witness(server, attempts=1), memory=Memory(tmp_path / "answers"))
    assert silent.propose(document()) == first
    assert silent.notes == ()
    assert [path.suffix for path in (tmp_path / "answers").iterdir()] == [".json"]


def test_an_answer_that_nobody_understands_is_not_kept(tmp_path: Path) -> None:
    with model(says("抱歉")) as server:
        replace(witness(server), memory=Memory(tmp_path)).propose(document())
    assert list(tmp_path.iterdir()) == []


# laws


@given(st.integers(40, 400))
def test_chunks_cover_the_text_once(size: int) -> None:
    spans = list(chunks(HUGE, size))
    assert "".join(HUGE.text[a:b] for a, b in spans) == HUGE.text
    assert all(0 < b - a <= size for a, b in spans)


@given(st.text("甲乙", max_size=12), st.text("甲乙", max_size=3), st.integers(-5, 20), st.integers(0, 12))
def test_what_is_located_is_there_and_nothing_is_nearer(text: str, quote: str, near: int, start: int) -> None:
    within = Span(min(start, len(text)), len(text))
    found = locate(text, within, quote, near)
    places = [i for i in range(within.start, within.end - len(quote) + 1) if quote and text[i:i + len(quote)] == quote]
    assert (found is None) == (not places)
    if found:
        assert text[found.start:found.end] == quote
        assert abs(found.start - near) == min(abs(i - near) for i in places)
