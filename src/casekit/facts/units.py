"""The unit a fact is stored in: the metric's where that only renames the classifier, else the one written."""

from __future__ import annotations

# What is measured, or counted by turns, is never renamed: 亩 stays 亩, 人次 is not 人.
_KEPT = frozenset({"人次", "户次", "面积", "金额", "比例", "长度", "重量", "时间"})


def fact_unit(metric_unit: str, unit: str, kind: str) -> str:
    """The canonical unit of the metric, or the written one where the metric takes any or the kinds differ.

    >>> fact_unit("个", "种", "件数"), fact_unit("平方公里", "亩", "面积"), fact_unit("人", "人次", "人次")
    ('个', '亩', '人次')
    """
    if metric_unit == "任意" or (unit and kind in _KEPT):
        return unit
    return metric_unit
