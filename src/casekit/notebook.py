"""A folder of tables in, data frames out, for notebooks and scripts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from casekit.tables import read_table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Outputs:
    """The tables of one run; each is read when first asked for. What the columns mean: outputs/README.md."""

    folder: Path

    @cached_property
    def facts(self) -> pd.DataFrame:
        """One figure a row."""
        return _frame(self.folder, "facts")

    @cached_property
    def cases(self) -> pd.DataFrame:
        """One community of one document a row."""
        return _frame(self.folder, "cases")

    @cached_property
    def documents(self) -> pd.DataFrame:
        """One report a row, with its text."""
        return _frame(self.folder, "documents")

    @cached_property
    def leftovers(self) -> pd.DataFrame:
        """One number that is no fact a row, with the reason."""
        return _frame(self.folder, "leftovers")

    @cached_property
    def problems(self) -> pd.DataFrame:
        """One oddity of the data a row."""
        return _frame(self.folder, "problems")

    def compare(self, *metrics: str, rules: str | Path | None = None) -> pd.DataFrame:
        """One figure a community and metric, as `casekit compare --metric` gives it, greatest first.

        A metric is named by its id or its Chinese title: `tables.compare("少数民族占比", "人口")`.
        Raises CasekitError where a metric is unknown.
        """
        from casekit.compare.answer import answer, asked_measures
        from casekit.compare.catalogue import load_catalogue
        from casekit.compare.policy import load_policy
        from casekit.compare.question import Question
        from casekit.compare.source import open_source
        from casekit.compare.views import figures_view

        own = None if rules is None else Path(rules)
        catalogue, question = load_catalogue(own), Question(metrics=metrics)
        needed = set().union(*(measure.metrics for measure in asked_measures(question, catalogue)))
        found = answer(open_source(self.folder, needed), question, catalogue, load_policy(own))
        compared: pd.DataFrame = figures_view(found, catalogue, evidence=True, side_by_side=False).table.to_pandas()
        return compared


def read(outputs: str | Path = "outputs") -> Outputs:
    """The tables that `casekit extract` wrote into a folder; raises CasekitError where there are none.

    >>> read("没有的文件夹")
    Traceback (most recent call last):
    casekit.core.errors.CasekitError: 没有的文件夹: no such folder. Run first: casekit extract PATH -o 没有的文件夹
    """
    folder = Path(outputs)
    read_table(folder, "facts", [])
    return Outputs(folder)


def _frame(folder: Path, name: str) -> pd.DataFrame:
    frame: pd.DataFrame = read_table(folder, name).to_pandas()
    return frame
