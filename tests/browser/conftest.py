"""Views in a real Chromium: a page per test, from a file, with everything that leaves it recorded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.draw import write_view
from graph.network import Network

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync"]

Opener = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine (set CHROMIUM to its path)")
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def open_view(chromium: Any, tmp_path: Path) -> Iterator[Opener]:
    """Write a view and open it; ``page.leaks`` lists requests, dialogs and errors of the page."""
    contexts = []

    def opened(network: Network, fragment: str = "", size: tuple[int, int] = (1280, 800), **how: Any) -> Any:
        path = write_view(network, tmp_path / "view.html", **how)
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True)
        contexts.append(context)
        page = watched(context.new_page())
        page.goto(f"{path.as_uri()}{'#' if fragment else ''}{fragment}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    for context in contexts:
        context.close()


def watched(page: Any) -> Any:
    page.leaks = []
    home = ("file:", "blob:", "data:")
    page.on("request", lambda request: request.url.startswith(home) or page.leaks.append(request.url))
    page.on("dialog", lambda dialog: (page.leaks.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: page.leaks.append(f"error {error}"))
    page.on("console", lambda message: message.type == "error" and page.leaks.append(f"console {message.text}"))
    return page
