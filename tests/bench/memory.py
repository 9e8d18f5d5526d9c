"""How much memory a run takes, on a corpus and on one ten times as large."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from casekit.tables import read_manifest
from tests.bench.clock import peak_memory
from tests.bench.plan import Plan, check, extract
from tests.bench.reports import plain_reports, write_reports


def memory(plan: Plan) -> Iterator[str]:
    """The peak on corpora of rising size, one worker."""
    yield "Long reports of few figures, 8 kB each, for they are read fast; one worker, so that one process does it all."
    yield "\n| corpus | documents | facts | peak of resident memory | times the one before |"
    yield "|---|---|---|---|---|"
    before = 0.0
    for megabytes in plan.memory:
        texts, out = plan.folder / f"plain{megabytes}", plan.folder / f"plain{megabytes}-out"
        write_reports(texts, plain_reports(megabytes))
        peak = peak_memory(extract(texts, out, 1))
        made = read_manifest(out)
        documents, facts = made["counts"]["documents"], made["rows"]["facts"]
        check(documents == sum(1 for _ in texts.rglob("*.txt")), "documents were lost")
        growth = f"{peak / before:.2f}" if before else ""
        yield f"| {megabytes:,} MB | {documents:,} | {facts:,} | {peak:,.0f} MB | {growth} |"
        before = peak
        shutil.rmtree(texts)
        shutil.rmtree(out)
