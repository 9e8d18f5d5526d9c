"""The word lists that the program reads: shipped, described, and changed by a user's folder."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from casekit.core import RuleError
from casekit.core.rules_folder import shipped_rules
from casekit.extract import load_kit
from casekit.rulebook.check import check_rules
from casekit.rulebook.lexicon import NAMES, Lexicon
from casekit.rulebook.load import load_rule_files
from casekit.workbench.reading import read_text
from tests.rulebook.folders import write

FILES = ("phrases", "series", "persons", "facts", "labels")


def test_every_list_is_shipped_and_holds_words() -> None:
    words = Lexicon(load_rule_files().lists)
    assert [name for name in sorted(NAMES) if not words[name]] == []


def test_a_name_that_is_none_of_them_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        Lexicon({"别的词": ["词"]})["别的词"]


@pytest.mark.parametrize("name", FILES)
def test_every_list_of_these_files_is_read_by_the_program(name: str) -> None:
    text = (shipped_rules() / "lists" / f"{name}.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"^(\S+): \[", text, re.M)) <= NAMES


@pytest.mark.parametrize("name", ["phrases", "series", "persons", "facts"])
def test_every_list_is_described(name: str) -> None:
    lines = (shipped_rules() / "lists" / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    for above, line in pairwise(lines):
        if re.match(r"\S+: \[", line):
            # A list of look-alikes, or of what stands before its words, stands beside the list it belongs to.
            assert above.startswith("#") or above.endswith("]"), line


ONE_WORD_MORE = [
    # list, a word more, a text, what its last figure is without the word, and with it
    ("衬词", "拉拉杂杂", "党员拉拉杂杂86名。", ("no-rule", ""), ("party_members", "党员")),
    (
        "续数词",
        "入秋后",
        "竹溪社区春天调解纠纷12起，入秋后9起。",
        ("disputes_mediated", "入秋后"),
        ("disputes_mediated", "纠纷"),
    ),
    ("标签主人词", "大院", "青榆大院的党员86名。", ("party_members", "青榆大院的党员"), ("party_members", "党员")),
    ("谋生词", "倒垫", "竹溪社区开了夜校。王桂花倒垫8000元。", ("no-rule", ""), ("person", "")),
]


def _last(text: str, rules: Path | None) -> tuple[str, str]:
    """Metric and label of the last figure of a text, or why it is none."""
    kit = load_kit(rules)
    read = read_text(text, kit, furniture=True)
    fact = read.fact(read.matches[-1], kit)
    return (fact.metric, fact.label) if fact else (read.matches[-1].reason, "")


@pytest.mark.parametrize(("name", "word", "text", "before", "after"), ONE_WORD_MORE)
def test_a_word_added_in_a_folder_of_ones_own_is_read(
    tmp_path: Path, name: str, word: str, text: str, before: tuple[str, str], after: tuple[str, str]
) -> None:
    own = write(tmp_path, lists__mine=f"{name}: [‹{name}›, {word}]\n")
    assert (_last(text, None), _last(text, own)) == (before, after)


def test_an_empty_list_and_a_file_of_the_same_name(tmp_path: Path) -> None:
    own = write(tmp_path, lists__phrases="描写词: [懂]\n", lists__mine="去往词: []\n")
    words = Lexicon(load_rule_files(own).lists)
    assert (words["描写词"], words["去往词"]) == (("懂",), ())
    # What the replaced file held is still there: without it the language could not be read.
    assert words["衬词"] == Lexicon(load_rule_files().lists)["衬词"]


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("衬词: [一共，总共]\n", ":1:", "半角逗号"),
        ("衬词: [一共]\n衬词: [总共]\n", ":2:1", "twice"),
        ("衬词: [‹衬次›]\n", ":1:6", "衬词"),
        ("一共: {词: [一共]}\n", ":1:", "词"),
    ],
)
def test_a_malformed_list_is_told_with_its_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    with pytest.raises(RuleError) as error:
        load_rule_files(write(tmp_path, lists__mine=text))
    assert f"mine.yaml{place}" in str(error.value)
    assert said in str(error.value)


def test_a_misspelt_list_is_a_finding_with_the_nearest_name(tmp_path: Path) -> None:
    found = check_rules(write(tmp_path, lists__mine="衬托词: [一共]\n"))
    assert [(finding.code, finding.place.line) for finding in found] == [("list-unused", 1)]
    assert "衬词" in found[0].message
