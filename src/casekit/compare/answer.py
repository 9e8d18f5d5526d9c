"""A question and a folder of tables in, the figures of each community out, ranked as far as they are certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from casekit.compare.bounds import Box
from casekit.compare.catalogue import Measure, find_measure
from casekit.compare.contrast import ranks
from casekit.compare.derive import without_gaps
from casekit.compare.measured import measured
from casekit.compare.notes import Notes
from casekit.compare.panel import over_years
from casekit.compare.policy import Policy
from casekit.compare.question import Answer, Question
from casekit.compare.rivals import every_figure
from casekit.compare.source import Source, case_names
from casekit.compare.where import keep_where, unknown_column
from casekit.core import CasekitError, nearest

_PLACE = ("level", "province", "city", "district")
ALL = "all"


def answer(source: Source, question: Question, catalogue: Mapping[str, Measure], policy: Policy) -> Answer:
    """The figures that the question asks for; raises CasekitError where it names what does not exist."""
    notes = Notes()
    measures = asked_measures(question, catalogue)
    asked = find_cases(question.cases, source.cases)
    cases = _of_levels(source.cases, question.levels, policy, Notes())
    cases = cases[cases.index.isin(asked)] if question.cases else cases
    read = over_years if question.over_years else measured
    found, having = [], {}
    for measure in measures:
        figures = read(source.facts, measure, question.choice, catalogue, policy, notes)
        rows = with_places(figures, source).assign(metric=measure.id)
        rows = _of_levels(rows, question.levels, policy, notes)
        having[measure.id] = rows["key"][rows["key"].isin(cases.index) if question.cases else slice(None)].nunique()
        rows = keep_where(rows, question.where)
        rows = _ranked(rows, [name for name in _APART if name in rows and _ranks_apart(name, measure, policy)])
        rows = _sorted(rows[rows["key"].isin(asked)] if question.cases else rows, question)
        if question.every_fact:
            rows = every_figure(rows, source, measure, question, catalogue, policy)
        found.append(rows)
    _note_reprints(source, measures, notes)
    rows = without_gaps(pd.concat([frame for frame in found if len(frame)] or found[:1], ignore_index=True))
    return Answer(rows, cases, tuple(measures), notes, source.folder, having)


def asked_measures(question: Question, catalogue: Mapping[str, Measure]) -> list[Measure]:
    """The measures that --metric and --family name, or all of them where only communities are named."""
    chosen = [find_measure(name, catalogue) for name in question.metrics]
    families = list(dict.fromkeys(measure.family for measure in catalogue.values()))
    for family in question.families:
        if family not in families:
            hint = nearest(family, families)
            raise CasekitError(f'unknown family "{family}". {hint} Known: {", ".join(families)}'.replace("  ", " "))
        chosen += [measure for measure in catalogue.values() if measure.family == family]
    if not chosen and question.cases:
        chosen = list(catalogue.values())
    if not chosen:
        raise CasekitError("nothing to compare: give --metric, --family or --case; --list-metrics names the metrics")
    return list({measure.id: measure for measure in chosen}.values())


def find_cases(names: Sequence[str], cases: pd.DataFrame) -> list[str]:
    """The keys of the communities that the names mean: by id or short name, else by a part of the name."""
    keys: list[str] = []
    for name in names:
        hits = cases.index[(cases["case"] == name) | (cases["case_id"] == name)]
        if hits.empty:
            hits = cases.index[cases["case"].str.contains(name, regex=False)]
        if hits.empty:
            hint = nearest(name, cases["case"])
            raise CasekitError(f'no community "{name}" in the tables. {hint}'.rstrip())
        keys += list(hits)
    return keys


def with_places(figures: pd.DataFrame, source: Source) -> pd.DataFrame:
    """The figures with the name, level and place of their community, columns of the community first."""
    keys = source.names[figures.index]
    known = source.cases.index.get_indexer(keys)
    places = source.cases.reindex(keys)[["case_id", "case", *_PLACE]].rename_axis("key").reset_index()
    if (lost := known < 0).any():
        names = case_names(source.folder)
        places.loc[lost, "case"] = [names.get(key, key) for key in keys[lost]]
    return pd.concat([places, figures.reset_index(drop=True)], axis=1)


def _of_levels(rows: pd.DataFrame, levels: Sequence[str], policy: Policy, notes: Notes) -> pd.DataFrame:
    if ALL in levels:
        return rows
    wanted = levels or policy.levels
    kept = rows["level"].isin(wanted) | (rows["level"].isna() if not levels else False)
    if not levels and not kept.all():
        left = rows.loc[~kept, "level"].value_counts()
        named = "、".join(f"{level} {count}" for level, count in left.items())
        above = f"units above communities are not compared ({named}); --level all takes them in"
        notes.add("", above, f"社区以上的单位没有比较（{named}）；用 --level all 一并比较")
    return rows[kept]


def _note_reprints(source: Source, measures: Sequence[Measure], notes: Notes) -> None:
    needed = set().union(*(measure.metrics for measure in measures))
    if again := sum(count for metric, count in source.repeated.items() if metric in needed):
        told = f"figures that reprints tell again, not counted twice: {again}; --reprints counts them"
        notes.add("", told, f"转载重复的 {again} 个数没有重复计算；用 --reprints 计入")


_APART = ("group", "period_year")


def _ranks_apart(name: str, measure: Measure, policy: Policy) -> bool:
    return name != "group" or measure.id in policy.by_group


def _ranked(rows: pd.DataFrame, apart: Sequence[str]) -> pd.DataFrame:
    """Best and worst rank of each figure, 1 for the greatest; figures of different groups or years are ranked apart."""
    rows = rows.assign(rank_best=0, rank_worst=0)
    groups = [part.index for _, part in rows.groupby(list(apart), dropna=False)] if apart else [rows.index]
    for index in groups:
        part = rows.loc[index]
        best, worst = ranks(Box(part["low"].to_numpy(dtype=np.float64), part["high"].to_numpy(dtype=np.float64)))
        rows.loc[index, "rank_best"], rows.loc[index, "rank_worst"] = best, worst
    return rows


def _sorted(rows: pd.DataFrame, question: Question) -> pd.DataFrame:
    """As --sort says, by default the greatest first; what is missing comes last."""
    column = question.sort.lstrip("-") or "value"
    falling = question.sort.startswith("-") if question.sort else True
    if column not in rows.columns:
        raise unknown_column("--sort", column, rows)
    keys = [(column, "descending" if falling else "ascending"), ("case", "ascending"), ("key", "ascending")]
    table = pa.table({name: pa.array(rows[name], from_pandas=True) for name, _ in dict(keys).items()})
    order: pd.DataFrame = rows.iloc[pc.sort_indices(table, keys).to_numpy()]
    return order if question.top is None else order.head(question.top)
