"""The language model's settings, from the environment: a key has no place on a command line or in a file of ours.

``ZHENGTU_LLM_URL`` (``http://127.0.0.1:8000/v1``) and ``ZHENGTU_LLM_MODEL`` are needed; ``ZHENGTU_LLM_KEY`` where the
server asks for one; ``ZHENGTU_LLM_TIMEOUT`` in seconds; ``ZHENGTU_LLM_CACHE`` is a folder in which answers are kept.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import ZhengtuError
from graph.witness.llm import LanguageModel
from graph.witness.llm.endpoint import Endpoint
from graph.witness.llm.memory import Memory

__all__ = ["language_model"]

_URL, _MODEL, _KEY = "ZHENGTU_LLM_URL", "ZHENGTU_LLM_MODEL", "ZHENGTU_LLM_KEY"
_TIMEOUT, _CACHE = "ZHENGTU_LLM_TIMEOUT", "ZHENGTU_LLM_CACHE"


def language_model(environ: Mapping[str, str] = os.environ) -> LanguageModel:
    """The witness ``llm`` as the environment describes it; nothing is asked yet.

    :raises ZhengtuError: if a setting is missing or makes no sense

    >>> language_model({"ZHENGTU_LLM_URL": "http://127.0.0.1:8000/v1", "ZHENGTU_LLM_MODEL": "m"}).endpoint.place
    'http://127.0.0.1:8000/v1'
    """
    missing = [name for name in (_URL, _MODEL) if not environ.get(name, "").strip()]
    if missing:
        hint = f"例如 export {_URL}=http://127.0.0.1:8000/v1 {_MODEL}=模型名；不用语言模型就去掉 --witness llm"
        raise ZhengtuError(f"语言模型没有设置：缺 {'、'.join(missing)}", where="--witness llm", hint=hint)
    endpoint = Endpoint(_url(environ[_URL].strip()), _key(environ.get(_KEY, "").strip()), _seconds(environ))
    cache = environ.get(_CACHE, "").strip()
    return LanguageModel(endpoint, environ[_MODEL].strip(), Memory(Path(cache) if cache else None))


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and parts.hostname and text.isascii() and " " not in text
        good = good and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    if not good:
        raise ZhengtuError("语言模型的地址不是网址", where=_URL, hint="以 http:// 或 https:// 开头，到 /v1 为止")
    return text


def _key(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        raise ZhengtuError("密钥里有不能发送的字符", where=_KEY, hint="重新复制密钥，去掉换行和全角字符")
    return text


def _seconds(environ: Mapping[str, str]) -> float:
    try:
        seconds = float(environ.get(_TIMEOUT, "").strip() or 60)
    except ValueError:
        seconds = 0.0
    if not (isfinite(seconds) and seconds > 0):
        raise ZhengtuError("超时应是大于零的秒数", where=_TIMEOUT, hint="例如 60")
    return seconds
