"""``lexicon``: whether the data files are well formed, and whether every row does what its examples say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from graph.console.telling import print_listing
from graph.errors import LexiconError
from graph.lexicon import PACKAGED, Lexicon, load, use
from graph.lexicon.checks import check_lexicon
from graph.lexicon.trials import Trial
from graph.listing import Cell, Column, Listing, Message, Note, Quote

__all__ = ["ACTIONS", "Meant", "checked", "meant", "run_lexicon", "tried"]

ACTIONS = ("check", "test")
_CHECK = (Column("file"), Column("message"), Column("hint"))
_TEST = (Column("file"), Column("row"), Column("example"), Column("wanted", "wanted"), Column("got"))


class Meant(NamedTuple):
    """A folder to lay over the packaged one ("" for none), and the one file to look at ("" for all)."""

    folder: str
    file: str


def run_lexicon(action: str, place: str, form: str, lang: str) -> bool:
    """Print what is wrong; whether nothing is.

    :raises LexiconError: if ``place`` is neither a folder, a file, nor the name of a packaged file
    """
    folder, file = meant(place)
    use(folder or None)
    try:
        listing = (checked if action == "check" else tried)(load(), file)
    finally:
        use(None)
    print_listing(listing, form, lang)
    return not listing.rows


def meant(place: str) -> Meant:
    """What of the lexicon a user means by a folder, a file of it, or a file's name.

    >>> meant("units.csv"), meant("")
    (Meant(folder='', file='units.csv'), Meant(folder='', file=''))
    """
    path = Path(place)
    if not place or path.is_dir():
        return Meant(place, "")
    if path.is_file() and path.suffix in (".csv", ".toml"):
        folder = path.resolve().parent
        return Meant("" if folder == PACKAGED.resolve() else str(folder), path.name)
    if place in load().names():
        return Meant("", place)
    raise LexiconError("没有这个词表文件或文件夹", where=place, hint="词表有 " + " ".join(load().names()))


def checked(lexicon: Lexicon, file: str = "") -> Listing:
    """What is wrong with the form of the files, each with file and line."""
    found = [error for error in check_lexicon(lexicon) if file in error.where]
    count = sum(not file or name == file for name in lexicon.names())
    return Listing(_CHECK, tuple((Message(error.where), Message(error.what), Message(error.hint)) for error in found),
                   Note("lexicon_checked", {"files": count, "wrong": len(found)}))


def tried(lexicon: Lexicon, file: str = "") -> Listing:
    """The examples that do not hold, each with file, line and what came out instead."""
    import graph.find
    import graph.find.numbers
    import graph.relate.indicators  # noqa: F401  # these stages say how the rows they read are tried
    from graph.lexicon.examples import test_lexicon as try_examples

    trials = try_examples(lexicon, *filter(None, (file,)))
    failed = [trial for trial in trials if not trial.passed]
    return Listing(_TEST, tuple(_row(lexicon, trial) for trial in failed),
                   Note("lexicon_tried", {"all": len(trials), "failed": len(failed)}))


def _row(lexicon: Lexicon, trial: Trial) -> tuple[Cell, ...]:
    return _place(lexicon.folders, trial), trial.row, Quote(trial.example), _wanted(trial), trial.got


def _wanted(trial: Trial) -> str:
    return "found" if trial.wanted else "not_found"


def _place(folders: Iterable[Path], trial: Trial) -> str:
    """File and line of an example: the last folder that has it is the one in force."""
    for folder in reversed(tuple(folders)):
        path = folder / trial.file
        lines = path.read_text("utf-8-sig").splitlines() if path.is_file() else []
        held = [number for number, line in enumerate(lines, 1) if trial.example in line]
        own = [number for number in held if trial.row in lines[number - 1]]
        if held:
            return f"{path}，第 {(own or held)[0]} 行"
    return trial.file
