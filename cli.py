"""zhengtu on the command line: options in, one library call, print."""

from __future__ import annotations

import json

import click


@click.group()
def main() -> None:
    """政图：把公文变成可查询、可核对的知识图谱。"""


@main.command()
@click.argument("file")
@click.option("--format", "form", default="json")
def extract(file: str, form: str) -> None:
    """一份公文的抽取结果 (one document's answer)."""
    from graph.answer import to_answer
    from graph.build import extract_file

    click.echo(json.dumps(to_answer(extract_file(file)), ensure_ascii=False, indent=1))
