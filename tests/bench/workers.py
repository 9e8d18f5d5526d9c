"""What a second worker is worth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from tests.bench.clock import Series, in_turns, side_by_side, wall
from tests.bench.plan import Plan, check, digests, extract
from tests.bench.reports import made_reports, write_reports


def workers(plan: Plan) -> Iterator[str]:
    """One worker and two, on the wall, processes and rules loaded anew each time; and what the machine gives two."""
    texts = plan.folder / "made"
    size = write_reports(texts, made_reports(plan.scaling)) / 1e6
    outs = {count: plan.folder / f"workers{count}" for count in (1, 2)}
    subjects = {str(count): wall(extract(texts, out, count, "--no-resume")) for count, out in outs.items()}
    halves = _halves(texts, plan.folder)
    subjects["two commands, half the texts each"] = side_by_side(
        [extract(half, half.with_suffix(".out"), 1, "--no-resume") for half in halves]
    )
    times = in_turns(subjects, plan.goes, warm=False)
    check(digests(outs[1]) == digests(outs[2]), "the tables depend on the number of workers")
    yield f"{size:.0f} MB of made reports, from the start of the command to its end.\n"
    yield "| workers | seconds | MB/s |"
    yield "|---|---|---|"
    for name, taken in times.items():
        yield f"| {name} | {taken.text()} | {Series.rates([size] * plan.goes, taken).text()} |"
    apart = times["1"].over(times["two commands, half the texts each"]).text()
    yield f"\nTwo are {times['1'].over(times['2']).text()} times as fast as one; the tables are the same bytes."
    yield f"Two commands that know nothing of each other are {apart} times as fast: more this machine does not give."


def _halves(texts: Path, folder: Path) -> tuple[Path, Path]:
    """Two folders beside the texts, every other one in each, as links."""
    halves = (folder / "half1", folder / "half2")
    for half in halves:
        half.mkdir()
    files = sorted(path for path in texts.rglob("*") if path.is_file())
    for half, file in zip(cycle(halves), files, strict=False):
        (half / file.name).hardlink_to(file)
    return halves
