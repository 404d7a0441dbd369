"""Names with a form of their own: roads, builders and campaigns by number, service lines, laws, cited instruments."""

from __future__ import annotations

from collections.abc import Iterator

from graph.find.ground import Ground
from graph.model import Mention

__all__ = ["patterned_names"]

#: Pattern of names.toml (its named group is the name, else all of it), type, rule, weight.
_FORMS = (
    ("numbered_document", "policy", "numbered-document", 0.95), ("law", "policy", "law", 0.9),
    ("cited_about", "policy", "cited-about", 0.9), ("counted_policy", "policy", "counted-policy", 0.7),
    ("issued_unmarked", "policy", "issued-unmarked", 0.7), ("received_unmarked", "policy", "received", 0.95),
    ("numbered_campaign", "programme", "numbered-campaign", 0.9), ("hotline", "platform", "hotline", 0.9),
    ("numbered_road", "project", "numbered-road", 0.9), ("numbered_firm", "enterprise", "numbered-firm", 0.9),
    ("numbered_institute", "institute", "numbered-institute", 0.9),
    ("edition_event", "programme", "edition-event", 0.85), ("bracket_event", "programme", "bracket-event", 0.85),
    ("dated_event", "programme", "dated-event", 0.85), ("strategy", "programme", "strategy", 0.85),
    ("cluster_of_town", "platform", "cluster-of-town", 0.8), ("five_year_plan", "policy", "five-year-plan", 0.8),
    ("numbered_school", "institute", "numbered-school", 0.85),
)


def patterned_names(ground: Ground) -> Iterator[Mention]:
    """What the patterns of such forms find.

    >>> from graph.find.vocabulary import vocabulary
    >>> from graph.find.ground import ground
    >>> text = "开通12366纳税服务热线,完成国道315线改线,执行安全生产法。"
    >>> [(m.type, m.name) for m in patterned_names(ground(text, text, vocabulary()))]
    [('policy', '安全生产法'), ('platform', '12366纳税服务热线'), ('project', '国道315线改线')]
    """
    for pattern, type, rule, weight in _FORMS:
        for found in ground.names.finditer(pattern, ground.folded):
            span = found.span(found.lastgroup or 0)
            yield Mention(*span, type, ground.text[slice(*span)], rule, weight)
