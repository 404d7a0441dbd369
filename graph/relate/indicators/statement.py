"""A reading as a statement: id, normalised value, rule and confidence."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from graph.find.numbers import Amount
from graph.model import Document, Evidence, Indicator
from graph.relate.indicators.found import Found

__all__ = ["to_indicator"]

INHERITED, SPELT, UNNAMED = 0.1, 0.1, 0.2


def to_indicator(document: Document, found: Found, kind: str, time: str, evidence: tuple[Evidence, ...],
                 seen: Counter[str], counted: str = "") -> Indicator:
    """The :class:`~graph.model.Indicator` of a reading.

    Its id is a hash of what it says (``n/…``); ``seen`` tells a second equal statement of the document from the first.
    A growth without a value is signed; as a target or condition it keeps the number as written and a verb in its name.
    """
    amount, rate = found.amount, found.role == "growth" and kind == "growth"
    value = found.value if rate else amount.value
    name = found.name + (found.verb if found.role == "growth" and not rate else "")
    key = "|".join((name, found.population, value, amount.unit, time, kind))
    return Indicator(
        _id(key, seen), name, value, _written(document, amount), evidence, population=found.population, time=time,
        change=found.change, comparator=amount.comparator, kind=kind,
        base_value=value if rate else amount.base_value, base_unit=amount.base_unit, area=_area(found.population),
        about=_about(found.name), rule=_rule(found), confidence=_confidence(found), counted=counted)


def _written(document: Document, amount: Amount) -> str:
    """The unit in the document's own characters (件（套）, not 件(套)), where it stands in one piece."""
    start = amount.end - len(amount.unit)
    return document.text[start:amount.end] if document.folded.startswith(amount.unit, start) else amount.unit


def _id(key: str, seen: Counter[str]) -> str:
    seen[key] += 1
    return f"n/{hashlib.sha256(f'{key}|{seen[key]}'.encode()).hexdigest()[:10]}"


def _area(population: str) -> str:
    return population if population.startswith(("全", "我", "本", "你")) else ""


def _about(name: str) -> str:
    """The one thing in quotation marks that is counted (新增“浙江制造”标准4项)."""
    quoted = re.findall("“([^”]+)”", name) if "“" in name else ()
    return quoted[0] if len(quoted) == 1 else ""


def _rule(found: Found) -> str:
    return f"number/{'group' if found.grouped else found.role}{'/inherited' if found.sources else ''}"


def _confidence(found: Found) -> float:
    """Less where the name is inherited or missing or the number is spelt out."""
    doubt = INHERITED * bool(found.sources) + SPELT * found.amount.spelt + UNNAMED * (not found.name)
    return round(0.97 - doubt, 2)
