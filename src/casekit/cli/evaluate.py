"""`casekit eval`: found tables against annotated texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from casekit.evaluate import Score

_EPILOG = "casekit eval tests/gold/corpus --from outputs --errors"


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("eval", epilog=_EPILOG)(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder with NAME.facts.jsonl and NAME.cases.jsonl.")],
    tables: Annotated[Path, typer.Option("--from", metavar="DIR", help="Folder of the tables to score.")] = Path(
        "outputs"
    ),
    errors: Annotated[bool, typer.Option("--errors", help="List everything missed, wrong or spurious.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="YAML of lowest accepted F1; exit 1 where one is missed.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--set", metavar="NAME", help="Whose floors; by default the name of the GOLD folder.")
    ] = None,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Move floors up to what was reached.")] = False,
    lower_floors: Annotated[bool, typer.Option("--lower-floors", help="Move floors to what was reached, down too.")] = (
        False
    ),
) -> None:
    """Precision, recall and F1 of the tables against annotations.

    Five levels, each asking for all before it: span (the figure was found), value (and unit), metric, fact (and
    its community), full (and bound, interval, rate). The 95 % interval comes from drawing documents anew.
    """
    from casekit.evaluate import read_gold, score_tables
    from casekit.evaluate.score import CASE_COLUMNS, FACT_COLUMNS
    from casekit.tables import read_table

    annotations = read_gold(gold)
    facts = read_table(tables, "facts", FACT_COLUMNS).to_pylist()
    cases = read_table(tables, "cases", CASE_COLUMNS).to_pylist()
    score = score_tables(facts, cases, annotations)
    _print_score(score, errors, as_json)
    if floors is not None and _below_floors(score, floors, name or gold.resolve().name, raise_floors, lower_floors):
        raise typer.Exit(1)


def _print_score(score: Score, errors: bool, as_json: bool) -> None:
    from casekit.evaluate.card import mistake_as_json, mistake_line, score_as_json, score_lines

    if as_json:
        card = score_as_json(score)
        if errors:
            card["errors"] = [mistake_as_json(mistake) for mistake in score.mistakes]
        typer.echo(json.dumps(card, ensure_ascii=False, indent=2))
        return
    for line in score_lines(score):
        typer.echo(line)
    for mistake in score.mistakes if errors else ():
        typer.echo(mistake_line(mistake))


def _below_floors(score: Score, path: Path, name: str, up: bool, down: bool) -> bool:
    from casekit.evaluate import check_floors, raised, read_floors, write_floors

    measures = score.measures()
    known = read_floors(path, frozenset(measures))
    if down:
        known = raised(known, name, measures, lower=True)
    below = check_floors(known, name, measures)
    for miss in below:
        typer.echo(str(miss), err=True)
    if (up or down) and not below:
        write_floors(path, raised(known, name, measures))
    return bool(below)
