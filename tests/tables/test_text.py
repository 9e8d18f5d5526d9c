"""Text tables come back from other readers as they were, and no cell runs as a formula."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit.tables.cells import inert, plain, plain_number, text_column
from casekit.tables.text import write_csv, write_json, write_jsonl, write_markdown

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=8)
TABLE = pa.table(
    {
        "case": pa.array(["荷城社区", '引号"，逗号,', "两行\n文字", None]),
        "value": pa.array([59000.0, -2.5, 1e16, None]),
        "count": pa.array([1, -1, None, 0], pa.int32()),
        "day": pa.array([date(2024, 5, 1), None, None, None]),
        "groups": pa.array([["汉族", "壮族"], [], None, ["回族"]]),
    }
)


def csv_of(table: pa.Table, **options: bool) -> str:
    out = io.StringIO()
    write_csv(table, out, **options)
    return out.getvalue()


def test_csv_is_plain() -> None:
    assert csv_of(TABLE).splitlines()[:2] == ["case,value,count,day,groups", "荷城社区,59000,1,2024-05-01,汉族;壮族"]
    assert list(csv.reader(io.StringIO(csv_of(TABLE))))[1:] == [
        ["荷城社区", "59000", "1", "2024-05-01", "汉族;壮族"],
        ['引号"，逗号,', "-2.5", "-1", "", ""],
        ["两行\n文字", "10000000000000000", "", "", ""],
        ["", "", "0", "", "回族"],
    ]


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, st.floats(allow_nan=False, allow_infinity=False)), min_size=1, max_size=6))
def test_what_is_written_is_read_back(rows: list[tuple[str, float]]) -> None:
    table = pa.table({"text": pa.array([t for t, _ in rows]), "number": pa.array([n for _, n in rows])})
    for tabs in (False, True):
        out = csv_of(table, tabs=tabs, formulas_inert=False)
        back = list(csv.reader(io.StringIO(out, newline=""), delimiter="\t" if tabs else ","))
        assert back[0] == ["text", "number"]
        assert [row[0] for row in back[1:]] == [t for t, _ in rows]
        assert [float(row[1]) for row in back[1:]] == [n for _, n in rows]
        assert all("e" not in row[1].lower() for row in back[1:])


@settings(deadline=None)
@given(st.lists(st.text("=+-@\t\r\n＝＋－＠ab社", max_size=4), min_size=1, max_size=6))
def test_columns_are_made_inert_as_cells_are(texts: list[str]) -> None:
    assert text_column(pa.array(texts, pa.string())).to_pylist() == [inert(text) for text in texts]


@pytest.mark.parametrize("start", list("=+-@\t\r\n\0＝＋－＠"))
def test_text_that_would_run_is_made_inert_and_numbers_are_not(start: str) -> None:
    table = pa.table({f"{start}head": [f"{start}1+1"], "number": [-2.0]})
    out = csv_of(table)
    back = list(csv.reader(io.StringIO(out, newline="")))
    assert [cell[:2] for cell in (back[0][0], back[1][0])] == [f"'{start}", f"'{start}"]
    assert back[1][1] == "-2"
    assert list(csv.reader(io.StringIO(csv_of(table, formulas_inert=False), newline="")))[1][0] == f"{start}1+1"


def test_pandas_reads_the_same_numbers_and_words() -> None:
    back = pd.read_csv(io.StringIO(csv_of(TABLE)))
    assert back["value"].tolist()[:3] == [59000.0, -2.5, 1e16]
    assert back["case"].tolist()[:3] == ["荷城社区", '引号"，逗号,', "两行\n文字"]


def test_json_has_numbers_dates_lists_and_null() -> None:
    out, lines = io.StringIO(), io.StringIO()
    write_json(TABLE, out)
    write_jsonl(TABLE, lines)
    rows = json.loads(out.getvalue())
    assert rows == [json.loads(line) for line in lines.getvalue().splitlines()]
    assert rows[0] == {"case": "荷城社区", "value": 59000, "count": 1, "day": "2024-05-01", "groups": ["汉族", "壮族"]}
    assert rows[3]["value"] is None
    assert '"value": 59000,' in out.getvalue()
    empty = io.StringIO()
    write_json(TABLE.slice(0, 0), empty)
    assert json.loads(empty.getvalue()) == []


def test_markdown_keeps_its_columns() -> None:
    out = io.StringIO()
    write_markdown(pa.table({"a": ["x|y", "两行\n字"], "n": [1.5, None]}), out)
    assert out.getvalue().splitlines() == ["| a | n |", "| --- | ---: |", "| x\\|y | 1.5 |", "| 两行 字 |  |"]


@pytest.mark.parametrize(
    ("number", "text"),
    [(1e300, "1" + "0" * 300), (5e-324, None), (0.1 + 0.2, "0.30000000000000004"), (-0.0, "0"), (float("inf"), "")],
)
def test_numbers_never_have_an_exponent(number: float, text: str | None) -> None:
    found = plain_number(number)
    assert "e" not in found.lower()
    assert text is None or found == text or float(found) == number


def test_plain_cells() -> None:
    assert [plain(cell) for cell in (True, None, date(2024, 1, 2), ("甲", 1.0), "文")] == [
        "true",
        "",
        "2024-01-02",
        "甲;1",
        "文",
    ]
