"""What is installed from a wheel is the whole program: it needs nothing of the checkout, wherever it runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("build", reason="the package 'build' is not installed")

ROOT = Path(__file__).parents[1]
DATA = ("data/documents/cixi-2025-1.txt", "data/lexicon/suffixes.csv", "data/lexicon/words.toml",
        "data/queries/who-leads.rq", "data/prompts/witness.md", "ontology.ttl",
        "draw/static/main.js", "draw/templates/view.html", "py.typed")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    return folder


@pytest.fixture(scope="module")
def zhengtu(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The command of a fresh environment that borrows the libraries, but not this checkout, from the one in use."""
    folder = tmp_path_factory.mktemp("fresh")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    python = folder / "venv" / "bin" / "python"
    wheel = next(packages.glob("*.whl"))
    site = next((folder / "venv" / "lib").glob("python*")) / "site-packages"
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", site, wheel],
                   check=True)
    (site / "borrowed.pth").write_text(next(path for path in sys.path if path.endswith("site-packages")))

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        code = "from cli import main; main(prog_name='zhengtu')"
        env = os.environ | {"PYTHONPATH": "", "PYTHONSAFEPATH": "1", "ZHENGTU_STORE": str(folder / "store")}
        return subprocess.run([python, "-c", code, *words], cwd=folder, env=env, capture_output=True, text=True,
                              check=True)

    return run


def test_the_wheel_holds_the_package_the_command_and_nothing_else(packages: Path) -> None:
    names = zipfile.ZipFile(next(packages.glob("*.whl"))).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"cli.py", "graph", "zhengtu"}
    assert {f"graph/{name}" for name in DATA} <= set(names)
    assert not any("/gold/" in name or "__pycache__" in name for name in names)


def test_the_sdist_can_be_built_and_tested(packages: Path) -> None:
    with tarfile.open(next(packages.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"Makefile", "LICENSE", "NOTICE", "data/gold/floor.toml", "tests/test_package.py", "ontology.ttl"} <= names
    assert {f"graph/{name}" for name in DATA} <= names


def test_an_installed_wheel_answers_from_anywhere(zhengtu: Run) -> None:
    assert "cikejian-2025-1" in zhengtu("build", "--quiet").stdout
    rows = json.loads(zhengtu("who", "智能家电技术创新中心", "--stated", "--format", "json").stdout)
    assert [(row["owner"], row["basis"]) for row in rows] == [("公牛集团", "stated")]
    assert "@who-leads" in zhengtu("queries").stdout
    assert zhengtu("check").stderr.startswith("错误 0")


def test_an_installed_wheel_draws_and_extracts(zhengtu: Run, tmp_path: Path) -> None:
    zhengtu("build", "--quiet")
    zhengtu("view", "--output", str(tmp_path / "view.html"))
    assert "公牛集团" in (tmp_path / "view.html").read_text("utf-8")
    text = tmp_path / "note.txt"
    text.write_text("慈溪市科技局印发了《慈溪市产业创新平台管理暂行办法》。", "utf-8")
    answer = json.loads(zhengtu("extract", str(text)).stdout)
    assert "慈溪市科学技术局" in {entity["name"] for entity in answer["entities"]}
