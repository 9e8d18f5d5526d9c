"""make bench: measures casekit beside its peers and writes RESULTS.md.

python -m tests.bench.run [--megabytes 5] [--goes 5] [--scaling 50] [--memory 10 200] [--peers PYTHON]

`--memory 10 200 2000` shows that memory does not grow, and takes hours.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casekit.cases import read_cases
from casekit.documents import Document
from casekit.extract import extract_document, load_kit
from casekit.quantities import read_quantities
from casekit.run import Settings, extract_corpus
from casekit.tables import read_table
from casekit.text import read_page
from tests.bench.clock import Times, cpu_times, machine, peak_memory, wall_times
from tests.bench.peers import in_own_venv, plain_pattern, segmenter
from tests.bench.reports import made_reports, reports, write_reports

RESULTS = Path(__file__).with_name("RESULTS.md")
_CASEKIT = (sys.executable, "-c", "from casekit.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: how much text, how often, with what beside it."""

    megabytes: float
    goes: int
    scaling: float
    memory: tuple[int, ...]
    peers: Path


def main() -> None:
    """Measures everything and writes the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--goes", type=int, default=5)
    parser.add_argument("--scaling", type=float, default=50.0, help="megabytes for one and two workers")
    parser.add_argument("--memory", type=int, nargs="*", default=[10, 200], help="megabytes to watch the memory on")
    parser.add_argument("--peers", type=Path, default=Path(".venv-bench/bin/python"))
    asked = parser.parse_args()
    plan = Plan(asked.megabytes, asked.goes, asked.scaling, tuple(asked.memory), asked.peers)
    with tempfile.TemporaryDirectory(prefix="casekit-bench-") as folder:
        lines = list(_report(plan, Path(folder)))
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def _report(plan: Plan, folder: Path) -> Iterator[str]:
    kind, texts = reports(plan.megabytes)
    size = write_reports(folder / "texts", texts) / 1e6
    yield "# Speed and memory\n"
    yield f"Made by `make bench` on {date.today().isoformat()}: {machine()}."
    yield f"{size:.1f} MB of {kind}, {len(texts):,} texts. Medians of {plan.goes}, with slowest and fastest;"
    yield "everything in a table was measured in the same run, in turns.\n"
    yield from _speed(plan, folder, [text for _, text in texts], size)
    yield from _stages(plan, [text for _, text in texts], size)
    yield from _starts(plan, folder)
    yield from _scaling(plan, folder)
    yield from _memory(plan, folder)


def _speed(plan: Plan, folder: Path, texts: Sequence[str], size: float) -> Iterator[str]:
    whole = lambda: extract_corpus([folder / "texts"], folder / "out", Settings(workers=1, resume=False))  # noqa: E731
    _check(whole().counts.documents == len(texts), "documents were lost")
    _check_grounded(folder / "out")
    subjects: dict[str, Callable[[], object]] = {
        "casekit, whole extraction: files to tables": whole,
        "jieba.cut": segmenter(texts),
        "`re`, one pattern of numbers with units": plain_pattern(texts),
    }
    times = cpu_times(subjects, plan.goes) | in_own_venv(plan.peers, texts, plan.goes)
    ours = times["casekit, whole extraction: files to tables"].median
    yield "## One core, beside others\n"
    yield "| what | MB/s of processor time | casekit's whole extraction is |"
    yield "|---|---|---|"
    for name, taken in times.items():
        yield f"| {name} | {taken.rate(size)} | {taken.median / ours:.2f} times as fast |"
    yield ""


def _stages(plan: Plan, texts: Sequence[str], size: float) -> Iterator[str]:
    kit = load_kit()
    documents = [Document(f"{number}", text, "") for number, text in enumerate(texts)]
    pages = [read_page(text) for text in texts]
    readings = [read_quantities(page.text, None, kit.tables) for page in pages]
    subjects: dict[str, Callable[[], object]] = {
        "text: pages and sentences": lambda: [read_page(text) for text in texts],
        "quantities": lambda: [read_quantities(page.text, None, kit.tables) for page in pages],
        "cases: places and focus": lambda: [
            read_cases(page, reading, None, kit.atlas) for page, reading in zip(pages, readings, strict=True)
        ],
        "all of `extract_document`": lambda: [extract_document(document, kit) for document in documents],
    }
    times = cpu_times(subjects, plan.goes)
    rest = times["all of `extract_document`"].median - sum(t.median for t in list(times.values())[:3])
    yield "## Where the time goes\n"
    yield "| stage | seconds for all texts | MB/s |"
    yield "|---|---|---|"
    for name, taken in times.items():
        yield f"| {name} | {taken.text()} | {size / taken.median:.2f} |"
    yield f"| the rest: frames, rules, facts, leftovers | {rest:.2f} | {size / rest:.2f} |\n"


def _starts(plan: Plan, folder: Path) -> Iterator[str]:
    commands: dict[str, Sequence[str]] = {
        'python -c "import typer, rich"': (sys.executable, "-c", "import typer, rich"),
        "casekit --help": (*_CASEKIT, "--help"),
        "casekit compare, in a pipe": (*_CASEKIT, "compare", "--metric", "population", "--from", str(folder / "out")),
    }
    times = wall_times(commands, max(plan.goes, 5))
    base = next(iter(times.values())).median
    yield "## Cold start\n"
    yield "| command | ms | times the first |"
    yield "|---|---|---|"
    for name, taken in times.items():
        yield f"| {name} | {taken.text(1000, 0)} | {taken.median / base:.2f} |"
    yield ""


def _scaling(plan: Plan, folder: Path) -> Iterator[str]:
    size = write_reports(folder / "made", made_reports(plan.scaling)) / 1e6
    commands = {f"{count} workers": _command(folder / "made", folder / f"w{count}", count) for count in (1, 2)}
    times = wall_times(commands, max(3, plan.goes // 2))
    one, two = (Times(taken.seconds) for taken in times.values())
    same = all((folder / "w1" / path.name).read_bytes() == path.read_bytes() for path in (folder / "w2").iterdir())
    _check(same, "the tables depend on the number of workers")
    yield f"## Two workers, {size:.0f} MB of made reports\n"
    yield "| workers | seconds on the wall | MB/s |"
    yield "|---|---|---|"
    yield f"| 1 | {one.text()} | {size / one.median:.2f} |"
    yield f"| 2 | {two.text()} | {size / two.median:.2f} |"
    yield f"\nTwo are {one.median / two.median:.2f} times as fast as one; the tables are the same bytes.\n"


def _memory(plan: Plan, folder: Path) -> Iterator[str]:
    yield "## Memory\n"
    yield "| made reports | peak of the main process, 1 worker |"
    yield "|---|---|"
    for megabytes in plan.memory:
        texts = folder / f"m{megabytes}"
        write_reports(texts, made_reports(megabytes))
        peak = peak_memory(_command(texts, folder / "mem", 1))
        yield f"| {megabytes:,} MB in files of 2 kB | {peak:,.0f} MB |"
    yield ""


def _command(texts: Path, out: Path, workers: int) -> tuple[str, ...]:
    return (*_CASEKIT, "extract", str(texts), "-o", str(out), "--workers", str(workers), "--no-resume", "-q")


def _check_grounded(out: Path) -> None:
    texts = dict(zip(*(read_table(out, "documents")[name].to_pylist() for name in ("doc", "text")), strict=True))
    for name in ("facts", "leftovers"):
        for row in read_table(out, name, ["doc", "start", "end", "quote"]).to_pylist():
            _check(
                texts[row["doc"]][row["start"] : row["end"]] == row["quote"], f"a quote of {name} is not in its text"
            )


def _check(right: bool, otherwise: str) -> None:
    if not right:
        raise SystemExit(f"bench: {otherwise}")


if __name__ == "__main__":
    main()
