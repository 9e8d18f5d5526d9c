"""Folders of tables to compare: made from annotations, or from a few facts written down in the test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.compare.gold import write_gold
from tests.tables.factory import make_case, make_document, make_extraction, make_fact

from casekit.compare.answer import answer
from casekit.compare.catalogue import load_catalogue
from casekit.compare.comparable import Choice
from casekit.compare.policy import load_policy
from casekit.compare.question import Answer, Question
from casekit.compare.source import open_source
from casekit.tables import TableWriter


@pytest.fixture(scope="session")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the ten reports."""
    return write_gold(tmp_path_factory.mktemp("ten"), "corpus")


@pytest.fixture(scope="session")
def all_gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of all annotated texts."""
    return write_gold(tmp_path_factory.mktemp("all"), "corpus", "reports")


@pytest.fixture
def tables(tmp_path: Path) -> Callable[..., Path]:
    """Writes facts, each a dict with case, metric, value and what else is not as usual, into one folder of tables."""

    def write(*facts: dict[str, Any], cases: dict[str, dict[str, Any]] | None = None, **documents: Any) -> Path:
        docs = sorted({fact.get("doc", "a.txt") for fact in facts} | {"a.txt"})
        with TableWriter(tmp_path) as writer:
            for doc in docs:
                own = [fact for fact in facts if fact.get("doc", "a.txt") == doc]
                text = "".join(f"{fact['case']}：{fact.get('quote', str(number))}。" for number, fact in enumerate(own))
                document = make_document(doc, text or "空", **documents.get(doc, {}))
                writer.add(_extraction(document, own, cases or {}))
            writer.finish({})
        return tmp_path

    return write


def _extraction(document: Any, facts: list[dict[str, Any]], cases: dict[str, dict[str, Any]]) -> Any:
    made, at = [], 0
    for number, fact in enumerate(facts):
        given = {key: value for key, value in fact.items() if key not in ("doc", "metric", "value", "quote")}
        quote = fact.get("quote", str(number))
        at = document.text.index(f"：{quote}。", at) + 1
        given.setdefault("case_id", fact["case"])
        made.append(make_fact(document, quote, fact["metric"], fact["value"], at=at, **given))
    ids = {fact.get("case_id", fact["case"]): fact["case"] for fact in facts if fact["case"] is not None}
    rows = [make_case(document, name, key or name, **cases.get(key or name, {})) for key, name in ids.items()]
    return make_extraction(document, made, rows)


@pytest.fixture
def ask() -> Callable[..., Answer]:
    """Asks a folder of tables for metrics, with the shipped rules."""

    def ask(folder: Path, *metrics: str, choice: Choice | None = None, **more: Any) -> Answer:
        catalogue = load_catalogue()
        question = Question(metrics=metrics, choice=choice or Choice(), **more)
        return answer(open_source(folder, None), question, catalogue, load_policy())

    return ask
