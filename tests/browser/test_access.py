"""Pages that a screen reader and weak eyes can use: axe-core finds nothing, in any view, size or light."""

from __future__ import annotations

from typing import Any

import pytest
from synthetic import network

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desk", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", ["lanes", "map", "matrix", "timeline", "tree", "charts", "table"])
def test_no_violations(open_view: Any, view: str, theme: str, size: tuple[int, int]) -> None:
    graph = network(60)
    chosen = next(id for id in graph if id.startswith("measure/"))
    page = open_view(graph, f"v={view}&m={theme}&s={chosen}", size=size)
    found = axe.Axe().run(page).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"]) for item in found] == []
