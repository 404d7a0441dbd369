"""How long a view takes to make, how big it is, how fast it is ready and how smoothly it moves, against its peers.

    python bench/views.py [--sizes 100,1000,5000] [--only zhengtu,ECharts] [--modules bench/node_modules]

The same network is drawn by this project, stock pyvis, sigma.js and ECharts; positions are given to all but
stock pyvis, which lays out in the browser.  The peers' scripts come from npm (``npm install --prefix bench``) and are
left out where they are not installed.  Every page runs in the same headless Chromium, one after the other:
*Python* is processor time; *ready* is the page's clock after its first frame, *own* the processor time of the page's
main thread until then, which does not depend on who else uses the machine; *frames* are counted while the mouse drags
the picture for two seconds.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

sys.path.extend(str(Path(__file__).parents[1] / folder) for folder in (".", "tests"))

from synthetic import network as synthetic

from bench.views_peers import PEERS
from graph.draw import write_view
from graph.network import Network

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
ARGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 60_000  # milliseconds; longer than this counts as not ready

COUNT = """() => { window.__frames = 0; window.__from = performance.now();
    (function step() { window.__frames += 1; requestAnimationFrame(step); })(); }"""
RATE = "() => window.__frames / (performance.now() - window.__from) * 1000"


class Row(NamedTuple):
    name: str
    size: int
    python: float
    megabytes: float
    ready: float | None
    own: float | None
    frames: float | None


def ours(network: Network, path: Path, modules: Path) -> str:
    write_view(network, path, title="bench", view="map")
    return "document.documentElement.dataset.ready"


Maker = Callable[[Network, Path, Path], str]


def measure(browser: Any, name: str, make: Maker, network: Network, modules: Path) -> Row:
    """Make one page and watch it."""
    with tempfile.TemporaryDirectory() as folder:
        path, start = Path(folder) / "view.html", time.process_time()
        ready_when = make(network, path, modules)
        python, size = time.process_time() - start, path.stat().st_size / 1e6
        return Row(name, len(network), python, size, *watch(browser, path, ready_when))


def watch(browser: Any, path: Path, ready_when: str) -> tuple[float | None, float | None, float | None]:
    """Milliseconds to the first frame by clock and by processor, frames a second; None where it never got ready."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
    try:
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(path.as_uri(), timeout=PATIENCE)
        page.wait_for_function(ready_when, timeout=PATIENCE, polling=50)
        ready = page.evaluate("performance.now()") if "dataset" not in ready_when else float(page.evaluate(ready_when))
        return ready, own(session), drag(page)
    except Exception as error:  # a peer that hangs or crashes is a result
        print(f"  {type(error).__name__}: {str(error).splitlines()[0]}", file=sys.stderr)
        return None, None, None
    finally:
        page.close()


def own(session: Any) -> float:
    """Milliseconds of processor time that the page's main thread has used."""
    metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


def drag(page: Any) -> float:
    page.mouse.move(700, 420)
    page.mouse.down()
    page.evaluate(COUNT)
    end = time.perf_counter() + 2
    step = 0
    while time.perf_counter() < end:
        step += 1
        page.mouse.move(700 + (step * 7) % 240, 420 + (step * 5) % 160)
    rate = float(page.evaluate(RATE))
    page.mouse.up()
    return rate


def show(row: Row) -> None:
    ready, own = (f"{each:.0f} ms" if each else "—" for each in (row.ready, row.own))
    frames = f"{row.frames:.0f}" if row.frames else "—"
    made = f"{row.python:.2f} s | {row.megabytes:.2f} MB"
    print(f"| {row.name} | {row.size:,} | {made} | {ready} | {own} | {frames} |", flush=True)


def drawers(wanted: argparse.Namespace) -> dict[str, Maker]:
    """Who draws: those asked for whose scripts are there."""
    own_scripts = {"zhengtu", "stock pyvis"} if not wanted.modules.exists() else {"zhengtu", *PEERS}
    asked = set(filter(None, wanted.only.split(","))) or own_scripts
    return {name: make for name, make in {"zhengtu": ours, **PEERS}.items() if name in asked & own_scripts}


def main() -> None:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="100,1000,5000")
    parser.add_argument("--overview", type=int, default=20000, help="things of our overview; 0 for none")
    parser.add_argument("--only", default="", help="names of those to draw, with commas; else all")
    parser.add_argument("--modules", type=Path, default=Path(__file__).parent / "node_modules")
    wanted = parser.parse_args()
    print("| | things | Python | file | ready | own | frames/s |\n|---|--:|--:|--:|--:|--:|--:|")
    with sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        write_view(synthetic(30), Path(tempfile.gettempdir()) / "warm.html")
        for size in map(int, wanted.sizes.split(",")):
            network = synthetic(size)
            for name, make in drawers(wanted).items():
                show(measure(browser, name, make, network, wanted.modules))
        if wanted.overview:
            show(measure(browser, "zhengtu overview", ours, synthetic(wanted.overview), wanted.modules))
        browser.close()


if __name__ == "__main__":
    main()
