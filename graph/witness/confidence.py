"""How likely is it that a rule is right?  As often as it was on the gold set, and more where others agree.

``data/lexicon/confidence.csv`` holds one row a rule: how many things it named in the gold documents (``n``), how many
of them were ``right``, and ``p``, smoothed by Laplace's rule of succession: two imaginary cases are added, split as
the rule's author expected (``prior``), so that five hits in five say less than fifty in fifty.  A rule that was never
measured has its author's word only, a guest one half.  ``bench/calibrate.py`` writes the file.

Agreement shrinks doubt by a factor that is measured as well: the doubt about things that two independent ways
named (row ``*agreed``) over the doubt about those that one named (row ``*alone``).  No independence is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from graph.errors import LexiconError
from graph.find.duties.cues import trust
from graph.lexicon import Lexicon, load
from graph.model import Mention

__all__ = ["AGREED", "ALONE", "UNMEASURED", "confidence", "confidence_of", "duty_confidence", "laplace"]

AGREED, ALONE = "*agreed", "*alone"
UNMEASURED = 0.5
_DIGITS = 4
_LEAST = 0.0001


def laplace(right: int, n: int, prior: float = UNMEASURED) -> float:
    """The rule of succession with an expectation, 0 < ``prior`` < 1: between 0 and 1, never either.

    >>> laplace(0, 0), laplace(49, 50), laplace(0, 0, 0.9)
    (0.5, 0.9615, 0.9)
    """
    return _inside((right + 2 * prior) / (n + 2))


def confidence(
    rule: str, agreed: Iterable[str] = (), prior: float = UNMEASURED, lexicon: Lexicon | None = None,
) -> float:
    """The probability that what ``rule`` says is right, given the independent rules that say the same.

    :param prior: what a rule is worth that was never measured

    >>> confidence("witness-llm")
    0.5
    >>> confidence("duty-list") < confidence("duty-list", ["suffix-named"]) < 1
    True
    """
    return _confidence(rule, tuple(agreed), prior, lexicon or load())


@lru_cache(maxsize=4096)
def _confidence(rule: str, others: tuple[str, ...], prior: float, lexicon: Lexicon) -> float:
    """The same few combinations of rules come again and again."""
    table = _table(lexicon)
    best = max(table.get(rule, prior), *(table.get(other, 0.0) for other in others), 0.0)
    return _inside(1 - (1 - best) * _shrink(lexicon) ** len(others))


def confidence_of(mentions: Iterable[Mention], lexicon: Lexicon | None = None) -> float:
    """The confidence in a thing: that of its surest mention; one half without any.

    >>> confidence_of([])
    0.5
    """
    return max((confidence(m.rule, m.agreed, m.weight, lexicon) for m in mentions), default=UNMEASURED)


def duty_confidence(rule: str) -> float:
    """The confidence in a responsibility by the rule of its duty (``label``, ``by``, ``inherited`` …).

    >>> duty_confidence("label") > duty_confidence("by-issuer")
    True
    """
    return confidence(f"duty/{rule}", prior=trust()[rule])


def _inside(p: float) -> float:
    """Rounded, and still short of certainty."""
    return min(1 - _LEAST, max(_LEAST, round(p, _DIGITS)))


@cache
def _table(lexicon: Lexicon) -> dict[str, float]:
    return {row["rule"]: _probability(row) for row in lexicon.rows("confidence")}


def _probability(row: dict[str, str]) -> float:
    try:
        p = float(row["p"])
    except ValueError:
        p = -1.0
    if not 0 < p < 1:
        where = f"confidence.csv：{row['rule']}"
        raise LexiconError(f"概率“{row['p']}”应在 0 与 1 之间", where=where, hint="例如 0.95")
    return p


@cache
def _shrink(lexicon: Lexicon) -> float:
    """What one independent agreement leaves of the doubt: never more than half of it, never nothing."""
    table = _table(lexicon)
    left = (1 - table.get(AGREED, UNMEASURED)) / (1 - table.get(ALONE, UNMEASURED))
    return min(0.5, max(0.01, left))
