"""How the examples of units, comparators and periods are tried: by reading them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.numbers.amounts import find_amounts
from graph.find.numbers.periods import find_periods
from graph.lexicon import Lexicon
from graph.lexicon.trials import Trial, examples_of, tester

__all__: list[str] = []


@tester("units.csv")
def try_units(lexicon: Lexicon) -> Iterator[Trial]:
    """``example`` must be read with the row's unit, ``counter`` without."""
    for row in lexicon.rows("units"):
        for text, wanted in examples_of(row):
            got = [amount.unit for amount in find_amounts(text)]
            passed = any(unit.endswith(row["unit"]) for unit in got) == wanted
            yield Trial("units.csv", row["unit"], text, wanted, passed, "、".join(got))


@tester("comparators.csv")
def try_comparators(lexicon: Lexicon) -> Iterator[Trial]:
    """``example`` must be read with the row's sign, ``counter`` with another or none."""
    for row in lexicon.rows("comparators"):
        for text, wanted in examples_of(row):
            got = [amount.comparator for amount in find_amounts(text)]
            yield Trial("comparators.csv", row["word"], text, wanted, (row["sign"] in got) == wanted, "、".join(got))


@tester("periods.toml")
def try_periods(lexicon: Lexicon) -> Iterator[Trial]:
    """``text`` of a document of ``year`` must give exactly ``periods``."""
    for entry in lexicon.toml("periods")["example"]:
        got = [period.iso for period in find_periods(entry["text"], entry["year"])]
        yield Trial("periods.toml", entry["text"], entry["text"], True, got == entry["periods"], "、".join(got))
