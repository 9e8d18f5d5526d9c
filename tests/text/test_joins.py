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
        ("社区干部一年敲开1860多户家门，送出服务手册4200册，听取意", "见与点子240条。随后，社区列出了民情清单。"),
        ("社区办起“巧手课堂”，一年下来教了12期，学", "员来过430余人次，26名妇女靠编织有了收入。"),
        ("社区志愿者陪诊送药超900人次，印发健康手册", "2600余册。居民金大妈教邻居腌菜。"),
        ("三年来，社区的老邻居们劝了东家劝西家，了结纠纷13", "60起，成功率达到97%。"),
        ("社区党委以“大党委”为平台，推动共建单位认领“微心", "愿”240个，已经兑现235个。"),
        ("社区的新楼里有阅览室、琴房、木工房、录音", "室等8个功能区，居民都爱来。"),
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
    source = f"走访促团结\n\n社区干部走访1860多人次，上门听取意\n\n文化交流促和谐\n\n{WHOLE}\n\n见建议240条。"
    page = read_page(source)
    assert [s.text for s in page.sentences] == [
        "走访促团结",
        "社区干部走访1860多人次，上门听取意见建议240条。",
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
        ("社区干部走访群众1860多人次，建立了民情台账", "2023年初，社区换了新址。"),
        ("社区办起“巧手课堂”，请来老师，吸引居民2", "场面越来越热闹，头几天可没几个人。"),
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


def test_a_line_for_each_sentence_is_no_paragraph_for_each() -> None:
    day = ["渠修好了。", "一共花了46万元。", "两个组轮着浇水。"]
    night = ["晚上有夜校。", "来听课的有58人。", "先生是退休的。"]
    source = "\n\n".join("\n".join(lines) for lines in [day, night] * 3)
    assert {(s.text, s.paragraph) for s in read_page(source).sentences} >= {(day[2], 0), (night[0], 1), (night[2], 5)}


def test_whole_paragraphs_one_below_the_other_stay_apart() -> None:
    long = "渠修好了。一共花了46万元。两个组轮着浇水。"
    source = "\n\n".join([f"{long}\n{long}"] * 5)
    assert read_page(source).sentences[-1].paragraph == 9


def test_a_blank_behind_a_western_comma_says_nothing() -> None:
    page = read_page("全村现有286户, 人口: 912人; 党员 53名.")
    assert page.text == "全村现有286户，人口：912人；党员53名."
