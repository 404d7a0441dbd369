"""Lines on which page furniture and document stand side by side, cut so that each part can be judged for itself.

Sites print the way to the page, the cells of an index table, date, source, buttons and the page's foot around a
document, and what copies them often loses the breaks between.  Each such *atom* is a pattern of ``furniture.toml``;
atoms are looked for only before the first and after the last full stop, where words begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.read.knowledge import pattern, words
from graph.read.lines import Line

__all__ = ["cut_furniture"]

_REACH, _LINES = 1500, 80  # letters and lines from either end of the running text in which furniture is looked for
_EDGE = " |丨()[]·"
_TOKEN = re.compile(r"[\s|丨(\[]*")
_BULLET = re.compile(r"·?\s*")
_WORD = re.compile(r"[^\s|]*")
_RUNNING = re.compile("。")


def cut_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines, those around the running text cut into furniture (marked as ``frame``) and the rest.

    >>> text = "首页 > 公开 > 正文 某县关于开展检查的通知 发布时间:2024-01-02"
    >>> [(line.text, line.frame) for line in cut_furniture([Line(0, len(text), text)])]
    [('首页 > 公开 > 正文', True), ('某县关于开展检查的通知', False), ('发布时间:2024-01-02', True)]
    """
    cells = [_is_value(lines, i) for i in range(len(lines))]
    running = [i for i, line in enumerate(lines) if not cells[i] and _RUNNING.search(line.text)]
    first = min(running[0] if running else len(lines), _LINES)
    last = max(running[-1] if running else len(lines), len(lines) - _LINES)
    parts: list[Line] = []
    for i, line in enumerate(lines):
        if first < i < last:
            parts.append(line)
        elif cells[i]:
            parts.append(replace(line, frame=True))
        else:
            parts += _cut(line, above=i <= first)
    return parts


def _is_value(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is the value of the bare label above it; a title or body only where the label says so."""
    label, text = pattern("furniture", "bare_label"), lines[i].text
    above = lines[i - 1].text.rstrip(": ") if i else ""
    if not label.match(above) or label.match(text) or (text.endswith((":", "。")) and lines[i].gap):
        return False
    if pattern("furniture", "title").match(text):
        return above.endswith(("称", "题"))
    if pattern("header", "org_line").match(text):
        return above.endswith(("构", "关", "位", "门", "源"))
    return not lines[i].gap or lines[i - 1].text.endswith(":")


def _cut(line: Line, above: bool) -> Iterator[Line]:
    """The parts of one line in order; a line without furniture stays as it is."""
    table = line.text.startswith(words("outline", "table_heads"))
    atoms = [] if table else list(_atoms(line.text, above))
    if not atoms:
        yield line
        return
    at = 0
    for start, end in atoms:
        yield from _part(line, at, start, False)
        yield from _part(line, start, end, True)
        at = end
    yield from _part(line, at, len(line.text), False)


def _part(line: Line, start: int, end: int, frame: bool) -> Iterator[Line]:
    text = line.text[start:end].strip(" |丨")
    if not frame:
        text = text.rstrip(" |丨([·").lstrip(" |丨)]") if len(text) < len(line.text) else text
    if not text:
        return
    start = line.text.index(text, start)
    gap, indent = (line.gap, line.indent) if start == 0 else (0, 0)
    whole = line.whole or len(text) < len(line.text)
    yield replace(line, start=line.start + start, end=line.start + start + len(text), text=text, gap=gap,
                  indent=indent, whole=whole, frame=frame)


def _atoms(text: str, above: bool) -> Iterator[tuple[int, int]]:
    """Where furniture stands: before the first full stop of a line above the text, and after the last of any."""
    first, last = text.find("。"), text.rfind("。")
    if above:
        stop = min(first if first >= 0 else len(text), _REACH)
        yield from _atoms_in(text, 0, stop, (*words("furniture", "atoms"), "any_cell"))
    if not above or first >= 0:
        start = max(last + 1, len(text) - _REACH)
        yield from _atoms_in(text, start, len(text), words("furniture", "atoms_below"))


def _atoms_in(text: str, start: int, end: int, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pieces of furniture, and cells of unknown label in a row with one."""
    row: list[tuple[int, int]] = []
    known = False
    for span, sure in _pieces(text, start, end, names):
        if row and text[row[-1][1]:span[0]].strip(_EDGE):
            yield from row if known else ()
            row, known = [], False
        row.append(span)
        known = known or sure
    yield from row if known else ()


def _pieces(text: str, start: int, end: int, names: Sequence[str]) -> Iterator[tuple[tuple[int, int], bool]]:
    rules = [(pattern("furniture", name), name != "any_cell") for name in names]
    while start < end:
        start = _TOKEN.match(text, start).end()  # type: ignore[union-attr]  # matches anywhere
        behind = _BULLET.match(text, start).end()  # type: ignore[union-attr]
        hits = ((rule.match(text, at), sure) for at in sorted({behind, start}, reverse=True) for rule, sure in rules)
        hit, sure = next(((hit, sure) for hit, sure in hits if hit and start < hit.end() <= end), (None, False))
        if hit:
            yield (start, hit.end()), sure
            start = hit.end()
        else:
            start = max(start + 1, _WORD.match(text, start).end())  # type: ignore[union-attr]
