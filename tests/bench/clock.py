"""Times and memory of functions and commands, and what a series of them comes to."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Series:
    """What several goes at the same thing gave: seconds, rates or ratios."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The one in the middle."""
        return statistics.median(self.values)

    def text(self, digits: int = 2, unit: float = 1.0) -> str:
        """The median, and smallest to largest, each times `unit`."""
        median, low, high = (value * unit for value in (self.median, min(self.values), max(self.values)))
        return f"{median:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"

    def over(self, other: Series) -> Series:
        """The ratios go by go, so that a busy spell of the machine weighs on both sides."""
        return Series(tuple(one / two for one, two in zip(self.values, other.values, strict=True)))

    @classmethod
    def rates(cls, amounts: Sequence[float], seconds: Series) -> Series:
        """Amount a second of each go."""
        return cls(tuple(amounts)).over(seconds)


# Does one go, the number of which it is given, and says how many seconds that took.
Subject = Callable[[int], float]


def in_turns(subjects: Mapping[str, Subject], goes: int, warm: bool = True) -> dict[str, Series]:
    """The seconds of each subject, all of them going in turns; with `warm`, a go 0 before the first is not counted."""
    found: dict[str, list[float]] = {name: [] for name in subjects}
    for go in range(0 if warm else 1, goes + 1):
        for name, subject in subjects.items():
            seconds = subject(go)
            if go:
                found[name].append(seconds)
    return {name: Series(tuple(seconds)) for name, seconds in found.items()}


def processor(work: Callable[[int], object]) -> Subject:
    """The subject that does the work and counts processor seconds of this process."""

    def go(number: int) -> float:
        began = time.process_time()
        work(number)
        return time.process_time() - began

    return go


def wall(command: Sequence[str]) -> Subject:
    """The subject that runs a command and counts seconds from its start to its end."""

    def go(_: int) -> float:
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - began

    return go


def side_by_side(commands: Sequence[Sequence[str]]) -> Subject:
    """The subject that starts all commands at once and counts seconds until the last of them ends."""

    def go(_: int) -> float:
        began = time.perf_counter()
        running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
        for one in running:
            if one.wait():
                raise subprocess.CalledProcessError(one.returncode, one.args)
        return time.perf_counter() - began

    return go


def peak_memory(command: Sequence[str]) -> float:
    """Megabytes of resident memory that the command reached, or the largest of its workers."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True)
    return int(done.stdout) / (1024 * 1024 if platform.system() == "Darwin" else 1024)


def machine() -> str:
    """The processor, its number, memory, system and Python."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        lines = info.read_text(encoding="utf-8").splitlines()
        model = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), model)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else 0
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"
