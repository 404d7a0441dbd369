"""An index to a file of lines: where the lines of a key stand.

It is an array of 64-bit numbers, mapped into memory: the size of the file of lines, then in order, for ``bisect``, the
hash of each key with the offset of a line that goes by it.  That takes 1 µs a key where halving the file of lines
itself takes 25.  Two keys may share a hash, so whoever asks looks at the line.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from zlib import crc32

__all__ = ["Pointers", "mapped", "write_pointers"]

_OFFSET = 40  # bits: files of up to a terabyte; the rest is hash
_MASK = (1 << _OFFSET) - 1
_SIZE = 8


def write_pointers(path: str, pairs: Iterable[tuple[bytes, int]], size: int) -> None:
    """Keys and the offsets of the lines that go by them, in any order; ``size`` is that of the file of lines."""
    from array import array  # readers do without it

    with open(path, "wb") as file:
        array("Q", (size, *sorted({_hash(key) | offset for key, offset in pairs}))).tofile(file)


def _hash(key: bytes) -> int:
    return (crc32(key) >> (_OFFSET - 32)) << _OFFSET


def mapped(path: str) -> mmap.mmap | bytes:
    """The bytes of a file, not yet read."""
    with open(path, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if file.seek(0, 2) else b""


class Pointers:
    """An index opened for reading."""

    def __init__(self, path: str) -> None:
        data = memoryview(mapped(path))
        self._numbers = data[:len(data) - len(data) % _SIZE].cast("Q")
        self.size = self._numbers[0] if self._numbers else 0

    def offsets(self, key: bytes) -> Iterator[int]:
        """Where lines may stand that go by ``key``."""
        numbers, begin = self._numbers, _hash(key)
        at, end = bisect_left(numbers, begin, lo=1), begin | _MASK
        while at < len(numbers) and numbers[at] <= end:
            yield numbers[at] & _MASK
            at += 1
