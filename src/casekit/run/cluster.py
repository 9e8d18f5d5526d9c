"""Paths on a cluster in, a folder of tables out: the same rows as a local run."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from casekit.documents import DuplicateFinder, Signature
from casekit.engines.rulebag import pack_rules
from casekit.engines.spark import extract_frame, local_path, open_spark, read_frame
from casekit.extract import Kit, load_kit
from casekit.run.corpus import Settings, with_headlines
from casekit.run.counts import Counts, count_tables
from casekit.run.manifest import manifest, note_documents, recipe
from casekit.run.pieces import look_through
from casekit.run.reprints import Reprints
from casekit.run.sample import read_sample
from casekit.run.summary import Summary
from casekit.run.workplace import Workplace
from casekit.tables import TABLES, TableWriter
from casekit.tables.nested import SIGNATURE, unnest

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def extract_on_spark(paths: Sequence[str], out: str, settings: Settings, spark: SparkSession | None = None) -> Summary:
    """Extracts every document at `paths` on a Spark cluster and writes the tables to `out`.

    On a path of this machine the tables are files, byte for byte those of a local run; elsewhere (`hdfs://`,
    `s3a://`) they are folders of Parquet files. Raises CasekitError where a path does not exist.
    """
    began = time.monotonic()
    kit = load_kit(settings.rules, settings.gazetteer)
    settings = with_headlines(settings)
    kit = replace(kit, boilerplate=_boilerplate(paths, settings, kit))
    bag = pack_rules(settings.rules, settings.gazetteer, kit.boilerplate)
    spark = spark or open_spark()
    texts = read_frame(spark, [local_path(path) for path in paths], settings.options)
    found = extract_frame(texts, bag)
    made = recipe(kit, settings.rules, settings.gazetteer, settings.options)
    counts = _write_folders(spark, found, out, made) if "://" in out else _write_files(found, Path(out), made)
    return Summary(counts, time.monotonic() - began, Path(out))


def _boilerplate(paths: Sequence[str], settings: Settings, kit: Kit) -> frozenset[str]:
    """Lines that repeat, where the files lie on this machine; those of a cluster are not looked into beforehand."""
    here = [Path(local_path(path).removeprefix("file://")) for path in paths]
    if not all(path.exists() for path in here):
        return frozenset()
    return read_sample(look_through(here).sample, settings.options, kit.layout).lines


def _write_files(found: DataFrame, out: Path, made: dict[str, Any]) -> Counts:
    counts, corpus, reprints = Counts(), sha256(), Reprints()
    with Workplace(out) as place, TableWriter(out) as writer:
        folder = place.parts / "spark"
        found.write.mode("overwrite").parquet(f"file://{folder.absolute()}")
        for tables in _tables(folder, reprints):
            writer.add_tables(tables)
            note_documents(corpus, tables["documents"])
            counts.add(count_tables(tables))
            counts.bytes += pc.sum(pc.binary_length(tables["documents"]["text"]), min_count=0).as_py()
        counts.repeated = reprints.count
        writer.finish(manifest(made, counts, corpus.hexdigest()))
    return counts


def _tables(folder: Path, reprints: Reprints) -> Iterator[dict[str, pa.Table]]:
    """What Spark wrote, in the order of its partitions, which is that of the documents."""
    for path in sorted(folder.glob("part-*.parquet")):
        for batch in pq.ParquetFile(path).iter_batches(batch_size=256):
            yield unnest(reprints.mark(pa.Table.from_batches([batch])))


def _write_folders(spark: SparkSession, found: DataFrame, out: str, made: dict[str, Any]) -> Counts:
    from pyspark.sql import functions as f

    held = f"{out}/.run/extractions"
    found.write.mode("overwrite").parquet(held)
    whole = spark.read.parquet(held)
    pairs = _repeated(whole)
    repeated = spark.createDataFrame(pairs, "doc string, duplicate_of string")
    documents = whole.drop("duplicate_of").join(f.broadcast(repeated), "doc", "left")
    for name, schema in TABLES.items():
        if name == "documents":
            table = documents.select(*schema.names)
        else:
            table = whole.select(f.explode(f"{name}_rows").alias("row")).select("row.*")
        table.write.mode("overwrite").parquet(f"{out}/{name}.parquet")
    counts = _counts(whole)
    counts.repeated = len(pairs)
    _write_text(spark, f"{out}/run.json", json.dumps(manifest(made, counts, ""), ensure_ascii=False, sort_keys=True))
    return counts


def _repeated(whole: DataFrame) -> list[tuple[str, str]]:
    """Each document that repeats an earlier one, with that one; only signatures come to this machine."""
    finder = DuplicateFinder()
    rows = whole.select("doc", SIGNATURE).orderBy("doc").toLocalIterator()
    found = ((row["doc"], finder.add(row["doc"], Signature.unpack(bytes(row[SIGNATURE])))) for row in rows)
    return [(doc, first) for doc, first in found if first is not None]


def _counts(whole: DataFrame) -> Counts:
    from pyspark.sql import functions as f

    size = f.sum(f.octet_length("text"))
    unread = f.sum((~f.col("status").isin("ok", "empty")).cast("int"))
    row = whole.agg(f.count("*"), f.sum("chars"), f.sum("facts"), f.sum(f.size("cases_rows")), unread, size).first()
    documents, chars, facts, cases, failed, size = (value or 0 for value in row or (0,) * 6)
    return Counts(documents=documents, chars=chars, bytes=size, facts=facts, cases=cases, failed=failed)


def _write_text(spark: SparkSession, path: str, text: str) -> None:
    there = spark._jvm.org.apache.hadoop.fs.Path(path)
    stream = there.getFileSystem(spark._jsparkSession.sessionState().newHadoopConf()).create(there, True)
    stream.write(bytearray(text.encode()))
    stream.close()
