"""What every command shares: options, printing, and errors as one line.

Data goes to stdout, everything else to stderr.  Exit codes: 0 done, 1 something failed or nothing matched, 2 wrong
usage.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from graph.errors import Ambiguous, ZhengtuError, reason
from graph.helping import BilingualGroup
from graph.listing import FORMS, Listing, render
from graph.misuse import Misuse
from graph.words import sentence

__all__ = ["Commands", "document_options", "file_argument", "filter_options", "form_options", "lang_option",
           "lexicon_option", "limit_option", "listing_options", "note", "print_answer", "print_listing",
           "queries_option", "review_options", "said", "store_option", "told", "witness_option", "words_argument"]

MOST = 50  # rows printed where nothing else is asked for: what a reader looks through, and a lookup reads in a blink
YOUNG = 50_000  # new objects between two collections; Python's own 700 is meant for programs that run for long
Command = TypeVar("Command", bound=Callable[..., Any])


class Failure(click.ClickException):
    """An error of the program's own tree as one line, with the nearest names below."""

    def __init__(self, error: ZhengtuError, lang: str) -> None:
        super().__init__(told(error, lang))
        self.near = [said(each, lang) for each in getattr(error, "near", ())]
        self.choices, self.lang = isinstance(error, Ambiguous), lang

    def show(self, file: Any = None) -> None:
        click.echo(sentence("error", self.lang).format(what=self.message), err=True)
        if self.choices:
            click.echo("\n".join(f"　{choice}" for choice in self.near), err=True)
        elif self.near:
            click.echo(sentence("near", self.lang).format(names="；".join(self.near)), err=True)


class Commands(BilingualGroup):
    """The group of all commands; no exception leaves it as a traceback unless ``ZHENGTU_DEBUG`` is set."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        gc.set_threshold(YOUNG)  # collecting while modules load takes a tenth of a lookup
        for stream in (sys.stdout, sys.stderr):
            _speak_chinese(stream)
        words = kwargs.get("args") or (args[0] if args else None)
        if sys.stdout is None:
            closed = ZhengtuError("标准输出已关闭", hint="去掉 >&- 再试")
            Failure(closed, _language(sys.argv[1:] if words is None else words)).show()
            raise SystemExit(1)
        return super().main(*args, obj=_language(sys.argv[1:] if words is None else words), **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ZhengtuError as error:
            raise Failure(error, ctx.obj) from error
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise error if isinstance(error, Misuse) else Misuse(error) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("ZHENGTU_DEBUG"):
                raise
            if isinstance(error, OSError) and error.errno:
                refused = ZhengtuError(f"读写失败：{reason(error)}", where=str(error.filename or ""))
                raise Failure(refused, ctx.obj) from error
            raise Failure(ZhengtuError(f"程序出错（{type(error).__name__}：{error}）",
                                       hint="设 ZHENGTU_DEBUG=1 再试可看详情"), ctx.obj) from error


def _speak_chinese(stream: Any) -> None:
    """A stream whose encoding has no Chinese gets UTF-8; one that lacks a rare character shows its code instead."""
    if not hasattr(stream, "reconfigure"):
        return
    try:
        "政图".encode(stream.encoding)
    except UnicodeEncodeError:
        stream.reconfigure(encoding="utf-8")
    stream.reconfigure(errors="backslashreplace")


def _language(words: Sequence[str]) -> str:
    """The language asked for, known before the words are parsed: what is wrong with them is said in it."""
    asked = [word.partition("=")[2] or following for word, following in zip(words, [*words[1:], ""], strict=False)
             if word.partition("=")[0] == "--lang"]
    return "en" if (asked[-1] if asked else os.environ.get("ZHENGTU_LANG")) == "en" else "zh"


def said(text: str, lang: str) -> str:
    """A sentence of the program in the language of the reader."""
    if lang != "en":
        return text
    from graph.english import english

    return english(text)


def told(error: ZhengtuError, lang: str) -> str:
    """An error as one line: where, what, and what to do."""
    if lang != "en":
        return str(error)
    from graph.english import english_error

    return english_error(error)


def note(text: str) -> None:
    """A line for people, on stderr, in the language of the command that runs."""
    context = click.get_current_context(silent=True)
    click.echo(said(text, context.obj if context else "zh"), err=True)


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


Ask = Callable[..., Listing]


def print_answer(ask: Ask, words: tuple[object, ...], store: str | None, form: str, lang: str) -> None:
    """Open the store, put the question, print the reply."""
    from graph.store import open_store

    with open_store(store) as view:
        while True:
            try:
                return print_listing(ask(view, *words), form, lang)
            except Ambiguous as error:
                if not (sys.stdin.isatty() and sys.stderr.isatty()):
                    raise
                chosen = _choice(error, lang)
                words = tuple(chosen if word == error.name else word for word in words)


def _choice(error: Ambiguous, lang: str) -> str:
    """The id of the thing meant, by its number."""
    choices = (f"{number:3} {said(each, lang)}" for number, each in enumerate(error.near, 1))
    note("\n".join((said(error.what, lang), *choices)))
    number = click.prompt(sentence("choose", lang), type=click.IntRange(1, len(error.ids)), err=True)
    return error.ids[number - 1]


def print_listing(listing: Listing, form: str, lang: str) -> None:
    """The rows to stdout, notes before and the summary after them to stderr."""
    for each in listing.notes:
        note(each.say(lang))
    click.echo(render(listing, form, lang), nl=False)
    sys.stdout.flush()
    if listing.summary:
        note(listing.summary.say(lang))
    if listing.more:
        note(sentence("more", lang).format(more=listing.more))
