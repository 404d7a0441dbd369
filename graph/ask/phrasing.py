"""How the header of a saved query writes the questions it answers: one line stands for many wordings."""

from __future__ import annotations

import re

from graph.errors import QueryError

__all__ = ["pattern_of", "plainly"]

#: Escaped mark of a phrasing → what it means in a pattern.
_MARKS = ((r"\\\{(\w+)\\\}", r"(?P<\1>.+?)"), (r"\\\[", "(?:"), (r"\\\]", ")?"), (r"\\\(", "(?:"), (r"\\\)", ")"),
          (r"\\\|", "|"))


def pattern_of(phrasing: str) -> re.Pattern[str]:
    """A phrasing as a pattern: ``{x}`` a parameter, ``(甲|乙)`` either word, ``[甲|乙]`` either or none.

    >>> pattern_of("谁[来](管|负责){what}").fullmatch("谁来负责养老服务")["what"]
    '养老服务'

    :raises QueryError: for brackets that do not match
    """
    pattern = re.escape(phrasing)
    for written, meant in _MARKS:
        pattern = re.sub(written, meant, pattern)
    try:
        return re.compile(pattern)
    except re.error as error:
        raise QueryError(f"问法“{phrasing}”写法有误", hint="{参数}、(甲|乙)、[可省]，括号要成对") from error


def plainly(phrasing: str) -> str:
    """One question that the phrasing stands for: the first of the choices, nothing that may be left out.

    >>> plainly("谁[来](管|负责){what}")
    '谁管{what}'
    """
    return re.sub(r"\(([^|)]*)[^)]*\)", r"\1", re.sub(r"\[[^]]*\]", "", phrasing))
