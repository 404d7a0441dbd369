"""The house stands on its order: nothing imports from a stage to its right, and every room has its floor."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[1] / "graph"

#: Left to right; a group holds what may not import each other either.
FLOORS: tuple[frozenset[str], ...] = tuple(map(frozenset, (
    {"errors", "model", "words"}, {"english"}, {"lexicon", "listing"}, {"read", "iri"},
    {"find"}, {"witness"},
    {"link"},
    {"relate"}, {"answer", "comparison"}, {"rdf"}, {"store"}, {"ask"}, {"network"}, {"draw"},
    {"build", "check", "console", "export"}, {"api", "evaluate", "explain"}, {"tasks"}, {"serve", "__init__"},
)))
HEIGHT = {name: height for height, names in enumerate(FLOORS) for name in names}
MODULES = sorted(path for path in HOUSE.rglob("*.py") if "data" not in path.relative_to(HOUSE).parts)
HEAVY = {"IPython", "jinja2", "networkx", "numpy", "openpyxl", "pypinyin", "pyshacl", "pyvis", "rapidfuzz", "rdflib"}
SHADOWS = {"types", "calendar", "html", "json", "select"}


def stage(path: Path) -> str:
    """The module or package directly under ``graph`` that a file belongs to.

    >>> stage(HOUSE / "read" / "decode.py"), stage(HOUSE / "iri.py")
    ('read', 'iri')
    """
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The stages a file imports, wherever in it: inside functions and for type checking too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("graph.") and name != "graph.__version__")


def test_every_stage_has_a_floor() -> None:
    assert {stage(path) for path in MODULES} <= set(HEIGHT)


def test_nothing_imports_from_its_right() -> None:
    wrong = [f"{path.relative_to(HOUSE)} → {other}" for path in MODULES for other in set(imported(path)) - {stage(path)}
             if HEIGHT[other] >= HEIGHT[stage(path)]]
    assert wrong == []


def test_no_module_hides_one_of_the_standard_library() -> None:
    assert {path.stem for path in MODULES} & SHADOWS == set()


def test_heavy_libraries_wait_for_the_function_that_needs_them() -> None:
    rooms = sorted({f"graph.{stage(path)}" for path in MODULES} - {"graph.__init__"})
    code = f"import sys, cli, {', '.join(rooms)}; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=HOUSE.parent, capture_output=True, text=True, check=True)
    assert set(loaded.stdout.split()) & HEAVY == set()
