"""The data package that lies beside the tables."""

from __future__ import annotations

import json
from pathlib import Path

from casekit.tables import TABLES, TableWriter
from casekit.tables.package import package_text


def test_it_describes_every_column_of_every_table(tmp_path: Path) -> None:
    with TableWriter(tmp_path) as writer:
        writer.finish({})
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == [f"{name}.parquet" for name in TABLES]
    for resource, table in zip(package["resources"], TABLES.values(), strict=True):
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == table.names
        assert all(field["title"] and field["description"] for field in fields)
        assert set(resource["schema"].get("primaryKey", [])) <= set(table.names)


def test_types_are_those_of_the_form() -> None:
    def types(form: str) -> dict[str, str]:
        cases = json.loads(package_text(form, {"cases": 3}))["resources"][0]
        assert cases["rows"] == 3
        return {field["name"]: field["type"] for field in cases["schema"]["fields"]}

    assert types("csv")["groups"] == "string"
    assert types("parquet")["groups"] == "array"
    assert types("csv")["start"] == "integer"
