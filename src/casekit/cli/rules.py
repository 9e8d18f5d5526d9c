"""`casekit rules`: check, list, test, draft and compare rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casekit.cli import rules_bench
from casekit.cli.output import choose_output, print_table, say, table_of
from casekit.core.errors import CasekitError, nearest

KINDS = ("rules", "lists", "contexts", "metrics")

RulesOption = Annotated[Path | None, typer.Option(metavar="DIR", help="Your rules; they win over the shipped.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
FormatOption = Annotated[str, typer.Option("--format", metavar="FORM", help="table, csv, tsv, json, jsonl or md.")]


def register(app: typer.Typer) -> None:
    """Adds the command group."""
    group = typer.Typer(no_args_is_help=True, help="Check, test, list, draft and compare rules.")
    group.command("check", epilog="casekit rules check --rules rules/")(check)
    group.command("list", epilog="casekit rules list --metric disputes_mediated")(list_rules)
    group.command("schema", epilog="casekit rules schema rules > rules.schema.json")(schema)
    group.command("new", epilog="casekit rules new --from '累计化解矛盾纠纷【86起】' --metric disputes_mediated")(new)
    rules_bench.register_in(group)
    app.add_typer(group, name="rules")


def check(
    rules: RulesOption = None,
    everything: Annotated[bool, typer.Option("--all", help="With --rules, tell of the shipped files too.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Loads all rule files and tells what cannot be meant so.

    Among others: rules that never win, words that never serve, units nobody knows, lists and metrics never used,
    rules with fewer than two examples or no counter-example. Exit codes: 0 nothing found, 1 findings, 2 a file
    does not load.
    """
    from casekit.cases.groups import load_groups
    from casekit.cases.wording import load_wording
    from casekit.compare.catalogue import load_catalogue
    from casekit.documents.headline_words import load_headline_words
    from casekit.extract.reasons import load_reasons
    from casekit.quantities import load_tables
    from casekit.rulebook.check import check_rules
    from casekit.text import load_layout
    from casekit.workbench.units import known_units

    for load in (load_catalogue, load_layout, load_headline_words, load_wording, load_groups, load_reasons):
        load(rules)  # what the other stages read must load as well
    found = check_rules(rules, known_units(load_tables(rules)), everything=everything)
    if as_json:
        rows = [
            {"file": f.place.file, "line": f.place.line, "column": f.place.column, "code": f.code, "message": f.message}
            for f in found
        ]
        print_table(table_of(rows), choose_output("", True))
    else:
        for finding in found:
            typer.echo(str(finding))
    say(f"{len(found)} findings" if found else "no findings 未发现问题")
    if found:
        raise typer.Exit(1)


def list_rules(
    rules: RulesOption = None,
    metric: Annotated[str, typer.Option(metavar="METRIC", help="Only rules for this metric.")] = "",
    metrics: Annotated[bool, typer.Option("--metrics", help="List the metrics instead.")] = False,
    format: FormatOption = "",
    as_json: JsonOption = False,
) -> None:
    """All rules with their metric, conditions and number of examples; with --metrics the catalogue."""
    from casekit.rulebook.load import load_rule_files
    from casekit.workbench.listing import metric_rows, rule_rows

    files = load_rule_files(rules)
    if metric and metric not in files.metrics:
        raise CasekitError(f'unknown metric "{metric}". {nearest(metric, files.metrics)}'.strip())
    rows = metric_rows(files) if metrics else rule_rows(files, metric)
    print_table(table_of(rows), choose_output(format, as_json))


def schema(kind: Annotated[str, typer.Argument(metavar="|".join(KINDS), help="Which kind of file.")] = "rules") -> None:
    """The JSON Schema of a kind of rule file, with which editors complete keys and mark slips."""
    import json

    from casekit.rulebook.schema import json_schema

    if kind not in KINDS:
        raise CasekitError(f'unknown kind "{kind}". Known: {", ".join(KINDS)}. {nearest(kind, KINDS)}'.strip())
    typer.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))


def new(
    lines: Annotated[list[str], typer.Option("--from", metavar="TEXT", help="A sentence with the figure in 【】.")],
    metric: Annotated[str, typer.Option(metavar="METRIC", help="What the figure measures.")],
    name: Annotated[str, typer.Option("--id", metavar="ID", help="Name of the rule; by default made of METRIC.")] = "",
    rules: RulesOption = None,
) -> None:
    """A draft rule that takes the marked figures, as YAML to paste into a file; --from may be given again.

    Exit code 1 where a rule gives the same metric already.
    """
    from casekit.extract import load_kit
    from casekit.workbench.draft import draft_rule

    draft = draft_rule(lines, metric, load_kit(rules), name)
    typer.echo(draft.text, nl=False)
    for note in draft.notes:
        say(note)
