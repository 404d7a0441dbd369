"""Ladders of tiers: “科技型中小企业—高新技术企业—独角兽企业”梯队, each rung the next tier of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graph.model import Relation
from graph.relate.relations.page import Page

__all__ = ["next_tiers"]


def next_tiers(page: Page) -> Iterator[Relation]:
    """``next_tier`` between neighbours of a ladder."""
    rungs = [met for met in page.met if met.mention.rule == "ladder"]
    for lower, upper in pairwise(rungs):
        if 0 < upper.start - lower.end <= 3:
            yield page.relation(lower.entity, "next_tier", upper.entity, "ladder", lower.start, upper.end, 0.95)
