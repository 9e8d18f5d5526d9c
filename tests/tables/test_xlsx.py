"""Workbooks: text stays text, numbers are numbers, and the same tables give the same bytes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from casekit.core import CasekitError
from casekit.tables.xlsx import Sheet, write_workbook

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
TABLE = pa.table(
    {
        "case": pa.array(["=HYPERLINK(1)", "@x", "＝1", "1234567890123456789", None]),
        "value": pa.array([59000.0, 11.01694915, -2.0, float("nan"), 1e15]),
        "day": pa.array([date(2024, 5, 1), None, None, None, None]),
    }
).cast(
    pa.schema(
        [
            pa.field("case", pa.string(), metadata={"title_zh": "社区"}),
            pa.field("value", pa.float64(), metadata={"title_zh": "数值"}),
            pa.field("day", pa.date32()),
        ]
    )
)


def cells(path: Path, sheet: int = 1) -> dict[str, tuple[str, str]]:
    """Type and content of each cell, as a spreadsheet program finds them."""
    with zipfile.ZipFile(path) as book:
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))
        names = book.namelist()
        shared = book.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in names else ""
    strings = [
        "".join(re.findall(r"<t[^>]*>(.*?)</t>", one, re.S)) for one in re.findall(r"<si>(.*?)</si>", shared, re.S)
    ]
    found = {}
    for cell in root.iter(f"{{{NS['m']}}}c"):
        assert cell.find("m:f", NS) is None, "a formula"
        kind = cell.get("t", "n")
        inline, value = cell.find("m:is", NS), cell.find("m:v", NS)
        text = "".join(inline.itertext()) if inline is not None else value.text if value is not None else ""
        found[cell.get("r", "")] = (kind, strings[int(text)] if kind == "s" else text or "")
    return found


def test_text_is_text_and_numbers_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, [Sheet("结果", TABLE)])
    found = cells(path)
    assert [found[name][1] for name in ("A1", "B1", "C1")] == ["社区", "数值", "day"]
    assert [found[f"A{row}"] for row in range(2, 6)] == [
        (found["A1"][0], text) for text in ("=HYPERLINK(1)", "@x", "＝1", "1234567890123456789")
    ]
    assert [float(found[f"B{row}"][1]) for row in (2, 3, 4, 6)] == [59000.0, 11.01694915, -2.0, 1e15]
    assert found["B2"][0] == "n"
    assert "A6" not in found and "B5" not in found
    assert float(found["C2"][1]) == (date(2024, 5, 1) - date(1899, 12, 30)).days


def test_heading_is_frozen_and_filters_are_on(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, [Sheet("结果", TABLE), Sheet("字段说明", TABLE.slice(0, 0), titled=False)])
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:C6"/>' in sheet
    assert "结果" in names and "字段说明" in names


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, [Sheet("结果", TABLE)])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_text_too_long_for_a_cell_is_cut_with_a_mark(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", [Sheet("文", pa.table({"text": ["长" * 40_000]}))])
    text = cells(tmp_path / "a.xlsx")["A2"][1]
    assert len(text) == 32_767
    assert text.endswith("（已截断）")


def test_links_lead_to_evidence_and_addresses(tmp_path: Path) -> None:
    field = pa.field("source", pa.string(), metadata={"link": "1"})
    rows = ["http://example.org/a", "internal:'文'!A1", "日报"]
    write_workbook(tmp_path / "a.xlsx", [Sheet("文", pa.table([pa.array(rows)], schema=pa.schema([field])))])
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        links = book.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert "http://example.org/a" in links
    assert "location=\"'文'!A1\"" in sheet
    assert sheet.count("<hyperlink ") == 2


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    table = pa.table({"n": pa.array(range(1_048_576), pa.int32())})
    with pytest.raises(CasekitError, match="do not fit into a sheet"):
        write_workbook(tmp_path / "a.xlsx", [Sheet("文", table)])
