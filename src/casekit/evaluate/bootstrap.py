"""Counts by document in, the interval in which a rate would lie under other documents of the kind out."""

from __future__ import annotations

import random
from collections.abc import Sequence

from casekit.evaluate.tally import Tally, total

DRAWS = 1000
_SEED = 20240601


def f1_interval(tallies: Sequence[Tally], level: int, draws: int = DRAWS) -> tuple[float, float]:
    """The middle 95 % of F1 over `draws` samples of as many documents, drawn with replacement.

    The seed is fixed: the same counts give the same interval. Raises ValueError without documents.
    """
    if not tallies:
        raise ValueError("no documents to draw from")
    chance = random.Random(_SEED)
    levels = len(tallies[0].right)
    values = sorted(total(chance.choices(tallies, k=len(tallies)), levels).rates(level).f1 for _ in range(draws))
    return values[int(0.025 * draws)], values[min(int(0.975 * draws), draws - 1)]
