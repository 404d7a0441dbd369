"""The notebook in ``docs`` runs as it stands and shows what its cells give."""

from __future__ import annotations

from pathlib import Path

from notebook import rerun

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"


def test_the_notebook_shows_what_its_cells_give() -> None:
    """``python tests/notebook.py docs/notebook.ipynb`` writes it anew."""
    shown = NOTEBOOK.read_text("utf-8")
    assert rerun(NOTEBOOK) == shown
    assert shown.count('"output_type"') >= 8
