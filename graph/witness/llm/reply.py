"""What a server answers → items that may be looked up in the text; nothing of it is trusted."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from graph.errors import ZhengtuError

__all__ = ["PARTS", "Item", "Misunderstood", "Reply", "Truncated", "content_of", "read_reply"]

PARTS = ("names", "duties", "measures", "numbers")
_KINDS = {
    "names": ("type", frozenset({"agency", "enterprise", "institute", "association", "platform", "programme", "policy",
                                 "project", "place", "person"})),
    "duties": ("role", frozenset({"lead", "joint", "support"})),
}


class Misunderstood(ZhengtuError):
    """An answer that is not in the form that was asked for."""


class Truncated(Misunderstood):
    """An answer that the model could not finish."""


class Item(NamedTuple):
    """A quote with the place claimed for it; ``kind`` is a type or role, ``holder`` who bears a duty."""

    part: str
    quote: str
    start: int | None
    kind: str = ""
    holder: str = ""


class Reply(NamedTuple):
    """The items in the order of the answer; ``bad`` counts those that were not in the form asked for."""

    items: tuple[Item, ...]
    bad: int = 0


def content_of(answer: str) -> str:
    """The model's own words in a chat completion.

    :raises Truncated: if the server says that they were cut off
    :raises Misunderstood: if there are none
    """
    try:
        choice = json.loads(answer)["choices"][0]
        content, reason = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Misunderstood("端点的答复不是 chat completions 的形式") from error
    if reason == "length":
        raise Truncated("答复在中途截断")
    if not isinstance(content, str):
        raise Misunderstood("模型没有作答")
    return content


def read_reply(content: str) -> Reply:
    """The items of an answer; those with a wrong field are counted and left out.

    >>> read_reply('{"names": [{"type": "place", "quote": "慈溪", "start": 3}, {"type": "planet"}]}')
    Reply(items=(Item(part='names', quote='慈溪', start=3, kind='place', holder=''),), bad=1)

    :raises Misunderstood: if it is not JSON, or has none of the lists asked for
    """
    try:
        said = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Misunderstood("答复不是 JSON") from error
    if not isinstance(said, dict) or not any(isinstance(said.get(part), list) for part in PARTS):
        raise Misunderstood("答复不合约定的结构")
    listed = [(part, item) for part in PARTS if isinstance(said.get(part), list) for item in said[part]]
    items = [_item(part, item) for part, item in listed]
    good = tuple(item for item in items if item)
    return Reply(good, len(items) - len(good))


def _item(part: str, said: Any) -> Item | None:
    key, allowed = _KINDS.get(part, ("", frozenset({""})))
    if not isinstance(said, dict) or not isinstance(said.get("quote"), str):
        return None
    kind, holder, start = said.get(key, ""), said.get("holder", ""), said.get("start")
    whole = isinstance(start, int) and not isinstance(start, bool)
    if not isinstance(kind, str) or kind not in allowed or not isinstance(holder, str):
        return None
    return Item(part, said["quote"], start if whole else None, kind, holder)
