"""`casekit leftovers`: the quantities no rule took, most frequent first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from casekit.cli.output import choose_output, print_table, say, table_of

if TYPE_CHECKING:
    from casekit.extract import Kit
    from casekit.workbench.leftovers import Left

_EPILOG = "casekit leftovers corpus/ --top 30"
_MANY = 10_000


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("leftovers", epilog=_EPILOG)(leftovers)


def leftovers(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="CORPUS|TABLES...", help="Reports, or folders of tables; outputs/.")
    ] = None,
    rules: Annotated[Path | None, typer.Option(metavar="DIR", help="Your rules; they win over the shipped.")] = None,
    reasons: Annotated[
        list[str] | None, typer.Option("--reason", metavar="REASON", help="By default no-rule and contested.")
    ] = None,
    top: Annotated[int, typer.Option(metavar="N", min=1, help="How many groups.")] = 50,
    format: Annotated[str, typer.Option(metavar="FORM", help="table, csv, tsv, json, jsonl, md or xlsx.")] = "",
    file: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Write into this file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Quantities that no rule took, grouped by verb, noun and unit: the work list of a rule writer.

    Each group has an example sentence and the nearest rule with what stood in its way. Given tables, the leftovers
    in them are read again with the rules of today, so a mended rule shortens the list at once.
    """
    from casekit.extract import load_kit
    from casekit.workbench.leftovers import UNCLAIMED, group_row, grouped

    kit = load_kit(rules)
    wanted = tuple(reasons or UNCLAIMED)
    groups = grouped(left for path in paths or [Path("outputs")] for left in _leftovers(path, kit, wanted))
    rows = [group_row(group, kit) for group in groups[:top]]
    output = choose_output(format, as_json, file)
    if output.form == "table" and output.file is None:
        for row in rows:
            typer.echo(_lines(row))
    else:
        print_table(table_of(rows), output)
    say(f"{sum(g.count for g in groups)} leftovers in {len(groups)} groups")


def _leftovers(path: Path, kit: Kit, reasons: tuple[str, ...]) -> Iterator[Left]:
    from casekit.workbench.leftovers import corpus_leftovers, table_leftovers

    if not (path / "leftovers.parquet").is_file():
        yield from corpus_leftovers([path], kit, reasons)
        return
    from casekit.tables import read_table

    columns = ("doc", "quote", "sentence", "reason")
    for batch in read_table(path, "leftovers", columns).to_batches(max_chunksize=_MANY):
        rows = zip(*(batch.column(name).to_pylist() for name in columns), strict=True)
        yield from table_leftovers(rows, kit, reasons)


def _lines(row: Mapping[str, Any]) -> str:
    """A group for people: a table of whole sentences would be too wide for a terminal."""
    what = " ".join(row[name] for name in ("verb", "noun", "unit") if row[name]) or "—"
    tie = "" if row["reason"] == "no-rule" else f"  {row['reason']}"
    nearest = f"\n      near {row['nearest']}" if row["nearest"] else ""
    return f"{row['count']:5}×  {what}  ({row['documents']} documents){tie}\n      {row['example']}{nearest}"
