"""The commands of `casekit rules` that run rules over examples or over a corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casekit.cli.output import choose_output, print_table, say, table_of

if TYPE_CHECKING:
    from casekit.workbench.stats import Stats

_Rules = Annotated[Path | None, typer.Option("--rules", metavar="DIR", help="Your rules; they win over the shipped.")]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_Format = Annotated[str, typer.Option("--format", metavar="FORM", help="table, csv, tsv, json, jsonl or md.")]
_Corpus = Annotated[list[Path], typer.Argument(metavar="CORPUS...", help="Reports, or folders of them.")]


def register_in(group: typer.Typer) -> None:
    """Adds the commands to the group."""
    group.command("test", epilog="casekit rules test --rules rules/ --rule disputes-mediated --mutate")(test)
    group.command("stats", epilog="casekit rules stats corpus/")(stats)
    group.command("diff", epilog="casekit rules diff rules.old/ rules/ corpus/")(diff)


def test(
    rules: _Rules = None,
    only: Annotated[list[str] | None, typer.Option("--rule", metavar="ID", help="Only this rule.")] = None,
    mutated: Annotated[bool, typer.Option("--mutate", help="Also take conditions and words away one by one.")] = False,
    words: Annotated[bool, typer.Option("--words", help="With --mutate, name words and lists too.")] = False,
    as_json: _Json = False,
) -> None:
    """Runs all examples, counter-examples and known misses of rules and contexts.

    --mutate takes each condition, each of its words and lists, and each declared precedence away in turn and names
    those that no example needs. Exit codes: 0 all passed, 1 some failed.
    """
    from casekit.extract import load_kit
    from casekit.workbench.mutate import mutate
    from casekit.workbench.trial import run_trials

    kit = load_kit(rules)
    verdicts = run_trials(kit, only or ())
    mutants = mutate(kit, only or ()) if mutated else []
    failed = [v for v in verdicts if not v.passed]
    idle = [m for m in mutants if not m.needed and (words or m.whole)]
    if as_json:
        told = {"examples": [v.as_data() for v in verdicts]} | (
            {"idle": [m.as_data() for m in idle]} if mutated else {}
        )
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    for finding in () if as_json else (*failed, *idle):
        typer.echo(str(finding))
    say(f"{len(verdicts)} examples, {len(failed)} failed")
    _say_needed("conditions", [m.needed for m in mutants if m.whole])
    _say_needed("words and lists", [m.needed for m in mutants if not m.whole])
    if failed:
        raise typer.Exit(1)


def _say_needed(what: str, needed: list[bool]) -> None:
    if needed:
        say(f"{sum(needed)} of {len(needed)} {what} needed by some example ({sum(needed) / len(needed):.1%})")


def stats(
    corpus: _Corpus,
    rules: _Rules = None,
    format: _Format = "",
    as_json: _Json = False,
) -> None:
    """How often each rule took a figure, yielded to another rule or tied, and what share of quantities is claimed."""
    from casekit.extract import load_kit
    from casekit.workbench.stats import corpus_stats, rule_stats_rows

    kit = load_kit(rules)
    found = corpus_stats(corpus, kit)
    print_table(table_of(rule_stats_rows(found, kit.book.files)), choose_output(format, as_json))
    for line in _summary(found):
        say(line)


def _summary(stats: Stats) -> list[str]:
    taken = sum(stats.took.values())
    lines = [
        f"{stats.documents} documents; {stats.quantities} quantities, {taken} claimed ({stats.claimed:.1%}); "
        f"{stats.others} other numeric expressions",
        "not claimed: " + ", ".join(f"{reason} {count}" for reason, count in stats.reasons.most_common() if count),
    ]
    return lines + [f"tied {count} times: {', '.join(ids)}" for ids, count in stats.ties.most_common(10)]


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Rules before; - is the shipped rules.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Rules after; - is the shipped rules.")],
    corpus: _Corpus,
    format: _Format = "",
    as_json: _Json = False,
) -> None:
    """The facts gained, lost and changed between two folders of rules, each with its sentence.

    Exit codes: 0 no fact differs, 1 some do.
    """
    from casekit.extract import load_kit
    from casekit.workbench.diff import change_row, compare_rules

    kits = [load_kit(None if str(folder) == "-" else folder) for folder in (old, new)]
    changes = list(compare_rules(corpus, kits[0], kits[1]))
    output = choose_output(format, as_json)
    if output.form == "table":
        for change in changes:
            typer.echo(str(change))
    else:
        print_table(table_of(map(change_row, changes)), output)
    counts = {kind: sum(c.kind == kind for c in changes) for kind in ("gained", "lost", "changed")}
    say(", ".join(f"{count} {kind}" for kind, count in counts.items()))
    if changes:
        raise typer.Exit(1)
