"""Sentences that a caption, a column or the width of the paper cut are whole again; whole ones stay apart."""

from __future__ import annotations

import pytest

from casekit.core import Span
from casekit.text import read_page

WHOLE = "社区充分尊重各族群众的风俗习惯，利用春节、古尔邦节等节日举办百家宴，大家坐到一起，亲如一家。"


def _texts(source: str) -> list[str]:
    return [sentence.text for sentence in read_page(source).sentences]


@pytest.mark.parametrize(
    ("tail", "head"),
    [
        ("社区干部深入居民家中1860多人次，发放联系卡3500多张，收集意", "见建议240条。随后，社区建立了民情研判机制。"),
        ("社区办起“邻里厨房”，一年下来先后开班15期，学", "员达430余人次，19名妇女凭手艺开起了网店。"),
        ("社区志愿者上门服务超900人次，发放民族政策宣传册", "2600余册。居民金大妈教邻居腌菜。"),
        ("三年来，社区调解员跑前跑后，化解邻里矛盾13", "60起，成功率达到97%。"),
        ("社区党委以“大党委”为平台，推动共建单位认领“微心", "愿”240个，已经兑现235个。"),
        ("社区建起了图书室、棋牌室、健身房、科普", "室等8个功能区，居民都爱来。"),
        ("社区每年都要为困难家庭送去慰问金，其中去年送出4.35", "万元，惠及87户。"),
    ],
)
@pytest.mark.parametrize(
    "between",
    [
        "\n\n▲各族群众联欢。\n\n",
        "\n\n\n\n",
        "\n",
        f"\n\n▲各族群众联欢。\n\n文化交流促和谐\n\n{WHOLE}\n\n",
    ],
)
def test_a_cut_sentence_is_joined(tail: str, head: str, between: str) -> None:
    first = head.split("。")[0] + "。"
    if "促和谐" in between and first.startswith("2600"):
        pytest.skip("nothing in the words tells that this goes on above the heading")
    assert tail.split("。")[-1] + first in _texts(f"走访促团结\n\n{WHOLE}{tail}{between}{head}\n\n结束的话是这样说的。")


def test_the_rest_is_moved_up_and_maps_back() -> None:
    source = f"走访促团结\n\n社区干部走访1860多人次，广泛收集意\n\n文化交流促和谐\n\n{WHOLE}\n\n见建议240条。"
    page = read_page(source)
    assert [s.text for s in page.sentences] == [
        "走访促团结",
        "社区干部走访1860多人次，广泛收集意见建议240条。",
        "文化交流促和谐",
        WHOLE,
    ]
    at = page.text.index("240条")
    span = page.aligned.source_span(Span(at, at + 4))
    assert (span.of(source), span.start) == ("240条", source.index("240条"))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("社区干部走访群众1860多人次，建立了民情台账", "近年来，社区调解邻里矛盾57起。"),
        ("几年来，社区为居民办实事，还为社区居家养老", "一是托管服务解近忧。社区为23户家庭提供服务。"),
        ("社区干部走访群众1860多人次，建立了民情台账", "荷塘社区地处城区中心，居民6千户。"),
        ("社区干部走访群众1860多人次，建立了民情台账", "2023年初，社区重新划网。"),
        ("社区办起“邻里厨房”，先后开班，吸引居民2", "人气一天旺过一天，刚开张时没几个人。"),
    ],
)
def test_another_beginning_is_not_taken_for_the_rest(above: str, below: str) -> None:
    source = f"走访促团结\n\n{WHOLE}{above}\n\n文化交流促和谐\n\n{below}"
    assert any(text == below or text.startswith(below.split("。")[0]) for text in _texts(source))


def test_a_rest_does_not_cross_into_another_community_without_need() -> None:
    open_end = "社区办起了食堂，老人们都说好，吃饭的人越来"
    here = "社区支起了邻里桌，大家有话当面讲，摆开八十六次，收集意"
    source = f"甲乙社区：\n\n{open_end}\n\n丙丁社区：\n\n{WHOLE}\n\n{here}\n\n▲合影。\n\n见建议240条。"
    assert f"{here}见建议240条。" in _texts(source)


def test_headings_are_never_joined() -> None:
    source = f"盯住网格建设，做实自治\n\n盯住邻里来往，做暖人心\n\n{WHOLE}"
    assert _texts(source)[:2] == ["盯住网格建设，做实自治", "盯住邻里来往，做暖人心"]


def test_rows_of_a_table_stay_apart() -> None:
    source = (
        "社区\t居民户数\t常住人口\t少数民族人口\n甲乙社区\t3120户\t8465人\t2210人\n丙丁社区\t2938户\t10211人\t865人\n"
    )
    assert _texts(source) == source.strip().split("\n")


@pytest.mark.parametrize("mark", ["◎", "●", "✅", "③", "▶", "★", "※", "🔹"])
def test_a_point_under_a_mark_does_not_go_on_with_an_earlier_one(mark: str) -> None:
    point, other = f"{mark}全镇面积47平方公里，下设3个社区、12个村", f"{mark}青石桥村：农家乐14家，接待游客2.2万人次。"
    assert _texts(f"{point}\n\n【亮点】\n\n{other}\n") == [point, "【亮点】", other]
