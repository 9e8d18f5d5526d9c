"""Runs that are killed at random moments, and what becomes of their tables."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from casekit.tables import read_manifest
from tests.bench.plan import Plan, check, digests, extract
from tests.bench.reports import made_reports, write_reports

_MEGABYTES = 1.2


def kills(plan: Plan) -> Iterator[str]:
    """SIGKILL at moments spread over the whole run, of the command and of a worker in turn; then the same command."""
    texts = plan.folder / "killed"
    write_reports(texts, made_reports(_MEGABYTES))
    began = time.monotonic()
    subprocess.run(extract(texts, plan.folder / "undisturbed", 2), check=True)
    usual = time.monotonic() - began
    wanted = digests(plan.folder / "undisturbed")
    chance, met = random.Random(20), Counter[str]()
    for turn in range(plan.turns):
        out = plan.folder / f"killed{turn}"
        moment = (turn + chance.random()) / plan.turns * usual
        # Every other time the clock is not asked but what is done: the middle of a run is then met on any machine.
        parts = chance.randint(1, 4) if turn % 2 else 0
        met[_killed(extract(texts, out, 2), out, moment, parts, worker=turn % 4 == 3)] += 1
        subprocess.run(extract(texts, out, 2), check=True)
        check(digests(out) == wanted, f"the tables differ after a kill at {moment:.2f} s")
    documents = read_manifest(plan.folder / "undisturbed")["counts"]["documents"]
    yield f"{_MEGABYTES:.1f} MB of made reports, {documents:,} documents, two workers, {usual:.1f} s undisturbed;"
    yield f"killed {plan.turns} times, at moments spread over that time, and started again with the same command.\n"
    yield "| what was killed, when | times |"
    yield "|---|---|"
    for what, times in sorted(met.items()):
        yield f"| {what} | {times} |"
    yield f"\nAll {plan.turns} times the tables were byte for byte those of the undisturbed run."


def _killed(command: Sequence[str], out: Path, moment: float, parts: int, worker: bool) -> str:
    """Kills the command, or one of its workers, after so many seconds, or parts where any; says what met the kill."""
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    end = time.monotonic() + moment
    while len(list((out / ".run").glob("*.part"))) < parts if parts else time.monotonic() < end:
        if process.poll() is not None:
            return "nothing, the run was through"
        time.sleep(0.01)
    workers = _workers(process.pid) if worker else []
    done = len(list((out / ".run").glob("*.part")))
    os.kill(workers[-1] if workers else process.pid, signal.SIGKILL)
    process.wait()
    when = "before the first part was done" if not done else "with some parts done"
    if workers:
        check(process.returncode == 0, "a run did not survive the death of a worker")
        return f"a worker, {when}"
    return f"the command, {when}"


def _workers(process: int) -> list[int]:
    """The worker processes of a run; none where the system does not tell."""
    try:
        below = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
        return [int(pid) for pid in below if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    except OSError:
        return []
