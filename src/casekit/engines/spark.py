"""Reports on any path that Hadoop reads in, extractions out, worked off by a Spark cluster (extra `spark`)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyarrow as pa

from casekit.core import CasekitError
from casekit.documents import ReadOptions
from casekit.engines.batch import TEXTS, extract_batch
from casekit.engines.rawtexts import RAW, SCHEME, bare_path, read_raw
from casekit.engines.rulebag import RuleBag, kit_of
from casekit.tables.nested import EXTRACTIONS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Batches = Iterator[pa.RecordBatch]

# Documents in one batch: large texts must fit into the memory of a worker.
_BATCH = 256
_TYPES = {
    pa.string(): "string",
    pa.binary(): "binary",
    pa.float64(): "double",
    pa.int32(): "int",
    pa.int64(): "bigint",
    pa.date32(): "date",
}


def open_spark() -> SparkSession:
    """The session that spark-submit or the environment set up, else one on this machine.

    Raises CasekitError where pyspark is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise CasekitError('the spark engine needs Java 17 and: pip install "casekit[spark]"') from None
    builder = SparkSession.builder.appName("casekit").config("spark.sql.session.timeZone", "UTC")
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(_BATCH))
    return builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()


def extract_frame(texts: DataFrame, bag: RuleBag) -> DataFrame:
    """The extractions of a frame in the schema TEXTS, sorted by document, in the schema EXTRACTIONS.

    A document that breaks the reader is a row with status `failed`. Names must be unique.
    """
    ordered = texts.repartitionByRange("doc").sortWithinPartitions("doc")
    return ordered.mapInArrow(_over(partial(_extract, bag)), ddl_of(EXTRACTIONS))


def read_frame(spark: SparkSession, paths: Sequence[str], options: ReadOptions) -> DataFrame:
    """The documents at the paths, in the schema TEXTS, named as a local run names them.

    Lines of JSON and rows of Parquet are spread over the cluster row by row, other files file by file.
    """
    root = _root(spark, paths)
    frames = [_raw_frame(spark, path) for path in paths]
    raw = frames[0]
    for frame in frames[1:]:
        raw = raw.unionByName(frame)
    named = raw.mapInArrow(_over(partial(read_raw, root, options)), ddl_of(TEXTS))
    return _numbered(named)


def ddl_of(schema: pa.Schema) -> str:
    """The schema as Spark writes it.

    >>> ddl_of(pa.schema([pa.field("doc", pa.string()), pa.field("near", pa.list_(pa.string()))]))
    '`doc` string, `near` array<string>'
    """
    return ", ".join(f"`{field.name}` {_type(field.type)}" for field in schema)


def local_path(path: str) -> str:
    """A path with its scheme, where it has none and exists on this machine."""
    return f"file://{Path(path).absolute()}" if "://" not in path and Path(path).exists() else path


def _raw_frame(spark: SparkSession, path: str) -> DataFrame:
    from pyspark.sql import functions as f
    from pyspark.sql.window import Window

    if path.endswith((".jsonl", ".ndjson")):
        lines = spark.read.text(path).select("value", f.col("_metadata.file_path").alias("path"))
        rows = lines.rdd.zipWithIndex().map(lambda pair: (pair[0]["path"], pair[0]["value"], pair[1]))
        frame = spark.createDataFrame(rows, "path string, line string, at bigint")
        first = f.min("at").over(Window.partitionBy("path"))
        frame = frame.withColumn("number", f.col("at") - first + 1).withColumn("content", f.lit(None).cast("binary"))
    elif path.endswith(".parquet"):
        table = spark.read.parquet(path)
        row = f.to_json(f.struct(*(f.col(f"`{name}`") for name in table.columns)))
        place = [f.col("_metadata.file_path").alias("path"), (f.col("_metadata.row_index") + 1).alias("number")]
        frame = table.select(*place, row.alias("line")).withColumn("content", f.lit(None).cast("binary"))
    else:
        frame = (
            _files(spark, path)
            .withColumn("line", f.lit(None).cast("string"))
            .withColumn("number", f.lit(0).cast("bigint"))
        )
    return frame.select(*(f.col(name) for name in RAW.names))


def _files(spark: SparkSession, path: str) -> DataFrame:
    """The files below a path with their bytes; Spark lists those of no bytes but gives no row for them."""
    from pyspark.sql import functions as f

    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(path).select("path", "content")
    listed = [(name, bare_path(unquote(name))) for name in files.inputFiles()]
    bare = f.regexp_replace("path", SCHEME, "/").alias("bare")
    empty = spark.createDataFrame(listed, "path string, bare string").join(files.select(bare), "bare", "left_anti")
    return files.unionByName(empty.select(f.url_decode("path").alias("path"), f.lit(bytearray()).alias("content")))


def _numbered(texts: DataFrame) -> DataFrame:
    """The second document of a name is called `name~2`, and so on, as in a local run."""
    from pyspark.sql import functions as f
    from pyspark.sql.window import Window

    turn = f.row_number().over(Window.partitionBy("doc").orderBy("number"))
    again = f.concat(f.col("doc"), f.lit("~"), f.col("turn").cast("string"))
    named = texts.withColumn("turn", turn).withColumn("doc", f.when(f.col("turn") > 1, again).otherwise(f.col("doc")))
    return named.select(*TEXTS.names)


def _root(spark: SparkSession, paths: Sequence[str]) -> str:
    """The folder below which names begin: the one path where that is a folder, else what holds them all."""
    found = [_qualified(spark, path) for path in paths]
    if len(found) == 1 and found[0][1]:
        return found[0][0]
    return posixpath.commonpath([bare_path(path.rsplit("/", 1)[0]) for path, _ in found])


def _qualified(spark: SparkSession, path: str) -> tuple[str, bool]:
    """The path as Hadoop writes it, and whether it is a folder; raises CasekitError where it does not exist."""
    session = spark._jsparkSession
    there = spark._jvm.org.apache.hadoop.fs.Path(path)
    system = there.getFileSystem(session.sessionState().newHadoopConf())
    if not system.exists(there):
        raise CasekitError(f"{path}: no such file or folder")
    status = system.getFileStatus(there)
    return str(status.getPath().toString()).rstrip("/"), bool(status.isDirectory())


def _over(work: Callable[[pa.RecordBatch], pa.RecordBatch]) -> Callable[[Batches], Batches]:
    return partial(_each, work)


def _each(work: Callable[[pa.RecordBatch], pa.RecordBatch], batches: Batches) -> Batches:
    for batch in batches:
        yield work(batch)


def _extract(bag: RuleBag, batch: pa.RecordBatch) -> pa.RecordBatch:
    return extract_batch(batch, kit_of(bag))


def _type(type_: pa.DataType) -> str:
    if pa.types.is_list(type_):
        return f"array<{_type(type_.value_type)}>"
    if pa.types.is_struct(type_):
        return f"struct<{', '.join(f'`{field.name}`: {_type(field.type)}' for field in type_)}>"
    return _TYPES[type_]
