"""Speed of extraction with 10, 100 and 1000 rules: `python -m tests.bench.rules`.

The rules are the shipped ones and made-up ones whose words are cut from the reports themselves, so that every
rule has cues that occur. All runs read the same texts in one process, in turn.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from casekit.core import Place
from casekit.documents import read_documents
from casekit.extract import Kit, extract_document, load_kit
from casekit.rulebook import Rule, RuleBook, RuleFiles
from tests.bench.clock import cpu_times

SIZES = (10, 100, 1000)
ROUNDS = 5
REPORTS = Path(__file__).parents[1] / "reports"


def made_up_rules(count: int, texts: list[str], metric: str) -> list[Rule]:
    """Rules of two conditions with three words each, cut at random from the texts."""
    chance = random.Random(1)

    def words() -> tuple[str, ...]:
        text = chance.choice(texts)
        starts = (chance.randrange(len(text) - 4) for _ in range(3))
        return tuple(word for at in starts if (word := text[at : at + chance.randint(2, 4)]).isalpha())

    place = Place("made-up")
    return [
        Rule(f"made-up-{n:04}", metric, place, left=words() or ("甲",), noun=words() or ("乙",)) for n in range(count)
    ]


def files_with(files: RuleFiles, count: int, texts: list[str]) -> RuleFiles:
    """As many rules as asked: of the shipped ones first, then made-up ones."""
    metric = files.rules[0].metric
    shipped = list(files.rules)
    random.Random(2).shuffle(shipped)
    rules = (*shipped, *made_up_rules(max(0, count - len(shipped)), texts, metric))[:count]
    nouns = files.nouns | {word for rule in rules for word in rule.noun}
    return replace(files, rules=tuple(rules), nouns=nouns)


def main() -> None:
    """Prints characters a second for each number of rules, and the share of the speed with 100."""
    documents = list(read_documents([REPORTS]))
    texts = [document.text for document in documents]
    shipped = load_kit()
    kits = {
        size: replace(shipped, book=RuleBook(files_with(shipped.book.files, size, texts), shipped.book.groups))
        for size in SIZES
    }

    def reading(kit: Kit) -> Callable[[], object]:
        return lambda: [extract_document(document, kit) for document in documents]

    times = cpu_times({str(size): reading(kits[size]) for size in SIZES}, ROUNDS)
    thousands = sum(map(len, texts)) / 1000
    for size in SIZES:
        share = min(times["100"].seconds) / min(times[str(size)].seconds)
        print(f"{size:5} rules  {times[str(size)].rate(thousands)} kchar/s  {share:.2f} of 100 rules, at best")


if __name__ == "__main__":
    main()
