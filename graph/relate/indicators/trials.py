"""How the examples of stocks and flows are tried: by reading them as sentences of a report."""

from __future__ import annotations

from collections.abc import Iterator

from graph.lexicon import Lexicon
from graph.lexicon.trials import Trial, examples_of, tester
from graph.read import read_text

__all__: list[str] = []


@tester("stocks.csv")
def try_stocks(lexicon: Lexicon) -> Iterator[Trial]:
    """A number of the ``examples`` must count as the row says, none of the ``counter``."""
    from graph.relate.indicators import find_indicators  # which registers this module

    for row in lexicon.rows("stocks"):
        for text, wanted in examples_of(row):
            got = [number.counted for number in find_indicators(read_text(f"{text}。"))]
            yield Trial("stocks.csv", row["cue"], text, wanted, (row["counted"] in got) == wanted, "、".join(got))
