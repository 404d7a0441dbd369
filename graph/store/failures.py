"""What the database says when it cannot be opened, as one of our own errors.

Only damage is called damage: nobody should delete a store for want of a permit or of room on the disk.
"""

from __future__ import annotations

from graph.errors import StoreCorrupt, StoreError, StoreLocked
from graph.store.sparql import first_line

__all__ = ["not_opened"]

_LOCKED = ("while lock file", "lock hold by", "no locks available")
_DAMAGE = ("corrupt", "no such file", "invalid")


def not_opened(error: Exception, where: str) -> StoreError:
    """The error that fits.

    >>> [not_opened(OSError(said), "s").hint for said in ("Corruption: bad block", "LOG: Permission denied")]
    ['删除后重新 build', '检查读写权限和磁盘空间']
    """
    said = first_line(error)
    lower = said.lower()
    if any(words in lower for words in _LOCKED):
        return StoreLocked("另一个进程正在写这个库", where=where, hint="等它结束后再试")
    if any(words in lower for words in _DAMAGE):
        return StoreCorrupt(f"库已损坏：{said}", where=where, hint="删除后重新 build")
    return StoreError(f"打不开库：{said}", where=where, hint="检查读写权限和磁盘空间")
