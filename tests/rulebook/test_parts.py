"""Parts of those counted before take their noun from the whole; what a change came to, from what changed."""

import pytest

from casekit.rulebook import RuleBook
from tests.rulebook.marked import files, read

VERBS = "化解 接到 采纳 答复 收到 调解"
NOUNS = "居民 队员 纠纷 求助 建议 志愿者 网格员 党员 收入 满意率 学员 少数民族 家庭"


@pytest.fixture(scope="module")
def book():
    return RuleBook(files(verbs=VERBS, nouns=NOUNS), ["回族", "苗族"])


def frame_of(text, book):
    return read(text, book)[-1].frame


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("调解队有队员【18人】，其中【11人】是少数民族", "队员"),
        ("【18人】的队里，队员【18人】中，有【11人】是少数民族", "队员"),
        ("网格员一共【31人】，【9人】能讲苗语", "网格员"),
        ("队员【9人】，【6人】是退休老教师", "队员"),
        ("网格员一共【31人】，其中持证的【9人】", "网格员"),
        ("接到求助【132次】，其中【11次】是急救", "求助"),
        ("化解纠纷【86起】，涉及土地的【6起】", "纠纷"),
        ("化解纠纷【86起】，涉及土地的有【6起】、涉及家庭的有【8起】", "纠纷"),
        ("收到建议【137条】，没采纳的【45条】也一一答复", "建议"),
        ("收到建议【137条】，其中的【45条】来自学生", "建议"),
        ("收到建议【137条】，已有【45条】与街坊商定", "建议"),
        ("全镇家庭【15个】，如今已有【11个】收到新灶", "家庭"),
    ],
)
def test_a_part_counts_what_the_whole_counts(book, text, noun):
    frame = frame_of(text, book)
    assert [n.of(frame.text) for n in frame.nouns][-1] == noun


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("队员【9人】里，回族【3人】", "回族"),
        ("队员【9人】里，回族【3人】、苗族【2人】", "苗族"),
        ("队员【9人】，其中苗族【2人】", "苗族"),
    ],
)
def test_members_of_a_group_in_a_team_stay_members(book, text, group):
    frame = frame_of(text, book)
    assert ([n.of(frame.text) for n in frame.nouns], frame.group) == (["队员"], group)


@pytest.mark.parametrize(
    "text",
    [
        "居民【3200人】，其中回族【120人】",
        "居民【3200人】里，苗族【120人】",
        "网格员一共【31人】，其中收到礼物的【9人】",
        "居民【3200人】，【120人】是党员",
        "队员【9人】，【36人】是志愿者的孩子",
        "队员【9人】，来了【6人】",
        "队员【9个】，已有【16个】收到新灶",
    ],
)
def test_no_part_of_a_team(book, text):
    frame = frame_of(text, book)
    assert "队员" not in [n.of(frame.text) for n in frame.nouns]
    assert "居民" not in [n.of(frame.text) for n in frame.nouns]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("人均收入去年提高了【1200元】，达到【16800元】", "人均收入"),
        ("满意率提高【2%】，升至【98%】", "满意率"),
        ("志愿者比去年增加【300人】，已达【1260人】", "志愿者"),
        ("调解纠纷比上年减少【30%】，降至【86起】", "调解纠纷"),
        ("开放了【30%】，达到【86起】", "达到"),
    ],
)
def test_the_outcome_of_a_change_is_a_figure_of_what_changed(book, text, left):
    assert frame_of(text, book).words("left") == left
