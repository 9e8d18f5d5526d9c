"""One name for one place where the text has a short and a full one."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas, read_cases
from casekit.cases.full_names import under_full_names
from casekit.cases.unit import Unit
from casekit.quantities import read_quantities
from casekit.text import read_page


def _unit(start: int, name: str, level: str, uppers: tuple[tuple[str, str], ...] = ()) -> Unit:
    return Unit(start, start, start + len(name), name, name[:-1], level, uppers)


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ([("环江县", "区县"), ("环江毛南族自治县", "区县")], ["环江毛南族自治县"] * 2),
        ([("环江县", "区县"), ("宜州区", "区县")], ["环江县", "宜州区"]),
        ([("雅口乡", "镇"), ("雅口瑶族乡", "镇")], ["雅口瑶族乡"] * 2),
        ([("雅口镇", "镇"), ("雅口瑶族乡", "镇")], ["雅口镇", "雅口瑶族乡"]),
        ([("恩施州", "市"), ("恩施市", "区县")], ["恩施州", "恩施市"]),
    ],
)
def test_the_fuller_name_of_a_text_holds(names: list[tuple[str, str]], wanted: list[str], atlas: Atlas) -> None:
    units = [_unit(10 * i, name, level) for i, (name, level) in enumerate(names)]
    text = "、".join(name for name, _ in names)
    assert [unit.name for unit in under_full_names(units, atlas.gazetteer.full_name, text)] == wanted


def test_a_name_that_the_text_never_writes_gives_way(atlas: Atlas) -> None:
    units = [_unit(2, "环江毛南族自治县", "区县"), _unit(9, "环江县", "区县")]  # 广西|环江
    renamed = under_full_names(units, atlas.gazetteer.full_name, "在广西环江种桑，环江县有桑园")
    assert [unit.name for unit in renamed] == ["环江县"] * 2


def test_uppers_get_it_too(atlas: Atlas) -> None:
    units = [_unit(3, "下寨村", "村", (("环江县", "区县"),)), _unit(20, "环江毛南族自治县", "区县")]
    renamed = under_full_names(units, atlas.gazetteer.full_name, "环江县下寨村，环江毛南族自治县")
    assert renamed[0].uppers == (("环江毛南族自治县", "区县"),)
    assert (renamed[0].name, renamed[0].start) == ("下寨村", 3)


def test_the_case_spans_the_short_name_where_that_stands_first(atlas: Atlas) -> None:
    page = read_page("环江县去年调解纠纷230起。下寨村有86户。环江毛南族自治县下一步再建站点12个。")
    cases = {case.name: case for case in read_cases(page, read_quantities(page.text), None, atlas).cases}
    case = cases["环江毛南族自治县"]
    assert page.text[case.start : case.end] == "环江县"
