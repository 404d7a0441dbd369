"""Bytes → text, or one clear sentence why not.

Government texts arrive as UTF-8, as GB18030 from older office software, as UTF-16 from Windows' notepad,
and now and then as a PDF whose ending was changed.  GB18030 accepts almost any bytes, so it is asked last
and its answer must read like everyday Chinese.
"""

from __future__ import annotations

import codecs
import re

from graph.errors import InputError

__all__ = ["MAX_BYTES", "check_chinese", "check_size", "decode"]

MAX_BYTES = 10 * 1024 * 1024  # some three million characters; the longest plans have a tenth of that
_AS_TEXT = "请先另存为纯文本（.txt，UTF-8）再读入"
_MAGIC = (
    (b"%PDF", "PDF 文件", "请先用 pdftotext 等工具导出文字；扫描件须先做文字识别"),
    (b"PK\x03\x04", "Word/Excel（docx、xlsx）或压缩文件", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "旧版 Office（doc、xls）文件", _AS_TEXT),
    (b"{\\rtf", "RTF 文件", _AS_TEXT),
    (b"\x1f\x8b", "gzip 压缩文件", "请先解压"),
    (b"\x89PNG", "图片", "请先做文字识别"),
    (b"\xff\xd8\xff", "图片", "请先做文字识别"),
)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HAN = re.compile(r"[\u3400-\u9fff〇]+")
_FEW = 30  # Chinese characters that are too few to judge by
_FREQUENT = re.compile("[的一是在和有人为中国年等市政府发展工作]")


def decode(data: bytes, where: str = "") -> str:
    """The text of ``data`` with LF line ends and no byte-order mark.

    >>> decode("关于2025年工作的通知\\r\\n".encode("gb18030"))
    '关于2025年工作的通知\\n'

    Raises :class:`InputError` for what is empty, too large, binary, or in no encoding known here.
    """
    check_size(len(data), where)
    for magic, what, hint in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"这是{what}，不是文本", where=where, hint=hint)
    if not data.strip(b"\x00\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise InputError("文件是空的", where=where)
    return _text(data, where).replace("\r\n", "\n").replace("\r", "\n")


def check_size(size: int, where: str = "") -> None:
    """Raises :class:`InputError` for more than :data:`MAX_BYTES`, which is no document."""
    if size > MAX_BYTES:
        raise InputError(f"文件太大（{size >> 20} MB，上限 {MAX_BYTES >> 20} MB）", where=where, hint="请拆分后再读入")


def _text(data: bytes, where: str) -> str:
    encodings = [name for bom, name in _BOMS if data.startswith(bom)] or _guesses(data)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and (encoding != "gb18030" or _is_everyday(text)):
            return text
    raise InputError("无法识别文字编码，或不是文本文件", where=where, hint="请另存为 UTF-8 文本")


def _guesses(data: bytes) -> list[str]:
    """Encodings worth trying, best first; a NUL byte leaves UTF-16 alone, in the order that reads more like Chinese."""
    if b"\x00" in data:
        return sorted(("utf-16-le", "utf-16-be"), key=lambda name: -_likeness(data[:4000], name))
    return ["utf-8", "gb18030"]


def _is_everyday(text: str) -> bool:
    """Whether the commonest characters occur: one in twelve or more of a document, none of a misread Big5 text.

    >>> said = "本市擁有家電企業，實現營收同比增長；現就建議中的有關事項答覆如下。" * 2
    >>> _is_everyday(said), _is_everyday(said.encode("big5").decode("gb18030"))
    (True, False)
    """
    written = sum(map(len, _HAN.findall(text)))
    return written < _FEW or 50 * len(_FREQUENT.findall(text)) >= written


def _likeness(sample: bytes, encoding: str) -> int:
    return len(_FREQUENT.findall(sample.decode(encoding, "ignore")))


def check_chinese(text: str, where: str = "") -> None:
    """Raises :class:`InputError` unless at least a twentieth of the written characters are Chinese."""
    written = len("".join(text.split()))
    if not written:
        raise InputError("文件是空的", where=where)
    if sum(map(len, _HAN.findall(text))) * 20 < written:
        raise InputError("这不是中文文本", where=where, hint="政图只读中文公文；若显示为乱码，请另存为 UTF-8")
