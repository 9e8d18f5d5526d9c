"""Noun phrases before and behind a number, and what is said of those counted."""

import pytest

from casekit.rulebook import RuleBook
from tests.rulebook.marked import files, read

VERBS = "报到 服务 领到 居住"
NOUNS = "棉被 居民 党员 人才 社区 居民小组 阵地 少数民族 功能室 站 队伍"


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
        ("【90人】老乡都来了", "都来了"),
        ("【120人】占三成", ""),
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
