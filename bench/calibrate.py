"""Write ``data/lexicon/confidence.csv`` anew: how often each rule is right on the gold documents.

    python bench/calibrate.py [--check] [--on FOLDER]

``--check`` writes nothing; ``--on`` shows how well the figures hold on another folder of gold.  The arbiter does not
look at this file, so that a second run gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from graph.evaluate import answer_with_rules
from graph.evaluate.gold import gold_paths, read_gold, text_path
from graph.evaluate.matching import Matching
from graph.evaluate.scoring import score_document
from graph.find import find
from graph.find.duties.cues import trust
from graph.link import Linked, link
from graph.model import Mention
from graph.read import read_file
from graph.relate import relate
from graph.witness.confidence import AGREED, ALONE, UNMEASURED, confidence, confidence_of, laplace

DATA = Path(__file__).parents[1] / "data"
TABLE = DATA / "lexicon" / "confidence.csv"
PREFIX = {"indicators": "", "responsibilities (stated)": "duty/", "relations": "relation/"}
CERTAIN = 0.99  # no author's word is worth more
# Of rules that do not go before the arbiter.
EXPECTED = {"number/": 0.9, "relation/": 0.9, "header-": 0.95, "pronoun-": 0.9}
BINS = (0.0, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)


class Verdict(NamedTuple):
    """One thing that a document's answer says: the rules that said it, its confidence, whether the gold agrees."""

    rules: frozenset[str]
    confidence: float
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--on", type=Path, default=DATA / "gold", help="gold on which the figures are tried")
    options = parser.parse_args()
    if not options.check:
        TABLE.write_text(table(DATA / "gold"), encoding="utf-8")
    for line in reliability(list(verdicts(options.on))):
        print(line)


def table(gold: Path) -> str:
    """The file, its rules by name."""
    n, right, prior = Counter[str](), Counter[str](), weights(gold)
    for verdict in verdicts(gold):
        n.update(verdict.rules)
        right.update(verdict.rules if verdict.right else ())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("rule", "n", "right", "prior", "p"))
    for rule in sorted({*n, *(f"duty/{name}" for name in trust())}):
        before = prior.get(rule) or expected(rule)
        writer.writerow((rule, n[rule], right[rule], before, laplace(right[rule], n[rule], before)))
    return out.getvalue()


def weights(gold: Path) -> dict[str, float]:
    """How heavy each rule is before the arbiter, which is what its author thought of it: the mean of its proposals."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for path in gold_paths(gold):
        for decision in find(read_file(text_path(path))).decisions:
            found[decision.mention.rule].append(decision.mention.weight)
    return {rule: min(CERTAIN, round(sum(heavy) / len(heavy), 2)) for rule, heavy in found.items()}


def expected(rule: str) -> float:
    """What the authors of the other rules thought of them."""
    duty = trust().get(rule.removeprefix("duty/"), UNMEASURED)
    return next((value for start, value in EXPECTED.items() if rule.startswith(start)), duty)


def verdicts(gold: Path) -> Iterator[Verdict]:
    """Everything the program says of the gold documents; what gold holds optional counts neither way."""
    for path in gold_paths(gold):
        document = read_file(text_path(path))
        found = find(document)
        linked = link(document, found.mentions)
        answer = answer_with_rules(relate(document, linked, found.duties))
        matchings = score_document(path.name, read_gold(path), answer).matchings
        if "entities" in matchings:
            yield from _names(matchings["entities"], linked)
        for part, prefix in PREFIX.items():
            if part in matchings:
                yield from _said(matchings[part], prefix)


def _names(matching: Matching, linked: Linked) -> Iterator[Verdict]:
    """One verdict an entity, on all the rules that named it in the text; names from the header have their own."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention, id in linked.mentions:
        mentions[id].append(mention)
    answers = [(answer, True) for _, answer in matching.pairs] + [(answer, False) for answer in matching.spurious]
    for answer, right in answers:
        met = [m for m in mentions[answer["id"]] if m.type == answer["type"]]
        rules = {answer["rule"], *(rule for m in met for rule in (m.rule, *m.agreed))}
        how = AGREED if any(m.agreed for m in met) else ALONE
        yield Verdict(frozenset(rules | {how}), confidence_of(met) if met else confidence(answer["rule"]), right)


def _said(matching: Matching, prefix: str) -> Iterator[Verdict]:
    answers = [(answer, True) for _, answer in matching.pairs] + [(answer, False) for answer in matching.spurious]
    for answer, right in answers:
        rule = prefix + answer["rule"]
        yield Verdict(frozenset((rule,)), confidence(rule, prior=expected(rule)), right)


def reliability(found: list[Verdict]) -> Iterator[str]:
    """What was claimed beside what came true, bin by bin, and the mean squared error of the claims (Brier)."""
    for low, high in pairwise(BINS):
        here = [v for v in found if low <= v.confidence < high]
        if here:
            claimed = sum(v.confidence for v in here) / len(here)
            true = sum(v.right for v in here) / len(here)
            yield f"{low:.2f}–{high:.2f}  n {len(here):5}  claimed {claimed:.3f}  true {true:.3f}"
    brier = sum((v.confidence - v.right) ** 2 for v in found) / len(found)
    yield f"{len(found)} statements, Brier {brier:.4f}"


if __name__ == "__main__":
    main()
