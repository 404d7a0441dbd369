"""Dates as people type them."""

from __future__ import annotations

import re

from graph.errors import QueryError

__all__ = ["iso"]

_MONTH, _DAY = "(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
_WRITTEN = rf"(\d{{4}})(?:[年/.-]{_MONTH}(?:[月/.-]{_DAY}日?|月)?|年)?(?:底|末|前|底前)?"  # compiled when needed


def iso(written: str) -> str:
    """A year, month or day in ISO form; "" stays "".

    >>> iso("2027"), iso("2027年底"), iso("2024年5月"), iso("2024/5/1"), iso("2024-05")
    ('2027', '2027', '2024-05', '2024-05-01', '2024-05')

    :raises QueryError: for anything else
    """
    if not written:
        return ""
    match = re.fullmatch(_WRITTEN, written.strip())
    if not match:
        raise QueryError(f"“{written}”不是日期", hint="写 2027、2027-06 或 2027-06-30")
    return "-".join(part.zfill(2) for part in match.groups() if part)
