"""Usage errors in the language of the reader: click's own words are English only."""

from __future__ import annotations

import re
from typing import Any

import click

__all__ = ["Misuse"]


class Misuse(click.UsageError):
    """A usage error said in Chinese; exit code 2."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(_said(error), error.ctx)

    def show(self, file: Any = None) -> None:
        path = self.ctx.command_path if self.ctx else "zhengtu"
        text = f"用法有误：{self.message}（{path} --help 看用法）"
        if self.ctx and self.ctx.obj == "en":
            from graph.english import english

            text = english(text)
        click.echo(text, err=True)


def _said(error: click.UsageError) -> str:
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error)}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        near = "，相近：" + " ".join(error.possibilities) if error.possibilities else ""
        return f"没有命令 {error.command_name}{near}"
    if isinstance(error, click.NoSuchOption):
        near = "，相近：" + " ".join(error.possibilities) if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        return f"{_name(error)} 的值不对，可用：{' '.join(map(str, error.param.type.choices))}"
    if isinstance(error, click.BadParameter):
        wanted = _wanted(error.param.type) if error.param else ""
        return f"{_name(error)} 的值不对：{wanted or error.message}"
    if isinstance(error, click.exceptions.BadOptionUsage):
        return f"{error.option_name} 之后要写值"
    return _translated(error.format_message())


def _wanted(kind: click.ParamType[Any]) -> str:
    """What a number must be, "" for what is no number.

    >>> _wanted(click.IntRange(0)), _wanted(click.FloatRange(0, min_open=True))
    ('要写不小于 0 的整数', '要写大于 0 的数')
    """
    if not isinstance(kind, (click.types.IntParamType, click.types.FloatParamType)):
        return ""
    number = "整数" if isinstance(kind, click.types.IntParamType) else "数"
    least = getattr(kind, "min", None)
    bound = "" if least is None else f"{'大于' if getattr(kind, 'min_open', False) else '不小于'} {least} 的"
    return f"要写{bound}{number}"


def _translated(message: str) -> str:
    """What click says only in English and without a class of its own."""
    extra = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", message)
    return f"多出来的词：{extra[1]}（有空格的名称加引号）" if extra else message


def _name(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return str(error.param_hint or "参数")
    return param.opts[0] if isinstance(param, click.Option) else str(param.metavar or param.name)
