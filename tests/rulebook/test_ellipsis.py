"""What a clause leaves unsaid is found in what the sentence said before."""

import pytest

from casekit.core import Place
from casekit.rulebook import RuleBook
from casekit.rulebook.rule import Rule
from tests.rulebook.marked import files, read

VERBS = "办理 住着 服务"
NOUNS = "居民 少数民族 少数民族居民 事项 网格 微网格 社区 村民小组 队伍 志愿者"


@pytest.fixture(scope="module")
def book():
    return RuleBook(files(verbs=VERBS, nouns=NOUNS), ["回族", "苗族"])


def frames_of(text, book):
    return [m.frame for m in read(text, book)]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("少数民族居民【520人】，占【12%】", "少数民族居民"),
        ("少数民族居民【520人】，约占总人口的【12%】", "少数民族居民"),
        ("今年办理事项【30件】，去年【20件】", "事项"),
        ("全镇有【5个】村民小组，【400户】、【1600人】", "村民小组"),
        ("村民小组：【17个】　　队伍：【6个】", "队伍"),
        ("网格：【17个】\t队伍：【6个】", "队伍"),
        ("居民：【17人】；　志愿者：【6人】", "志愿者"),
        ("居民【800人】，少数民族也不少，有【120人】", "少数民族"),
        ("居民【800人】，少数民族都说好，有【120人】", "居民"),
        ("微网格【20个】，城区【12个】，镇上【8个】", "微网格"),
        ("微网格从坡上排到河边，东岗、西岗分别是【12个】、【8个】", "微网格"),
        ("从坡上排到河边的，东岗、西岗分别是【12个】、【8个】", "东岗、西岗"),
    ],
)
def test_the_last_number_counts_what_was_named_before(book, text, noun):
    assert frames_of(text, book)[-1].words("noun") == noun


def test_a_share_belongs_to_the_group_named_before_the_comma(book):
    assert frames_of("回族【80户】、【240人】，占【30%】", book)[-1].group == "回族"


def test_of_a_share_those_who_make_it_up_are_counted_on(book):
    assert frames_of("志愿者占居民的【60%】，有【520人】", book)[-1].words("noun") == "志愿者"
    assert frames_of("居民的【60%】，有【520人】", book)[-1].words("noun") == "居民"


def test_a_clause_that_names_something_itself_borrows_nothing(book):
    assert frames_of("今年办理事项【30件】，志愿者【20人】", book)[-1].words("noun") == "志愿者"


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("老河湾【238户】【1067人】", ("户", "户数")),
        ("村子不大，【203户】，【886人】", ("户", "户数")),
        ("村子不大，【203户】，拢共【886人】", ("户", "户数")),
        ("村子不大，【203户】，满打满算【886人】", ("户", "户数")),
        ("村子不大，【203户】，租房的【886人】", ()),
        ("住着【203户】、居民【886人】", ()),
        ("住着【203户】。新来【886人】", ()),
        ("住着【886人】", ()),
    ],
)
def test_people_stand_beside_the_households_they_make_up(book, text, beside):
    assert frames_of(text, book)[-1].beside == beside


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("车位也画齐了【73个】", True),
        ("“车位”开了【4间】", True),
        ("这样的车位，全镇已经建起【34个】", True),
        ("车位跟着别人家画好了【86个】", False),
        ("社区画好了【86个】", False),
    ],
)
def test_things_stand_before_what_was_done_with_them(text, taken):
    rule = Rule("spaces", "facilities", Place("x.yaml"), noun=("车位",))
    match = read(text, RuleBook(files(rule, nouns="社区 全镇 小店", verbs="建起 卖出")))[-1]
    assert (match.rule is not None) is taken


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("难题【73个】，均已解决", True),
        ("难题【73个】，目前全部得到解决", True),
        ("【73个】压了多年的难题全解决了", True),
        ("【73个】难题，居民盼着解决", False),
        ("难题【73个】，均已摆上桌", False),
        ("难题【73人】，均已解决", False),
        ("难题听来【73个】，均已解决", False),
        ("【73个】压了多年的箱子解决了难题", False),
        ("难题【73个】，全部解决，", True),
        ("难题【73个】", False),
    ],
)
def test_what_was_done_with_all_of_them_is_said_behind(text, taken):
    rule = Rule("solved", "problems_solved", Place("x.yaml"), verb=("解决",), noun=("难题",))
    match = read(text, RuleBook(files(rule, nouns="箱子 居民", verbs="听来")))[-1]
    assert (match.rule is not None) is taken
