"""Speed of the quantity reader beside a plain pattern and a segmenter: `python -m tests.bench.quantities`.

Every subject reads the same texts in one process, in turn. The reader is measured on texts that it has not seen
before, after it has read others, so that what it remembers of common numbers counts and what it remembers of these
texts does not.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from casekit.quantities import find_quantities, read_quantities

ROOT = Path(__file__).parents[2]
BULK = ROOT.parent / "shared" / "bulk" / "news.jsonl.gz"
TARGET = 15.0
_PLAIN = re.compile(r"\d[\d,.]*(?:万|亿|%)?|[零〇一二三四五六七八九十百千万亿两]+")
_SEGMENTED_SHARE = 10


def texts() -> list[str]:
    """The news in bulk where it lies beside the project, else the reports of the project."""
    if BULK.is_file():
        with gzip.open(BULK, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt"))] * 20


def megabytes(some: Sequence[str]) -> float:
    """Their size in UTF-8."""
    return sum(len(text.encode()) for text in some) / 1e6


def rate(read: Callable[[str], object], some: Sequence[str]) -> float:
    """Megabytes a second of processor time."""
    began = time.process_time()
    for text in some:
        read(text)
    return megabytes(some) / (time.process_time() - began)


def measure(goes: int = 5) -> dict[str, list[float]]:
    """Rates of each subject, one for each go; a go takes its own share of the texts, the first only warms up."""
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    every = texts()
    subjects: dict[str, tuple[Callable[[str], object], int]] = {
        "find_quantities": (find_quantities, 1),
        "read_quantities": (read_quantities, 1),
        "re, a plain number pattern": (_PLAIN.findall, 1),
        "jieba.cut": (lambda text: list(jieba.cut(text)), _SEGMENTED_SHARE),
    }
    rates: dict[str, list[float]] = {name: [] for name in subjects}
    for go in range(goes + 1):
        for name, (read, part) in subjects.items():
            share = every[go :: goes + 1]
            found = rate(read, share[: max(1, len(share) // part)])
            if go:
                rates[name].append(found)
    return rates


def table(goes: int = 5) -> list[str]:
    """The lines of the table: median rate of each subject, and how many times the segmenter's that is."""
    rates = measure(goes)
    segmenter = rates["jieba.cut"]
    lines = [f"{'subject':28} {'MB/s':>8} {'times jieba.cut':>16}"]
    for name, found in rates.items():
        ratio = statistics.median(one / other for one, other in zip(found, segmenter, strict=True))
        lines.append(f"{name:28} {statistics.median(found):8.2f} {ratio:16.1f}")
    return lines


def main() -> None:
    """Prints the table."""
    print("\n".join(table()))


if __name__ == "__main__":
    main()
