"""Extractions of some documents as one file between stages: written whole or not at all, read back batch by batch."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from casekit.tables.nested import EXTRACTIONS

_NOTE = b"casekit.part"
# Threads of their own would cost more than they give where every processor has its worker.
_WRITING = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
_READING = pa.ipc.IpcReadOptions(use_threads=False)
# Documents in a batch, so that many parts can be read side by side.
_BATCH = 256


def write_part(path: Path, batches: Iterable[pa.RecordBatch], note: Mapping[str, Any]) -> None:
    """Writes batches of the schema EXTRACTIONS and a note about them; under its name the file is always complete."""
    making = path.with_name(f"{path.name}.{os.getpid()}")
    told = EXTRACTIONS.with_metadata({_NOTE: json.dumps(note, ensure_ascii=False)})
    with making.open("wb") as file:
        with pa.ipc.new_stream(file, told, options=_WRITING) as stream:
            for batch in batches:
                for start in range(0, batch.num_rows, _BATCH):
                    stream.write_batch(batch.slice(start, _BATCH))
        file.flush()
        os.fsync(file.fileno())
    making.replace(path)


def read_part(path: Path) -> Iterator[pa.RecordBatch]:
    """The batches of a part; raises OSError or pyarrow.ArrowInvalid where it cannot be read."""
    with pa.OSFile(str(path), "rb") as file:
        yield from pa.ipc.open_stream(file, options=_READING)


def read_note(path: Path) -> dict[str, Any] | None:
    """The note of a part, None where there is no part that can be read."""
    try:
        with pa.OSFile(str(path), "rb") as file:
            return dict(json.loads(pa.ipc.open_stream(file).schema.metadata[_NOTE]))
    except (OSError, pa.ArrowInvalid, KeyError, TypeError, ValueError):
        return None
