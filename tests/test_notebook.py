"""casekit as a library: names that stay, light to import, the same facts as the command line; a whole notebook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import casekit
from casekit.cli.app import app
from casekit.core import CasekitError
from casekit.documents import read_documents
from casekit.extract import Kit, extract_document
from casekit.tables import TableWriter

TEXT = "荷城社区见闻\n\n荷城社区位于贵港市港北区，常住居民5.9万人，其中少数民族群众6500多人。"
HEAVY = ("pandas", "pyarrow", "numpy", "yaml", "regex", "pydantic", "jieba", "typer")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory, kit: Kit) -> Path:
    folder = tmp_path_factory.mktemp("notebook")
    (folder / "荷城.txt").write_text(TEXT, encoding="utf-8")
    with TableWriter(folder / "outputs") as writer:
        for document in read_documents([folder / "荷城.txt"]):
            writer.add(extract_document(document, kit))
        writer.finish({})
    return folder / "outputs"


def test_names_stay() -> None:
    assert casekit.__all__ == ["Fact", "Outputs", "__version__", "extract", "read"]
    assert all(getattr(casekit, name) is not None for name in casekit.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = casekit.nothing


def test_importing_is_light_and_the_function_stays_a_function() -> None:
    code = f"""
import sys, casekit
assert [name for name in {HEAVY!r} if name in sys.modules] == []
import casekit.run
assert casekit.extract("居民300户")[0].value == 300
import casekit.extract as package
assert package.extract_document and casekit.extract("居民30户")[0].value == 30
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_text_gives_the_facts_of_its_file(outputs: Path) -> None:
    facts = casekit.extract(TEXT, doc="荷城.txt")
    assert [isinstance(fact, casekit.Fact) for fact in facts] == [True, True]
    assert all(TEXT[fact.start : fact.end] == fact.quote for fact in facts)
    assert [fact.fact_id for fact in facts] == casekit.read(outputs).facts["fact_id"].to_list()
    assert casekit.extract("") == []


def test_the_tables_are_frames(outputs: Path) -> None:
    tables = casekit.read(str(outputs))
    assert isinstance(tables, casekit.Outputs)
    assert len(tables.facts) == 2
    assert tables.cases["case"].to_list() == ["荷城社区"]
    assert tables.documents["text"].to_list() == [TEXT]
    assert len(tables.leftovers) == len(tables.problems) == 0
    share = tables.compare("minority_share")
    assert share[["case", "basis"]].to_numpy().tolist() == [["荷城社区", "computed"]]
    assert share["value"][0] == pytest.approx(100 * 6500 / 59000)
    with pytest.raises(CasekitError, match="unknown metric"):
        tables.compare("minority_shares")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CasekitError, match="Run first: casekit extract"):
        casekit.read(tmp_path / "none")


def test_a_notebook_from_the_first_cell_to_the_last(tmp_path: Path) -> None:
    import pandas as pd

    # One sentence, to see what a fact is.
    sentence = "翠湖社区为60岁以上老人820人免费体检，走访独居老人160余人次。"
    first = pd.DataFrame(casekit.extract(sentence))
    assert first["quote"].to_list() == ["820人", "160余人次"]
    assert first["group"].to_list() == ["60岁以上老人", "独居老人"]
    assert first[["low", "high"]].to_numpy().tolist() == [[820, 820], [160, 170]]

    # A folder of reports; in a notebook: !casekit extract corpus -o outputs
    corpus = Path(__file__).parents[1] / "corpus"
    assert CliRunner().invoke(app, ["extract", str(corpus), "-o", str(tmp_path), "--quiet"]).exit_code == 0
    tables = casekit.read(tmp_path)
    assert len(tables.documents) == 10

    # Which families of figures the reports tell, and which communities tell most.
    families = tables.facts.groupby("family").size().sort_values(ascending=False)
    assert families.index[0] == "service"
    told = tables.facts["case"].value_counts()
    assert told.index[0] == "荷城社区"

    # Who has the greatest share of minorities, and which of two ranks are certain.
    share = tables.compare("少数民族占比").set_index("case")
    assert share.index[0] == "中华中路社区"
    assert share.loc["荷城社区", "basis"] == "computed"
    assert share.loc["中华中路社区", "low"] > share.loc["宁湖社区", "high"]

    # Back to the text: every quote stands where the table says.
    texts = tables.documents.set_index("doc")["text"]
    assert all(texts[fact.doc][fact.start : fact.end] == fact.quote for fact in tables.facts.itertuples())

    # What was left over, and why; a wide table for a spreadsheet.
    assert "date" in set(tables.leftovers["reason"])
    wide = tables.facts.pivot_table(index="case", columns="metric", values="value", aggfunc="first")
    assert wide.loc["荷城社区", "population"] == 59000
