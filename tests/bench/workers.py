"""What a second worker is worth."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.clock import Series, in_turns, wall
from tests.bench.plan import Plan, check, digests, extract
from tests.bench.reports import made_reports, write_reports


def workers(plan: Plan) -> Iterator[str]:
    """One worker and two, on the wall, processes and rules loaded anew each time."""
    texts = plan.folder / "made"
    size = write_reports(texts, made_reports(plan.scaling)) / 1e6
    outs = {count: plan.folder / f"workers{count}" for count in (1, 2)}
    commands = {str(count): extract(texts, out, count, "--no-resume") for count, out in outs.items()}
    times = in_turns({name: wall(command) for name, command in commands.items()}, plan.goes, warm=False)
    check(digests(outs[1]) == digests(outs[2]), "the tables depend on the number of workers")
    yield f"{size:.0f} MB of made reports, from the start of the command to its end.\n"
    yield "| workers | seconds | MB/s |"
    yield "|---|---|---|"
    for name, taken in times.items():
        yield f"| {name} | {taken.text()} | {Series.rates([size] * plan.goes, taken).text()} |"
    yield f"\nTwo are {times['1'].over(times['2']).text()} times as fast as one; the tables are the same bytes."
