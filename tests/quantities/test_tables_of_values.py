"""Tables of `原文 => 值`: whole quantities, quantities in running text, and what is none."""

from __future__ import annotations

import re
from datetime import date

import pytest

from casekit.quantities import Quantity, find_quantities, find_rates, parse_quantity, read_quantities
from tests.quantities.pairs import marked, number, pairs

PUBLISHED = date(2025, 9, 1)
_SAID = re.compile(
    r"(?P<value>-?[\d.]+)(?: (?P<unit>(?!about|at_|range)\S+))?"
    r"(?: (?P<bound>about|at_least|at_most|range) (?P<ends>.+))?"
)


def check(quantity: Quantity, said: str) -> None:
    """Value, unit, bound and both ends of the quantity are what the table says."""
    found = _SAID.fullmatch(said)
    assert found is not None, f"the table itself is wrong: {said}"
    value = float(found["value"])
    low, high = map(number, found["ends"].split()) if found["ends"] else (value, value)
    assert float(quantity.value) == pytest.approx(value, rel=1e-9)
    assert quantity.unit == (found["unit"] or "").replace("-", "")
    assert quantity.bound == (found["bound"] or "exact")
    for end, wanted in ((quantity.low, low), (quantity.high, high)):
        assert (end is None) == (wanted is None)
        assert wanted is None or float(end) == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize(("text", "said"), pairs("values"))
def test_whole_text(text: str, said: str) -> None:
    quantity = parse_quantity(text)
    if said == "none":
        assert quantity is None
    else:
        assert quantity is not None
        assert (quantity.start, quantity.end, quantity.text) == (0, len(text), text)
        check(quantity, said)


@pytest.mark.parametrize(("text", "said"), pairs("figures"))
def test_running_text(text: str, said: str) -> None:
    plain, spans = marked(text)
    found = find_quantities(plain)
    assert [(q.start, q.end) for q in found] == spans
    for quantity, one in zip(found, said.split("; "), strict=True):
        assert quantity.text == plain[quantity.start : quantity.end]
        check(quantity, one)


@pytest.mark.parametrize(("text", "said"), pairs("others"))
def test_no_figure(text: str, said: str) -> None:
    plain, [span] = marked(text)
    reading = read_quantities(plain)
    assert reading.quantities == ()
    reasons = {(o.start, o.end): o.reason for o in reading.others}
    if said == "word":
        assert reasons.get(span, "word") == "word"
    else:
        covering = [reason for (start, end), reason in reasons.items() if start <= span[0] and span[1] <= end]
        assert covering == [said], reasons


@pytest.mark.parametrize(("text", "said"), pairs("periods"))
def test_period(text: str, said: str) -> None:
    plain, spans = marked(text)
    found = read_quantities(plain, PUBLISHED).periods
    assert [(p.start, p.end) for p in found] == spans
    days = "; ".join(f"{p.first or '-'} {p.last or '-'}" for p in found)
    assert days == said


@pytest.mark.parametrize(("text", "said"), pairs("rates"))
def test_rate(text: str, said: str) -> None:
    plain, spans = marked(text)
    found = find_rates(plain)
    assert [(r.start, r.end) for r in found] == spans
    assert [r.per for r in found] == [said]
