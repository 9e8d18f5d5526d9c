"""The time phrase that scopes a figure; a date of founding scopes none of the clauses after it."""

import pytest

from casekit.core import Span
from casekit.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("柳园社区成立于2009年5月，辖区面积【2平方公里】", None),
        ("柳园社区2009年5月成立，少数民族占【18%】", None),
        ("柳园社区2009年5月8日正式挂牌成立，少数民族占【18%】", None),
        ("柳园社区于2013年由三个村合并组建，现有居民【600户】", None),
        ("柳园社区（建于1998年）有楼房【32栋】", None),
        ("柳园社区成立于2009年，目前有居民【600户】", "目前"),
        ("2023年，成立于2009年的柳园社区，调解纠纷【86起】", "2023年"),
        ("柳园社区2009年建成楼房【32栋】", "2009年"),
        ("2009年成立调解队【3支】", "2009年"),
        ("柳园社区2021年挂牌以来，受理诉求【86件】", "挂牌以来"),
        ("2024年，社区新建食堂【3个】", "2024年"),
        ("2022年建成食堂，惠及老人【300名】", "2022年"),
    ],
)
def test_period(text, period, kit):
    at = text.index("【")
    plain = text.replace("【", "").replace("】", "")
    periods = read_quantities(plain, None, kit.tables).periods
    found = kit.resolver.period_of(periods, Span(0, len(plain)), at, plain)
    assert (found.text if found else None) == period
