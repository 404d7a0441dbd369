"""The pictures of the manual, taken anew: ``python docs/pictures.py`` (needs playwright and a Chromium).

The founding document is built and drawn by the commands themselves; each page is opened in Chromium as a reader would
and photographed.  Look at what comes out before committing it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).parent
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
#: Picture → what is drawn, and the state of the page (its fragment).
PICTURES: dict[str, tuple[list[str], str]] = {
    "overview.png": ([], ""),
    "evidence.png": (["智能家电技术创新中心"], "#s=platform/zhinengjiadianjishuchuangxinzhongxin"),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        _zhengtu(folder, "build", "--quiet")
        for name, (what, fragment) in PICTURES.items():
            _zhengtu(folder, "view", *what, "--output", "view.html")
            _photograph(browser, f"{Path(folder, 'view.html').as_uri()}{fragment}", DOCS / name)
        browser.close()


def _zhengtu(folder: str, *words: str) -> None:
    subprocess.run([Path(sys.executable).with_name("zhengtu"), *words], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL, env=os.environ | {"ZHENGTU_STORE": "store"})


def _photograph(browser: Browser, url: str, target: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(url)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_timeout(1000)  # the panel slides in
    page.screenshot(path=target)
    page.close()


if __name__ == "__main__":
    main()
