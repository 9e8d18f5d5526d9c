"""Batches in, batches out: the schema to the letter, the rows of a local run, none under another document."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from casekit.core import CasekitError
from casekit.engines.batch import TEXTS, documents_of, extract_batch
from casekit.extract import Kit, extract_document
from casekit.tables import TABLES, tables_of
from casekit.tables.nested import EXTRACTIONS, unnest

TEXT = "荷城社区位于贵港市港北区，常住居民5.9万人，其中少数民族群众6500多人。2023年调解纠纷86件。"


def batch(**columns: list[object]) -> pa.RecordBatch:
    arrays = {name: pa.array(values, TEXTS.field(name).type) for name, values in columns.items()}
    return pa.RecordBatch.from_pydict(arrays)


def test_the_result_is_of_the_schema_and_gives_back_the_tables(kit: Kit) -> None:
    texts = batch(doc=["乙", "甲", "丙"], text=[TEXT, "", TEXT.replace("荷城", "金晖")])
    found = extract_batch(texts, kit)
    assert found.schema.equals(EXTRACTIONS)
    assert found["doc"].to_pylist() == ["乙", "甲", "丙"]
    assert not [field for field in found.schema if pa.types.is_dictionary(field.type)]
    tables = unnest(found)
    wanted = tables_of([extract_document(document, kit) for document in documents_of(texts)])
    assert list(tables) == list(TABLES)
    for name, table in tables.items():
        assert table.schema.equals(TABLES[name].arrow(), check_metadata=True), name
        assert table.equals(wanted[name]), name
    assert tables["facts"].num_rows >= 4
    assert tables["documents"]["status"].to_pylist() == ["ok", "empty", "ok"]


def test_an_empty_batch_gives_an_empty_batch(kit: Kit) -> None:
    found = extract_batch(batch(doc=[], text=[]), kit)
    assert found.schema.equals(EXTRACTIONS)
    assert found.num_rows == 0
    assert {name: table.num_rows for name, table in unnest(found).items()} == dict.fromkeys(TABLES, 0)


def test_batches_of_several_pieces_fall_apart_into_the_same_tables(kit: Kit) -> None:
    pieces = [extract_batch(batch(doc=[doc], text=[TEXT]), kit) for doc in ("甲", "乙")]
    whole = unnest(pa.Table.from_batches(pieces))
    assert whole["facts"].num_rows == 2 * unnest(pieces[0])["facts"].num_rows


def test_what_the_batch_says_of_a_document_is_kept() -> None:
    day = date(2024, 5, 1)
    texts = batch(doc=["甲"], text=[TEXT], title=["题"], published=[day], sha256=["f" * 64], format=["html"])
    (document,) = documents_of(texts)
    assert (document.title, document.published, document.sha256) == ("题", day, "f" * 64)
    assert (document.format, document.status) == ("html", "ok")


def test_a_batch_without_texts_is_refused(kit: Kit) -> None:
    with pytest.raises(CasekitError, match="missing: text"):
        extract_batch(batch(doc=["甲"]), kit)
