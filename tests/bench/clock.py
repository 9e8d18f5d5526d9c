"""Times and memory of functions and commands, and what a few of them come to."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of several goes at the same thing."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The one in the middle."""
        return statistics.median(self.seconds)

    def rate(self, amount: float) -> str:
        """Amount a second: the median, and slowest to fastest."""
        low, high = amount / max(self.seconds), amount / min(self.seconds)
        return f"{amount / self.median:.2f} ({low:.2f} to {high:.2f})"

    def text(self, unit: float = 1.0, digits: int = 2) -> str:
        """The median, and fastest to slowest, in seconds times `unit`."""
        low, high = min(self.seconds) * unit, max(self.seconds) * unit
        return f"{self.median * unit:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


def cpu_times(subjects: dict[str, Callable[[], object]], goes: int) -> dict[str, Times]:
    """Processor seconds of each subject, taken in turns so that a busy spell of the machine meets all of them."""
    found: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(goes):
        for name, subject in subjects.items():
            began = time.process_time()
            subject()
            found[name].append(time.process_time() - began)
    return {name: Times(tuple(seconds)) for name, seconds in found.items()}


def wall_times(commands: dict[str, Sequence[str]], goes: int) -> dict[str, Times]:
    """Seconds on the wall of each command, taken in turns."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(goes):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            found[name].append(time.perf_counter() - began)
    return {name: Times(tuple(seconds)) for name, seconds in found.items()}


def peak_memory(command: Sequence[str]) -> float:
    """Megabytes of resident memory that the command's own process (not its workers) reached."""
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
