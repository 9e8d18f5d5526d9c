"""How long `casekit compare` takes on a big table, beside reading the same table with pandas."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from casekit.tables import TABLES
from tests.bench.clock import Series, Subject, in_turns
from tests.bench.plan import Plan, check

_FACTS, _COMMUNITIES = 1_000_000, 50_000
_CALLS = (
    "--metric minority_share",
    "--metric population",
    "--metric density --by province",
    "--metric minority_share --metric persons_per_household",
    "--list-metrics",
)
_METRICS = (
    ("population", "population", "人"),
    ("population", "minority_population", "人"),
    ("population", "households", "户"),
    ("population", "minority_share", "%"),
    ("population", "floating_population", "人"),
    ("place", "area", "平方公里"),
    ("organisation", "volunteers", "人"),
    ("service", "disputes_mediated", "件"),
    ("service", "activities_held", "场"),
    ("money", "investment", "元"),
)
_GROUP = 20_000
_MEASURE = """
import resource, sys
{body}
used = resource.getrusage(resource.RUSAGE_SELF)
print("took", used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)
"""
_PANDAS = "import pandas\nframe = pandas.read_parquet(sys.argv[1] + '/facts.parquet')"
_CASEKIT = """
from casekit.cli.app import app
sys.argv = ['casekit', 'compare', *sys.argv[2:], '--from', sys.argv[1]]
try:
    app()
except SystemExit:
    pass
"""


def compare(plan: Plan) -> Iterator[str]:
    """Comparing a million facts of fifty thousand communities, each time in a new process."""
    folder = plan.folder / "million"
    write_tables(folder, _FACTS, _COMMUNITIES)
    held: dict[str, float] = {}
    busy: dict[str, list[float]] = {}
    subjects = {"pandas.read_parquet": _measured("pandas.read_parquet", _PANDAS, folder, held, busy)}
    for call in _CALLS:
        name = f"casekit compare {call}"
        subjects[name] = _measured(name, _CASEKIT, folder, held, busy, *call.split(), "-o", str(folder / "out.csv"))
    times = in_turns(subjects, plan.goes)
    check(sum(1 for _ in (folder / "out.csv").open(encoding="utf-8")) > 1, "nothing was compared")
    size = (folder / "facts.parquet").stat().st_size / 1e6
    yield f"{_FACTS:,} facts, {_COMMUNITIES:,} communities, facts.parquet {size:.0f} MB; seconds on the wall of a"
    yield "process from its start to its end, of the processors in it, and the most memory it held.\n"
    yield "| what | seconds | times pandas reading the file | processor seconds | MB held |"
    yield "|---|---|---|---|---|"
    base = times["pandas.read_parquet"]
    for name, taken in times.items():
        spent = Series(tuple(busy[name]))
        yield f"| {name} | {taken.text()} | {taken.over(base).text()} | {spent.text()} | {held[name]:,.0f} |"


def _measured(
    name: str, body: str, folder: Path, held: dict[str, float], busy: dict[str, list[float]], *arguments: str
) -> Subject:
    """The subject that runs `body` in a process of its own; it notes the megabytes `held` and the processor `busy`."""
    command = [sys.executable, "-c", _MEASURE.format(body=body), str(folder), *arguments]

    def go(number: int) -> float:
        began = time.perf_counter()
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds = time.perf_counter() - began
        megabytes, processor = map(float, run.stdout.rpartition("took")[2].split())
        held[name] = max(held.get(name, 0.0), megabytes)
        if number:
            busy.setdefault(name, []).append(processor)
        return seconds

    return go


def write_tables(folder: Path, facts: int, communities: int) -> None:
    """Tables of communities that each have facts of all metrics, several times, some vague, some of a rate."""
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(7)
    names = [f"第{number}社区" for number in range(communities)]
    docs = [f"{number // 1000:03}/{number:06}.txt" for number in range(communities)]
    _write_facts(folder, random, names, docs, facts)
    provinces = [f"第{number % 31}省" for number in range(communities)]
    nulls = [None] * communities
    cases = {
        "case_id": [f"c{number:06}" for number in range(communities)],
        "doc": docs,
        "case": names,
        "level": ["社区"] * communities,
        "province": provinces,
        **dict.fromkeys(("city", "district", "street", "adcode", "founded"), nulls),
        "groups": [[]] * communities,
        "start": [0] * communities,
        "end": [4] * communities,
    }
    _write(folder, "cases", cases)
    documents = {
        "doc": docs,
        **dict.fromkeys(("sha256", "format", "encoding", "status"), ["x"] * communities),
        **dict.fromkeys(("title", "source", "url", "error", "published", "published_from", "duplicate_of"), nulls),
        "notes": [[]] * communities,
        **dict.fromkeys(("chars", "facts", "leftovers"), [0] * communities),
        "text": [""] * communities,
    }
    _write(folder, "documents", documents)


def _write_facts(folder: Path, random: np.random.Generator, names: list[str], docs: list[str], facts: int) -> None:
    schema = TABLES["facts"].arrow()
    owner = np.sort(random.integers(0, len(names), facts))
    with pq.ParquetWriter(folder / "facts.parquet", schema, compression="zstd") as out:
        for begin in range(0, facts, _GROUP):
            out.write_table(_fact_rows(schema, random, names, docs, owner[begin : begin + _GROUP], begin))


def _fact_rows(
    schema: pa.Schema, random: np.random.Generator, names: list[str], docs: list[str], owner: np.ndarray, begin: int
) -> pa.Table:
    size = len(owner)
    kinds = [_METRICS[number] for number in random.integers(0, len(_METRICS), size)]
    value = random.integers(10, 90, size).astype(float)
    value *= [1.0 if kind[2] in ("%", "平方公里") else 100.0 for kind in kinds]
    vague = random.random(size) < 0.3
    numbers = [str(int(number)) for number in value]
    columns = {
        "fact_id": [f"{begin + at:012x}" for at in range(size)],
        "doc": [docs[at] for at in owner],
        "case_id": [f"c{at:06}" for at in owner],
        "case": [names[at] for at in owner],
        "family": [kind[0] for kind in kinds],
        "metric": [kind[1] for kind in kinds],
        "label": ["居民"] * size,
        "value": value,
        "low": value,
        "high": value + np.where(vague, 10.0, 0.0),
        "bound": np.where(vague, "at_least", "exact"),
        "unit": [kind[2] for kind in kinds],
        "basis": random.choice(np.array(["常住", "户籍", None], dtype=object), size),
        "per": np.where(random.random(size) < 0.05, "年", None),
        **dict.fromkeys(("group", "status", "period", "period_start", "period_end"), [None] * size),
        "quote": [f"{number}{kind[2]}" for number, kind in zip(numbers, kinds, strict=True)],
        "start": random.integers(0, 2000, size),
        "end": [2010] * size,
        "sentence": [
            f"{names[at]}位于城区东部，辖区内现有各类情况共{n}，为近年来最多。"
            for at, n in zip(owner, numbers, strict=True)
        ],
        "rule": ["bench"] * size,
        "how": ["stated"] * size,
    }
    return pa.table([pa.array(columns[field.name], field.type, from_pandas=True) for field in schema], schema=schema)


def _write(folder: Path, name: str, columns: dict[str, object]) -> None:
    schema = TABLES[name].arrow()
    table = pa.table([pa.array(columns[field.name], field.type) for field in schema], schema=schema)
    pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
