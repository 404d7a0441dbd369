"""How do other recognisers that run offline do on the same gold?  Names of organisations, places and people.

    python bench/peers.py [GOLD…]

The peers know three kinds of name at most, so the types are folded: agency, enterprise, institute, association
and platform are all organisations; programmes, policies, projects and numbers, which no peer finds, are left out.
Peers that are not installed are named and passed over: ``pip install jieba``, ``LAC``, ``jiagu``.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from graph.build import extract_file
from graph.evaluate import Tally, answer_with_rules, evaluate
from graph.evaluate.gold import gold_paths, read_gold, text_path

DEFAULT = Path(__file__).parents[1] / "data" / "gold"
FOLDED = {
    "agency": "agency", "enterprise": "agency", "institute": "agency", "association": "agency", "platform": "agency",
    "place": "place", "person": "person",
}
SHOWN = {"agency": "organisations", "place": "places", "person": "people"}
Names = Iterator[tuple[str, str]]


def zhengtu(path: Path) -> Names:
    """This project."""
    for entity in answer_with_rules(extract_file(path))["entities"]:
        if entity["type"] in FOLDED:
            yield entity["type"], "\n".join([entity["name"], *entity["aliases"]])


_NAIVE = re.compile(
    r"[\u4e00-\u9fff]{2,16}?(?:人民政府|委员会|办公室|公司|集团|大学|学院|研究院|研究所|协会|联盟|中心|平台|基地|园区|局|厅|部|委|院)")


def suffixes(path: Path) -> Names:
    """A run of characters that ends in a word for a body."""
    yield from (("agency", match.group()) for match in _NAIVE.finditer(path.read_text(encoding="utf-8")))


def jieba_tags(path: Path) -> Names:
    """jieba's part-of-speech tags nt, ns and nr."""
    import jieba.posseg

    kinds = {"nt": "agency", "ns": "place", "nr": "person", "nrt": "person"}
    for word in jieba.posseg.cut(path.read_text(encoding="utf-8")):
        if word.flag in kinds:
            yield kinds[word.flag], word.word


def lac(path: Path) -> Names:
    """Baidu's LAC, labels ORG, LOC and PER."""
    _old_paddle()
    from LAC import LAC

    kinds = {"ORG": "agency", "LOC": "place", "PER": "person"}
    model = LAC(mode="lac")
    for line in path.read_text(encoding="utf-8").splitlines():
        words, labels = model.run(line) if line.strip() else ([], [])
        yield from ((kinds[label], word) for word, label in zip(words, labels, strict=True) if label in kinds)


def _old_paddle() -> None:
    """LAC 2.1 imports ``paddle.fluid``, which PaddlePaddle 2.6 calls ``paddle.base``."""
    import paddle
    import paddle.base.core

    sys.modules.setdefault("paddle.fluid", paddle.base)
    sys.modules.setdefault("paddle.fluid.core", paddle.base.core)


def jiagu_names(path: Path) -> Names:
    """jiagu's BiLSTM over its own words, labels ORG, LOC and PER in the BIO form."""
    import jiagu

    kinds = {"ORG": "agency", "LOC": "place", "PER": "person"}
    for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
        words = jiagu.seg(line)
        yield from ((kinds[kind], name) for kind, name in _runs(words, jiagu.ner(words)) if kind in kinds)


def _runs(words: list[str], labels: list[str]) -> Names:
    """(kind, words) of each run B-X I-X I-X …"""
    for match in re.finditer("BI*", "".join(label[0] for label in labels)):
        yield labels[match.start()][2:], "".join(words[slice(*match.span())])


PEERS: dict[str, Callable[[Path], Names]] = {
    "zhengtu": zhengtu, "suffixes": suffixes, "jieba": jieba_tags, "LAC": lac, "jiagu": jiagu_names,
}


def answer(names: Names) -> dict[str, Any]:
    """Each name once, in the form that is scored."""
    entities = []
    for kind, spelled in dict.fromkeys(names):
        name, *aliases = spelled.split("\n")
        entities.append({"type": FOLDED[kind], "name": name, "aliases": aliases})
    return {"entities": entities}


def folded(gold: Any) -> dict[str, Any]:
    """The gold's entities with folded types; of a thing with two types the second is accepted too."""
    entities = [entity for entity in gold.get("entities", []) if entity["type"] in FOLDED]
    for entity in entities:
        entity["type"] = FOLDED[entity["type"]]
        entity["also"] = [FOLDED[also] for also in entity.get("also", []) if also in FOLDED]
    return {"entities": entities, "parts": ["entities", "agency", "place", "person"]}


def score(peer: Callable[[Path], Names], paths: list[Path]) -> dict[str, Tally]:
    golds = {str(path): folded(read_gold(path)) for path in paths}
    answers = {str(path): answer(peer(text_path(path))) for path in paths}
    return evaluate(golds, answers).totals()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, default=[DEFAULT])
    paths = [path for folder in parser.parse_args().gold for path in gold_paths(folder)]
    print(f"{len(paths)} documents, exact names: precision / recall / F1\n")
    print(f"{'':12}" + "".join(f"{shown:>22}" for shown in SHOWN.values()))
    for name, peer in PEERS.items():
        try:
            total = score(peer, paths)
        except ImportError as missing:
            print(f"{name:12}  not here: {missing}")
            continue
        print(f"{name:12}" + "".join(f"{_cell(total.get(kind, Tally())):>22}" for kind in SHOWN))


def _cell(tally: Tally) -> str:
    shares = (tally.precision, tally.recall, tally.f1)
    return " / ".join("–" if share is None else f"{share:.2f}" for share in shares)


if __name__ == "__main__":
    main()
