"""`casekit compare`: who has more, how sure is that, and where it stands in the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casekit.cli.output import FORMATS, Output, choose_output, console, print_table, say, say_written
from casekit.core.errors import CasekitError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from casekit.compare.catalogue import Measure
    from casekit.compare.comparable import Choice
    from casekit.compare.question import Answer, Question
    from casekit.compare.views import View

_EPILOG = "casekit compare --metric minority_share > shares.csv"

Metrics = Annotated[list[str] | None, typer.Option("--metric", "-m", help="Metric to compare; may be given again.")]
Families = Annotated[list[str] | None, typer.Option("--family", help="All metrics of a family.")]
Cases = Annotated[list[str] | None, typer.Option("--case", "-c", help="Only this community; may be given again.")]
From = Annotated[Path, typer.Option("--from", metavar="DIR", help="Folder of the tables.")]
By = Annotated[str, typer.Option("--by", help="Gather by province, city, district, street or level.")]
Over = Annotated[str, typer.Option("--over", help="period: one figure a year, and whether it rose or fell.")]
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
Reprints = Annotated[bool, typer.Option("--reprints", help="Count what a reprint of a report says again.")]
Every = Annotated[bool, typer.Option("--all", help="Every figure found, not only the one chosen.")]
Pairs = Annotated[bool, typer.Option("--pairs", help="Every two communities against each other.")]
Evidence = Annotated[bool, typer.Option("--evidence", help="The sentence that holds each figure.")]
Chart = Annotated[bool, typer.Option("--chart", help="Bars with intervals; -o chart.svg or chart.png for a picture.")]
Listing = Annotated[bool, typer.Option("--list-metrics", help="All metrics, and how many communities have each.")]
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
    by: By = "",
    over: Over = "",
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
    reprints: Reprints = False,
    every: Every = False,
    pairs: Pairs = False,
    evidence: Evidence = False,
    chart: Chart = False,
    list_metrics: Listing = False,
    rules: Rules = None,
    format: Format = "",
    as_json: Json = False,
    file: File = None,
    bom: Bom = None,
) -> None:
    """One figure a community and metric: stated or computed, with its interval, its rank and its words in the text.

    A table on a terminal, CSV in a pipe or a file. A rank such as 2-3 says that intervals overlap.
    """
    from casekit.compare.question import Question

    output = choose_output(format, as_json, file, bom)
    if list_metrics:
        return _list_metrics(tables, rules, reprints, output)
    _refuse_mix({"--by": by, "--over": over, "--all": every, "--pairs": pairs, "--chart": chart}, over)
    names = [tuple(given or ()) for given in (metric, family, case, level, where)]
    choice = _choice(basis, group, per, unit, period, planned)
    question = Question(names[0], names[1], names[2], names[3], names[4], choice, sort, top, every, bool(over))
    found, catalogue = _answer(tables, question, rules, reprints)
    if chart:
        _draw(found, catalogue, output)
    else:
        _print(_view(found, question, catalogue, by, pairs, evidence), output, pairs and len(found.rows) > 0)
    _say_notes(found, question)


def _print(view: View, output: Output, pairs: bool) -> None:
    print_table(view.table, output, pretty=view.page, sheets=view.sheets)
    say_written(view.table, output)
    if pairs and not view.table.num_rows:
        say("no pairs: only one community has a figure; --pairs needs two")


def _answer(
    folder: Path, question: Question, rules: Path | None, reprints: bool
) -> tuple[Answer, Mapping[str, Measure]]:
    from casekit.compare.answer import answer, asked_measures
    from casekit.compare.catalogue import load_catalogue
    from casekit.compare.policy import load_policy
    from casekit.compare.source import open_source

    catalogue, policy = load_catalogue(rules), load_policy(rules)
    needed = set().union(*(measure.metrics for measure in asked_measures(question, catalogue)))
    return answer(open_source(folder, needed, reprints), question, catalogue, policy), catalogue


def _view(
    found: Answer, question: Question, catalogue: Mapping[str, Measure], by: str, pairs: bool, evidence: bool
) -> View:
    from casekit.compare import views
    from casekit.compare.summary import check_place

    if by:
        return views.summary_view(found, check_place(by))
    if pairs:
        return views.pairs_view(found)
    if question.over_years:
        return views.panel_view(found, catalogue, evidence)
    several = len(found.measures) > 1 and not question.every_fact
    return views.figures_view(found, catalogue, evidence, console().width if several else None)


def _draw(found: Answer, catalogue: Mapping[str, Measure], output: Output) -> None:
    from casekit.compare.chart import bars_of, chart_lines
    from casekit.compare.picture import write_picture

    if len(found.measures) > 1:
        raise CasekitError("--chart shows one metric; give one --metric")
    measure, bars = found.measures[0], bars_of(found.rows)
    if output.file is None:
        screen = console()
        for line in chart_lines(bars, screen.width):
            screen.print(line, markup=False, no_wrap=True)
        return
    definition = measure.derived.definition if measure.derived else measure.definition
    for warning in write_picture(output.file, f"{measure.title}（{measure.unit}）", bars, [definition]):
        say(warning)
    say(f"{output.file}: {len(bars)} bar{'s' * (len(bars) != 1)}")


def _list_metrics(folder: Path, rules: Path | None, reprints: bool, output: Output) -> None:
    from casekit.compare.catalogue import load_catalogue
    from casekit.compare.listing import list_metrics, listing_page
    from casekit.compare.policy import load_policy
    from casekit.compare.source import open_source

    table = list_metrics(open_source(folder, None, reprints), load_catalogue(rules), load_policy(rules))
    print_table(table, output, pretty=lambda: listing_page(table))
    say_written(table, output)


def _refuse_mix(modes: Mapping[str, str | bool], over: str) -> None:
    chosen = [name for name, asked in modes.items() if asked]
    if len(chosen) > 1:
        raise CasekitError(f"{' and '.join(chosen)} cannot be combined")
    if over not in ("", "period"):
        raise CasekitError(f'--over "{over}" is unknown. Known: period')


def _choice(
    basis: list[str] | None,
    group: list[str] | None,
    per: str | None,
    unit: str | None,
    period: str | None,
    planned: bool,
) -> Choice:
    from casekit.compare.comparable import Choice
    from casekit.compare.period import read_span

    span = read_span(period) if period else None
    return Choice(tuple(basis or ()), tuple(group or ()), per, unit, span, planned)


def _say_notes(found: Answer, question: Question) -> None:
    for line in found.notes.lines:
        say(line)
    if not any(found.having.values()):
        many = f"none of the {len(found.cases)} communities has a figure for it"
        say(many if len(found.cases) else "the tables hold no community: there is nothing to compare")
        return
    chosen = found.rows[found.rows["chosen"] == "yes"] if "chosen" in found.rows else found.rows
    shown = chosen.groupby("metric", sort=False)["key"].nunique()
    for metric, count in found.having.items() if len(found.measures) <= 5 else ():
        rest = f"{_silence(found, question, metric)}{_rest(shown, metric, count)}"
        say(f"{metric}: {count or 'none'} of {len(found.cases)} communities{rest}")


def _silence(found: Answer, question: Question, metric: str) -> str:
    """What can be said of the communities without a figure: silent, or speaking of something else."""
    from casekit.compare.comparable import Choice

    if not 0 < found.having[metric] < len(found.cases):
        return ""
    narrowed = question.choice != Choice() or any(line.startswith(f"{metric}:") for line in found.notes.lines)
    return "; the others have no such figure" if narrowed else "; the others do not mention it"


def _rest(shown: pd.Series[int], metric: str, count: int) -> str:
    number = int(shown.get(metric, 0))
    return f"; {number} shown" if number < count else ""
