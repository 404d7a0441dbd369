"""Numbers of official Chinese: amounts with units and bounds, and the periods they hold for."""

from __future__ import annotations

import graph.find.numbers.trials  # noqa: F401  # registers how the examples of its data files are tried
from graph.find.numbers.amounts import Amount, find_amounts
from graph.find.numbers.periods import Period, find_periods

__all__ = ["Amount", "Period", "find_amounts", "find_periods"]
