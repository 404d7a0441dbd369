"""Write ``data/gold/floor.toml`` anew from what the extractor scores now, or with ``--check`` only show the change.

A floor is raised by whoever improves the extractor, and lowered only with a reason in the commit.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

from graph.evaluate import evaluate_path

GOLD = Path(__file__).parents[1] / "data" / "gold"
FLOOR = GOLD / "floor.toml"
HEAD = """\
# F1 of the extractor on the documents of this folder. tests/test_gold.py fails where a score falls more than
# `tolerance` below its floor. `python bench/floor.py` writes this file anew.
tolerance = 0.01

[f1]
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    old = tomllib.loads(FLOOR.read_text(encoding="utf-8"))["f1"] if FLOOR.exists() else {}
    new = {part: round(tally.f1, 3) for part, tally in evaluate_path(GOLD).totals().items() if tally.f1 is not None}
    for part, f1 in new.items():
        print(f"{part:28}{old.get(part, 0.0):7.3f} → {f1:.3f}")
    if not check:
        FLOOR.write_text(HEAD + "".join(f'"{part}" = {f1}\n' for part, f1 in new.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
