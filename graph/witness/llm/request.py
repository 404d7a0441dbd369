"""The question: instructions and schema from ``data/prompts``, and one piece of one document."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from graph.model import Document, Span

__all__ = ["request"]


def request(document: Document, span: Span, model: str) -> dict[str, Any]:
    """The body of a chat completion over the view range ``span``; equal pieces give equal bodies.

    >>> from graph.read import read_text
    >>> body = request(read_text("慈溪很美。"), Span(0, 5), "m")
    >>> body["messages"][1]["content"].endswith("慈溪很美。"), body["response_format"]["type"]
    (True, 'json_schema')
    """
    return {
        "model": model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": _prompt("witness.md")},
            {"role": "user", "content": f"{_place(document, span)}原文：\n{document.text[span.start:span.end]}"},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "witness", "strict": True, "schema": json.loads(_prompt("witness.schema.json"))},
        },
    }


def _place(document: Document, span: Span) -> str:
    """The title and the headings above the piece: context that is not to be quoted."""
    above = [s.title for s in document.sections
             if s.kind == "heading" and s.title and s.span.start < span.start and span.start < s.span.end]
    lines = (f"公文标题：{document.header.title}" if document.header.title else "",
             f"所在章节：{' › '.join(above)}" if above else "")
    return "".join(f"{line}\n" for line in lines if line)


@cache
def _prompt(name: str) -> str:
    return (files("graph") / "data" / "prompts" / name).read_text(encoding="utf-8")
