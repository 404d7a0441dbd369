"""Lines in order, however many: sorted in runs that lie in temporary files until they are merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import IO

__all__ = ["in_order"]

RUN = 50_000  # lines that are held at once, some 25 MB


def in_order(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines, which end with a line end and hold no other, sorted and each once.

    >>> list(in_order([b"b\\n", b"a\\n", b"b\\n"]))
    [b'a\\n', b'b\\n']
    """
    with ExitStack() as files:
        rest = iter(lines)
        runs = []
        while run := sorted(islice(rest, RUN)):
            runs.append(_kept(run, files.enter_context(tempfile.TemporaryFile())))
        yield from (line for line, _ in groupby(heapq.merge(*runs)))


def _kept(lines: list[bytes], file: IO[bytes]) -> IO[bytes]:
    file.writelines(lines)
    file.seek(0)
    return file
