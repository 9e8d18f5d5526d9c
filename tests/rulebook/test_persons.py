"""One person called by name, and contexts that ask for one with 某某."""

import pytest

from casekit.core import Place
from casekit.rulebook import RuleBook
from casekit.rulebook.lexicon import Lexicon
from casekit.rulebook.persons import Persons
from casekit.rulebook.rule import Context, Rule
from tests.rulebook.marked import files, lists, read

AT = Place("x.yaml")
PERSONS = Persons(Lexicon(lists()))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("村民陈大山种了20亩", True),
        ("村民陈大山家种了20亩", True),
        ("村民欧阳兰今年卖出300斤", True),
        ("村民买买提江的民宿有8张床", True),
        ("村民陈大山，去年养了60只羊", True),
        ("村民陈大山说，修路花了8万元", False),
        ("村民陈大山介绍，去年挣了8万元", False),
        ("村民人均收入2万元", False),
        ("村民老徐家种了12亩", True),
        ("村民老人种了12亩", False),
        ("村民代表提意见20条", False),
        ("村民在村口种了20亩", False),
        ("村民", False),
    ],
)
def test_a_named_person(text, named):
    assert PERSONS.is_named(text, len("村民")) is named


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("村民陈大山养羊【60只】", "person"),
        ("村民陈大山的羊圈里养羊【60只】", "person"),
        ("村民养羊【60只】", "herd"),
        ("村民小组养羊【60只】", "herd"),
        ("陈大山养羊【60只】", "herd"),
        ("全村村民陈大山养羊【60只】", "herd"),
    ],
)
def test_a_context_may_ask_for_any_name(text, outcome):
    named = Context("named", AT, ("村民某某",), "left", not_left=("全村",), drop="person")
    herd = Rule("herd", "herd", AT, noun=("羊",))
    match = read(text, RuleBook(files(herd, contexts=(named,))))[-1]
    assert (match.rule.id if match.rule else match.reason) == outcome


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王桂花今年挣了8000元", ["王桂花今年挣"]),
        ("黄花菜今年种了1260亩", []),
        ("石榴种了90亩", []),
        ("入秋，老韦种了90亩甘蔗", ["老韦种了"]),
        ("那年冬天，何麻果家盖起小楼", ["何麻果家盖"]),
        ("场主韦某某投资55万元", ["韦某某"]),
        ("杨秀英前年秋天考下月嫂证", ["杨秀英前年秋天考下"]),
        ("罗湖去年拿到补助35万元", []),
        ("老李家三口人挤在38平方米的屋里", ["老李家"]),
        ("老张家湾有水田38亩", []),
        ("王桂花带着姐妹们挣了8万元", []),
        ("东街社区今年挣了8000元", []),
        ("杨家村今年挣了8000元", []),
        ("江南社区种了3000棵树", []),
        ("都说王桂花今年挣了8000元", []),
    ],
)
def test_a_name_that_nothing_announces(text, names):
    assert [text[start:end] for start, end in PERSONS.named_alone(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("陈大山养了羊【60只】", "person"), ("社区养了羊【60只】", "herd"), ("全村陈大山养了羊【60只】", "herd")],
)
def test_a_context_may_ask_for_a_name_alone(text, outcome):
    named = Context("named", AT, ("某某",), "left", not_left=("全村",), drop="person")
    herd = Rule("herd", "herd", AT, noun=("羊",))
    match = read(text, RuleBook(files(herd, contexts=(named,))))[-1]
    assert (match.rule.id if match.rule else match.reason) == outcome
