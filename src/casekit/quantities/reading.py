"""The doors of the quantity reader: all quantities of a text, everything numeric in it, one quantity alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from casekit.quantities.folding import fold, folded
from casekit.quantities.onepass import Pass, UnfoldedError
from casekit.quantities.parse import Parser
from casekit.quantities.periods import PeriodFinder
from casekit.quantities.quantity import Nonquantity, Period, Quantity, Reading
from casekit.quantities.reader import Reader
from casekit.quantities.sweep import sweep
from casekit.quantities.tables import Tables, load_tables


@lru_cache(maxsize=4)
def reader_for(tables: Tables) -> Reader:
    """The reader that goes with `tables`, made once."""
    return Reader(tables)


@lru_cache(maxsize=4)
def periods_for(tables: Tables) -> PeriodFinder:
    """The finder of time phrases that goes with `tables`, made once."""
    return PeriodFinder(tables.periods)


@lru_cache(maxsize=4)
def parser_for(tables: Tables) -> Parser:
    """The parser that goes with `tables`, made once."""
    return Parser(tables, reader_for(tables))


def find_quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, with spans into it.

    >>> [(q.text, q.unit, q.low, q.high) for q in find_quantities("常住居民约1.9万户，其中少数民族6500多人")]
    [('约1.9万户', '户', Decimal('18500.0'), Decimal('19500.0')), ('6500多人', '人', Decimal('6500'), Decimal('6600'))]
    """
    reader = reader_for(load_tables())
    try:
        return Pass(reader, text, text, None).run()
    except UnfoldedError:  # few texts hold anything to fold, and to look for it beforehand takes time
        return Pass(reader, text, folded(text), None).run()


def read_quantities(text: str, published: date | None = None, tables: Tables | None = None) -> Reading:
    """All numeric expressions and time phrases of a text; `published` turns 去年 and the like into dates."""
    tables = tables or load_tables()
    return replace(read_numbers(text, tables), periods=tuple(find_periods(text, published, tables)))


def read_numbers(text: str, tables: Tables) -> Reading:
    """What `read_quantities` gives, without the time phrases: they are asked for only where figures become facts."""
    (reading,) = read_numbers_of_many((text,), tables)
    return reading


def read_numbers_of_many(texts: Sequence[str], tables: Tables) -> list[Reading]:
    """What `read_numbers` gives for each, step by step: a processor goes faster that does the same to many."""
    reader = reader_for(tables)
    folds = [fold(text) for text in texts]
    passes = [Pass(reader, text, plain, list[Nonquantity]()) for text, plain in zip(texts, folds, strict=True)]
    for one in passes:
        one.run()
    return [Reading(tuple(one.quantities), tuple(_others(one))) for one in passes]


def _others(done: Pass) -> list[Nonquantity]:
    """Everything numeric that a pass over a text, which is through, did not take for a quantity."""
    return sweep(done.text, done.source, done.quantities, done.others or (), done.reader.words, done.quotes)


def find_periods(text: str, published: date | None, tables: Tables) -> list[Period]:
    """The time phrases of a text in order; `published` turns 去年 and the like into dates.

    >>> [(period.text, str(period.first)) for period in find_periods("2023年3月起，居民可议事", None, load_tables())]
    [('2023年3月起', '2023-03-01')]
    """
    return periods_for(tables).find(text, published)


def parse_quantity(text: str) -> Quantity | None:
    """The quantity that the whole of `text` states, or None; its span is the whole text.

    Unlike in running text a fraction stands for itself here: 五分之一 is 0.2, while 占五分之一 is 20 %.

    >>> quantity = parse_quantity("三十余户")
    >>> quantity.low, quantity.high, quantity.unit
    (Decimal('30'), Decimal('40'), '户')
    >>> parse_quantity("今天") is None
    True
    """
    return parser_for(load_tables()).parse(text)
