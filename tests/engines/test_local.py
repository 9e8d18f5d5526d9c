"""Order, death and exceptions of workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from casekit.engines.local import Alone, Crew, Team, cores

_factor = 0


def begin(factor: int) -> None:
    global _factor
    _factor = factor


def multiply(number: int) -> int:
    if number < 0:
        os._exit(9)  # as the system ends a process that takes too much memory
    if number == 13:
        raise ValueError("thirteen")
    time.sleep(0.01 * (number % 3))
    return number * _factor


def give_up(task: int, alone: Alone[int, int]) -> int:
    assert not alone.survives(task)
    return alone(0)


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_tasks(workers: int) -> None:
    crew = Crew(multiply, begin, (10,), workers)
    assert list(crew.run(iter(range(12)), give_up)) == [number * 10 for number in range(12)]


def test_a_dead_worker_costs_one_task_and_no_other() -> None:
    crew = Crew(multiply, begin, (10,), 2)
    assert list(crew.run([1, 2, -1, 3, 4, 5, 6, 7], give_up)) == [10, 20, 0, 30, 40, 50, 60, 70]


def test_a_task_given_to_a_team_that_has_died_says_so_when_asked() -> None:
    team = Team(Crew(multiply, begin, (10,), 1), 1)
    with pytest.raises(BrokenProcessPool):
        team.begin(-1).result()
    late = team.begin(2)
    with pytest.raises(BrokenProcessPool):
        late.result()
    team.stop()


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_is_passed_on(workers: int) -> None:
    with pytest.raises(ValueError, match="thirteen"):
        list(Crew(multiply, begin, (1,), workers).run([1, 13, 2], give_up))


def linger(seconds: int) -> int:
    time.sleep(seconds)
    return seconds


def test_workers_do_not_finish_what_nobody_waits_for() -> None:
    results = Crew(linger, begin, (1,), 2).run([0, 600, 600], give_up)
    assert next(results) == 0
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 300


def test_cores_counts_at_least_one() -> None:
    assert cores() >= 1


_PARENT = """
import sys, time
sys.path.insert(0, {folder!r})
from casekit.engines.local import Crew
import lasting
if __name__ == "__main__":
    list(Crew(lasting.work, lasting.start, (), 2).run([1, 2], None))
"""
_LASTING = """
import os, pathlib, time
def start(): pathlib.Path(__file__).with_name(f"{os.getpid()}.pid").touch()
def work(task): time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks the system for processes by number")
def test_workers_do_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    (tmp_path / "lasting.py").write_text(_LASTING, encoding="utf-8")
    (tmp_path / "parent.py").write_text(_PARENT.format(folder=str(tmp_path)), encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(tmp_path / "parent.py")])
    _until(lambda: len(list(tmp_path.glob("*.pid"))) == 2)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    workers = [path.stem for path in tmp_path.glob("*.pid")]
    _until(lambda: not any(_runs(worker) for worker in workers))


def _runs(worker: str) -> bool:
    try:
        return Path(f"/proc/{worker}/stat").read_text(encoding="utf-8").split()[2] != "Z"
    except OSError:
        return False


def _until(condition: object) -> None:
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)
