"""Where things lie in a store directory, and how readers and the one writer stay out of each other's way.

::

    FORMAT            "zhengtu-store 1"
    main/             the database the writer works on; opening it is the writer's lock
    snapshots/N/      what was published: ``db`` (hard links into main), names, facts and dates as files of one
                      ``EDITION``, and the same in ``decided`` where people decided something
    snapshots/N.use   shared lock of the readers of N; a snapshot in use is not swept
    versions/         older texts of a 文号, one N-Quads file each
    UNPUBLISHED       there while main holds something that no snapshot shows yet
    CURRENT           the number of the snapshot that readers open

A read-only open beside a writer is undefined in RocksDB (measured: 4 of 96 failed), so readers never touch ``main``.
"""

from __future__ import annotations

import contextlib
import os
from typing import IO

from graph.errors import StoreCorrupt, StoreError, StoreTooNew, reason
from graph.store.locks import hold, release_unused

__all__ = ["FORMAT", "Layout", "write_atomically"]

FORMAT = "zhengtu-store 1"
TRIES = 20


def write_atomically(path: str, data: bytes) -> None:
    """Write beside the target, flush to disk, then rename: a crash leaves the old file or the new one."""
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        with open(draft, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        if os.path.exists(draft):
            os.unlink(draft)


def _size(file: os.DirEntry[str]) -> int:
    """Nothing for a file that the database has just cleared away."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


class Layout:
    """The paths of one store directory."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.main = os.path.join(root, "main")
        self.snapshots = os.path.join(root, "snapshots")
        self.versions = os.path.join(root, "versions")
        self.current = os.path.join(root, "CURRENT")
        self.format = os.path.join(root, "FORMAT")
        self.unpublished = os.path.join(root, "UNPUBLISHED")

    def check(self) -> None:
        """Raise the StoreError that fits unless this is a store of a format we read."""
        if not os.path.isdir(self.root):
            raise StoreError("没有这个库", where=self.root, hint="先运行 zhengtu build，或用 --store 指明库的位置")
        written = self._read(self.format)
        if not written.startswith("zhengtu-store "):
            raise StoreCorrupt("这个文件夹不是政图库", where=self.root, hint="用 --store 指明库，或另选一个空文件夹")
        if written != FORMAT:
            raise StoreTooNew(f"库的格式是“{written}”，本程序只认“{FORMAT}”", where=self.root, hint="请升级 zhengtu")

    def create(self) -> None:
        """Make an empty directory a store; anything else is left alone."""
        if os.path.isdir(self.root) and not os.path.exists(self.format) and os.listdir(self.root):
            raise StoreCorrupt("文件夹不空，又不是政图库", where=self.root, hint="另选一个空文件夹")
        try:
            os.makedirs(self.snapshots, exist_ok=True)
            os.makedirs(self.versions, exist_ok=True)
            if not os.path.exists(self.format):
                write_atomically(self.format, FORMAT.encode())
        except OSError as error:
            raise StoreError(f"不能在这里建库：{reason(error)}", where=self.root, hint="换一个可写的位置") from error

    def clear(self) -> None:
        """Take away a store in which nothing was ever written; what stands beside it stays."""
        import shutil

        for path in (self.main, self.snapshots, self.versions):
            shutil.rmtree(path, ignore_errors=True)
        for path in (self.unpublished, self.format):
            if os.path.exists(path):
                os.unlink(path)
        with contextlib.suppress(OSError):  # a folder that holds something else
            os.rmdir(self.root)

    def size(self) -> int:
        """Bytes of the writer's database."""
        with os.scandir(self.main) as files:
            return sum(map(_size, files))

    def begin(self) -> bool:
        """Mark that something unpublished is coming; whether a crash had left that mark before."""
        left = os.path.exists(self.unpublished)
        write_atomically(self.unpublished, b"")
        return left

    def number(self) -> int:
        """The snapshot that readers open; 0 where nothing was published yet."""
        written = self._read(self.current)
        if written and not written.isdigit():
            raise StoreCorrupt("CURRENT 损坏", where=self.current, hint="重新运行 zhengtu build 即可修复")
        return int(written or 0)

    def snapshot(self, number: int) -> str:
        return os.path.join(self.snapshots, f"{number:08}")

    def publish(self, draft: str) -> int:
        """Make the finished ``draft`` directory the current snapshot."""
        number = max((int(n) for n in self._listed() if n.isdigit()), default=0) + 1
        os.rename(draft, self.snapshot(number))
        write_atomically(self.current, str(number).encode())
        if os.path.exists(self.unpublished):
            os.unlink(self.unpublished)
        self.sweep(number)
        return number

    def sweep(self, keep: int) -> None:
        """Remove what a crash left behind, and old snapshots that nobody reads."""
        import shutil  # readers do without it

        for name in self._listed():
            path = os.path.join(self.snapshots, name)
            if name.endswith(".draft") or (name.isdigit() and int(name) != keep and release_unused(path + ".use")):
                shutil.rmtree(path, ignore_errors=True)

    def acquire(self) -> tuple[str, IO[bytes] | None]:
        """The current snapshot and the lock that keeps it from being swept while it is open.

        A writer may publish between reading CURRENT and taking the lock; then the directory may be going: look again.
        """
        for _ in range(TRIES):
            number = self.number()
            path = self.snapshot(number)
            lock = hold(path + ".use") if number else None
            if os.path.isdir(path) and number == self.number():
                return path, lock
            if lock is not None:
                lock.close()
        raise StoreCorrupt("库里没有已发布的内容", where=self.root, hint="运行 zhengtu build")

    def _listed(self) -> list[str]:
        return sorted(os.listdir(self.snapshots)) if os.path.isdir(self.snapshots) else []

    @staticmethod
    def _read(path: str) -> str:
        try:
            with open(path, encoding="ascii", errors="replace") as file:
                return file.read().strip()
        except OSError:
            return ""

