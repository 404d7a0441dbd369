"""What each rule made of which words: proposals with their fate, statements with their rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph.build import extract
from graph.find import decisions
from graph.find.arbiter import Decision
from graph.model import Document, Evidence, Mention, Statements

__all__ = ["Finding", "findings", "why"]

_TYPES = {
    "agency": "机关", "enterprise": "企业", "institute": "机构", "association": "协会", "platform": "平台",
    "programme": "计划", "policy": "政策", "project": "项目", "place": "地名", "person": "人名", "class": "一类主体",
    "list": "名单", "tier": "梯队",
}
_ROLES = {"lead": "牵头", "joint": "共同负责", "support": "配合"}
_STATUS = {"done": "已做", "planned": "拟做"}


class Finding(NamedTuple):
    """Words of the view (``start``, ``end``), and what was made of them; ``kept`` is false for a lost proposal."""

    start: int
    end: int
    kept: bool
    note: str


def findings(document: Document) -> tuple[Finding, ...]:
    """Every proposal with its fate, and every statement with its rule, by place."""
    statements = extract(document)
    told = [*map(_of_decision, decisions(document)), *_of_statements(document, statements)]
    return tuple(sorted(told, key=lambda f: (f.start, not f.kept, -f.end, f.note)))


def why(loser: Mention, winner: Mention) -> str:
    """The arbiter's ground, in words: longer, earlier, heavier, or first in the order of the witnesses.

    >>> why(Mention(2, 6, "platform", "创新中心", "x"), Mention(0, 6, "platform", "技术创新中心", "y"))
    '更长'
    """
    if winner.end - winner.start != loser.end - loser.start:
        return "更长"
    if winner.start != loser.start:
        return "更靠前"
    return "规则权重更高" if winner.weight > loser.weight else "规则次序在前"


def _of_decision(decision: Decision) -> Finding:
    mention, winner = decision.mention, decision.winner
    note = f"{_TYPES.get(mention.type, mention.type)} {mention.name} ← {mention.rule}"
    if winner is not None and (winner.type, winner.start, winner.end) == (mention.type, mention.start, mention.end):
        note += f"　＝ 印证 {winner.rule}"
    elif winner is not None:
        note += f"　✗ 让位于{_TYPES.get(winner.type, winner.type)}“{winner.name}”（{why(mention, winner)}）"
    return Finding(mention.start, mention.end, decision.kept, note)


def _of_statements(document: Document, statements: Statements) -> Iterator[Finding]:
    """One finding for each place of each measure, number, responsibility and relation."""
    for evidence, note in _notes(statements):
        for place in evidence[:1]:
            start, end = _to_view(document, place.start), _to_view(document, place.end - 1) + 1
            yield Finding(start, end, True, note)


def _notes(statements: Statements) -> Iterator[tuple[tuple[Evidence, ...], str]]:
    for m in statements.measures:
        yield m.evidence, f"措施 {m.id} {_STATUS.get(m.status, m.status)}"
    for i in statements.indicators:
        yield i.evidence, f"数据 {i.name} {i.value}{i.unit} ← {i.rule}"
    for r in statements.responsibilities:
        basis = "原文写明" if r.basis == "stated" else f"推断（{r.basis}）"
        yield r.evidence, f"责任 {r.agent} {_ROLES.get(r.role, r.role)}：{r.of} ← {r.rule}，{basis}"
    for x in statements.relations:
        yield x.evidence, f"关系 {x.s} {x.p} {x.o} ← {x.rule}"


def _to_view(document: Document, raw: int) -> int:
    """The view offset of a raw one; of words that the view leaves out, the next ones that it has."""
    for piece in document.pieces:
        if raw < piece.raw + piece.size:
            return piece.view + max(0, raw - piece.raw)
    return len(document.text)
