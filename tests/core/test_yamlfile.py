"""Strict YAML: strings only, places of every node, and plain words about the usual traps."""

import pytest

from casekit.core import RuleError
from casekit.core.yamlfile import parse_yaml, read_yaml


def test_every_scalar_stays_a_string():
    content = parse_yaml("a: 010\nb: no\nc: 2024-01-01\nd: 3:20\ne:", "x.yaml").content
    assert content == {"a": "010", "b": "no", "c": "2024-01-01", "d": "3:20", "e": ""}


def test_nodes_know_their_place():
    file = parse_yaml("- id: a\n  unit: [件, 起]\n", "x.yaml")
    assert str(file.place(0, "unit")) == "x.yaml:2:3"
    assert str(file.place(0, "unit", 1)) == "x.yaml:2:13"
    assert str(file.place(0, "nothing")) == "x.yaml:1:3"


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("id：a\n", "x.yaml:1:3", "全角冒号"),
        ("a:\n\tb: 1\n", "x.yaml:2:1", "Tab"),
        ("a: 1\na: 2\n", "x.yaml:2:1", "两次"),
        ("单位: %\n", "x.yaml:1:5", "加引号"),
        ("a: [1, 2\n", "x.yaml:2:1", "not valid YAML"),
    ],
)
def test_traps_are_named_with_their_place(text, place, says):
    with pytest.raises(RuleError) as caught:
        parse_yaml(text, "x.yaml")
    assert str(caught.value).startswith(place)
    assert says in str(caught.value)


def test_a_file_that_is_not_utf8_is_named(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes("词: 好".encode("gb18030"))
    with pytest.raises(RuleError, match="UTF-8"):
        read_yaml(file, "a.yaml")
