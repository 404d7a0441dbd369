"""From bytes to a :class:`~graph.model.Document`: decode, strip furniture, mend seams, read header and outline.

:func:`read_text` is the table of contents of this stage.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from graph.errors import InputError, reason
from graph.model import Document, Span
from graph.read.decode import check_chinese, check_size, decode
from graph.read.folding import fold
from graph.read.furniture import strip_furniture
from graph.read.header import read_header
from graph.read.lines import split_lines
from graph.read.oneline import split_long_lines
from graph.read.outline import read_outline
from graph.read.pageline import cut_furniture
from graph.read.seams import mend
from graph.read.sentences import split_sentences
from graph.read.view import assemble

__all__ = ["fold", "read_bytes", "read_file", "read_text"]


def read_text(text: str, name: str = "text") -> Document:
    """The document that a text is; offsets of its evidence count in ``text`` with LF line ends.

    >>> document = read_text("某市财政局文件\\n关于拨付资金的通知\\n各镇：\\n一、拨付范围\\n按规定拨付。\\n")
    >>> document.header.genre, [section.number for section in document.sections]
    ('notice', ['1', '1.p1'])

    Raises :class:`~graph.errors.InputError` for a text that is empty or not Chinese.
    """
    raw = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    check_chinese(raw, name)
    folded = fold(raw)
    frame = strip_furniture(cut_furniture(split_lines(raw, folded)))
    mended = mend(split_long_lines(frame.lines), folded)
    view = assemble(raw, mended.paragraphs)
    repairs = tuple(sorted([*frame.repairs, *mended.repairs], key=lambda repair: (repair.start, repair.end)))
    draft = Document(name, raw, view.text, fold(view.text), view.pieces, repairs=repairs,
                     sha256=hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest())
    header, page = read_header(draft, frame)
    body = Span(page.spans[page.head].start, page.spans[page.tail - 1].end) if page.head < page.tail else Span(0, 0)
    sentences = split_sentences(draft.folded, body)
    return replace(draft, header=header, body=body, sections=read_outline(page), sentences=sentences)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in a file's bytes, in whatever encoding; raises :class:`~graph.errors.InputError`."""
    return read_text(decode(data, name), name)


def read_file(path: str | Path) -> Document:
    """The document in a file, named after it; raises :class:`~graph.errors.InputError` naming the path."""
    path = Path(path)
    if path.is_dir():
        raise InputError("这是文件夹，不是文件", where=str(path), hint="请给出其中的文件，或用 build 读整个文件夹")
    try:
        check_size(path.stat().st_size, str(path))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("没有这个文件", where=str(path)) from error
    except OSError as error:
        raise InputError(f"无法读取：{reason(error)}", where=str(path)) from error
    return replace(read_text(decode(data, str(path)), str(path)), name=path.stem)
