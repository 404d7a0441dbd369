"""Every pattern and cue of the reader's tables does what its examples say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.errors import LexiconError
from graph.lexicon import load, use
from graph.read import fold, read_text
from graph.read.header.genres import genre_of
from graph.read.knowledge import pattern, rows

TABLES = ("header", "outline", "furniture", "measures")
PATTERNS = [(table, row) for table in TABLES for row in load().toml(table)["pattern"]]


@pytest.mark.parametrize(("table", "row"), PATTERNS, ids=[f"{table}-{row['name']}" for table, row in PATTERNS])
def test_pattern_matches_its_examples_and_not_its_counter_examples(table: str, row: dict[str, list[str]]) -> None:
    rule = pattern(table, str(row["name"]))
    assert row["examples"]
    found = rule.fullmatch if row.get("whole") else rule.search
    assert [text for text in row["examples"] if not found(text)] == []
    assert [text for text in row["counter"] if found(text)] == []
    assert [text for text in [*row["examples"], *row["counter"]] if fold(text) != text] == []


@pytest.mark.parametrize("row", rows("status"), ids=[row["examples"] for row in rows("status")])
def test_status_cues(row: dict[str, str]) -> None:
    cue = re.compile(fold(row["cue"]))
    assert all(cue.search(fold(text)) for text in row["examples"].split(";"))
    assert not any(cue.search(fold(text)) for text in row["counter"].split(";") if text)


@pytest.mark.parametrize("row", rows("genres"), ids=[row["ending"] for row in rows("genres")])
def test_genres(row: dict[str, str]) -> None:
    assert genre_of(row["examples"]) == row["genre"]
    assert not row["counter"] or genre_of(row["counter"]) != row["genre"]


def test_a_row_in_an_analysts_own_folder_changes_the_answer(tmp_path: Path) -> None:
    title = "某县乡村旅游路书\n\n一、线路设计。推出线路十条。\n二、服务保障。完善驿站。"
    assert read_text(title).header.genre == "other"
    (tmp_path / "genres.csv").write_text("ending,genre,examples,counter,source\n路书,plan,某县路书,,自拟\n", "utf-8")
    use(tmp_path)
    try:
        assert read_text(title).header.genre == "plan"
    finally:
        use(None)


def test_unknown_pattern_is_a_lexicon_error() -> None:
    with pytest.raises(LexiconError, match="nowhere"):
        pattern("header", "nowhere")
