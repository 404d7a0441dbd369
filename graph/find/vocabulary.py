"""The words that bound and end names, compiled for one pass over a text.

Two dictionaries answer all look-ups in time linear in the text, whatever the size of the lexicon: one for words
(boundaries, words to keep whole, areas), leftmost-longest; one for suffixes, all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph.lexicon import Lexicon, load
from graph.lexicon.dictionary import Dictionary
from graph.lexicon.patterns import Patterns
from graph.read import fold

__all__ = ["Suffix", "Vocabulary", "Word", "vocabulary"]

PUNCTUATION = ",.;:!?+…—~|/、。，；：！？“”‘’《》〈〉（）()[]〔〕【】①②③④⑤⑥⑦⑧⑨⑩\n\t "


class Word(NamedTuple):
    """A word of the text and what it does: particle, verb, noun_verb, keep, place."""

    start: int
    end: int
    kind: str
    cut: int


@dataclass(frozen=True, slots=True)
class Suffix:
    """A word that ends names of one type, and the rule by which such a name is told from a class.

    ``rule``: named (the modifier holds more than generic words), level (a level or an area stands first), area,
    place (an area or a proper part is in it), cited (a verb of issuing or citing stands before it), quoted, never.
    """

    word: str
    type: str
    subtype: str
    rule: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    words: Dictionary[tuple[str, int]]
    suffixes: Dictionary[Suffix]
    generic: frozenset[str]
    intro: frozenset[str]
    cite: frozenset[str]
    governing: frozenset[str]
    noun_verbs: frozenset[str]
    names: Patterns
    longest_generic: int
    single: frozenset[str]

    def words_in(self, folded: str) -> Iterator[Word]:
        """The words of the text, leftmost-longest."""
        for start, end, (kind, cut) in self.words.finditer(folded):
            yield Word(start, end, kind, start + cut)

    def suffixes_in(self, folded: str) -> Iterator[tuple[int, int, Suffix]]:
        """Every suffix, the longest at each end, by place."""
        last = -1
        for hit in self.suffixes.finditer(folded):
            if hit[1] != last:
                last = hit[1]
                yield hit

    def type_of_body(self, name: str) -> str:
        """What kind of body a name is by its last word.

        An agency, unless it ends like a company, institute or association or (but for a level's centre) a platform.

        >>> vocabulary().type_of_body("市第一人民医院"), vocabulary().type_of_body("市投促中心")
        ('institute', 'agency')
        """
        if self.names["central_bank"].match(name):
            return "agency"
        last = [suffix for _, end, suffix in self.suffixes_in(name) if end == len(name)]
        led = name[0] in "省市区县州旗" and name.endswith("中心")  # 市投促|中心 is a body, 市|体育中心 a place to go to
        if last and last[-1].type == "platform" and (not led or last[-1].word in self.names.words("public_centre")):
            return "platform"
        return last[-1].type if last and last[-1].type in ("enterprise", "institute", "association") else "agency"

    def is_generic(self, words: str) -> bool:
        """Whether the string is made of class words only.

        >>> vocabulary().is_generic("公共服务"), vocabulary().is_generic("涉外商事法律")
        (True, False)
        """
        reach = {0}
        for position in range(len(words)):
            if position in reach:
                sizes = range(1, min(self.longest_generic, len(words) - position) + 1)
                reach |= {position + n for n in sizes if words[position:position + n] in self.generic}
        return len(words) in reach


@cache
def vocabulary(lexicon: Lexicon | None = None) -> Vocabulary:
    """The vocabulary of a lexicon, compiled once; ``names`` holds the patterns of ``names.toml``."""
    lexicon = lexicon or load()
    words = lexicon.table("words.toml")
    generic = frozenset((words["generic"] + " " + words["noun_verb"]).split())
    return Vocabulary(
        Dictionary(_words(words, lexicon), longest=True), Dictionary(_suffixes(lexicon)), generic,
        frozenset(words["intro"].split()), frozenset(words["cite"].split()), frozenset(words["governing"].split()),
        frozenset(words["noun_verb"].split()), lexicon.patterns("names"), max(map(len, generic)),
        frozenset(word for word in words["particle"].split() if len(word) == 1),
    )


def _words(words: dict[str, str], lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, int]]]:
    """Each word with its kind and the place of the cut in it."""
    for form in (*filter(_is_coordination, lexicon.stems()), *filter(_holds_particle, lexicon.areas.by_form)):
        yield fold(form), ("keep", len(form))
    for kind in ("keep", "noun_verb", "particle", "verb"):
        for word in words[kind].split():
            yield word, (kind, len(word))
    for split in words["split"].split():
        head, tail = split.split("|")
        yield head + tail, ("particle", len(head))


def _is_coordination(stem: str) -> bool:
    return len(stem) > 3 and any(particle in stem for particle in "和与及")


def _holds_particle(form: str) -> bool:
    bounded = len(form) in range(2 + (form[0] in "和与及"), 7)  # not 和县, which hides 和|县委
    return bounded and any(particle in form for particle in "和与及由向从于至到都为以在对有可各不要将把使")


def _suffixes(lexicon: Lexicon) -> Iterator[tuple[str, Suffix]]:
    for row in lexicon.table("suffixes.csv"):
        yield row["suffix"], Suffix(row["suffix"], row["type"], row["subtype"], row["rule"])
