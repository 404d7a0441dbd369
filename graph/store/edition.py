"""Which edition of the files beside the database a snapshot holds.

Names, facts and dates are read as they are, so a store that another version of the program published is told apart
from a damaged one.  Whoever changes what these files hold raises the number.
"""

from __future__ import annotations

import os

from graph.errors import StoreTooNew, StoreTooOld

__all__ = ["check_edition", "is_of_this_edition", "mark_edition"]

EDITION = 6
_FILE = "EDITION"


def mark_edition(folder: str) -> None:
    with open(os.path.join(folder, _FILE), "w", encoding="ascii") as file:
        file.write(str(EDITION))


def is_of_this_edition(folder: str) -> bool:
    return _edition(folder) == EDITION


def check_edition(folder: str, root: str) -> None:
    """
    :raises StoreTooOld: if an older version of the program published this snapshot
    :raises StoreTooNew: if a newer one did
    """
    edition = _edition(folder)
    if edition < EDITION:
        raise StoreTooOld("这个库是旧版政图写的，没有损坏，但本版要重新入库才能读", where=root,
                          hint=f"zhengtu build 公文文件夹 --store {root}；作过的决定会保留")
    if edition > EDITION:
        raise StoreTooNew("这个库是新版政图写的", where=root, hint="请升级 zhengtu")


def _edition(folder: str) -> int:
    """0 for a snapshot from before editions were marked."""
    try:
        with open(os.path.join(folder, _FILE), encoding="ascii", errors="replace") as file:
            written = file.read().strip()
    except FileNotFoundError:
        return 0
    return int(written) if written.isdecimal() else 0
