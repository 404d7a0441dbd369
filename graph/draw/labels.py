"""Labels that fit: names without what all of them begin with, and what a reader types to find them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

__all__ = ["pinyin", "short_labels"]


def short_labels(labels: Mapping[str, str], prefixes: Iterable[str]) -> dict[str, str]:
    """Each label without 《》 and a leading area name, as long as no two things then read alike.

    ``labels`` maps ids to full names, ``prefixes`` are names of areas (慈溪市, 宁波市).

    >>> short_labels({"a": "慈溪市科学技术局", "b": "《慈溪市境外投资指南》", "c": "慈溪市"}, ["慈溪市"])
    {'a': '科学技术局', 'b': '境外投资指南', 'c': '慈溪市'}
    >>> short_labels({"a": "慈溪市科技局", "b": "余姚市科技局"}, ["慈溪市", "余姚市"])
    {'a': '慈溪市科技局', 'b': '余姚市科技局'}
    """
    heads = sorted(prefixes, key=len, reverse=True)
    bare = {id: _bare(label.strip()) for id, label in labels.items()}
    short = {id: _without(label, heads) for id, label in bare.items()}
    count = Counter(short.values())
    return {id: text if count[text] == 1 else bare[id] for id, text in short.items()}


def _bare(label: str) -> str:
    """A title without its marks; marks around a part of the label stay.

    >>> _bare("《境外投资指南》"), _bare("编印《境外投资指南》")
    ('境外投资指南', '编印《境外投资指南》')
    """
    inner = label[1:-1]
    return inner if label == f"《{inner}》" and "》" not in inner else label


def _without(label: str, heads: list[str]) -> str:
    for head in heads:
        rest = label.removeprefix(head)
        if rest != label and len(rest) >= 3 and not rest.startswith("级"):  # 宁波市级… is no name of 宁波市
            return rest
    return label


@lru_cache(maxsize=65536)
def pinyin(name: str) -> str:
    """Syllables of the Chinese characters, separated by spaces; everything else is left out.

    >>> pinyin("公牛集团")
    'gong niu ji tuan'
    """
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(name, errors="ignore"))
