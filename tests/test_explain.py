"""The explanation: carets stand under the words, losers say to whom they lost, statements carry their rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from cli import main
from graph.explain import carets, explain, findings, why
from graph.find.arbiter import decide
from graph.model import Mention
from graph.read import read_file, read_text
from graph.words import CODES

DOCUMENT = Path(__file__).parents[1] / "data" / "documents" / "cixi-2025-1.txt"


@given(text=st.text("市科技局ab，1（", min_size=1, max_size=40), data=st.data())
def test_carets_stand_under_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    row = carets(text, start, end)
    assert row.count(" ") == wcswidth(text[:start])
    assert row.count("^") == wcswidth(text[start:end])


def test_a_lost_proposal_says_to_whom_and_why() -> None:
    long, short = Mention(0, 6, "platform", "技术创新中心", "a"), Mention(2, 6, "platform", "创新中心", "b")
    lost = next(d for d in decide([short, long]) if not d.kept)
    assert lost.winner == long
    assert why(lost.mention, long) == "longer"


@pytest.mark.parametrize(
    ("loser", "winner", "ground"),
    [
        (Mention(1, 5, "place", "乙", "x"), Mention(0, 4, "place", "甲", "x"), "earlier"),
        (Mention(0, 4, "place", "乙", "x", 0.5), Mention(0, 4, "agency", "甲", "x"), "heavier"),
        (Mention(0, 4, "place", "乙", "x"), Mention(0, 4, "agency", "甲", "x"), "first"),
    ],
)
def test_each_ground_has_its_words(loser: Mention, winner: Mention, ground: str) -> None:
    assert why(loser, winner) == ground
    assert ground in CODES["ground"]


def test_the_founding_document_is_explained_line_by_line() -> None:
    lines = explain(read_file(DOCUMENT))
    assert any("公牛集团" in line and "←" in line for line in lines)
    assert all(wcswidth(line) < 400 for line in lines if "←" not in line)


def test_every_finding_lies_in_the_text() -> None:
    document = read_file(DOCUMENT)
    assert all(0 <= f.start < f.end <= len(document.text) for f in findings(document))


def test_text_without_anything_is_explained_by_nothing() -> None:
    assert explain(read_text("好的。")) == ()


def test_words_and_standard_input_are_explained_as_a_file_is(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("市科技局印发了通知。", encoding="utf-8")
    told = CliRunner().invoke(main, ["explain", str(file)])
    assert told.exit_code == 0
    assert "市科技局" in told.output
    assert CliRunner().invoke(main, ["explain", "市科技局印发了通知。"]).output == told.output
    assert CliRunner().invoke(main, ["explain", "-"], input="市科技局印发了通知。").output == told.output
