"""The tree that numbering labels span.

A label counts because of its place in a series, not because of its shape: 2. is an item where 1. came before, and a
figure elsewhere.  The labels of a document are read once, in order, against the stack of series that are open; so the
tree comes out right although marks contradict each other, numbering runs on under the next heading (（二） 4. 5.), or
starts again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graph.read.knowledge import words
from graph.read.labels import Label

__all__ = ["Node", "grow"]

_GAP = 5  # items that may be missing in a series at line starts (lost lines)
_COUNTING = ("han", "hanparen", "digit", "digitparen", "row", "spoken")


@dataclass(slots=True)
class Node:
    """A label accepted into the tree; ``parent`` is the index of the node above, -1 at the top."""

    label: Label
    parent: int
    level: int
    restarted: bool = False


def grow(labels: list[Label], resumes: Sequence[int] = (), headings: Collection[int] = ()) -> list[Node]:
    """The tree of the labels that stand in a series, in text order.

    At each position of ``resumes`` an unlabelled paragraph takes up the thread (下一步，我局将：): what was open
    below the headings (given by their labels' starts) ends there.
    """
    nodes: list[Node] = []
    stack: list[int] = []
    seen: dict[str, int] = {}
    waiting = sorted(resumes, reverse=True)
    runs, ranked = _runs(labels), _ranked(labels)
    for k, label in enumerate(labels):
        while waiting and waiting[-1] <= label.start:
            waiting.pop()
            stack = [i for i in stack if nodes[i].label.start in headings]
        above = [nodes[i].label for i in stack]
        depth, restarted = _locate(label, above, seen, ranked)
        depth = _beside(label, above, ranked) if depth < 0 and k in runs else depth
        if depth < 0:
            continue
        del stack[depth:]
        nodes.append(Node(label, stack[-1] if stack else -1, depth, restarted))
        stack.append(len(nodes) - 1)
        seen[label.kind] = label.ordinal
    return nodes


def _runs(labels: Sequence[Label]) -> set[int]:
    """Labels that need no first item before them: the next of their kind at a line's start counts on from them, they
    open the text, or the text is an excerpt, in which their kind never starts at one."""
    runs: set[int] = set()
    later: dict[str, int] = {}
    excerpted = _excerpted(labels)
    for k in range(len(labels) - 1, -1, -1):
        label = labels[k]
        if label.leads_line and label.kind in _COUNTING:
            if k == 0 or label.kind in excerpted or 0 < later.get(label.kind, 0) - label.ordinal <= _GAP:
                runs.add(k)
            later[label.kind] = label.ordinal
    return runs


def _excerpted(labels: Sequence[Label]) -> set[str]:
    """The kinds whose items at line starts are a selection from a longer list: 28. 34. 35. 38."""
    first = {kind: [label.ordinal for label in labels if label.kind == kind and label.leads_line] for kind in _COUNTING}
    return {kind for kind, ordinals in first.items() if len(ordinals) > 1 and min(ordinals) > 1}


def _ranked(labels: Sequence[Label]) -> tuple[str, ...]:
    """The order of kinds from the outside in; articles below 一、（一） in a text that heads them so."""
    ranked = words("outline", "ranked")
    first = next((label.kind for label in labels if label.leads_line and label.kind in ("han", "article")), "")
    return tuple(kind for kind in ranked if kind != "article") if first == "han" else ranked


def _locate(label: Label, stack: list[Label], seen: dict[str, int], ranked: Sequence[str]) -> tuple[int, bool]:
    """The depth at which a label belongs (-1: it is none), and whether its series starts again there."""
    same = [depth for depth, above in enumerate(stack) if above.kind == label.kind]
    for depth in reversed(same):  # 1. the next item of an open series
        if _follows(stack[depth], label):
            return depth, False
    base = _base(label, stack, ranked)
    if label.ordinal == 1:  # 2. a new series: again at its level, or below what is open
        if same and (same[-1] == len(stack) - 1 or label.kind in ranked):
            return same[-1], label.kind != "dash"
        return base, False
    if label.kind == "article":  # 3. articles run on through chapters
        return (same[-1] if same else base), False
    if label.leads_line and same and 0 < label.ordinal - stack[same[-1]].ordinal <= _GAP:  # 4. items lost between
        return same[-1], False
    runs_on = seen.get(label.kind, -1) == label.ordinal - 1 and label.kind not in words("outline", "inline")
    return (base if runs_on else -1), False  # 5. numbering that runs on below another heading


def _beside(label: Label, stack: list[Label], ranked: Sequence[str]) -> int:
    """The depth of an item that counts on from none before it: beside an open item of its kind, whatever the gap."""
    same = [depth for depth, above in enumerate(stack) if above.kind == label.kind and above.leads_line]
    return same[-1] if same else _base(label, stack, ranked)


def _follows(last: Label, label: Label) -> bool:
    if label.kind == "first":
        return last.ordinal < label.ordinal or label.ordinal == last.ordinal == 3
    return label.ordinal == last.ordinal + 1


def _base(label: Label, stack: list[Label], ranked: Sequence[str]) -> int:
    """How much of the stack stays open above a new series."""
    depth = len(stack)
    if label.leads_line:  # an enumeration inside a paragraph ends with it
        while depth and stack[depth - 1].kind in words("outline", "inline"):
            depth -= 1
    if label.kind in ranked:
        rank = ranked.index(label.kind)
        while depth and (stack[depth - 1].kind not in ranked or ranked.index(stack[depth - 1].kind) >= rank):
            depth -= 1
    return depth
