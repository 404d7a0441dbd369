"""Help in Chinese with English beside, or in English alone: click's own words are English only.

Texts are written ``中文 (English)``, so that one string holds both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from inspect import cleandoc
from typing import Any

import click

from graph.console.misuse import Misuse
from graph.listing.table import width

__all__ = ["Bilingual", "BilingualGroup"]

_BESIDE = r"(?s)[^()]*[一-鿿][^()]*\((.*?)\)。?(?=\s*(?:\[[^]]*\])?$)"  # only help compiles these two
_HAN = "[一-鿿]+"


class Bilingual(click.Command):
    """A command whose help is headed in both languages, or wholly English where that was asked for."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        if ctx.obj == "en":
            return formatter.write_usage(ctx.command_path, _in_english(pieces))
        pieces = pieces.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 …")
        return formatter.write_usage(ctx.command_path, pieces, prefix="用法 Usage: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        text = cleandoc(self.help or "")
        with formatter.indentation():
            formatter.write_paragraph()
            formatter.write_text(_alone(text) if ctx.obj == "en" else text)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx))]
        _write_list(ctx, formatter, ("选项", "Options"), records)

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
        _write_list(ctx, formatter, ("命令", "Commands"), [
            (name, command.get_short_help_str(limit=200)) for name, command in self.commands.items()
            if not command.hidden])

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise Misuse(error) from error


def _write_list(ctx: click.Context, formatter: click.HelpFormatter, titles: tuple[str, str],
                records: Iterable[tuple[str, str]]) -> None:
    """Terms and what they mean; click counts characters, but a Chinese one is two columns wide."""
    if ctx.obj == "en":
        records = [(_in_english(term), _alone(text)) for term, text in records]
    records = list(records)
    longest = max(width(term) for term, _ in records)
    with formatter.section(titles[1] if ctx.obj == "en" else " ".join(titles)):
        for term, text in records:
            formatter.write(f"{'':>{formatter.current_indent}}{term}{'':{longest - width(term)}}  {text}\n")


def _alone(text: str) -> str:
    """The English of a text that has both.

    >>> _alone("最多几条，0 为全部 (at most)  [default: 50]"), _alone("政图：……\\n\\nA graph."), _alone("table csv")
    ('at most  [default: 50]', 'A graph.', 'table csv')
    """
    paragraphs = [part for part in text.split("\n\n") if not re.search(_HAN, part)]
    return "\n\n".join(paragraphs) if paragraphs else re.sub(_BESIDE, r"\1", text)


def _in_english(words: str) -> str:
    """What stands for a value, as English help writes it.

    >>> _in_english("[OPTIONS] [名称]"), _in_english("--since 日期")
    ('[OPTIONS] [NAME]', '--since DATE')
    """
    from graph.english import english

    return re.sub(_HAN, lambda run: english(run[0]).upper().replace(" ", "-"), words)
