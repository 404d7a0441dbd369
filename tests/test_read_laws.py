"""Laws of the reader that hold for any text."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Document
from graph.read import fold, read_bytes, read_text
from graph.read.folding import RADICALS

FRAGMENTS = st.sampled_from(
    [
        "一、",
        "（二）",
        "3.",
        "第五条 ",
        "一是",
        "二是",
        "首先，",
        "——",
        "①",
        "《方案（2025—",
        "2027年)》",
        "“",
        "”",
        "（",
        "）",
        "\n",
        "\n\n",
        "\r\n",
        "　　",
        " ",
        "\t",
        "# ",
        "**",
        "。",
        "；",
        "：",
        "，",
        "推进企业创新发展",
        "市科技局",
        "关于印发",
        "的通知",
        "2024年3月1日",
        "〔2024〕3号",
        "某发",
        "当前位置：首页 > 政策",
        "浙ICP备1号",
        "— 3 —",
        "序号",
        "1",
        "抄送：",
        "联系人：",
        "附件1",
        "感谢您",
        "abc",
        "17",
        "%",
        "𠀀",
        "\u200b",
        "\x0c",
    ]
)
TEXTS = st.lists(FRAGMENTS, min_size=1, max_size=60).map("".join) | st.text(max_size=80)


def read(text: str) -> Document | None:
    try:
        return read_text(text)
    except InputError:
        return None


@given(st.text())
def test_fold_keeps_length_and_is_idempotent(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_document_or_an_input_error(text: str) -> None:
    document = read(text)
    assert document is None or len(document.folded) == len(document.text)


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_a_document_or_an_input_error(data: bytes) -> None:
    with suppress(InputError):
        assert read_bytes(data, "x").name == "x"


@given(TEXTS, st.data())
@settings(max_examples=300, deadline=None)
def test_every_view_span_has_its_quote_in_the_raw_text(text: str, data: st.DataObject) -> None:
    document = read(text)
    if document is None or not document.text:
        return
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    evidence = document.evidence(start, end)
    assert document.raw[evidence.start : evidence.end] == evidence.quote
    kept = [char for char in document.text[start:end] if not char.isspace()]
    rest = iter(evidence.quote.translate(RADICALS))  # those of PDF fonts are read as what they stand for
    assert all(char in rest for char in kept)  # nothing is invented, and the order is kept


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_pieces_rise_and_copy(text: str) -> None:
    document = read(text)
    if document is None:
        return
    view = raw = 0
    for piece in document.pieces:
        assert piece.view == view
        assert piece.raw >= raw
        copied, source = document.text[view : view + piece.size], document.raw[piece.raw : piece.raw + piece.size]
        assert copied == source or (copied == "\n" and source.isspace())
        view, raw = piece.view + max(piece.size, document.text[view : view + 1] == "\n"), piece.raw + piece.size
    assert view == len(document.text)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_sections_and_sentences_lie_in_order_inside_the_text(text: str) -> None:
    document = read(text)
    if document is None:
        return
    numbers = [section.number for section in document.sections]
    assert len(numbers) == len(set(numbers))
    starts = [section.span.start for section in document.sections]
    assert starts == sorted(starts)
    by_number = {section.number: section for section in document.sections}
    for section in document.sections:
        assert 0 <= section.span.start <= section.head.end <= section.span.end <= len(document.text)
        assert not section.parent or by_number[section.parent].span.start <= section.span.start
    ends = [edge for sentence in document.sentences for edge in sentence]
    assert ends == sorted(ends)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_is_deterministic(text: str) -> None:
    assert read(text) == read(text)
