"""Write ``data/gold/floor.toml`` anew from what the extractor scores now, or with ``--check`` only show the change.

A floor is raised by whoever improves the extractor, and lowered only with a reason in the commit.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

from graph.evaluate import evaluate_path
from graph.evaluate.names import score_names

GOLD = Path(__file__).parents[1] / "data" / "gold"
FLOOR = GOLD / "floor.toml"
HEAD = """\
# What the extractor scores on this folder: F1 on the documents, recall on names.csv. tests/test_gold.py fails where a
# score falls more than `tolerance` below its floor. `python bench/floor.py` writes this file anew.
tolerance = 0.01
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    old = tomllib.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}
    new = scores()
    for table, rows in new.items():
        for part, score in rows.items():
            print(f"{table:9}{part:28}{old.get(table, {}).get(part, 0.0):7.3f} → {score:.3f}")
    if not check:
        FLOOR.write_text(HEAD + "".join(map(_table, new.items())), encoding="utf-8")


def scores() -> dict[str, dict[str, float]]:
    """Table → part → score, 0 to 1."""
    documents = evaluate_path(GOLD).totals()
    names = score_names(GOLD / "names.csv")
    return {
        "f1": {part: round(tally.f1, 3) for part, tally in documents.items() if tally.f1 is not None},
        "names": {kind: round(tally.hit / tally.gold, 3) for kind, tally in names.items()},
    }


def _table(item: tuple[str, dict[str, float]]) -> str:
    name, rows = item
    return f"\n[{name}]\n" + "".join(f'"{part}" = {score}\n' for part, score in rows.items())


if __name__ == "__main__":
    main()
