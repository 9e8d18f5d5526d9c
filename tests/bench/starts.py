"""How long commands take from nothing to their first line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from tests.bench.clock import in_turns, wall
from tests.bench.plan import Plan, casekit, extract
from tests.bench.reports import made_reports, write_reports


def starts(plan: Plan) -> Iterator[str]:
    """Cold starts, on the wall."""
    texts, out = plan.folder / "few", plan.folder / "few-out"
    write_reports(texts, made_reports(0.02))
    wall(extract(texts, out, 1))(0)
    commands: dict[str, Sequence[str]] = {
        'python -c "import typer, rich"': (sys.executable, "-c", "import typer, rich"),
        "casekit --help": casekit("--help"),
        "casekit compare --metric population": casekit("compare", "--metric", "population", "--from", out),
        "casekit extract, 12 reports, all unchanged": extract(texts, out, 1),
        "casekit extract --no-resume, 12 reports": extract(texts, out, 1, "--no-resume"),
    }
    times = in_turns({name: wall(command) for name, command in commands.items()}, max(plan.goes, 7))
    base = next(iter(times.values()))
    yield "On the wall, output into a pipe.\n"
    yield "| command | ms | times the first |"
    yield "|---|---|---|"
    for name, taken in times.items():
        yield f"| {name} | {taken.text(0, 1000)} | {taken.over(base).text()} |"
