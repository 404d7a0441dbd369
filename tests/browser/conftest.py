"""Views in a real Chromium, from files, with everything that leaves the page recorded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
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


@pytest.fixture(scope="session")
def shared(chromium: Any) -> Any:
    """One page for all tests: a new one costs a process, and the library is compiled again."""
    return watched(chromium.new_context(accept_downloads=True).new_page())


@pytest.fixture
def open_view(shared: Any, tmp_path: Path) -> Iterator[Opener]:
    """Write a view and open it; ``page.leaks`` lists requests, dialogs and errors of the page.

    The page is the same in every test, so what a test opens is closed when it opens the next view.
    """
    written = count()

    def opened(network: Network, fragment: str = "", size: tuple[int, int] = (1280, 800), **how: Any) -> Any:
        path = write_view(network, tmp_path / f"view{next(written)}.html", **how)
        shared.set_viewport_size({"width": size[0], "height": size[1]})
        shared.leaks.clear()
        shared.goto(f"{path.as_uri()}{'#' if fragment else ''}{fragment}")
        shared.wait_for_selector("html[data-ready]")
        return shared

    yield opened
    for other in shared.context.pages[1:]:
        other.close()
    shared.emulate_media(media="null")
    shared.context.clear_permissions()
    shared.mouse.move(0, 0)


def watched(page: Any) -> Any:
    page.leaks = []
    home = ("file:", "blob:", "data:")
    page.on("request", lambda request: request.url.startswith(home) or page.leaks.append(request.url))
    page.on("dialog", lambda dialog: (page.leaks.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: page.leaks.append(f"error {error}"))
    page.on("console", lambda message: message.type == "error" and page.leaks.append(f"console {message.text}"))
    return page
