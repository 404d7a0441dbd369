"""The group of all commands: no error leaves it but as one line in the language of the reader."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from graph.console.helping import BilingualGroup
from graph.console.misuse import Misuse
from graph.console.telling import said, told
from graph.errors import Ambiguous, ZhengtuError, reason
from graph.words import sentence

__all__ = ["Commands"]

YOUNG = 200_000  # new objects between two collections; Python's own 700 is meant for programs that run for long


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
