"""A user's own gazetteer rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.cases import load_atlas, read_cases
from casekit.cases.extension import read_extension
from casekit.core import CasekitError, RuleError
from casekit.quantities import read_quantities
from casekit.text import read_page


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_own_rows_add_streets_and_communities(tmp_path: Path) -> None:
    own = _write(tmp_path / "own.csv", "code,name\n340202999,砚湖街道\n340202999001,砚池社区\n")
    page = read_page("芜湖市镜湖区砚湖街道砚池社区有居民5237户。")
    (case,) = read_cases(page, read_quantities(page.text), None, load_atlas(None, own)).cases
    assert (case.case_id, case.street) == ("340202999001", "砚湖街道")


def test_a_committee_can_go_by_a_second_name(tmp_path: Path) -> None:
    own = _write(tmp_path / "own.csv", "code,name\n530181001002,金方社区\n")
    atlas = load_atlas(None, own)
    assert atlas.gazetteer.find_committee(530181, "金方", True) == 530181001002
    assert atlas.gazetteer.find_committee(530181, "金方路", True) == 530181001002


def test_padded_codes_mean_the_same(tmp_path: Path) -> None:
    own = _write(tmp_path / "own.csv", "code,name\n450100,南宁府\n450107000000,西乡区\n450107001000,衡阳大街道\n")
    assert read_extension(own).divisions == {4501: "南宁府", 450107: "西乡区", 450107001: "衡阳大街道"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code,name\n4501x,南宁市\n", 'own.csv:2:1  "4501x,南宁市" is no division'),
        ("code,name\n4501,\n", "own.csv:2:1"),
        ("id,label\n4501,南宁市\n", "own.csv:1:1  found the columns id, label"),
    ],
)
def test_wrong_rows_are_told_by_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        read_extension(_write(tmp_path / "own.csv", text))
    assert message in str(error.value)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CasekitError, match="no such gazetteer file"):
        read_extension(tmp_path / "none.csv")
