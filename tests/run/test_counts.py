"""Counts add up and survive being written down."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from casekit.run.counts import Counts
from casekit.run.summary import Summary


def counts() -> Counts:
    return Counts(
        2, 900, 2700, 5, 1, 1, 1, 1, Counter(date=3, slogan=1), Counter(unreadable=1), [("甲.txt", "no text")]
    )


def test_counts_survive_json() -> None:
    assert Counts.from_json(json.loads(json.dumps(counts().to_json()))) == counts()


def test_counts_add_up_and_name_only_the_first_documents() -> None:
    whole = Counts()
    for _ in range(30):
        whole.add(counts())
    assert (whole.documents, whole.failed, whole.leftovers["date"]) == (60, 30, 90)
    assert len(whole.unread) == 20


def test_the_summary_says_all_of_it() -> None:
    text = "\n".join(Summary(counts(), 2.0, Path("outputs")).lines())
    assert text.splitlines() == [
        "2 documents, 1 community, 5 facts",
        "1 document unchanged since the last run, rows taken over",
        "1 document repeating another (documents.duplicate_of), not counted twice",
        "4 numbers left over: date 3, slogan 1",
        "1 problem: unreadable 1",
        "could not read 甲.txt: no text",
        "tables in outputs   (2.0 s, 1 documents/s, 0.0014 MB/s)",
    ]


def test_the_rate_of_a_short_run_is_not_rounded_away() -> None:
    line = list(Summary(Counts(documents=3, bytes=60_000), 4.0, Path("o")).lines())[-1]
    assert line == "tables in o   (4.0 s, 0.75 documents/s, 0.015 MB/s)"


def test_a_run_is_complete_only_without_failures() -> None:
    assert not Summary(counts(), 1.0, Path("o")).complete
    assert Summary(Counts(documents=1), 1.0, Path("o")).complete
    assert not Summary(Counts(documents=1), 1.0, Path("o"), ("b: no such file",)).complete
