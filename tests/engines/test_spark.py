"""The same rows on Spark as on one machine, also when a worker is killed on the way."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from casekit.run import Settings, extract_corpus

pytestmark = pytest.mark.spark

TEXT = "{name}社区位于贵港市港北区，常住居民{people}人，{homes}户。2023年，社区调解矛盾纠纷{cases}件。"


def text(number: int) -> str:
    return TEXT.format(name=f"试验{number}", people=3000 + number, homes=900 + number, cases=10 + number)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="the spark extra is not installed")
    if not shutil.which("java"):
        pytest.skip("no Java")
    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
    builder = sql.SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    builder = builder.config("spark.driver.memory", "1g").config("spark.sql.shuffle.partitions", "3")
    builder = builder.config("spark.driver.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "16")
    session = builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def files(folder: Path) -> Path:
    for number in range(40):
        path = folder / f"甲 {number % 3}" / f"{number:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(number), encoding="gb18030" if number % 2 else "utf-8")
    (folder / "again.txt").write_text(text(3), encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    return folder


def lines(folder: Path) -> Path:
    rows = [
        {"id": f"n{number % 30}", "text": text(number), "title": "题", "date": "2024-05-01"} for number in range(40)
    ]
    said = [json.dumps(row, ensure_ascii=False) for row in rows]
    folder.mkdir()
    (folder / "新闻.jsonl").write_text("\n".join([*said, "", "{broken", "[1]"]) + "\n", encoding="utf-8")
    return folder / "新闻.jsonl"


def rows(folder: Path) -> Path:
    folder.mkdir()
    table = pa.table({"text": [text(number) for number in range(40)], "source": ["晚报"] * 40})
    pq.write_table(table, folder / "rows.parquet", row_group_size=7)
    return folder / "rows.parquet"


@pytest.mark.parametrize("make", [files, lines, rows])
def test_the_tables_are_byte_for_byte_those_of_a_local_run(spark: Any, tmp_path: Path, make: Any) -> None:
    from casekit.run.cluster import extract_on_spark

    path = make(tmp_path / "in")
    local = extract_corpus([path], tmp_path / "local", Settings(workers=1))
    summary = extract_on_spark([str(path)], str(tmp_path / "spark"), Settings(), spark)
    assert summary.counts.documents == local.counts.documents >= 40
    assert summary.counts.bytes > 40 * 100
    assert digests(tmp_path / "spark") == digests(tmp_path / "local")


def test_elsewhere_the_tables_are_folders_with_the_same_rows(spark: Any, tmp_path: Path) -> None:
    from casekit.run.cluster import extract_on_spark

    path = files(tmp_path / "in")
    extract_corpus([path], tmp_path / "local", Settings(workers=1))
    summary = extract_on_spark([path.as_uri()], (tmp_path / "there").as_uri(), Settings(), spark)
    assert (summary.counts.documents, summary.counts.bytes > 40 * 100) == (43, True)
    for name in ("facts", "cases", "documents", "leftovers", "problems"):
        wanted = pq.read_table(tmp_path / "local" / f"{name}.parquet").to_pylist()
        found = pq.read_table(tmp_path / "there" / f"{name}.parquet").to_pylist()
        assert sorted(found, key=repr) == sorted(wanted, key=repr)
    assert json.loads((tmp_path / "there" / "run.json").read_text(encoding="utf-8"))["counts"]["documents"] == 43


def test_a_worker_that_is_killed_loses_and_doubles_nothing(spark: Any, tmp_path: Path) -> None:
    from casekit.engines.batch import TEXTS
    from casekit.engines.rulebag import pack_rules
    from casekit.engines.spark import ddl_of, extract_frame

    mark = str(tmp_path / "killed")

    def kill_once(batches: Iterator[Any]) -> Iterator[Any]:
        import os

        for batch in batches:
            yield batch
            try:
                os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os._exit(1)

    made = [dict.fromkeys(TEXTS.names) | {"doc": f"{n:03}", "text": text(n)} for n in range(90)]
    frame = spark.createDataFrame(made, ddl_of(TEXTS)).repartition(4)
    found = extract_frame(frame.mapInArrow(kill_once, ddl_of(TEXTS)), pack_rules(None, None)).select("doc", "facts")
    docs = [row["doc"] for row in found.collect()]
    assert Path(mark).exists()
    assert docs == [f"{n:03}" for n in range(90)]
