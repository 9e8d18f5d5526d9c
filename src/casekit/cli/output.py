"""How commands print tables: for people on a terminal, CSV in a pipe, and files in the form their name asks for."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from casekit.core.errors import CasekitError, nearest

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.console import Console

    from casekit.tables.xlsx import Sheet

FORMATS = ("table", "csv", "tsv", "json", "jsonl", "md", "xlsx", "parquet")
_BINARY = frozenset({"xlsx", "parquet"})
_SUFFIXES = {".txt": "table", ".csv": "csv", ".tsv": "tsv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl"}
_SUFFIXES |= {".md": "md", ".xlsx": "xlsx", ".parquet": "parquet"}
_ROWS = 100  # more than that is not read on a terminal


@dataclass(frozen=True, slots=True)
class Output:
    """Where a table goes and in which form; `format` empty means: by the file name, else by what stdout is.

    `bom`: None writes a UTF-8 byte order mark where CSV or TSV goes into a file, so that Excel and WPS read it.
    """

    format: str = ""
    file: Path | None = None
    bom: bool | None = None
    formulas_inert: bool = True

    def __post_init__(self) -> None:
        if self.format and self.format not in FORMATS:
            hint = nearest(self.format, FORMATS)
            raise CasekitError(f'--format "{self.format}" is unknown. Known: {", ".join(FORMATS)}. {hint}'.strip())

    @property
    def form(self) -> str:
        """The form the table will have: one of FORMATS."""
        if self.format:
            return self.format
        if self.file is None:
            return "table" if sys.stdout.isatty() else "csv"
        if (known := _SUFFIXES.get(self.file.suffix.lower())) is None:
            raise CasekitError(
                f"{self.file}: the ending says no format; give --format or one of {', '.join(_SUFFIXES)}"
            )
        return known


def choose_output(format: str, as_json: bool, file: Path | None = None, bom: bool | None = None) -> Output:
    """The Output that the options --format, --json, -o and --bom together ask for."""
    if as_json and format not in ("", "json"):
        raise CasekitError(f"--json and --format {format} contradict each other")
    return Output("json" if as_json else format, file, bom)


def print_table(
    table: pa.Table,
    output: Output,
    *,
    pretty: pa.Table | None = None,
    sheets: Callable[[], Sequence[Sheet]] | None = None,
) -> None:
    """Writes the table as `output` asks. `pretty` is what a terminal shows instead, `sheets` what a workbook holds."""
    form = output.form
    if form in _BINARY:
        _write_binary(table, output, form, sheets)
        return
    with _text_out(output, form) as out:
        if form == "table":
            _write_pretty(table if pretty is None else pretty, out)
        else:
            _write_text(table, out, form, output)


def table_of(rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Rows as an Arrow table; the columns of the first row, in its order."""
    import pyarrow as pa

    return pa.Table.from_pylist([dict(row) for row in rows])


def say(message: str) -> None:
    """One line for people, on stderr."""
    print(message, file=sys.stderr)


def console(out: TextIO | None = None) -> Console:
    """A console that colours only where a terminal wants colours."""
    from rich.console import Console

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Console(file=out or sys.stdout, no_color=plain, highlight=False, soft_wrap=False)


def _write_text(table: pa.Table, out: TextIO, form: str, output: Output) -> None:
    from casekit.tables import text

    if form in ("csv", "tsv"):
        text.write_csv(table, out, tabs=form == "tsv", formulas_inert=output.formulas_inert)
    elif form == "json":
        text.write_json(table, out)
    elif form == "jsonl":
        text.write_jsonl(table, out)
    else:
        text.write_markdown(table, out)


def _write_binary(table: pa.Table, output: Output, form: str, sheets: Callable[[], Sequence[Sheet]] | None) -> None:
    if output.file is None:
        raise CasekitError(f"--format {form} is no text; say where it goes with -o FILE.{form}")
    part = output.file.with_name(f".{output.file.name}.part")
    try:
        if form == "parquet":
            import pyarrow.parquet as pq

            pq.write_table(table, part, compression="zstd")
        else:
            from casekit.tables.xlsx import Sheet, write_workbook

            write_workbook(part, [Sheet("结果", table)] if sheets is None else sheets())
        part.replace(output.file)
    except OSError as error:
        raise CasekitError(f"{output.file}: cannot be written ({error.strerror or error})") from None
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _text_out(output: Output, form: str) -> Iterator[TextIO]:
    marked = form in ("csv", "tsv") and (output.bom if output.bom is not None else _into_file(output))
    encoding = "utf-8-sig" if marked else "utf-8"
    if output.file is not None:
        try:
            with output.file.open("w", encoding=encoding, newline="") as out:
                yield out
        except OSError as error:
            raise CasekitError(f"{output.file}: cannot be written ({error.strerror or error})") from None
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    if marked:
        sys.stdout.write("\ufeff")
    yield sys.stdout
    sys.stdout.flush()


def _into_file(output: Output) -> bool:
    """True where the bytes end in a file on disk: -o, or stdout sent there by the shell."""
    if output.file is not None:
        return True
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


def _write_pretty(table: pa.Table, out: TextIO) -> None:
    from rich.table import Table
    from rich.text import Text

    from casekit.tables.cells import plain
    from casekit.tables.text import is_number
    from casekit.tables.xlsx import titles

    printed = Table(header_style="bold", pad_edge=False)
    for field, head in zip(table.schema, titles(table.schema), strict=True):
        right = is_number(field.type) or bool((field.metadata or {}).get(b"right"))
        printed.add_column(Text(head), justify="right" if right else "left", overflow="fold")
    for row in table.slice(0, _ROWS).to_pylist():
        printed.add_row(*(Text(plain(cell)) for cell in row.values()))
    console(out).print(printed)
    if table.num_rows > _ROWS:
        say(f"… {table.num_rows - _ROWS} more rows; use -o FILE.csv or --top")
