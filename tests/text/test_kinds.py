# ruff: noqa: E501  -- the texts are long lines
"""Lines of news pages: which are prose, headings, captions, furniture."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casekit.text import furniture, kinds, load_layout, read_page

ABOVE = "清溪社区有居民3120户8465人，近年来化解邻里矛盾57起，大家的日子越过越好。"
BELOW = "下一步，社区计划投资38万元改造老旧车棚，新增充电桩60个，让居民停车更方便。"

# What `_says_something` looks for, all in one.
EVERYTHING = re.compile(
    r"[。！？；\t]|\S {3,}\S+ {3,}\S| \| |：.*\d|\d.*，|，.*\d|[讯电] ?（(?:通讯员|.{0,4}记者)"
    r"|^\d{1,2}[.、)].*\d| \d[\d.,%]*(?: .*)? \d[\d.,%]*(?: |$)"
)


def _kind(line: str) -> str:
    page = read_page(f"{ABOVE}\n\n{line}\n\n{BELOW}")
    inside = [s for s in page.sentences if s.text not in (ABOVE, BELOW)]
    kinds = {sentence.kind for sentence in inside}
    assert len(kinds) == 1, inside
    return kinds.pop()


@pytest.mark.parametrize(
    "line",
    [
        "□ 本报记者 陆海宁 通讯员 周文泽",
        "□ 李长河 向晓琳",
        "本报记者 周行",
        "本报记者陈立新 通讯员 王 伟",
        "□ 本报通讯员 林远 文/图",
        "文/图 张三丰",
        "（记者 张三 通讯员 李四）",
        "——编者",
        "作者：方晓 杜明",
        "记者 帕提古丽·买买提 报道",
        "首页 >> 要闻 >> 街巷新事 >> 正文",
        "当前位置：首页 > 新闻中心 > 社区动态",
        "[ 小 中 大 ] [ 收藏 ] [ 打印本页 ]",
        "2023-05-18 16:07:40　来源：江汉邻里网　作者：方晓 杜明　点击数：957　评论(4)",
        "2024年11月06日 08:15 来源：桂中日报",
        "桂中新闻网 2024-11-06 09:32",
        "（2024年12月20日）",
        "发布时间：2024-11-06 浏览次数：1024次",
        "上一页 1 2 3 4 末页　　点赞 31　转发 7",
        "便民服务电话：027-86000001　　责任编辑：赵敏　校对：葛平",
        "责任编辑：赵敏",
        "（责任编辑：赵敏）",
        "网站简介 | 投稿须知 | 联系编辑 | 鄂ICP备00054321号-1",
        "举报电话：027-86000002　您是第245018位访客",
        "阅读 5万+  在看 123",
        "版权所有 © 2008-2024 某某网",
        "免责声明：本文来源于网络，转载目的在于传递信息，如有侵权请在30日内联系我们删除。",
        "扫一扫在手机打开当前页",
        "分享到：微信 微博 QQ空间",
        "第 3 页 共 5 页",
        "- 3 -",
        "A03版：社区周刊",
        "* * *",
        "---",
        "https://example.org/a/b.html",
        "[查看原文](https://example.org/a.html)",
        "[图片1]",
        "上一篇：社区培训班开班",
        "来源 | 桂中日报",
        "编辑丨李敏 审核丨赵卫",
        "文字：张三 图片：李四 编辑：王五",
        "- END -",
        "▼▼▼",
    ],
)
def test_furniture(line: str) -> None:
    assert _kind(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "▲清溪社区各族居民同台表演，迎接国庆节。",
        "图为孩子们在书屋下棋。",
        "图①：牙医给孩子查牙",
        "开放三年，“邻里书房”已借出图书2.8万余册。（杜明 摄）",
        "院里的邻居围着灶台蒸花馍。 韩冬 摄",
        "▲住着2743户人家的清溪社区，院墙刚刚刷过。",
        "清溪社区举办重阳长桌宴",
        "资料图片：社区食堂",
    ],
)
def test_captions(line: str) -> None:
    assert _kind(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "荷塘社区：",
        "荷塘社区",
        "民族情深党旗红",
        "盯住网格建设，筑牢邻里“主心骨”",
        "一、基本情况",
        "（二）主要做法",
        "“两本账簿”管好小区“家务”",
        "——泉州市丰泽区临江街道望潮社区服务外来务工人员侧记",
        "### 建起南北互通邻里中心",
        "上半年全市新建社区食堂 86个社区居民用上“幸福餐”",
        "◆共学：一张课桌两种话",
        "12345热线背后的故事",
    ],
)
def test_headings(line: str) -> None:
    assert _kind(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "社区干部走访各族群众1860多人次。",
        "记者：租户有几成？",
        "记者走进社区，看到居民正在议事。",
        "居民：3482户",
        "户籍人口：6120人；常住人口：7300人",
        "社区\t户数",
        "全年受理12345热线诉求1276件，办结1259条。",
        "居民扫描二维码即可反映诉求，已办结1276件。",
        "扫一扫门口的二维码，居民就能提意见，去年解决问题53件。",
        "评论员们说，社区建设投入资金46万元。",
        "一是建队伍。全年组织巡逻夜访96次。",
        "“腌菜要压够20天，早一天都不脆。”",
        "调解纠纷86起，满意率99%",
        "1.走访群众1860人次",
        "清溪社区 3120 8465",
    ],
)
def test_prose(line: str) -> None:
    assert _kind(line) == "prose"


def test_links_to_other_reports_are_furniture_down_to_the_last() -> None:
    text = f"{ABOVE}\n\n相关阅读\n· 社区食堂第2家门店开业　2024-11-04\n· 12345热线受理诉求18640件\n· “10分钟养老圈”怎么画？老人说\n"
    assert [s.kind for s in read_page(text).sentences if s.text != ABOVE] == ["furniture"] * 5


def test_the_report_goes_on_after_links() -> None:
    text = f"{ABOVE}\n\n相关阅读\n· 12345热线受理诉求18640件\n\n{BELOW}"
    assert [s.kind for s in read_page(text).sentences] == ["prose", "furniture", "furniture", "prose"]


def test_short_lines_under_one_mark_with_prose_below_are_headings() -> None:
    heads = ["▲许梅·竹溪社区", "▲高山·石桥村", "▲方晓·望江社区"]
    page = read_page("\n\n".join(f"{head}\n\n{BELOW}" for head in heads))
    assert [s.kind for s in page.sentences if s.text in heads] == ["heading"] * 3
    page = read_page("\n\n".join(f"{head}\n\n{BELOW}" for head in heads[:2]))
    assert [s.kind for s in page.sentences if s.text in heads] == ["caption"] * 2


def test_many_short_lines_in_a_row_are_a_list() -> None:
    rows = "\n".join(f"{name}社区居民{count}户" for name, count in zip("甲乙丙丁戊己", range(100, 106), strict=True))
    assert {s.kind for s in read_page(f"{ABOVE}\n{rows}\n{BELOW}").sentences} == {"prose"}


def test_a_line_at_the_very_end_is_no_heading() -> None:
    assert [s.kind for s in read_page(f"{ABOVE}\n社区居民3120户").sentences] == ["prose", "prose"]


LINES = st.text(
    alphabet="0129年月日点击数来源编辑中文社区讯电|｜：:，。；、·.-—（）() \t/T周一星期户%首页>",
    min_size=1,
    max_size=24,
)


@given(LINES)
def test_a_line_says_something_where_one_of_these_is_in_it(line: str) -> None:
    assert kinds._says_something(line) is (EVERYTHING.search(line) is not None)


@given(LINES)
def test_what_a_date_a_label_and_a_counter_need(line: str) -> None:
    body = line.strip("（）()[]【】 —-")
    dated = bool(body) and not furniture._DATE.sub("", body).strip(" ，,·日讯电")
    assert furniture._is_date(line) is dated
    layout = load_layout()
    assert furniture._COLON.search(line) or not layout.label.match(line)
    assert furniture._DIGIT.search(line) or not layout.counter.match(line)
    assert furniture._MAY_BE_DATE.search(line) or not furniture._DATE.search(line)
    assert furniture._BAR.search(line) or layout.barred.sub("", line) == line


@pytest.mark.parametrize(
    "line", ["图源：荷塘社区", "广告", "-END-", "— 完 —", "点分享 点收藏 点在看", "一审：李芳  二审：王强"]
)
def test_what_accounts_put_between_paragraphs_is_no_heading(line: str) -> None:
    page = read_page(f"荷塘社区的灯\n\n社区有居民310户。\n{line}\n路灯添了86盏。\n")
    assert [s.kind for s in page.sentences][2] == "furniture"


def test_a_triangle_before_every_paragraph_makes_none_a_caption() -> None:
    told = "▶ 柳滩村在河的西岸，一条石桥通到对面，桥是前年修的。桥头新添了六十盏灯和两个岗亭，夜里也亮堂。过桥的人多了，开店的也多了，一共有十七家。"
    page = read_page(f"桥头\n\n{told}\n{told}\n{told}\n▶ 村民在桥头合影。李芳 摄\n")
    assert {s.kind for s in page.sentences if "桥是前年" in s.text} == {"prose"}
    assert page.sentences[-1].kind == "caption"
