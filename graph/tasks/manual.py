"""The manual of the command line, made from the commands themselves: ``python -m graph.tasks.manual``."""

from __future__ import annotations

from collections.abc import Iterator

import click

__all__ = ["manual"]

_HEAD = """# 命令手册 (commands)

由 `python -m graph.tasks.manual` 从程序生成，请勿手改。结果写到标准输出，提示、进度和小结写到标准错误。
退出码：0 完成，1 有失败或无结果，2 用法有误。单元格以 `= + - @` 开头时，CSV 前加撇号，以免被表格软件当作公式。

English: `ZHENGTU_LANG=en zhengtu COMMAND --help`.

名称可以写全称、简称、别名、拼音、首字母，或标识（如 `agency/330282/kexuejishuju`）；可指多个时列出候选，不代为选择。

## 命令补全 (shell completion)

| shell | 加到 | 内容 |
|---|---|---|
| bash | `~/.bashrc` | `eval "$(_ZHENGTU_COMPLETE=bash_source zhengtu)"` |
| zsh | `~/.zshrc` | `eval "$(_ZHENGTU_COMPLETE=zsh_source zhengtu)"` |
| fish | `~/.config/fish/completions/zhengtu.fish` | `_ZHENGTU_COMPLETE=fish_source zhengtu \\| source` |

## 环境变量 (environment)

| 变量 | 作用 |
|---|---|
| `ZHENGTU_STORE` | 库的位置，`--store` 优先 |
| `ZHENGTU_LANG` | `zh` 或 `en`，`--lang` 优先 |
| `ZHENGTU_QUERIES` | 另加的查询文件夹，`--queries` 优先 |
| `ZHENGTU_DEBUG` | 出错时显示完整的调用栈 |
"""


def manual(group: click.Group) -> str:
    """One section a command: what it does, how it is called, its options."""
    return "\n".join((_HEAD, *(_section(name, command) for name, command in group.commands.items())))


def _section(name: str, command: click.Command) -> str:
    with click.Context(command, info_name=name) as ctx:
        usage = " ".join(command.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[选项]")
        rows = "\n".join(_options(command, ctx))
    table = f"\n| 选项 | 作用 |\n|---|---|\n{rows}\n" if rows else ""
    return f"## {name}\n\n{command.help}\n\n    zhengtu {name} {usage}\n{table}"


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for param in command.params:
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record:
            term, text = (cell.replace("|", "\\|") for cell in record)
            yield f"| `{term}` | {text} |"


if __name__ == "__main__":
    from cli import main

    click.echo(manual(main), nl=False)
