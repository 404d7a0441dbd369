"""Run a notebook's cells in order, without Jupyter: ``python tests/notebook.py docs/notebook.ipynb`` writes it anew."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import Any

Cell = dict[str, Any]


def rerun(path: Path) -> str:
    """The notebook's text with the outputs its cells give now."""
    notebook = json.loads(path.read_text("utf-8"))
    names: dict[str, Any] = {}
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(code, 1):
        cell |= {"execution_count": number, "outputs": _outputs("".join(cell["source"]), names, number)}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def _outputs(source: str, names: dict[str, Any], number: int) -> list[Cell]:
    """What the last expression of a cell gives, as Jupyter keeps it."""
    *body, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        body, last = [*body, last], ast.Expr(ast.Constant(None))
    exec(compile(ast.Module(body, []), f"cell {number}", "exec"), names)
    value = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names)
    return [] if value is None else [{"data": {"text/plain": [repr(value)]}, "execution_count": number, "metadata": {},
                                      "output_type": "execute_result"}]


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(rerun(Path(sys.argv[1])), "utf-8")
