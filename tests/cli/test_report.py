"""`casekit report` as a user calls it."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from casekit.cli.app import app
from casekit.core import CasekitError
from casekit.documents import read_documents
from casekit.extract import Kit, extract_document
from casekit.tables import TableWriter

RUN = CliRunner()


def tables(folder: Path, kit: Kit) -> Path:
    (folder / "in").mkdir()
    (folder / "in" / "荷城.txt").write_text("荷城社区位于贵港市港北区，常住居民5.9万人。", encoding="utf-8")
    with TableWriter(folder / "out") as writer:
        for document in read_documents([folder / "in"]):
            writer.add(extract_document(document, kit))
        writer.finish({})
    return folder / "out"


def test_the_report_lies_beside_the_tables_by_default(tmp_path: Path, kit: Kit) -> None:
    out = tables(tmp_path, kit)
    done = RUN.invoke(app, ["report", "--from", str(out)])
    assert done.exit_code == 0, done.output
    assert "1 documents" in done.stderr
    assert "荷城社区" in (out / "report.html").read_text(encoding="utf-8")
    done = RUN.invoke(app, ["report", "--from", str(out), "-o", str(tmp_path / "new" / "r.html")])
    assert done.exit_code == 0
    assert (tmp_path / "new" / "r.html").read_bytes() == (out / "report.html").read_bytes()


def test_missing_tables_are_told(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["report", "--from", str(tmp_path / "none")])
    assert isinstance(done.exception, CasekitError)
    assert "casekit extract" in str(done.exception)
