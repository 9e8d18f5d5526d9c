"""`casekit eval`: found tables against annotated texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    split: Annotated[
        Path | None, typer.Option(metavar="FILE", help="YAML of parts and their texts: scores by part, and the gap.")
    ] = None,
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
    With --split, floors of a part are those named SET-PART.
    """
    from casekit.evaluate import read_gold, read_split, score_parts, score_tables
    from casekit.evaluate.score import CASE_COLUMNS, FACT_COLUMNS
    from casekit.tables import read_table

    annotations = read_gold(gold)
    facts = read_table(tables, "facts", FACT_COLUMNS).to_pylist()
    cases = read_table(tables, "cases", CASE_COLUMNS).to_pylist()
    score = score_tables(facts, cases, annotations)
    parts = score_parts(facts, cases, annotations, read_split(split, annotations)) if split else {}
    _print_score(score, parts, errors, as_json)
    if floors is not None:
        whole = name or gold.resolve().name
        named = {whole: score} | {f"{whole}-{part}": of_part for part, of_part in parts.items()}
        if _below_floors(named, floors, raise_floors, lower_floors):
            raise typer.Exit(1)


def _print_score(score: Score, parts: Mapping[str, Score], errors: bool, as_json: bool) -> None:
    from casekit.evaluate import part_lines
    from casekit.evaluate.card import mistake_as_json, mistake_line, score_as_json, score_lines

    if as_json:
        card = score_as_json(score)
        if parts:
            card["parts"] = {part: score_as_json(of_part) for part, of_part in parts.items()}
        if errors:
            card["errors"] = [mistake_as_json(mistake) for mistake in score.mistakes]
        typer.echo(json.dumps(card, ensure_ascii=False, indent=2))
        return
    for line in (*score_lines(score), *part_lines(parts)):
        typer.echo(line)
    for mistake in score.mistakes if errors else ():
        typer.echo(mistake_line(mistake))


def _below_floors(scores: Mapping[str, Score], path: Path, up: bool, down: bool) -> bool:
    from casekit.evaluate import check_floors, raised, read_floors, write_floors

    measures = {name: score.measures() for name, score in scores.items()}
    known = read_floors(path, frozenset(measure for of_set in measures.values() for measure in of_set))
    for name, reached in measures.items():
        known = raised(known, name, reached, lower=True) if down else known
    below = [miss for name, reached in measures.items() for miss in check_floors(known, name, reached)]
    for miss in below:
        typer.echo(str(miss), err=True)
    if (up or down) and not below:
        for name, reached in measures.items():
            known = raised(known, name, reached)
        write_floors(path, known)
    return bool(below)
