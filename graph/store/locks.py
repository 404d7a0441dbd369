"""Shared and exclusive locks on files, so that a snapshot somebody reads is not swept.

The kernel drops a lock when its process ends, however it ends, so a crashed reader never blocks a writer.
"""

from __future__ import annotations

import os
from typing import IO

__all__ = ["hold", "release_unused"]


def hold(path: str) -> IO[bytes] | None:
    """A shared lock that lasts while the file is open; none on a read-only disk, where nobody sweeps either."""
    try:
        lock = open(path, "ab")  # noqa: SIM115 - the lock lives as long as its reader
    except OSError:
        return None
    _flock(lock, exclusive=False)
    return lock


def release_unused(path: str) -> bool:
    """Whether nobody holds the lock; its file is then removed."""
    try:
        with open(path, "ab") as lock:
            if _flock(lock, exclusive=True):
                os.unlink(path)
                return True
    except OSError:
        pass
    return False


def _flock(lock: IO[bytes], *, exclusive: bool) -> bool:
    """Take the lock; a system without flock (Windows) keeps every snapshot instead of risking one."""
    try:
        import fcntl
    except ImportError:
        return not exclusive
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB if exclusive else fcntl.LOCK_SH)
    except OSError:
        return False
    return True
