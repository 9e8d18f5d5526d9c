"""One row a community, over all documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from casekit.compare.communities import list_communities

Write = Callable[..., Path]


def _fact(case: str, doc: str) -> dict[str, object]:
    return {"case": case, "metric": "population", "value": 100.0, "doc": doc}


def test_communities_of_most_reports_come_first(tables: Write) -> None:
    folder = tables(_fact("金晖社区", "a.txt"), _fact("荷城社区", "a.txt"), _fact("荷城社区", "b.txt"))
    rows = list_communities(folder).to_pylist()
    assert [(row["case"], row["documents"], row["facts"]) for row in rows] == [("荷城社区", 2, 2), ("金晖社区", 1, 1)]
    assert rows[0]["docs"] == ["a.txt", "b.txt"]


def test_they_can_be_chosen_by_name_id_and_level(tables: Write) -> None:
    levels = {"荷城社区": {"level": "社区"}, "乐堂村": {"level": "村"}}
    folder = tables(_fact("荷城社区", "a.txt"), _fact("乐堂村", "a.txt"), cases=levels)
    assert list_communities(folder, names=["荷城"])["case"].to_pylist() == ["荷城社区"]
    assert list_communities(folder, names=["乐堂村"])["case_id"].to_pylist() == ["乐堂村"]
    assert list_communities(folder, levels=["村"])["case"].to_pylist() == ["乐堂村"]
    assert list_communities(folder, names=["荷城"], levels=["村"]).num_rows == 0


def test_what_one_report_leaves_open_another_fills(tables: Write) -> None:
    folder = tables(_fact("荷城社区", "a.txt"), cases={"荷城社区": {"province": "广西壮族自治区", "groups": ("壮族",)}})
    (row,) = list_communities(folder).to_pylist()
    assert (row["province"], row["city"], row["groups"]) == ("广西壮族自治区", None, ["壮族"])
