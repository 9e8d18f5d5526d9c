"""`casekit export`: any table, the matrix or the panel, as CSV, workbook, JSON lines or Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casekit.cli.compare import Basis, Bom, Families, File, Format, From, Json, Levels, Period, Planned, Reprints, Rules
from casekit.cli.output import Output, choose_output, print_table, say, say_written
from casekit.core.errors import CasekitError, nearest

if TYPE_CHECKING:
    from casekit.compare.catalogue import Measure
    from casekit.compare.question import Question

_EPILOG = "casekit export matrix -o matrix.xlsx"
_TABLES = ("facts", "cases", "documents", "leftovers", "problems")
_VIEWS = ("matrix", "panel")
_ALL = "all"

Table = Annotated[str, typer.Argument(metavar="TABLE", help=f"{', '.join((*_TABLES, *_VIEWS))}, or all.")]
Metrics = Annotated[list[str] | None, typer.Option("--metric", "-m", help="Matrix and panel: only this metric.")]
Intervals = Annotated[bool, typer.Option("--intervals", help="Matrix: low and high beside each value.")]
Raw = Annotated[bool, typer.Option("--no-escape-formulas", help="Leave cells that start with = + - @ as they are.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("export", epilog=_EPILOG)(export)


def export(
    table: Table,
    tables: From = Path("outputs"),
    metric: Metrics = None,
    family: Families = None,
    level: Levels = None,
    basis: Basis = None,
    period: Period = None,
    planned: Planned = False,
    reprints: Reprints = False,
    intervals: Intervals = False,
    raw: Raw = False,
    rules: Rules = None,
    format: Format = "",
    as_json: Json = False,
    file: File = None,
    bom: Bom = None,
) -> None:
    """A table for other programs: facts, cases ..., the matrix of communities by metrics, or the panel over years.

    all writes every table into the folder -o, as CSV unless --format says otherwise, with a datapackage.json.
    """
    known = (*_TABLES, *_VIEWS, _ALL)
    if table not in known:
        raise CasekitError(f'no table "{table}". Known: {", ".join(known)}. {nearest(table, known)}'.rstrip())
    if table == _ALL:
        return _export_all(tables, file, format or "csv", bom, raw)
    chosen = choose_output(format, as_json, file, bom)
    output = Output(chosen.format, chosen.file, chosen.bom, formulas_inert=not raw)
    if table in _TABLES:
        return _export_table(tables, table, output)
    from casekit.compare.comparable import Choice
    from casekit.compare.period import read_span
    from casekit.compare.question import Question

    choice = Choice(basis=tuple(basis or ()), period=read_span(period) if period else None, planned=planned)
    names = (tuple(metric or ()), tuple(family or ()), (), tuple(level or ()), ())
    asked = Question(*names, choice, over_years=table == "panel")
    _export_view(tables, table, asked, rules, intervals, reprints, output)


def _export_table(folder: Path, name: str, output: Output) -> None:
    from casekit.compare.sheets import RESULT, meaning_sheet
    from casekit.tables import read_table
    from casekit.tables.schema import TABLES
    from casekit.tables.xlsx import Sheet

    found = read_table(folder, name).select(TABLES[name].names)
    print_table(found, output, sheets=lambda: [Sheet(RESULT, found), meaning_sheet([found], [])])
    say_written(found, output)


def _export_view(
    folder: Path, name: str, question: Question, rules: Path | None, intervals: bool, reprints: bool, output: Output
) -> None:
    from casekit.compare.answer import answer, asked_measures
    from casekit.compare.catalogue import load_catalogue
    from casekit.compare.policy import load_policy
    from casekit.compare.source import open_source
    from casekit.compare.views import matrix_view, panel_view

    catalogue, policy = load_catalogue(rules), load_policy(rules)
    measures = asked_measures(question, catalogue) if question.metrics or question.families else []
    needed = set().union(*(measure.metrics for measure in measures)) if measures else None
    source = open_source(folder, needed, reprints)
    asked = _named(question, measures or [m for m in catalogue.values() if m.id not in policy.by_group])
    found = answer(source, asked, catalogue, policy)
    view = panel_view(found, catalogue, False) if name == "panel" else matrix_view(found, catalogue, intervals)
    print_table(view.table, output, pretty=view.page, sheets=view.sheets)
    for line in found.notes.lines if measures else ():
        say(line)
    say_written(view.table, output)


def _named(question: Question, measures: Sequence[Measure]) -> Question:
    from dataclasses import replace

    return replace(question, metrics=tuple(measure.id for measure in measures), families=())


def _export_all(folder: Path, into: Path | None, form: str, bom: bool | None, raw: bool) -> None:
    from casekit.tables import read_table
    from casekit.tables.package import write_package

    if into is None:
        raise CasekitError("export all needs a folder: -o FOLDER")
    if form not in ("csv", "jsonl", "parquet"):
        raise CasekitError(f'export all writes csv, jsonl or parquet, not "{form}"')
    if into.resolve() == folder.resolve():
        raise CasekitError(f"{into}: the tables lie there; choose another folder")
    into.mkdir(parents=True, exist_ok=True)
    rows = {}
    for name in _TABLES:
        found = read_table(folder, name)
        rows[name] = found.num_rows
        print_table(found, Output(form, into / f"{name}.{form}", bom, formulas_inert=not raw))
    write_package(into, form, rows)
    say(f"{into}: {', '.join(f'{name}.{form} {count}' for name, count in rows.items())}, datapackage.json")
