"""How much a lookup costs as a whole process, against the bare imports it cannot do without.

    python bench/lookup.py [-n 20]
    python bench/corpus.py texts -n 3050 && zhengtu build texts --store big && python bench/lookup.py big [-n 20]
    python bench/corpus.py many -n 10000 && zhengtu build many --store huge && python bench/lookup.py huge --only find

Runs ``zhengtu who …`` and its sisters and ``python -c "import click, pyoxigraph"`` in turn, so that a busy machine
slows both alike, and prints the medians of wall and processor time and their ratios.  Aim: at most 1.5 on one document,
2 on a million quads (3,050 of the made-up documents are 1.14), and a search in 10,000 of them at most three lookups.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

BARE = [sys.executable, "-c", "import click, pyoxigraph"]
LOOKUPS = (("who", "综合体"), ("who", "智能家电技术创新中心"), ("owns", "科技局"), ("show", "深圳飞地"),
           ("find", "kxjsj"))
NUMBER = "宁波政办发〔2025〕405号"  # one of the made-up documents
LARGE = (("who", "低空经济", "专项行动", "--document", NUMBER), ("who", "智慧水利", "空间布局"), ("who", "工业母机"),
         ("who", "工业母机", "--stated"), ("who", "工业母机", "--area", "宁波市"), ("who", "工业母机", "--by", "body"),
         ("owns", "宁波市财政局", "--document", NUMBER), ("owns", "宁波市财政局"),
         ("show", NUMBER), ("show", "宁波市财政局"), ("find", "czj"), ("find", "未来产业", "家电"),
         ("numbers", "工业母机"), ("targets",), ("targets", "--due", "2018"), ("targets", "--since", "2022"),
         ("timeline",), ("timeline", "工业母机"), ("tree", "宁波市财政局"),
         ("path", "宁波市财政局", "宁波市科学技术局"))
#: What takes longer by its nature: all rows, two whole documents, SPARQL.
LONGER = (("who", "工业母机", "--limit", "0"), ("diff", NUMBER, "宁波政办发〔2025〕1648号"),
          ("ask", "宁波市财政局牵头什么？"), ("query", "@who-leads", "--set", "what=工业母机"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", nargs="?", help="a store of bench/corpus.py; default: the packaged document")
    parser.add_argument("-n", type=int, default=20, help="runs of each")
    parser.add_argument("--only", default="", help="the lookups of one command, such as find")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or _built(f"{folder}/store")
        asked = [words for words in ((*LARGE, *LONGER) if options.store else LOOKUPS) if options.only in ("", words[0])]
        commands = {"bare imports": BARE} | {" ".join(words): _zhengtu(store, words) for words in asked}
        _report(_medians(commands, options.n))


def _zhengtu(store: str, words: tuple[str, ...]) -> list[str]:
    code = "import sys; from cli import main; main(prog_name='zhengtu')"
    return [sys.executable, "-c", code, *words, "--store", store]


def _built(store: str) -> str:
    subprocess.run(_zhengtu(store, ("build", "--quiet")), check=True)
    return store


Times = tuple[float, float]  # milliseconds of wall and of processor


def _medians(commands: dict[str, list[str]], runs: int) -> dict[str, Times]:
    """By name, the commands taken in turn."""
    taken: dict[str, list[Times]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            taken[name].append(_timed(command))
    return {name: (statistics.median(wall for wall, _ in times[1:]), statistics.median(cpu for _, cpu in times[1:]))
            for name, times in taken.items()}  # without the first, which warms the disk


def _timed(command: list[str]) -> Times:
    begin, used = time.perf_counter(), _used()
    done = subprocess.run(command, capture_output=True, check=False, env=_environment(), text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[3:])}: {done.stderr.strip()}")
    return 1000 * (time.perf_counter() - begin), 1000 * (_used() - used)


def _used() -> float:
    """Seconds of processor that children have taken so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _environment() -> dict[str, str]:
    """As after an installation: modules are compiled once and kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONPYCACHEPREFIX": os.path.join(tempfile.gettempdir(), "zhengtu-bench-pyc")}


def _report(medians: dict[str, Times]) -> None:
    bare = medians["bare imports"]
    print("   wall            processor")
    for name, (wall, used) in medians.items():
        print(f"{wall:7.1f} ms {wall / bare[0]:5.2f}×  {used:7.1f} ms {used / bare[1]:5.2f}×  {name}")


if __name__ == "__main__":
    main()
