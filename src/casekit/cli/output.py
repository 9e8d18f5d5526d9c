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
_WRAPPED = 24  # the least width of a column of running text
_LONG = 40  # cells wider than this are broken over lines
_PAGE = 160  # the width of a table for people that does not go to a terminal


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
    pretty: Callable[[], pa.Table] | None = None,
    sheets: Callable[[], Sequence[Sheet]] | None = None,
) -> None:
    """Writes the table as `output` asks; `pretty` makes what a terminal shows, `sheets` what a workbook holds."""
    form = output.form
    if form in _BINARY:
        _write_binary(table, output, form, sheets)
        return
    with _text_out(output, form) as out:
        if form == "table":
            _write_pretty(table if pretty is None else pretty(), out)
        else:
            # Markdown is for people too: what a terminal shows, whole.
            _write_text(pretty() if form == "md" and pretty else table, out, form, output)


def say_written(table: pa.Table, output: Output) -> None:
    """Where the table went and how large it is, on stderr; nothing where it went to stdout."""
    if output.file is not None:
        rows, columns = table.num_rows, table.num_columns
        say(f"{output.file}: {rows} row{'s' * (rows != 1)}, {columns} column{'s' * (columns != 1)}")


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

    file = out or sys.stdout
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    width = None if file.isatty() or "COLUMNS" in os.environ else _PAGE
    return Console(file=file, no_color=plain, highlight=False, width=width)


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
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_quietly()


def _leave_quietly() -> None:
    """The reader has what it wanted (`| head`): that is no failure, and Python must not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


def _into_file(output: Output) -> bool:
    """True where the bytes end in a file on disk: -o, or stdout sent there by the shell."""
    if output.file is not None:
        return True
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


def _write_pretty(table: pa.Table, out: TextIO) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    screen = console(out)
    cells = _cells(table.slice(0, _ROWS))
    kept, dropped, fits = _fitting(table, cells, screen.width)
    printed = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0))
    for name in kept:
        field = table.schema.field(name)
        right = _is_marked(field, "right") or _is_numeric(field)
        wraps = _is_marked(field, "wrap") or max(map(cell_len, cells[name]), default=0) > _LONG
        fixed = not wraps and (fits or right)
        printed.add_column(Text(name), justify="right" if right else "left", no_wrap=fixed, overflow="fold")
    for row in zip(*(cells[name] for name in kept), strict=True):
        printed.add_row(*map(Text, row))
    screen.print(printed)
    if dropped:
        say(f"left out for lack of width: {', '.join(dropped)}; -o FILE.csv has them")
    if table.num_rows > _ROWS:
        say(f"… {table.num_rows - _ROWS} more rows; use -o FILE.csv or --top")


def _cells(table: pa.Table) -> dict[str, list[str]]:
    from casekit.tables.cells import plain

    return {name: [plain(cell) for cell in table.column(name).to_pylist()] for name in table.schema.names}


def _fitting(table: pa.Table, cells: Mapping[str, Sequence[str]], width: int) -> tuple[list[str], list[str], bool]:
    """The columns to print, those that give way (`drop` with 1 first), and whether that makes room enough.

    A column marked `wrap` may shrink to a few words, never below.
    """
    from rich.cells import cell_len

    need = {}
    for name, column in cells.items():
        natural = max(map(cell_len, [name, *column]))
        need[name] = min(natural, _WRAPPED) if _is_marked(table.schema.field(name), "wrap") else natural
    dropped: list[str] = []
    marks = {field.name: (field.metadata or {}).get(b"drop", b"") for field in table.schema}
    giving_way = sorted((name for name in cells if marks[name]), key=lambda name: marks[name])
    while (room := width - sum(need[kept] + 2 for kept in cells if kept not in dropped)) < 0 and giving_way:
        dropped.append(giving_way.pop(0))
    return [name for name in cells if name not in dropped], dropped, room >= 0


def _is_marked(field: pa.Field, mark: str) -> bool:
    return mark.encode() in (field.metadata or {})


def _is_numeric(field: pa.Field) -> bool:
    from casekit.tables.text import is_number

    return is_number(field.type)
