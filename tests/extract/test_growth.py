"""The work on a text grows with its length: counted in calls, since a clock says more of the machine."""

import sys
from collections.abc import Callable

import pytest

from casekit.core import Span
from casekit.documents import Document
from casekit.extract import Kit, extract_document
from casekit.facts import Resolver
from casekit.quantities import Period, read_quantities

TEXTS = {
    "one clause after another": "石榴社区现有居民2100户、6300人，全年化解矛盾纠纷86起，",
    "one word after another": "居民办理服务事项化解矛盾纠纷培训居民",
    "semicolons": "走访居民30户；收集意见60条；",
    "bare numbers": "去年31件，今年27件，",
    "groups": "其中回族12人、苗族7人，占3%，",
}


def _calls(work: Callable[[], object]) -> int:
    """How many functions of Python and C are called."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_of_four_times_the_length_is_four_times_the_work(words: str, kit: Kit) -> None:
    small, large = (
        _calls(lambda size=size: extract_document(Document("a", words * (size // len(words)), ""), kit))
        for size in (4000, 16000)
    )
    assert large < 6 * small


@pytest.mark.parametrize("words", TEXTS.values(), ids=TEXTS.keys())
def test_a_sentence_of_many_figures_costs_what_they_cost_alone(words: str, kit: Kit) -> None:
    def read(size: int) -> int:
        text = words * (size // len(words))
        quantities = read_quantities(text, None, kit.tables).quantities
        return _calls(lambda: kit.book.read(text, Span(0, len(text)), quantities))

    assert read(4000) < 6 * read(1000)


def test_the_period_of_a_figure_is_looked_up_near_it() -> None:
    period_of = Resolver({}).period_of

    def find(count: int) -> int:
        periods = [Period(10 * n, 10 * n + 4, "2021年") for n in range(count)]
        sentences = [Span(10 * n, 10 * n + 9) for n in range(count)]
        assert [period_of(periods, span, span.end) for span in sentences] == periods
        return _calls(lambda: [period_of(periods, span, span.end) for span in sentences])

    assert find(4000) < 8 * find(1000)
