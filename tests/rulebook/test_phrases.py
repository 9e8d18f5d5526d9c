"""Noun phrases before and behind a number, and what is said of those counted."""

import pytest

from casekit.rulebook import RuleBook
from tests.rulebook.marked import files, read

VERBS = "报到 服务 领到 居住"
NOUNS = "居民 党员 人才 社区 居民小组 阵地 少数民族 功能室 站 队伍"


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
