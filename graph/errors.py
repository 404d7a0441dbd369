"""Everything that can go wrong for a user, as one tree.

::

    ZhengtuError
    ├── InputError        a file that cannot be read as a document
    ├── LexiconError      a data file with a bad row
    ├── StoreError        a store that cannot be opened or written
    │   ├── StoreLocked       another process writes
    │   ├── StoreCorrupt      not a store, or damaged
    │   ├── StoreTooNew       written by a newer version
    │   └── StoreTooOld       published by an older version
    ├── QueryError        SPARQL that does not parse, a missing parameter, a deadline passed
    └── NoMatch           a name that nothing answers to (exit 1, with near misses)
        └── Ambiguous         a name that several things answer to (exit 1, with the choices)

Each says what is wrong, where, and what to do.  Only the command line turns them into exit codes.
"""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹", errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹", errno.ENOSPC: "磁盘已满", errno.EROFS: "磁盘只读",
    errno.ELOOP: "链接绕成了圈", errno.ENAMETOOLONG: "名称太长",
}


def reason(error: Exception) -> str:
    """Why the system refused a file, in Chinese where the cause is a usual one.

    >>> reason(OSError(errno.EROFS, "Read-only file system")), reason(ValueError("x"))
    ('磁盘只读', 'x')
    """
    if isinstance(error, UnicodeDecodeError):
        return "不是 UTF-8 文本"
    return _REASONS.get(getattr(error, "errno", None) or 0) or getattr(error, "strerror", None) or str(error)


def brief(said: str, most: int = 40) -> str:
    """What somebody typed, short enough to be repeated in a message.

    >>> brief("科技局"), brief("长" * 100, 4)
    ('科技局', '长长长…')
    """
    return said if len(said) <= most else said[:most - 1] + "…"


class ZhengtuError(Exception):
    """``what`` went wrong, ``where`` (a path, a line), and ``hint``: what to do about it."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        place = f"{self.where}：" if self.where else ""
        advice = f"（{self.hint}）" if self.hint else ""
        return f"{place}{self.what}{advice}"


class InputError(ZhengtuError):
    """A file that cannot be read as a document."""


class LexiconError(ZhengtuError):
    """A data file with a row that does not fit its columns, or an example that fails."""


class StoreError(ZhengtuError):
    """A store that cannot be opened or written."""


class StoreLocked(StoreError):
    """Another process is writing to the store."""


class StoreCorrupt(StoreError):
    """The directory is no store, or a damaged one."""


class StoreTooNew(StoreError):
    """The store was written by a newer version of the program."""


class StoreTooOld(StoreError):
    """The store was published by an older version of the program, which writes other files beside the database."""


class QueryError(ZhengtuError):
    """A query that does not parse, lacks a parameter, or ran past its deadline."""


class NoMatch(ZhengtuError):
    """Nothing answers to the name; ``near`` holds the closest ones."""

    def __init__(self, what: str, *, near: tuple[str, ...] = (), hint: str = "") -> None:
        super().__init__(what, hint=hint)
        self.near = near


class Ambiguous(NoMatch):
    """Several things answer to ``name``; ``near`` describes them, ``ids`` are what to write instead, in that order."""

    def __init__(self, name: str, *, near: tuple[str, ...], ids: tuple[str, ...], hint: str = "") -> None:
        super().__init__(f"“{name}”可指 {len(ids)} 个", near=near, hint=hint)
        self.name, self.ids = name, ids
