"""Pages that a screen reader and weak eyes can use: axe-core finds nothing, in any view, size or light."""

from __future__ import annotations

from typing import Any

import pytest
from synthetic import network

from graph.draw import About

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")


VIEWS = ["lanes", "map", "matrix", "timeline", "tree", "charts", "table"]


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["desk", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_violations(open_view: Any, theme: str, size: tuple[int, int]) -> None:
    graph = network(30)
    chosen = next(id for id in graph if id.startswith("measure/"))
    page = open_view(graph, f"m={theme}&s={chosen}", size=size, about=About("SELECT 1", "甲局 · 1 步", "2025", (1, 2)))
    for view in VIEWS:
        page.locator(f"#tabs [data-view={view}]").click()
        part = None if view == VIEWS[0] else "#stage"  # what stands around it is the same in all views
        found = axe.Axe().run(page, part).response["violations"]
        assert [(view, item["id"], item["nodes"][0]["html"]) for item in found] == []
