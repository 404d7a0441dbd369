"""The whole pipeline.  Read this first: every stage of the package appears once, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Quad

from graph.errors import InputError, ZhengtuError
from graph.find import find
from graph.lexicon import load
from graph.link import link
from graph.model import Document, Statements
from graph.rdf import run_quads, to_quads
from graph.read import read_file
from graph.relate import relate
from graph.store import write_store

__all__ = ["Built", "build", "documents_in", "extract", "extract_file"]

PACKAGED = Path(__file__).parent / "data" / "documents"


def extract(document: Document) -> Statements:
    """Everything the document states, and what rules conclude from it."""
    found = find(document)
    linked = link(document, found.mentions)
    return relate(document, linked, found.duties)


def extract_file(path: str | Path) -> Statements:
    return extract(read_file(path))


class Built(NamedTuple):
    """What became of one file: its statements, or the error; ``older`` is the hash of the text it replaced."""

    path: Path
    statements: Statements | None = None
    older: str = ""
    error: ZhengtuError | None = None


def build(
    paths: Iterable[str | Path] = (), store: str | None = None, done: Callable[[Built], None] = lambda built: None,
) -> list[Built]:
    """Read, extract and write every document; what fails is reported and the others are still built.

    :param paths: files, or folders whose ``.txt`` and ``.md`` files are meant; none means the packaged documents
    :param done: told of each document as it is finished
    :raises StoreError: if the store cannot be written
    """
    results = []
    with write_store(store) as writer:
        for path in documents_in(paths):
            built = _built(path)
            if built.statements:
                older = writer.replace(built.statements.key, to_quads(built.statements), _runs(built), _hash(built))
                built = built._replace(older=older)
            results.append(built)
            done(built)
    return results


def documents_in(paths: Iterable[str | Path]) -> list[Path]:
    """The files meant, in order, each once.

    >>> [path.name for path in documents_in([])]
    ['cixi-2025-1.txt']
    """
    return list(dict.fromkeys(file for path in list(paths) or [PACKAGED] for file in _files(Path(path))))


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in (".txt", ".md"))
    else:
        yield path


def _built(path: Path) -> Built:
    """The statements of one file.  A document that breaks a stage must not take the others with it."""
    try:
        return Built(path, extract_file(path))
    except ZhengtuError as error:
        return Built(path, error=error)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        said = f"程序未能处理（{type(error).__name__}：{error}）"
        return Built(path, error=InputError(said, where=str(path), hint="请附上文件报告此问题"))


def _hash(built: Built) -> str:
    return built.statements.document.sha256 if built.statements else ""


def _runs(built: Built) -> Iterator[Quad]:
    from graph import __version__

    if built.statements:
        yield from run_quads(built.statements.key, version=__version__, lexicon_hash=load().hash,
                             when=datetime.now(UTC), source=built.path.name, text_hash=_hash(built))
