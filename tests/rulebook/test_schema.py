"""The JSON Schema agrees with what the loader takes."""

from __future__ import annotations

import pytest

from casekit.rulebook.rule import Context, Rule
from casekit.rulebook.schema import SCHEMAS, ContextShape, RuleShape, json_schema
from casekit.rulebook.shapes import keys_of


def test_every_key_of_a_rule_is_described_in_both_languages() -> None:
    properties = json_schema("rules")["$defs"]["RuleShape"]["properties"]
    assert list(properties) == keys_of(RuleShape)
    for key, spec in properties.items():
        assert any("\u4e00" <= c <= "\u9fff" for c in spec["description"]), key


def test_shapes_and_dataclasses_have_the_same_keys() -> None:
    renamed = {"not": "not_any", "set": "sets"}
    assert {renamed.get(k, k) for k in keys_of(RuleShape)} == set(Rule.__dataclass_fields__) - {"place"}
    assert {renamed.get(k, k) for k in keys_of(ContextShape)} - {"note"} == set(Context.__dataclass_fields__) - {
        "place"
    }


@pytest.mark.parametrize("kind", SCHEMAS)
def test_there_is_a_schema_of_every_kind_that_refuses_other_keys(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["title"] == f"casekit {kind}"
    assert all(part["additionalProperties"] is False for part in schema["$defs"].values())
