"""Speed with 10, 100 and 1000 rules: matching alone, and the whole way of a document.

The rules are the shipped ones and made-up ones whose words are cut from the texts themselves, so that every
rule has cues that occur.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casekit.core import Place, Span
from casekit.documents import Document
from casekit.extract import Kit, extract_document, load_kit
from casekit.quantities import Quantity, read_quantities
from casekit.rulebook import Rule, RuleBook, RuleFiles
from casekit.text import read_page
from tests.bench.clock import Series, Subject, in_turns, processor
from tests.bench.plan import Plan
from tests.bench.reports import reports

SIZES = (10, 100, 1000)


def rules(plan: Plan) -> Iterator[str]:
    """Matching and extraction with few and many rules."""
    kind, found = reports(plan.megabytes / 2)
    texts = [text for _, text in found]
    size = sum(len(text.encode()) for text in texts) / 1e6
    shipped = load_kit()
    books = {size: RuleBook(files_with(shipped.book.files, size, texts), shipped.book.groups) for size in SIZES}
    ready = [task for text in texts for task in _sentences(text, shipped)]
    documents = [Document(f"{number}", text, "") for number, text in enumerate(texts)]
    subjects: dict[str, Subject] = {}
    for count, book in books.items():
        subjects[f"match {count}"] = processor(lambda _, b=book: [b.read(*task) for task in ready])
    for count, book in books.items():
        kit = replace(shipped, book=book)
        subjects[f"whole {count}"] = processor(lambda _, k=kit: [extract_document(d, k) for d in documents])
    times = in_turns(subjects, plan.goes)
    yield f"{size:.1f} MB of {kind}; rules beyond the {len(shipped.book.files.rules)} shipped ones are made up of words"
    yield "cut from the texts.\n"
    yield "| rules | matching, MB/s | as with 100, times as fast | whole way, MB/s | as with 100, times as fast |"
    yield "|---|---|---|---|---|"
    for count in SIZES:
        cells = [cell for way in ("match", "whole") for cell in _cells(times, way, count, size)]
        yield f"| {count} | {' | '.join(cells)} |"


def files_with(files: RuleFiles, count: int, texts: list[str]) -> RuleFiles:
    """As many rules as asked: of the shipped ones first, then made-up ones."""
    metric = files.rules[0].metric
    shipped = list(files.rules)
    random.Random(2).shuffle(shipped)
    chosen = (*shipped, *made_up_rules(max(0, count - len(shipped)), texts, metric))[:count]
    nouns = files.nouns | {word for rule in chosen for word in rule.noun}
    return replace(files, rules=tuple(chosen), nouns=nouns)


def made_up_rules(count: int, texts: list[str], metric: str) -> list[Rule]:
    """Rules of two conditions with three words each, cut at random from the texts."""
    chance = random.Random(1)
    long = [text for text in texts if len(text) > 20]

    def words() -> tuple[str, ...]:
        text = chance.choice(long)
        starts = (chance.randrange(len(text) - 4) for _ in range(3))
        return tuple(word for at in starts if (word := text[at : at + chance.randint(2, 4)]).isalpha())

    place = Place("made-up")
    return [
        Rule(f"made-up-{n:04}", metric, place, left=words() or ("甲",), noun=words() or ("乙",)) for n in range(count)
    ]


def _sentences(text: str, kit: Kit) -> Iterator[tuple[str, Span, Sequence[Quantity]]]:
    """Each sentence with its quantities, as the rule book takes them."""
    page = read_page(text, kit.layout)
    quantities = read_quantities(page.text, None, kit.tables).quantities
    for sentence in page.sentences:
        inside = [quantity for quantity in quantities if sentence.start <= quantity.start < sentence.end]
        if inside:
            yield page.text, sentence.span, inside


def _cells(times: dict[str, Series], way: str, count: int, size: float) -> tuple[str, str]:
    taken, hundred = times[f"{way} {count}"], times[f"{way} 100"]
    return Series.rates([size] * len(taken.values), taken).text(), hundred.over(taken).text()
