"""Help and usage errors in Chinese first, English beside: click's own words are English only."""

from __future__ import annotations

import re
from typing import Any

import click

from graph.listing.table import width

__all__ = ["Bilingual", "BilingualGroup", "Misuse"]


class Bilingual(click.Command):
    """A command whose help is headed in both languages."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[选项]")
        formatter.write_usage(ctx.command_path, pieces.replace("COMMAND [ARGS]...", "命令 …"), prefix="用法 Usage: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        _write_list(formatter, "选项 Options", records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示帮助 (show this help)"
        return option


class BilingualGroup(Bilingual, click.Group):
    command_class = Bilingual

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Bilingual.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in the order of a day's work, which is that of ``cli.py``."""
        _write_list(formatter, "命令 Commands", [(name, command.get_short_help_str(limit=200))
                                               for name, command in self.commands.items() if not command.hidden])

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise Misuse(error) from error


def _write_list(formatter: click.HelpFormatter, title: str, records: list[tuple[str, str]]) -> None:
    """Terms and what they mean; click counts characters, but a Chinese one is two columns wide."""
    longest = max(width(term) for term, _ in records)
    with formatter.section(title):
        for term, text in records:
            formatter.write(f"{'':>{formatter.current_indent}}{term}{'':{longest - width(term)}}  {text}\n")


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
