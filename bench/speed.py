"""How fast is the pipeline?  Characters per second of processor time, stage by stage.

    python bench/speed.py [PATH…] [--times N]

Without a path the documents of ``data/documents`` and ``data/gold`` are read.  The lexicon is loaded and every
document done once before the clock starts: a long build pays for that only once.  Aim: 60,000 characters a second,
read → quads.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.find import find
from graph.link import link
from graph.model import Document
from graph.rdf import to_lines
from graph.read import read_text
from graph.relate import relate

ROOT = Path(__file__).parents[1]
DEFAULT = sorted([*ROOT.glob("data/documents/*.txt"), *ROOT.glob("data/gold/*.txt")])

#: stage → what it makes of what stands before it; each is given all that was made so far.
STAGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "read": lambda made: read_text(made["text"]),
    "find": lambda made: find(made["read"]),
    "link": lambda made: link(made["read"], made["find"].mentions),
    "relate": lambda made: relate(made["read"], made["link"], made["find"].duties),
    "quads": lambda made: to_lines(made["relate"]),
}


def run(text: str, clock: dict[str, float]) -> Document:
    """One document through every stage; the seconds are added to ``clock``."""
    made: dict[str, Any] = {"text": text}
    for stage, work in STAGES.items():
        start = time.process_time()
        made[stage] = work(made)
        clock[stage] += time.process_time() - start
    document: Document = made["read"]
    return document


def measure(texts: list[str], times: int) -> dict[str, float]:
    """Seconds per stage for all ``texts``, the fastest of ``times`` rounds."""
    rounds = []
    for _ in range(times + 1):
        clock = dict.fromkeys(STAGES, 0.0)
        for text in texts:
            run(text, clock)
        rounds.append(clock)
    return min(rounds[1:], key=lambda clock: sum(clock.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--times", type=int, default=3, help="rounds to take the fastest of")
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in args.paths or DEFAULT]
    size = sum(map(len, texts))
    clock = measure(texts, args.times)
    print(f"{len(texts)} documents, {size:,} characters")
    for stage, seconds in [*clock.items(), ("read → quads", sum(clock.values()))]:
        print(f"{stage:14}{seconds * 1000:9.1f} ms{size / seconds:14,.0f} characters/s")


if __name__ == "__main__":
    main()
