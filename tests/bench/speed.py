"""How fast texts are read, all the way and by halves, beside what one would otherwise pick."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from casekit.cases import read_cases
from casekit.documents import Document
from casekit.extract import Kit, extract_document, load_kit
from casekit.quantities import find_quantities, read_numbers, read_quantities
from casekit.run import Settings, extract_corpus
from casekit.run import corpus as corpus_module
from casekit.tables import read_table
from casekit.text import read_page
from tests.bench.clock import Series, Subject, in_turns, processor
from tests.bench.peers import Peer, peers, plain_pattern, segmenter
from tests.bench.plan import Plan, check
from tests.bench.reports import reports, write_reports

_WHOLE = "casekit, whole extraction: files to tables"


def speed(plan: Plan) -> Iterator[str]:
    """Reading, beside others; each go takes texts that nothing has read before, the same for all."""
    kind, shares, sizes = _shares(plan)
    kit = load_kit()
    corpus_module.load_kit = lambda rules=None, gazetteer=None: kit  # loaded once, as all others are
    folders = [plan.folder / f"share{go}" for go in range(len(shares))]
    for folder, share in zip(folders, shares, strict=True):
        write_reports(folder, [(f"{number:05}.txt", text) for number, text in enumerate(share)])
    settings = Settings(workers=1, resume=False)
    subjects: dict[str, Subject] = {
        _WHOLE: processor(lambda go: extract_corpus([folders[go]], plan.folder / f"out{go}", settings)),
        "find_quantities": _each(find_quantities, shares),
        "read_quantities": _each(lambda text: read_quantities(text, None, kit.tables), shares),
        "jieba.cut": _each(segmenter(), shares),
        "`re`, one pattern of numbers with units": _each(plain_pattern(), shares),
    }
    with ExitStack() as stack:
        for name, peer in peers(plan.peers, shares[0][0]).items():
            subjects[name] = _asked(stack.enter_context(peer), shares)
        times = in_turns(subjects, plan.goes)
    for go, share in enumerate(shares):
        _check_tables(plan.folder / f"out{go}", len(share))
    yield f"{plan.goes} goes of {sizes[1]:.1f} MB of {kind}, never the same twice; processor time of one core, all"
    yield "loaded before. A go of the whole extraction is a run of its own, from a folder of texts to finished"
    yield "tables: what a run does once, such as looking into 240 of the texts for lines that repeat, weighs on each."
    yield "Every document was read, and every quote of a fact or leftover is in its text.\n"
    yield from _table(times, sizes[1:])


def stages(plan: Plan) -> Iterator[str]:
    """What the stages of the way take, each on texts that nothing has read before."""
    kind, shares, sizes = _shares(plan)
    kit = load_kit()
    subjects = _stages(kit, shares)
    times = in_turns(subjects, plan.goes)
    amounts = sizes[1:]
    whole = list(times.values())[-1]
    rest = Series(tuple(a - b - c - d for d, c, b, a in zip(*(t.values for t in times.values()), strict=True)))
    yield f"{plan.goes} times {sizes[1]:.1f} MB of {kind}, processor time of one core.\n"
    yield "| stage | MB/s | share of the way |"
    yield "|---|---|---|"
    for name, taken in [*times.items(), ("the rest: frames, rules, facts with their time, leftovers", rest)]:
        yield f"| {name} | {Series.rates(amounts, taken).text()} | {100 * taken.over(whole).median:.0f}% |"


def _stages(kit: Kit, shares: Sequence[Sequence[str]]) -> dict[str, Subject]:
    pages = [[read_page(text, kit.layout) for text in share] for share in shares]
    readings = [[read_numbers(page.text, kit.tables) for page in share] for share in pages]
    documents = [[Document(f"{number}", text, "") for number, text in enumerate(share)] for share in shares]
    return {
        "text: pages and sentences": processor(lambda go: [read_page(text, kit.layout) for text in shares[go]]),
        "quantities": processor(lambda go: [read_numbers(page.text, kit.tables) for page in pages[go]]),
        "cases: places and focus": processor(
            lambda go: [read_cases(p, r, None, kit.atlas) for p, r in zip(pages[go], readings[go], strict=True)]
        ),
        "all of `extract_document`": processor(lambda go: [extract_document(d, kit) for d in documents[go]]),
    }


def _shares(plan: Plan) -> tuple[str, list[list[str]], list[float]]:
    """What they are, the texts of each go and of one to warm up, and their megabytes."""
    parts = plan.goes + 1
    kind, found = reports(plan.megabytes * parts)
    shares = [[text for _, text in found[go::parts]] for go in range(parts)]
    return kind, shares, [sum(len(text.encode()) for text in share) / 1e6 for share in shares]


def _each(read: Callable[[str], object], shares: Sequence[Sequence[str]]) -> Subject:
    return processor(lambda go: [read(text) for text in shares[go]])


def _asked(peer: Peer, shares: Sequence[Sequence[str]]) -> Subject:
    def go(number: int) -> float:
        seconds = peer.seconds(shares[number])
        check(seconds is not None, "a peer broke down on the way")
        return seconds or 0.0

    return go


def _table(times: dict[str, Series], sizes: Sequence[float]) -> Iterator[str]:
    rates = {name: Series.rates(sizes, taken) for name, taken in times.items()}
    ours = rates[_WHOLE]
    yield "| what | MB/s | casekit's whole extraction is, times as fast |"
    yield "|---|---|---|"
    for name, rate in rates.items():
        yield f"| {name} | {rate.text()} | {ours.over(rate).text(3)} |"


def _check_tables(out: Path, documents: int) -> None:
    table = read_table(out, "documents")
    check(table["status"].to_pylist() == ["ok"] * documents, "documents were lost or not read")
    texts = dict(zip(table["doc"].to_pylist(), table["text"].to_pylist(), strict=True))
    for name in ("facts", "leftovers"):
        for row in read_table(out, name, ["doc", "start", "end", "quote"]).to_pylist():
            grounded = texts[row["doc"]][row["start"] : row["end"]] == row["quote"]
            check(grounded, f"a quote of {name} is not in its text")
