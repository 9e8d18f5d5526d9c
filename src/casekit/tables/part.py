"""The tables of some documents as one file between stages: written whole or not at all, read back as they were."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from casekit.tables.schema import TABLES

_NOTE = b"casekit.part"
_PACKED = pa.ipc.IpcWriteOptions(compression="lz4")


def write_part(path: Path, tables: Mapping[str, pa.Table], note: Mapping[str, Any]) -> None:
    """Writes the tables and a note about them; under its name the file is always complete."""
    making = path.with_name(f"{path.name}.{os.getpid()}")
    with making.open("wb") as file:
        for name, schema in TABLES.items():
            told = schema.arrow().with_metadata({_NOTE: json.dumps(note, ensure_ascii=False)})
            with pa.ipc.new_stream(file, told, options=_PACKED) as stream:
                stream.write_table(tables[name].combine_chunks())
        file.flush()
        os.fsync(file.fileno())
    making.replace(path)


def read_part(path: Path) -> dict[str, pa.Table]:
    """The tables of a part; raises OSError or pyarrow.ArrowInvalid where it cannot be read."""
    with pa.memory_map(str(path)) as file:
        return {name: pa.ipc.open_stream(file).read_all() for name in TABLES}


def read_note(path: Path) -> dict[str, Any] | None:
    """The note of a part, None where there is no part that can be read."""
    try:
        with pa.memory_map(str(path)) as file:
            return dict(json.loads(pa.ipc.open_stream(file).schema.metadata[_NOTE]))
    except (OSError, pa.ArrowInvalid, KeyError, TypeError, ValueError):
        return None
