"""What the program knows: names, forms and patterns, all of it data in ``data/lexicon``.

:func:`load` gives the :class:`Lexicon` in use.  A folder of an analyst's own is laid over the packaged one, for one
call with ``load(folder)`` or for the whole process with :func:`use` (the option ``--lexicon`` does that).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

from graph.errors import LexiconError
from graph.lexicon.agencies import Agency
from graph.lexicon.areas import Area
from graph.lexicon.book import Lexicon
from graph.lexicon.tables import values

__all__ = ["Agency", "Area", "Lexicon", "load", "remembered", "use", "values"]

P = ParamSpec("P")
T = TypeVar("T")

PACKAGED = Path(str(files("graph") / "data" / "lexicon"))
_in_use: list[Path] = []
_forget: list[Callable[[], None]] = []


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """A function that reads the lexicon in use, its answers kept until :func:`use` changes what that is."""
    kept = cache(function)
    _forget.append(kept.cache_clear)
    return cast(Callable[P, T], kept)


def load(folder: str | Path | None = None) -> Lexicon:
    """The lexicon in use, or the packaged one with ``folder`` laid over it.  Equal folders give the same object.

    :raises LexiconError: if the folder does not exist

    >>> load() is load()
    True
    """
    return _current() if folder is None else _load((PACKAGED, _checked(folder)))


def use(folder: str | Path | None) -> None:
    """From now on let :func:`load` lay ``folder`` over the packaged lexicon (``None``: no longer).

    Call it before the first document is read: stages compile their patterns once.
    """
    _in_use[:] = [] if folder is None else [_checked(folder)]
    for forget in _forget:
        forget()


@remembered
def _current() -> Lexicon:
    return _load((PACKAGED, *_in_use))


@cache
def _load(folders: tuple[Path, ...]) -> Lexicon:
    return Lexicon(folders)


def _checked(folder: str | Path) -> Path:
    path = Path(folder).resolve()
    if not path.is_dir():
        raise LexiconError("词表文件夹不存在", where=str(folder), hint="--lexicon 要指向放有 csv、toml 文件的文件夹")
    return path
