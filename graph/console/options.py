"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from graph.listing import FORMS

__all__ = ["document_options", "file_argument", "filter_options", "form_options", "lang_option", "lexicon_option",
           "limit_option", "listing_options", "queries_option", "review_options", "store_option", "witness_option",
           "words_argument"]

MOST = 50  # rows printed where nothing else is asked for: what a reader looks through, and a lookup reads in a blink
Command = TypeVar("Command", bound=Callable[..., Any])


def store_option(command: Command) -> Command:
    return click.option("--store", "-s", metavar="库", help="库的目录或 SPARQL 端点网址，默认 $ZHENGTU_STORE 或 "
                        "./zhengtu-store (store directory or endpoint URL, by default "
                        "$ZHENGTU_STORE or ./zhengtu-store)")(command)


def file_argument(command: Command) -> Command:
    return click.argument("file", metavar="文件", type=click.Path())(command)


def words_argument(name: str, metavar: str, *, required: bool = True) -> Callable[[Command], Command]:
    """Words that belong together, quoted or not: ``find 未来产业 家电``."""
    return click.argument(name, metavar=metavar, nargs=-1, required=required,
                          callback=lambda _ctx, _param, words: " ".join(words))


def queries_option(command: Command) -> Command:
    return click.option("--queries", multiple=True, metavar="文件夹", envvar="ZHENGTU_QUERIES",
                        help="另加的查询文件夹 (folder of further queries)")(command)


def witness_option(command: Command) -> Command:
    return click.option("--witness", "witnesses", multiple=True, metavar="名称", envvar="ZHENGTU_WITNESS",
                        help="规则之外再听一方，如 llm；其说法只供核定 (a witness beside the rules, such as llm, "
                        "for review only)")(command)


def document_options(command: Command) -> Command:
    """Of which documents an answer is made, alike on all listings of statements."""
    for add in (
        click.option("--document", metavar="文号", help="只看一份文件 (one document)"),
        click.option("--area", metavar="地区", help="此地区的文件，写名称或区划代码 (place or GB/T 2260 code)"),
        click.option("--since", metavar="日期", help="此日期及以后的文件 (documents since)"),
    ):
        command = add(command)
    return command


def filter_options(command: Command) -> Command:
    """What of an answer to keep, alike on ``who`` and ``owns``."""
    for add in (
        document_options,
        click.option("--role", type=click.Choice(["lead", "joint", "support"]), help="只要这种角色 (one role)"),
        click.option("--stated", is_flag=True, help="只要原文明示的 (stated only)"),
    ):
        command = add(command)
    return command


def limit_option(command: Command) -> Command:
    return click.option("--limit", default=MOST, show_default=True, type=click.IntRange(0),
                        help="最多几条，0 为全部 (at most so many, 0 for all)")(command)


def review_options(command: Command) -> Command:
    """How decisions go out and come back."""
    for add in (
        click.option("--all", "decided", is_flag=True, help="连已决定的也列出 (also what is decided)"),
        click.option("--walk", is_flag=True, help="在终端逐项决定 (one by one at the terminal)"),
        click.option("--decide", nargs=2, multiple=True, metavar="标识 决定",
                     help="决定一项：接受、驳回、=名称、撤销；单位写 =名称 即并入 (decide one case: accepted, "
                     "rejected, =name, undo; for a body =name merges it)"),
        click.option("--take", metavar="文件", type=click.Path(), help="读入填好的文件 (take a filled-in file)"),
        click.option("--output", "-o", metavar="文件", type=click.Path(),
                     help="写成 csv 或 xlsx 供填写 (write as csv or xlsx, to be filled in)"),
    ):
        command = add(command)
    return command


def lexicon_option(command: Command) -> Command:
    """``--lexicon``: in force before the command runs, since stages compile their patterns once."""
    return click.option("--lexicon", metavar="文件夹", expose_value=False, callback=_use_lexicon,
                        help="叠加自己的词表 (lexicon folder laid over the packaged one)")(command)


def _use_lexicon(ctx: click.Context, _: click.Parameter, folder: str | None) -> None:
    if folder and not ctx.resilient_parsing:
        from graph.lexicon import use

        use(folder)
        ctx.call_on_close(lambda: use(None))


def listing_options(command: Command) -> Command:
    """``--store``, ``--format`` and ``--lang``, alike on every command that prints a table."""
    return store_option(form_options(command))


def form_options(command: Command) -> Command:
    """``--format`` and ``--lang`` where no store is asked."""
    return click.option("--format", "form", type=click.Choice(list(FORMS)), default="table",
                        help="输出格式 (output format)")(lang_option(command))


def lang_option(command: Command) -> Command:
    return click.option("--lang", type=click.Choice(["zh", "en"]), envvar="ZHENGTU_LANG", help="用语 (language)",
                        callback=lambda ctx, _, lang: lang or ctx.obj or "zh")(command)
