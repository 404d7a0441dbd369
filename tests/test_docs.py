"""The manuals do not lie: their commands are run, their output compared, their links followed."""

from __future__ import annotations

import difflib
import re
from configparser import ConfigParser
from importlib.metadata import requires
from pathlib import Path

import pytest
from sessions import python_blocks, run_command, with_fresh_output

from cli import main

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.en.md")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("data/*/README.md")])
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
PRINTED = re.compile(r"# → (.*)")
NAME = re.compile(r"[A-Za-z0-9_.-]+")


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", READMES)
def test_commands_print_what_the_page_shows(name: str, tmp_path: Path) -> None:
    shown = page(name)
    (tmp_path / "data").symlink_to(ROOT / "data")
    now = with_fresh_output(shown, tmp_path)
    changed = list(difflib.unified_diff(shown.splitlines(), now.splitlines(), lineterm="", n=0))
    assert changed == [], f"python tests/sessions.py {name}"


@pytest.mark.parametrize("name", READMES)
def test_python_on_the_page_prints_what_it_says(
        name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run_command("zhengtu build --quiet", tmp_path)
    monkeypatch.chdir(tmp_path)
    for block in python_blocks(page(name)):
        exec(compile(block, name, "exec"), {})
        assert capsys.readouterr().out.splitlines() == PRINTED.findall(block)


@pytest.mark.parametrize("path", PAGES, ids=[str(path.relative_to(ROOT)) for path in PAGES])
def test_links_lead_somewhere(path: Path) -> None:
    targets = LINK.findall(path.read_text("utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_command_is_in_the_table() -> None:
    for name in READMES:
        assert set(main.commands) <= set(re.findall(r"^\| `(\w+)", page(name), re.M)), name


def test_every_dependency_has_its_reason() -> None:
    needed = {NAME.match(line)[0].lower() for line in requires("zhengtu") or [] if "extra ==" not in line}  # type: ignore[index]
    given = {name.lower() for name in re.findall(r"^\| \[([\w.-]+)\]\(https://github", page("README.md"), re.M)}
    assert needed == given


def test_versions_agree() -> None:
    from graph import __version__

    config = ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    assert config["metadata"]["version"] == "attr: graph.__version__"
    assert f"## [{__version__}]" in page("CHANGELOG.md")
