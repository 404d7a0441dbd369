"""Texts in which even the blanks between paragraphs are lost: 工作总结一、完成情况(一)夯实基础。…二、存在问题.

What is left to tell the parts is the series of their numbers: 一、 二、 三、 in order and far enough apart, (一) (二)
below each of them; or 第一条 第二条 and the chapters that hold them.  A line is cut there if a number follows a word
without any mark between.  Without numbers, a title is told from its text by the words with which texts open
(…工作总结2023年，我局…).
"""

from __future__ import annotations

import re

from graph.read.knowledge import pattern
from graph.read.lines import Line
from graph.read.numerals import ordinal

__all__ = ["split_articles", "split_run_on"]

_TOP = re.compile(r"(?<![第之其期周统专单\d、])([一二三四五六七八九十]{1,3})、(?=[\u4e00-\u9fff“《]{2})")
_BELOW = re.compile(r"(?<![第、,])\(([一二三四五六七八九十]{1,3})\)(?=[\u4e00-\u9fff“《]{2})")
_CHAPTER = re.compile(r"第([一二三四五六七八九十]{1,3})章(?![程的规])")
_ARTICLE = re.compile(r"第([一二三四五六七八九十百]{1,5})条(?![第款例规至、和或的])")
_OPENS = re.compile(r"[。;；!？)）]\s*$|第[一二三四五六七八九十]{1,3}章[\s\u4e00-\u9fff]{2,14}$")
_HEAD = 20  # letters of the heading of a chapter
_APART = 12  # letters between two numbers of a series
_FUSED = re.compile(r"[\u4e00-\u9fff]$")


def split_run_on(line: Line) -> list[Line]:
    """The line, or its parts where words and the numbers of a series are run together.

    >>> text = "某局工作总结一、工作完成情况(一)夯实基础。严格落实三级审核。二、下一步打算(一)加强培训。组织业务培训。"
    >>> [part.text[:6] for part in split_run_on(Line(0, len(text), text))]
    ['某局工作总结', '一、工作完成', '(一)夯实基', '二、下一步打', '(一)加强培']
    """
    tops = _series(_TOP, line.text, 0, len(line.text))
    if len(tops) < 2:
        title = pattern("header", "run_on_title").match(line.text)
        return _cut(line, [0, title.end("title")]) if title else [line]
    ends = [*tops[1:], len(line.text)]
    below: list[int] = []
    reached = 0
    for top, end in zip(tops, ends, strict=True):
        found = _series(_BELOW, line.text, top, end)
        onward = [] if found or not reached else _series(_BELOW, line.text, top, end, reached + 1)
        reached = reached + len(onward) if onward else len(found) or reached
        below += found or onward  # anew below each heading, or on through all of them
    cuts = sorted({0, *tops, *below})
    if not any(_FUSED.search(line.text, 0, cut) for cut in cuts if cut):
        return [line]
    return _cut(line, cuts)


def split_articles(line: Line) -> list[Line]:
    """The line, or its articles and chapters where one of them is run together with what is before it.

    >>> text = "某市停车办法第一章总则第一条为规范停车秩序，制定本办法。第二条市城市管理局负责停车管理工作。"
    >>> [part.text[:6] for part in split_articles(Line(0, len(text), text))]
    ['某市停车办法', '第一章总则', '第一条为规范', '第二条市城市']
    """
    articles = _rising(_ARTICLE, line.text, len(line.text))
    if len(articles) < 2:
        return [line]
    cuts = sorted({*articles, *_rising(_CHAPTER, line.text, articles[-1])} - {0})
    return _cut(line, [0, *cuts]) if any(_FUSED.search(line.text, 0, cut) for cut in cuts) else [line]


def _cut(line: Line, cuts: list[int]) -> list[Line]:
    spans = zip(cuts, [*cuts[1:], len(line.text)], strict=True)
    return [Line(line.start + start, line.start + end, line.text[start:end], whole=True) for start, end in spans]


def _rising(number: re.Pattern[str], text: str, end: int) -> list[int]:
    """Where the articles or chapters of an excerpt stand: each the next after the last, or a later one that a sentence
    or the heading of a chapter ends before."""
    found: list[int] = []
    last = 0
    for hit in number.finditer(text, 0, end):
        at = ordinal(hit[1])
        later = found and at > last and _OPENS.search(text, max(0, hit.start() - _HEAD), hit.start())
        if (at == last + 1 or later) and (not found or hit.start() - found[-1] >= _APART):
            found.append(hit.start())
            last = at
    return found


def _series(number: re.Pattern[str], text: str, start: int, end: int, first: int = 1) -> list[int]:
    """Where the numbers of one series stand, from ``first`` on, each the next after the last."""
    found: list[int] = []
    for hit in number.finditer(text, start, end):
        follows = ordinal(hit[1]) == len(found) + first
        if follows and (not found or hit.start() - found[-1] >= _APART):
            found.append(hit.start())
    return found
