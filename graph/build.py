"""The whole pipeline.  Read this first: every stage of the package appears once, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Quad

from graph.errors import InputError, ZhengtuError
from graph.find import Witness, find
from graph.lexicon import load
from graph.link import link
from graph.model import Document, Statements
from graph.rdf import run_quads, to_lines
from graph.read import read_file
from graph.relate import relate
from graph.store import write_store
from graph.witness import review

if TYPE_CHECKING:
    from graph.store.remote import EndpointWriter
    from graph.store.writer import Writer

__all__ = ["Built", "build", "documents_in", "extract", "extract_file"]

PACKAGED = Path(__file__).parent / "data" / "documents"


def extract(document: Document, witnesses: Sequence[Witness] = ()) -> Statements:
    """Everything the document states, and what rules conclude from it; what only ``witnesses`` say is left open."""
    found = find(document, witnesses=witnesses)
    linked = link(document, found.mentions)
    return review(relate(document, linked, found.duties), witnesses)


def extract_file(path: str | Path, witnesses: Sequence[Witness] = ()) -> Statements:
    return extract(read_file(path), witnesses)


class Built(NamedTuple):
    """What became of one file: its key, title and counts, or the error.

    ``older`` is the hash of another text of the same document that this one replaced.
    """

    path: Path
    key: str = ""
    title: str = ""
    measures: int = 0
    duties: int = 0
    numbers: int = 0
    entities: int = 0
    open: int = 0
    older: str = ""
    error: ZhengtuError | None = None


def build(
    paths: Iterable[str | Path] = (), store: str | None = None, done: Callable[[Built], None] = lambda built: None,
    witnesses: Sequence[Witness] = (),
) -> list[Built]:
    """Read, extract and write every document; what fails is reported and the others are still built.

    :param paths: files, or folders whose ``.txt`` and ``.md`` files are meant; none means the packaged documents
    :param done: told of each document as it is finished
    :param witnesses: heard beside the rules; see :func:`graph.witness.registry.witnesses_named`
    :raises StoreError: if the store cannot be written
    """
    results = []
    with write_store(store) as writer:
        for path in documents_in(paths):
            built = _build_one(path, writer, witnesses)
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


def _build_one(path: Path, writer: Writer | EndpointWriter, witnesses: Sequence[Witness]) -> Built:
    """A document that breaks a stage must not take the others with it; a store that fails must stop the build."""
    try:
        statements = extract_file(path, witnesses)
    except ZhengtuError as error:
        return Built(path, error=error)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        said = f"程序未能处理（{type(error).__name__}：{error}）"
        return Built(path, error=InputError(said, where=str(path), hint="请附上文件报告此问题"))
    sha256 = statements.document.sha256
    older = writer.replace(statements.key, to_lines(statements), _runs(statements, path), sha256)
    return _counted(path, statements)._replace(older=older)


def _counted(path: Path, statements: Statements) -> Built:
    document = statements.document
    return Built(path, statements.key, document.header.title or document.name, len(statements.measures),
                 len(statements.responsibilities), len(statements.indicators), len(statements.entities),
                 len(statements.open))


def _runs(statements: Statements, path: Path) -> Iterator[Quad]:
    from graph import __version__

    return run_quads(statements.key, version=__version__, lexicon_hash=load().hash, when=datetime.now(UTC),
                     source=path.name, text_hash=statements.document.sha256)
