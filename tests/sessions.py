"""The sessions shown in a manual, run again: what a page says the program prints is what it prints.

A session is a fenced block ``console``: each line that begins with ``$ `` is a command, the lines below it are all it
writes, to stdout and stderr, in that order of arrival.  A line ``…`` stands for any number of lines left out.

    python tests/sessions.py README.md      # writes what the commands print now into the page
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

__all__ = ["matches", "python_blocks", "run_command", "with_fresh_output"]

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.M)
CUT = "…"


def run_command(command: str, folder: Path) -> str:
    """What a command writes when run in ``folder`` with this environment's programs first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    unset = {"ZHENGTU_STORE", "ZHENGTU_LANG", "ZHENGTU_QUERIES", "COLUMNS"}
    env = {name: value for name, value in os.environ.items() if name not in unset} | {"PATH": path}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=env, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return without_trailing_blanks(done.stdout.decode())


def without_trailing_blanks(text: str) -> str:
    """Editors and reviewers strip blanks at the ends of lines; so does the comparison.

    >>> without_trailing_blanks("a  \\n\\n b\\n\\n")
    'a\\n\\n b\\n'
    """
    return "".join(f"{line.rstrip()}\n" for line in text.rstrip().splitlines())


def matches(shown: str, printed: str) -> bool:
    """Is ``shown``, with its lines ``…``, what was printed?

    >>> matches("a\\n…\\nd\\n", "a\\nb\\nc\\nd\\n"), matches("a\\n…\\n", "b\\n")
    (True, False)
    """
    parts = shown.split(f"{CUT}\n")
    if len(parts) == 1:
        return shown == printed
    escaped = [re.sub(r"([*?[])", r"[\1]", part) for part in parts]
    return fnmatchcase(printed, "*".join(escaped))


def with_fresh_output(page: str, folder: Path, run: Callable[[str, Path], str] = run_command) -> str:
    """The page with the output of every command as it is now; shortened outputs stay if they are still true.

    >>> print(with_fresh_output("```console\\n$ a\\nold\\n```\\n", Path(), lambda command, _: f"{command}!\\n"), end="")
    ```console
    $ a
    a!
    ```
    """
    def answered(found: re.Match[str]) -> str:
        command, shown = found.groups()
        printed = run(command, folder)
        return f"$ {command}\n{shown if matches(shown, printed) else printed}"

    return BLOCK.sub(lambda block: f"```console\n{COMMAND.sub(answered, block[1])}```", page)


def python_blocks(page: str) -> list[str]:
    """The Python shown in a page, block by block."""
    return PYTHON.findall(page)


if __name__ == "__main__":
    import tempfile

    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as scratch:
            Path(scratch, "data").symlink_to(Path(__file__).parents[1] / "data")
            target = Path(name)
            target.write_text(with_fresh_output(target.read_text("utf-8"), Path(scratch)), "utf-8")
