"""`casekit show`: facts with their sentences, the quantity highlighted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from casekit.cli.compare import Bom, Cases, Families, File, Format, From, Json, Reprints, Rules
from casekit.cli.output import choose_output, console, print_table, say

if TYPE_CHECKING:
    import pyarrow as pa

    from casekit.compare.catalogue import Measure

_EPILOG = "casekit show --case 荷城 --metric minority_population"
_LIMIT = 50

Metrics = Annotated[list[str] | None, typer.Option("--metric", "-m", help="Only this metric; may be given again.")]
Docs = Annotated[list[str] | None, typer.Option("--doc", help="Only documents whose path holds this.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most N facts. Default: 50 on a terminal.")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("show", epilog=_EPILOG)(show)


def show(
    case: Cases = None,
    metric: Metrics = None,
    family: Families = None,
    doc: Docs = None,
    reprints: Reprints = False,
    limit: Limit = None,
    tables: From = Path("outputs"),
    rules: Rules = None,
    format: Format = "",
    as_json: Json = False,
    file: File = None,
    bom: Bom = None,
) -> None:
    """Facts with the sentence that states each, the quantity highlighted; CSV in a pipe or a file."""
    from casekit.compare.browse import Filter, find_facts
    from casekit.compare.catalogue import find_measure, load_catalogue

    output = choose_output(format, as_json, file, bom)
    catalogue = load_catalogue(rules)
    metrics = tuple(find_measure(name, catalogue).id for name in metric or ())
    wanted = Filter(tuple(case or ()), metrics, tuple(family or ()), tuple(doc or ()))
    on_screen = output.form == "table"
    answer = find_facts(tables, wanted, limit or (_LIMIT if on_screen else None), reprints)
    found = answer.facts
    if on_screen and output.file is None:
        _print_facts(found, tables, catalogue)
    else:
        print_table(found, output)
    if not found.num_rows:
        say("no fact meets these conditions")
    elif limit is None and on_screen and found.num_rows == _LIMIT:
        say(f"the first {_LIMIT}; --limit shows more")
    if answer.repeated:
        say(f"figures that reprints tell again, not shown twice: {answer.repeated}; --reprints or --doc shows them")


def _print_facts(found: pa.Table, folder: Path, catalogue: Mapping[str, Measure]) -> None:
    from casekit.compare.browse import texts_of

    texts = texts_of(folder, found["doc"].unique().to_pylist())
    screen = console()
    for fact in found.to_pylist():
        screen.print(_headline(fact, catalogue), soft_wrap=True)
        screen.print(_sentence(fact, texts.get(fact["doc"], "")), soft_wrap=True)
        screen.print()


def _headline(fact: Mapping[str, Any], catalogue: Mapping[str, Measure]) -> Any:
    from rich.text import Text

    from casekit.compare.result import range_text, short_number

    title = catalogue[fact["metric"]].title if fact["metric"] in catalogue else fact["metric"]
    nan = float("nan")
    low, high = (nan if fact[end] is None else fact[end] for end in ("low", "high"))
    value = "" if fact["value"] is None else short_number(fact["value"])
    ends = "" if low == high == fact["value"] else f" [{range_text(low, high)}]"
    also = " ".join(str(fact[name]) for name in ("basis", "group", "period", "status") if fact[name])
    per = f"/{fact['per']}" if fact["per"] else ""
    out = Text(fact["case"] or "（社区不明）", style="bold")
    out.append(f"  {title} {value}{ends} {fact['unit']}{per}", style="not bold")
    out.append(f"  {also}" if also else "", style="not bold")
    return out.append(f"  {fact['doc']}:{fact['start']}-{fact['end']}  {fact['rule']}", style="dim not bold")


def _sentence(fact: Mapping[str, Any], text: str) -> Any:
    from rich.text import Text

    from casekit.compare.browse import marked

    before, quote, after = marked(fact, text)
    return Text(f"    {before}").append(quote, style="bold reverse").append(after)
