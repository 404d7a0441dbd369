"""The cleaned text and its offset map.

The view is put together from ranges of the raw text; between two paragraphs stands one LF.  Where the raw text
has an LF there, it is that one; in a text whose breaks were lost, the blank that separates the paragraphs is
shown as LF.  That and the radicals of PDF fonts, which it reads as the characters they stand for, are the only places
where a character of the view differs from the raw text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.model import Piece, Span
from graph.read.folding import RADICALS

__all__ = ["View", "assemble"]

_HAN = r"\u4e00-\u9fff〇"
_PUNCT = r"，。、；：！？（）()《》“”〔〕【】"
# Blanks that typesetting put between Chinese and digits or around punctuation (wider ones and tabs divide columns), or
# between single letters (水　利　部); Markdown's ** within a line.
PAGE_MARK = r"[ \u3000\u00a0]+[-—–－]{1,2} ?\d{1,3} ?[-—–－]{1,2}[ \u3000\u00a0]+"
"""A page number that stands in the middle of a line whose breaks were lost."""
_BLANK = r"(?:[ \u00a0]{1,2}|\u3000)"
# Blanks inside a number, as scanning leaves them (3 .1%, 达6. 8件, 12 500家, 202 4年), and around one small word
# (青溪 市 新城).
_IN_NUMBER = (
    r"(?<=[0-9]) (?=\.[0-9])"
    rf"|(?:(?<=[{_HAN}][0-9]\.)|(?<=[{_HAN}][0-9]{{2}}\.)|(?<=[{_HAN}][0-9]{{3}}\.)"
    rf"|(?<=[{_HAN}] [0-9]\.)|(?<=[{_HAN}] [0-9]{{2}}\.)|(?<=[{_HAN}] [0-9]{{3}}\.)) (?=[0-9])"
    rf"|(?:(?<=[^0-9.][0-9])|(?<=[^0-9.][0-9]{{2}})|(?<=[^0-9.][0-9]{{3}})) (?=[0-9]{{3}} ?[{_HAN}])"
    r"|(?<=[0-9]) (?=[%％‰])|(?<=[^0-9](?:19|20)) (?=[0-9]{2} ?[年—-])|(?<=[^0-9](?:19|20)[0-9]) (?=[0-9] ?年)"
)
_SMALL = "[省市县区镇乡村的和与及年月日]"
_AROUND_SMALL = rf"(?<=[{_HAN}]{{2}}) (?={_SMALL} [{_HAN}])|(?<= {_SMALL}) (?=[{_HAN}]{{2}})"
_IDLE = re.compile(
    rf"(?=[ \u3000\u00a0*&\u200b\u200c\u200d\ufeff])(?:"  # told at once from all other characters
    rf"{_IN_NUMBER}|{_AROUND_SMALL}|"
    rf"(?<=[{_HAN}{_PUNCT}]){_BLANK}(?=[0-9A-Za-z{_PUNCT}])|(?<=[0-9A-Za-z%％{_PUNCT}]){_BLANK}(?=[{_HAN}{_PUNCT}])"
    rf"|(?:(?<=[^{_HAN}][{_HAN}])|(?<=^[{_HAN}]))[ \u3000\u00a0]{{1,4}}(?=[{_HAN}](?:[^{_HAN}]|$))"
    rf"|(?<=[{_HAN}{_PUNCT}]){PAGE_MARK}(?=[{_HAN}{_PUNCT}])"
    r"|\*\*|&(?:nbsp|e[mn]sp);|[\u200b\u200c\u200d\ufeff]+)",
    re.MULTILINE,
)


_DIGITS_APART = re.compile(
    rf"(?:(?<=[{_HAN}，。；、,;(（])|(?<=[{_HAN}，。；、,;] ))"
    rf"[0-9]{{1,4}}(?: [0-9]{{1,4}})+(?:\.[0-9]+)?(?= ?[{_HAN}%％])")
_PROSE = re.compile("[，。；,;]")
_STREWN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])|(?<=[0-9])(?<![^0-9](?:19|20)[0-9]{{2}}) (?=[0-9]{{1,3}}[^0-9年])")
_AFTER_BODY = re.compile(rf"(?<=[部委局厅办室院会府行署社处组司省市县区旗州盟长任记员]) (?=[{_HAN}])")
_SCANNED = 400  # characters of running text for one blank that a scanner strewed over it
_FEWEST = 5


class View(NamedTuple):
    text: str
    pieces: tuple[Piece, ...]


def assemble(raw: str, paragraphs: Sequence[Sequence[Span]]) -> View:
    """The view of the given paragraphs, each a sequence of raw ranges in order; radicals of PDF fonts read as the
    characters they stand for.

    >>> view = assemble("研\\n\\n发费\\n第 1条", [[Span(0, 1), Span(3, 5)], [Span(6, 10)]])
    >>> view.text, [tuple(piece) for piece in view.pieces]
    ('研发费\\n第1条', [(0, 0, 1), (1, 3, 2), (3, 5, 1), (4, 6, 1), (5, 8, 2)])
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    size, scanned = 0, _is_scanned(raw, paragraphs)
    for index, paragraph in enumerate(paragraphs):
        if index:
            pieces.append(_break(raw, size, paragraphs[index - 1][-1].end, paragraph[0].start))
            parts.append("\n")
            size += 1
        for start, end in _kept(raw, paragraph, scanned):
            pieces.append(Piece(size, start, end - start))
            parts.append(raw[start:end].translate(RADICALS))
            size += end - start
    return View("".join(parts), tuple(pieces))


def _break(raw: str, view: int, end: int, start: int) -> Piece:
    """The LF between two paragraphs, mapped to the raw LF (or blank) that separates them."""
    found = raw.find("\n", end, start)
    return Piece(view, found if found >= 0 else end, 1 if start > end else 0)


def _is_scanned(raw: str, paragraphs: Sequence[Sequence[Span]]) -> bool:
    """Whether blanks are strewn over the running text, inside its words, as a scanner leaves them."""
    prose = [span for paragraph in paragraphs for span in paragraph if _PROSE.search(raw, *span)]
    strewn = sum(1 for span in prose for _ in _strewn(raw, *span))
    return strewn >= max(_FEWEST, sum(end - start for start, end in prose) / _SCANNED)


def _strewn(raw: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The blanks that a scanner strewed over running text; one behind a body or an office may part two names."""
    if _PROSE.search(raw, start, end):
        yield from (blank.span() for blank in _STREWN.finditer(raw, start, end)
                    if not _AFTER_BODY.match(raw, blank.start()))


def _kept(raw: str, paragraph: Iterable[Span], scanned: bool) -> Iterable[tuple[int, int]]:
    for start, end in paragraph:
        position = start
        for first, last in sorted({*(blank.span() for blank in _IDLE.finditer(raw, start, end)),
                                   *_between_digits(raw, start, end),
                                   *(_strewn(raw, start, end) if scanned else ())}):
            if first > position:
                yield position, first
            position = max(position, last)
        if position < end:
            yield position, end


def _between_digits(raw: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The blanks in a number of running text that scanning took apart: 5 0 00亿元; 2023 100家 keeps its blank."""
    if not _PROSE.search(raw, start, end):
        return
    for number in _DIGITS_APART.finditer(raw, start, end):
        if any(len(digits.split(".")[0]) == 1 for digits in number[0].split(" ")):
            yield from ((i, i + 1) for i in range(*number.span()) if raw[i] == " ")
