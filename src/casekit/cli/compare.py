"""`casekit compare`: who has more, how sure is that, and where it stands in the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casekit.cli.output import FORMATS, Output, choose_output, print_table, say

if TYPE_CHECKING:
    from casekit.compare.question import Answer, Question

_EPILOG = "casekit compare --metric minority_share > shares.csv"

Metrics = Annotated[list[str] | None, typer.Option("--metric", "-m", help="Metric to compare; may be given again.")]
Families = Annotated[list[str] | None, typer.Option("--family", help="All metrics of a family.")]
Cases = Annotated[list[str] | None, typer.Option("--case", "-c", help="Only this community; may be given again.")]
From = Annotated[Path, typer.Option("--from", metavar="DIR", help="Folder of the tables.")]
Levels = Annotated[list[str] | None, typer.Option("--level", help="社区, 村, 街道 ..., or all. Default: communities.")]
Where = Annotated[list[str] | None, typer.Option("--where", help="Only rows that meet it: city=南宁市, value>=10.")]
Sort = Annotated[str, typer.Option("--sort", help="Column to sort by, -COLUMN for falling. Default: -value.")]
Top = Annotated[int | None, typer.Option("--top", min=1, help="Only the first N of each metric.")]
Basis = Annotated[list[str] | None, typer.Option("--basis", help="Only 常住, 户籍, 总, or - for none named.")]
Group = Annotated[list[str] | None, typer.Option("--group", help="Only figures of this group: 回族, 老年人.")]
Per = Annotated[str | None, typer.Option("--per", help="Only rates per 年, 月, 次 ...")]
Unit = Annotated[str | None, typer.Option("--unit", help="Only figures in this unit, or convertible to it.")]
Period = Annotated[str | None, typer.Option("--period", help="Only figures of that time: 2023, 2023-05, 2021..2023.")]
Planned = Annotated[bool, typer.Option("--planned", help="Planned figures too.")]
Every = Annotated[bool, typer.Option("--all", help="Every figure found, not only the one chosen.")]
Evidence = Annotated[bool, typer.Option("--evidence", help="The sentence that holds each figure.")]
Rules = Annotated[Path | None, typer.Option("--rules", metavar="DIR", help="Folder of your rules.")]
Format = Annotated[str, typer.Option("--format", "-f", help=" | ".join(FORMATS))]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
File = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; its ending says the form.")
]
Bom = Annotated[bool | None, typer.Option("--bom/--no-bom", help="Byte order mark in CSV. Default: in files only.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("compare", epilog=_EPILOG)(compare)


def compare(
    metric: Metrics = None,
    family: Families = None,
    case: Cases = None,
    tables: From = Path("outputs"),
    level: Levels = None,
    where: Where = None,
    sort: Sort = "",
    top: Top = None,
    basis: Basis = None,
    group: Group = None,
    per: Per = None,
    unit: Unit = None,
    period: Period = None,
    planned: Planned = False,
    every: Every = False,
    evidence: Evidence = False,
    rules: Rules = None,
    format: Format = "",
    as_json: Json = False,
    file: File = None,
    bom: Bom = None,
) -> None:
    """One figure a community and metric: stated or computed, with its interval, its rank and its words in the text.

    A table on a terminal, CSV in a pipe or a file. Ranks such as 2-3 say that intervals overlap.
    """
    from casekit.compare.figures import Choice
    from casekit.compare.period import read_span
    from casekit.compare.question import Question

    output = choose_output(format, as_json, file, bom)
    span = read_span(period) if period else None
    choice = Choice(tuple(basis or ()), tuple(group or ()), per, unit, span, planned)
    question = Question(
        tuple(metric or ()),
        tuple(family or ()),
        tuple(case or ()),
        tuple(level or ()),
        tuple(where or ()),
        choice,
        sort,
        top,
        every,
        evidence,
    )
    _compare(tables, question, rules, output)


def _compare(folder: Path, question: Question, rules: Path | None, output: Output) -> None:
    from casekit.compare.answer import answer, asked_measures
    from casekit.compare.catalogue import load_catalogue
    from casekit.compare.evidence import with_evidence
    from casekit.compare.policy import load_policy
    from casekit.compare.result import pretty_table, result_table
    from casekit.compare.source import open_source

    catalogue, policy = load_catalogue(rules), load_policy(rules)
    needed = set().union(*(measure.metrics for measure in asked_measures(question, catalogue)))
    found = answer(open_source(folder, needed), question, catalogue, policy)
    rows = with_evidence(found.rows, folder, catalogue)
    print_table(
        result_table(rows, catalogue, question.evidence),
        output,
        pretty=pretty_table(rows, question.evidence) if output.form == "table" else None,
    )
    _say_notes(found)


def _say_notes(found: Answer) -> None:
    for line in found.notes.lines:
        say(line)
    for metric, count in found.rows.groupby("metric", sort=False)["key"].nunique().items():
        say(f"{metric}: {count} of {found.communities} communities; the others do not mention it")
