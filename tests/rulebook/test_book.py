"""One quantity, one metric: the written order of precedence, contests, contexts, and order that never matters."""

import random

import pytest

from casekit.core import Place
from casekit.rulebook import RuleBook
from casekit.rulebook.rule import Context, Rule
from tests.rulebook.marked import files, read

AT = Place("x.yaml")


def rule(id_, metric="", **conditions):
    return Rule(id_, metric or id_, AT, **conditions)


PEOPLE = rule("people", unit=("人数",), noun=("居民",))
MINORITY = rule("minority", unit=("人数",), noun=("少数民族",))
MEDIATED = rule("mediated", unit=("件", "起"), verb=("化解",), noun=("纠纷",))
DISPUTES = rule("disputes", unit=("起",), noun=("纠纷",), not_any=("排查",))


def winner(text, *rules, contexts=()):
    match = read(text, RuleBook(files(*rules, contexts=contexts)))[-1]
    return match.rule.id if match.rule else match.reason


@pytest.mark.parametrize(
    ("text", "rules", "wins"),
    [
        ("居民【9人】", (PEOPLE, MINORITY), "people"),
        ("少数民族居民【9人】", (PEOPLE, MINORITY), "people"),  # the head of the noun phrase
        (
            "少数民族居民【9人】",
            (PEOPLE, rule("residents", unit=("人数",), noun=("民族居民",))),
            "residents",
        ),  # the longer cue
        ("化解纠纷【9起】", (MEDIATED, DISPUTES), "mediated"),  # more conditions
        ("化解纠纷【9起】", (DISPUTES, rule("any", unit=("起",), verb=("化解",))), "disputes"),  # what decides
        ("纠纷【9起】", (MEDIATED, DISPUTES), "disputes"),
        ("剃头【9元】", (rule("small", unit=("零钱",)),), "small"),  # under a hundred yuan
        ("剃头【100元】", (rule("small", unit=("零钱",)),), "no-rule"),
        ("剃头【9元】", (rule("large", unit=("金额",), not_unit=("零钱",)),), "no-rule"),
        ("房租【100000元】", (rule("large", unit=("大额",)),), "large"),  # a hundred thousand yuan and more
        ("房租【99999元】", (rule("large", unit=("大额",)),), "no-rule"),
        ("居民【9位】", (rule("pointed-at", unit=("论名",)),), "pointed-at"),  # people counted one by one
        ("居民【9名】", (rule("heads", unit=("人数",), not_unit=("论名",)),), "no-rule"),
        ("居民【9人】", (rule("pointed-at", unit=("论名",)),), "no-rule"),
        ("排查纠纷【9起】", (MEDIATED, DISPUTES), "no-rule"),
        ("居民【9户】", (PEOPLE,), "no-rule"),
        ("居民【9人】", (PEOPLE, rule("rival", unit=("人数",), noun=("居民",))), "contested"),
        ("居民【9人】", (PEOPLE, rule("rival", unit=("人数",), noun=("居民",), beats=("people",))), "rival"),
        ("居民【9人】", (PEOPLE, rule("exact", unit=("人",), noun=("居民",))), "exact"),
        ("居民【9】", (PEOPLE, rule("bare", unit=("无",), noun=("居民",))), "bare"),
    ],
)
def test_who_wins(text, rules, wins):
    assert winner(text, *rules) == wins


@pytest.mark.parametrize(
    ("text", "wins"),
    [
        ("化解居民【9人】", "act"),
        ("化解纠纷【9起】、居民【9人】", "act"),
        ("化解纠纷【9起】，居民【9人】", "people"),
        ("化解纠纷，居民【9人】", "people"),
    ],
)
def test_a_verb_of_another_clause_beats_no_rule_on_the_thing_counted(text, wins):
    assert winner(text, PEOPLE, rule("act", unit=("人数", "起"), verb=("化解",), beats=("people",))) == wins


def test_two_rules_of_one_metric_never_contest():
    twin = rule("zz", "people", unit=("人数",), noun=("居民",))
    assert winner("居民【9人】", twin, PEOPLE) == "people"


def test_order_of_rules_never_matters():
    rules = [PEOPLE, MINORITY, MEDIATED, DISPUTES, rule("any", unit=("件数",))]
    texts = ["少数民族居民【9人】", "化解纠纷【9起】", "物品【9件】"]
    wanted = [winner(t, *rules) for t in texts]
    for seed in range(10):
        random.Random(seed).shuffle(rules)
        assert [winner(t, *rules) for t in texts] == wanted


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("居民增长【9人】", "change"), ("居民增长到【9人】", "people"), ("居民【9人】", "people")],
)
def test_a_context_drops_unless_its_word_is_part_of_a_look_alike(text, outcome):
    growth = Context("growth", AT, ("增长",), "left", unless=("增长到",), drop="change")
    assert winner(text, PEOPLE, contexts=(growth,)) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("他说起居民【9人】", "person"), ("他说起全村居民【9人】", "people"), ("居民【9人】", "people")],
)
def test_a_context_keeps_away_where_its_not_left_stands(text, outcome):
    person = Context("person", AT, ("他",), "left", not_left=("全村",), drop="person")
    assert winner(text, PEOPLE, contexts=(person,)) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("化解纠纷【9起】，物品【3件】", "any"),
        ("化解纠纷【9起】，后来【3起】", "disputes"),
        ("物品【3起】", "any"),
    ],
)
def test_a_rule_that_asks_nothing_yields_to_a_further_reading(text, outcome):
    assert winner(text, rule("any", unit=("件数",)), DISPUTES) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("化解纠纷【9起】，摆平【8起】", "disputes"),
        ("化解纠纷【9起】，摆平【8件】", "no-rule"),
        ("化解纠纷【9起】，还有【1起】挂在墙上", "disputes"),
        ("化解纠纷【9人】，来了【8人】", "no-rule"),
    ],
)
def test_with_the_same_measure_word_and_nothing_named_the_figure_goes_on(text, outcome):
    assert winner(text, DISPUTES) == outcome


def test_explaining_names_the_condition_that_failed_and_the_word():
    book = RuleBook(files(DISPUTES))
    frame = read("排查纠纷【9起】", book)[0].frame
    (verdict,) = book.verdicts(frame)
    assert not verdict.holds
    assert [(c.name, c.word) for c in verdict.failed] == [("not_any", "排查")]
