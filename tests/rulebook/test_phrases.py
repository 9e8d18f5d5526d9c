"""Noun phrases before and behind a number, and what is said of those counted."""

import pytest

from casekit.rulebook import RuleBook
from tests.rulebook.marked import files, read

VERBS = "组织 报到 服务 领到 居住"
NOUNS = "棉被钱 棉被 文艺队 节目 老人 寨 队 党支部 贫困户 村 居民 党员 人才 社区 居民小组 阵地 少数民族 功能室 站 队伍"


@pytest.fixture(scope="module")
def book():
    return RuleBook(files(verbs=VERBS, nouns=NOUNS))


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("各类人才【65人】", ["人才"]),
        ("社区楼门【20个】", []),
        ("社区有【3个】党群服务阵地", ["阵地"]),
        ("图书室、舞蹈室等【12个】功能室", ["功能室"]),
        ("居民小组【9个】", ["居民小组"]),
        ("服务站岗【6个】", []),
        ("捐来棉被【6床】", ["棉被"]),
        ("老屋都被【6床】", []),
        ("棉被【60床】全部送给老人", ["棉被"]),
        ("党支部一下子多出【6个】", ["党支部"]),
    ],
)
def test_known_nouns_of_the_phrase(book, text, nouns):
    frame = read(text, book)[-1].frame
    assert [n.of(frame.text) for n in frame.nouns] == nouns


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("【85户】居民领到新房", "领到新房"),
        ("【85户】居民居住在此", ""),
        ("居民【85户】，来年", ""),
        ("居民【85户】~", ""),
        ("【90位】老乡都来了", "都来了"),
        ("【120人】占三成", ""),
        ("【76户】居民分散在三条沟里", ""),
        ("【46人】老人守着老屋", ""),
        ("【46人】老人安居在此", ""),
        ("【39人】居民、党员在会上表决", "在会上表决"),
    ],
)
def test_predicate(book, text, predicate):
    assert read(text, book)[0].frame.words("predicate") == predicate


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("社区有【126位】来自各个村寨、热心公益的党员", "党员"),
        ("社区有【8位】懂苗语、侗语的居民", "居民"),
        ("【12个】由老师、学生组成的队伍走街串巷", "队伍"),
        ("建起【3个】集休闲、议事于一体的功能室", "功能室"),
        ("【8位】来自各个村寨、懂苗语的老党员、青年居民", "老党员"),
        ("【8位】懂苗语，居民的党员", "懂苗语"),
        ("居民【8人】来自各个村寨的社区", "居民"),
    ],
)
def test_the_noun_behind_a_description(book, text, noun):
    assert read(text, book)[0].frame.words("noun") == noun


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("【4支】文艺队攒着节目", ["文艺队"]),
        ("给【66名】老人管午饭", ["老人"]),
        ("消防队【24人】夜夜鸣锣喊寨", ["队"]),
        ("少数民族的居民【1507户】", ["少数民族"]),
        ("那时的贫困户，三个村依次是【108户】、【92户】", ["贫困户"]),
        ("天气好，三个村依次是【108户】", ["村"]),
    ],
)
def test_only_what_is_counted_is_a_noun(book, text, nouns):
    frame = read(text, book)[-1].frame
    assert [n.of(frame.text) for n in frame.nouns] == nouns


def test_what_each_gets_is_no_part_of_who_they_are(book):
    first, second = (match.frame for match in read("【64人】居民每人领棉被【20床】", book))
    assert (first.words("noun"), second.words("left")) == ("居民", "每人领棉被")


def test_what_each_does_is_no_part_of_an_unknown_noun(book):
    assert read("【31户】阿姐每人照看老人", book)[0].frame.words("noun") == "阿姐"


def test_what_people_earn_is_no_part_of_who_they_are(book):
    first, second = (match.frame for match in read("【31人】居民年收入【860元】", book))
    assert (first.words("noun"), first.words("predicate"), second.words("left")) == ("居民", "", "年收入")


def test_what_a_verb_gives_is_no_part_of_who_gets_it(book):
    first, second = (match.frame for match in read("为【31人】老人发棉被钱【620元】", book))
    assert (first.words("noun"), second.words("left")) == ("老人", "发棉被钱")


def test_a_quoted_name_ends_before_what_those_named_did(book):
    assert read("【8个】“田间功能室”服务居民", book)[0].frame.words("noun") == "田间功能室"


def test_what_people_do_is_their_predicate(book):
    assert read("给【66人】老人管午饭", book)[0].frame.words("predicate") == "管午饭"


def test_a_verb_that_is_a_title_governs_nothing(book):
    assert read("组织：党支部【18个】，党员【427人】", book)[-1].frame.verbs == ()
    assert read("组织党员：党支部【18个】", book)[-1].frame.words("verb") == "组织"


def test_what_begins_with_no_noun_behind_people_is_what_they_do(book):
    assert read("党员【22人】包居民小组", book)[0].frame.words("noun") == "党员"
