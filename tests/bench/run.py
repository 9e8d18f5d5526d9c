"""make bench: measures casekit beside its peers and renews RESULTS.md.

make bench                                  all of it, about ten minutes
make bench BENCH="speed rules"              some sections; the others in RESULTS.md stay as they are
make bench BENCH="workers --scaling 50"     on fifty megabytes
make bench BENCH="memory --memory 200 2000" on two gigabytes
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from tests.bench.clock import machine
from tests.bench.compare import compare
from tests.bench.kills import kills
from tests.bench.memory import memory
from tests.bench.places import places
from tests.bench.plan import Plan
from tests.bench.rules import rules
from tests.bench.speed import speed, stages
from tests.bench.starts import starts
from tests.bench.workers import workers

RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = """# Speed and memory

Made by `make bench`. Medians, with smallest and largest in brackets. What stands in one table was measured in one
run, all rows in turns, go by go; ratios are those of the same go. A section is written only where the results that
it measured were right.
"""
# What each section is called, in the order of the page.
SECTIONS: dict[str, tuple[str, Callable[[Plan], Iterator[str]]]] = {
    "speed": ("Reading text", speed),
    "stages": ("Where the time goes", stages),
    "rules": ("Few rules and many", rules),
    "places": ("Places", places),
    "starts": ("Cold starts", starts),
    "compare": ("Comparing a million facts", compare),
    "workers": ("Two workers", workers),
    "memory": ("Memory", memory),
    "kills": ("Killed and started again", kills),
}


def main() -> None:
    """Measures the sections that are asked for, all where none is, and renews them in the results."""
    asked = _arguments()
    for name in asked.sections or SECTIONS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="casekit-bench-") as folder:
            plan = Plan(Path(folder), asked.goes, asked.megabytes, asked.scaling, tuple(asked.memory), asked.turns)
            lines = list(SECTIONS[name][1](plan))
        lines.append(f"\nMeasured on {date.today().isoformat()}, in {time.monotonic() - began:.0f} s: {machine()}.")
        renewed = _renewed(SECTIONS[name][0], lines)
        print(f"\n## {SECTIONS[name][0]}\n", *lines, sep="\n")
        RESULTS.write_text(renewed, encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=f"of {', '.join(SECTIONS)}; all where none")
    parser.add_argument("--goes", type=int, default=5, help="how often each thing is measured (5)")
    parser.add_argument("--megabytes", type=float, default=1.4, help="text of a go of reading (1.4)")
    parser.add_argument("--scaling", type=float, default=4.0, help="megabytes for one and two workers (4)")
    parser.add_argument(
        "--memory", type=int, nargs="+", default=[20, 200], help="megabytes to watch memory on (20 200)"
    )
    parser.add_argument("--turns", type=int, default=20, help="how often a run is killed (20)")
    asked = parser.parse_args()
    unknown = [name for name in asked.sections if name not in SECTIONS]
    if unknown:
        parser.error(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    return asked


def _renewed(title: str, lines: Iterable[str]) -> str:
    """The page with one section renewed, sections in their order."""
    page = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
    found = dict(re.findall(r"^## (.*?)\n\n(.*?)(?=^## |\Z)", page, re.M | re.S))
    found[title] = "\n".join(lines)
    parts = [f"## {title}\n\n{found[title].strip()}\n" for title, _ in SECTIONS.values() if title in found]
    return "\n".join([_HEAD, *parts])


if __name__ == "__main__":
    main()
