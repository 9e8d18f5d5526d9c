"""The fifty-six groups: complete, coded, and told from words that look like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.cases.groups import load_groups

FINDER = load_groups()
_LINES = Path(__file__).with_name("groups.txt").read_text(encoding="utf-8").splitlines()
_PAIRS = [line.split("=>") for line in _LINES if "=>" in line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "wanted"), [(text.strip(), wanted.split()) for text, wanted in _PAIRS])
def test_groups_are_found_by_full_name(text: str, wanted: list[str]) -> None:
    found = list(FINDER.find(text))
    assert [mention.name for mention in found] == wanted
    for mention in found:
        assert text[mention.start : mention.end] in FINDER.names


def test_all_fifty_six_have_codes_of_their_own() -> None:
    groups = FINDER.groups
    assert [group.code for group in groups] == [f"{number:02}" for number in range(1, 57)]
    assert len({group.letters for group in groups}) == len({group.name for group in groups}) == 56
    assert all(len(group.letters) == 2 and group.letters.isupper() for group in groups)
    assert all(group.name.endswith("族") for group in groups)
    assert {"ZA": "藏族", "UG": "维吾尔族", "UZ": "乌孜别克族", "VA": "佤族"}.items() <= {
        group.letters: group.name for group in groups
    }.items()


def test_no_alias_means_two_groups() -> None:
    aliases = [alias for group in FINDER.groups for alias in group.aliases]
    assert len(aliases) == len(set(aliases))
    assert all(len(alias) > 1 for alias in aliases)
