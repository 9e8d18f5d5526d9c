"""Zones, noun and verb of a quantity, as a reader of Chinese would name them."""

import pytest

from casekit.rulebook import RuleBook
from tests.rulebook.marked import files, read

VERBS = "化解 发放 评选出 开展 吸引 参与 签约 举办 收集 走访 培训 解决 引进 进项"
NOUNS = "矛盾纠纷 居民 少数民族 活动 小区 楼院 家庭 慰问金 物资 技能培训 讲座 居民小组 意见 岗位 项目"


@pytest.fixture(scope="module")
def book():
    return RuleBook(files(verbs=VERBS, nouns=NOUNS), ["回族", "苗族"])


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("全年化解矛盾纠纷【217起】", ["矛盾纠纷"]),
        ("现有【26个】少数民族居民", ["少数民族居民"]),
        ("由【47个】居民小组组成", ["居民小组组"]),
        ("评选出平安小区【4个】、美丽楼院【6个】，最美家庭【40户】", ["平安小区", "美丽楼院", "最美家庭"]),
        ("居民【2938户】【10211人】", ["居民", "居民"]),
        ("居民【2938户】、共【10211人】", ["居民", "居民"]),
        ("发放慰问金【9元】、米面油等物资【700份】", ["慰问金", "米面油等物资"]),
        ("举办【3场】普法讲座", ["普法讲座"]),
        ("开展技能培训【14期】", ["技能培训"]),
        ("已有【97人】签约", [""]),
        ("评上光荣家庭的有【50户】", ["评上光荣家庭"]),
        ("少数民族有【24种】，共计【865人】", ["少数民族", "少数民族有24种"]),
        ("2021年化解矛盾纠纷【20起】，2022年【15起】", ["矛盾纠纷", "矛盾纠纷"]),
        ("对接岗位【410个】，有【97人】签约", ["对接岗位", ""]),
        ("开展了【16期】茶艺、普通话技能培训", ["普通话技能培训"]),
        ("开展了【22期】讲座、茶会", ["讲座"]),
        ("开展了【16期】茶艺、普通话", ["茶艺"]),
        ("走访居民【30户】｜意见【60条】", ["居民", "意见"]),
        ("居民【30户】●意见【60条】", ["居民", "意见"]),
        ("居民【30户】·意见【60条】", ["居民", "意见"]),
        ("小区（含平房院）【30个】，居民（在册）【60户】", ["小区", "居民"]),
        ("居民（另有苗族）【60户】", ["另有苗族"]),  # a group is no gloss
    ],
)
def test_noun(book, text, nouns):
    assert [m.frame.words("noun") for m in read(text, book)] == nouns


@pytest.mark.parametrize(
    ("text", "verbs", "inherited"),
    [
        ("化解矛盾纠纷【217起】", "化解", False),
        ("评选出平安小区【4个】、美丽楼院【6个】", "评选出", True),
        ("走访居民【30户】，收集意见【60条】", "收集", False),
        ("已有【97人】签约", "签约", False),
        ("急需解决的意见【60条】", "", False),
        ("还需收集整理的意见【60条】", "", False),
        ("急需资金，解决意见【60条】", "解决", False),
        ("解决的意见【60条】", "解决", False),
        ("社区开展技能培训，共【14期】", "开展", False),
        ("引进项目【9个】", "引进", False),  # no 进项 that runs into 项目
        ("社区开展技能培训，学员【14人】", "开展", True),
        ("走访居民【30户】，培训班学员【14人】", "走访", True),  # 培训班 and 走访团 are nouns
        ("走访的居民【30户】，学员【14人】", "", True),  # who is visited is told of the first only
        ("走访团【14人】", "", True),
        ("培训员工【14人】", "培训", False),
        ("培训队员【14人】", "培训", False),
    ],
)
def test_verb_of_the_last_quantity(book, text, verbs, inherited):
    frame = read(text, book)[-1].frame
    assert (frame.words("verb"), frame.inherited) == (verbs, inherited)


@pytest.mark.parametrize(
    ("text", "group"),
    [("其中回族【641人】", "回族"), ("居民【641人】", ""), ("现有【30户】苗族居民", "苗族")],
)
def test_group(book, text, group):
    assert read(text, book)[-1].frame.group == group


@pytest.mark.parametrize(
    ("text", "several"),
    [("苗族、回族占【641人】", True), ("回族占【641人】", False), ("苗族30户，回族【641人】", False)],
)
def test_several_groups_stand_on_the_left(book, text, several):
    assert read(text, book)[-1].frame.several is several


def test_zones_stop_at_clauses_and_at_the_next_quantity(book):
    frame = read("前年的事，走访居民【30户】收集意见【60条】，之后", book)[0].frame
    assert (frame.words("left"), frame.words("right")) == ("走访居民", "收集意见")
    assert frame.words("before") == "前年的事，"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("组织【184人】到温州、苏州务工，", "到温州、苏州务工"),
        ("为【86人】高龄、失能老人送餐，", "高龄、失能老人送餐"),
        ("分别为【86人】、30多人，", ""),
        ("有【86人】高龄、失能老人，", "高龄"),
    ],
)
def test_what_is_done_goes_on_behind_a_pause(book, text, right):
    assert read(text, book)[0].frame.words("right") == right


@pytest.mark.parametrize("text", ["“居民小组”开展【4间】", "居民小组开展【4间】"])
def test_a_quoted_noun_is_named_before_its_verb(book, text):
    assert [span.of(text) for span in read(text, book)[0].frame.nouns] == ["居民小组"]


@pytest.mark.parametrize(
    ("text", "lefts"),
    [
        ("走访【12个】小区发放【30份】", ["走访", "发放"]),
        ("慰问【12户】家庭每家【90元】", ["慰问", "每家"]),
        ("给【12户】放贷【90元】", ["给", "放贷"]),
        ("走访【12个】小区【30户】", ["走访", ""]),
        ("积蓄过【90元】的家庭有【12户】", ["积蓄过", "家庭有"]),
    ],
)
def test_what_is_said_behind_a_counted_noun_is_of_the_next_number(book, text, lefts):
    assert [m.frame.words("left") for m in read(text, book)] == lefts
