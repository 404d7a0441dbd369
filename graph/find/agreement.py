"""Who proposed the same: two ways that share nothing and meet in one name are seldom both wrong.

Rules of one family look at the same thing (the last word, a list of names …), so their agreement says little; a rule's
family is the first word of its name.  Every guest is a family of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from graph.find.arbiter import Decision
from graph.model import Mention

__all__ = ["GUEST", "family", "standing"]

GUEST = "witness-"  # how the rules of guests begin
_Key = tuple[int, int, str, str]


def standing(decisions: Iterable[Decision]) -> tuple[Mention, ...]:
    """The mentions that were kept, by place, each with the independent rules that proposed the same.

    >>> from graph.find.arbiter import decide
    >>> rules = "area-department", "duty-list"
    >>> [(m.rule, m.agreed) for m in standing(decide(Mention(0, 4, "agency", "市财政局", rule) for rule in rules))]
    [('area-department', ('duty-list',))]
    """
    decisions = tuple(decisions)
    backers: defaultdict[_Key, dict[str, str]] = defaultdict(dict)
    for decision in decisions:
        backers[_key(decision.mention)].setdefault(family(decision.mention.rule), decision.mention.rule)
    kept = (_with_backers(d.mention, backers[_key(d.mention)]) for d in decisions if d.kept)
    return tuple(sorted(kept, key=lambda m: (m.start, m.end, m.type, m.name)))


@lru_cache(maxsize=1024)
def family(rule: str) -> str:
    """What a rule shares with those that look at the same thing.

    >>> family("suffix-named"), family("witness-llm")
    ('suffix', 'witness-llm')
    """
    return rule if rule.startswith(GUEST) else rule.partition("-")[0]


def _key(mention: Mention) -> _Key:
    return mention.start, mention.end, mention.type, mention.name


def _with_backers(mention: Mention, rules: dict[str, str]) -> Mention:
    """The mention as it is where nobody else proposed it, so that most are not copied."""
    if len(rules) == 1:
        return mention
    others = sorted(rule for kin, rule in rules.items() if kin != family(mention.rule))
    return replace(mention, agreed=tuple(others)) if others else mention
