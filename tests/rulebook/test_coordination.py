"""Numbers side by side share a verb; 分别 gives each number its own thing."""

import pytest

from casekit.rulebook import RuleBook
from tests.rulebook.marked import files, read

VERBS = "搬进 实现就业 帮助 就业 参加 调解 办理 帮扶 安家"
NOUNS = "妇女 残疾人 青年 纠纷 证件 群众 居民 文艺队 调解队 人口"


@pytest.fixture(scope="module")
def book():
    return RuleBook(files(verbs=VERBS, nouns=NOUNS), ["回族", "苗族"])


@pytest.mark.parametrize(
    ("text", "verbs", "predicate"),
    [
        ("【36人】妇女、【12人】残疾人实现就业", "实现就业 就业", "实现就业"),
        ("帮助【36人】妇女、【12人】残疾人和【5人】青年就业", "帮助 就业", "就业"),
        ("【36户】居民、【12户】群众搬进新楼", "搬进", "搬进新楼"),
        ("【36人】妇女参加，【12人】残疾人就业", "参加", "参加"),
        ("帮助【36人】妇女，【12人】残疾人就业", "帮助", ""),
        ("【36人】妇女、【12件】衣服就业", "", ""),
    ],
)
def test_people_side_by_side_do_what_is_said_of_the_last(book, text, verbs, predicate):
    frame = read(text, book)[0].frame
    assert (frame.words("verb"), frame.words("predicate")) == (verbs, predicate)


@pytest.mark.parametrize(
    ("text", "lefts"),
    [
        ("调解纠纷、办理证件、帮扶群众分别为【32件】、【210件】、【45户】", ["调解纠纷", "办理证件", "帮扶群众"]),
        ("文艺队、调解队分别有【36人】和【9人】", ["文艺队", "调解队"]),
        ("回族、苗族居民分别占【48%】、【39%】", ["回族", "苗族居民"]),
        ("东街、西街人口分别为【360人】、【900人】", ["东街、西街人口分别为"] * 2),
        ("东街、西街的回族居民分别为【360人】、【900人】", ["东街、西街的回族居民分别为"] * 2),
        ("调解纠纷、办理证件分别为【32件】、【210件】、【5件】", ["调解纠纷、办理证件分别为"] * 3),
    ],
)
def test_things_told_off_one_by_one(book, text, lefts):
    assert [m.frame.words("left") for m in read(text, book)] == lefts


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("【36人】妇女、青年在会上表决", "妇女、青年在会上表决"),
        ("【36人】妇女、村里青年参加，都来了", "妇女、村里青年参加"),
        ("【36人】妇女、青年【12位】", "妇女"),
        ("【36人】妇女、参加青年会", "妇女"),
        ("【36人】妇女、“青年”会", "妇女"),
        ("【36个】纠纷、证件都在", "纠纷"),
    ],
)
def test_further_kinds_of_people_behind_a_pause(book, text, right):
    assert read(text, book)[0].frame.words("right") == right
