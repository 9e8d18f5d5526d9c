"""rules/places-words.yaml: mistakes have their place, and a word added to a copy decides whose figures are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit import extract
from casekit.cases.estates import find_estates
from casekit.cases.founded import FoundingFinder
from casekit.cases.near_words import load_near_words
from casekit.cases.wording import load_wording
from casekit.core import RuleError
from casekit.core.rules_folder import rule_file


def _with(folder: Path, old: str, new: str) -> Path:
    text = rule_file("places-words.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "places-words.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("bare:", "bear:", r':\d+:1  unknown key "bear"\. .*Did you mean "bare"'),
        ("  looking:", "  lookin:", r':\d+:3  unknown key "lookin"\. .*Did you mean "looking"'),
        ("  events: [举办, 召开, 举行, 开幕]", "  events: 举办", r':\d+:3  "events" must be a list of words'),
        ("  events: [举办, 召开, 举行, 开幕]\n", "", r":\d+:\d+  missing: events\. Copy the list from the shipped"),
    ],
)
def test_a_mistake_has_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(RuleError, match=told):
        load_near_words(_with(tmp_path, old, new))


HALLS = "港北区的柳桥社区有食堂3个。\n"
ONE_WORD_MORE = [
    # list, a word more, what the text goes on with, whose the last figure is without the word, and with it
    ("subject", "扶起", "港北扶起食堂86个。", "柳桥社区", "港北区"),
    ("looking", "说到", "说到港北，食堂办了86个。", "柳桥社区", "港北区"),
    ("not_whole", "眼红", "全区眼红的食堂有86个。", "港北区", "柳桥社区"),
    ("deeds", "扶起", "青海扶起农家书屋86个。", "柳桥社区", "青海省"),
]


@pytest.mark.parametrize(("key", "word", "text", "before", "after"), ONE_WORD_MORE)
def test_a_word_added_to_a_copy_is_read(
    tmp_path: Path, key: str, word: str, text: str, before: str, after: str
) -> None:
    own = _with(tmp_path, f"\n  {key}: [", f"\n  {key}: [{word}, ")
    assert [extract(HALLS + text, rules=rules)[-1].case for rules in (None, own)] == [before, after]


HELD = "柳桥社区有党员86名。"
OWNERS = [
    # list, a word more, the text, whose its last figure is without the word, and with it
    ("severally", "挨个数", f"{HELD}松岗社区、枫桥社区挨个数是食堂3个、菜园52亩。", None, "枫桥社区"),
    ("left_out", "返迁", f"柳桥返迁社区有食堂3个。{HELD}", "柳桥社区", "柳桥返迁社区"),
]


@pytest.mark.parametrize(("key", "word", "text", "before", "after"), OWNERS)
def test_a_word_added_tells_whose_a_figure_is(
    tmp_path: Path, key: str, word: str, text: str, before: str | None, after: str
) -> None:
    own = _with(tmp_path, f"\n  {key}: [", f"\n  {key}: [{word}, ")
    assert [extract(text, rules=rules)[-1].case for rules in (None, own)] == [before, after]


def test_a_word_added_takes_up_the_communities_told_of(tmp_path: Path) -> None:
    text = "柳桥社区有食堂3个，枫桥社区有食堂5个。先头两个社区装路灯86盏。"
    own = _with(tmp_path, "\n  these: [", "\n  these: [先头, ")
    counted = [[fact.quote for fact in extract(text, rules=rules)] for rules in (None, own)]
    assert counted == [["3个", "5个", "两个", "86盏"], ["3个", "5个", "86盏"]]


def test_a_word_added_makes_a_founding_or_an_estate(tmp_path: Path) -> None:
    own = load_wording(_with(tmp_path, "sources: [", "sources: [菜场, "))
    remade = [
        [found.date for found in FoundingFinder(w).find("社区2006年由老菜场改造而来")] for w in (load_wording(), own)
    ]
    assert remade == [[], ["2006"]]
    own = load_wording(_with(tmp_path, "  called: [安置点, ", "  called: [宿舍区, 安置点, "))
    called = [[unit.name for unit in find_estates("大家搬进“望山家园”宿舍区。", [], w)] for w in (load_wording(), own)]
    assert called == [[], ["望山家园"]]
