"""Comparable facts in, one figure a community out: chosen by policy, with its rivals counted, never averaged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from casekit.compare.comparable import codes_of
from casekit.compare.policy import NONE, Policy

Ranks = NDArray[np.int64]

_LATE = 1 << 40  # days: after every date
_ROOM = 1 << 62  # what a number has room for


def pick(rows: pd.DataFrame, policy: Policy, first: Sequence[Ranks] = (), by_group: bool = False) -> pd.DataFrame:
    """One row a community (and group, where asked), the one that the policy prefers; indexed by `k`.

    `first` are ranks that go before the policy's own, smaller is better. `rivals` counts the different
    figures that were not chosen.
    """
    owner = rows["k"].to_numpy()
    if by_group:
        owner = owner * (len(rows["group"].cat.categories) + 1) + codes_of(rows["group"]) + 1
    ordered = _order([owner, *first, *_preference(rows, policy)])
    heads = ordered[_begins(owner[ordered])]
    chosen = rows.iloc[heads].copy()
    chosen["rivals"] = _different(rows, owner) - 1
    return chosen.set_index("k")


def _different(rows: pd.DataFrame, owner: Ranks) -> Ranks:
    """How many different figures each owner has, owners in rising order."""
    keys = [owner, *(pd.factorize(rows[name].to_numpy())[0] for name in ("value", "low", "high"))]
    order = _order(keys)
    new = np.logical_or.reduce([_begins(key[order]) for key in keys])
    starts = np.flatnonzero(_begins(owner[order]))
    return np.add.reduceat(new.astype(np.int64), starts) if len(starts) else np.zeros(0, np.int64)


def _order(keys: Sequence[Ranks]) -> Ranks:
    """The rows by the first key, then by the second ...; what is equal in all stays in the order of the table.

    Keys are put together into one number as far as it has room for them, for each more would be one more sort.
    """
    joined: list[Ranks] = []
    room = 0
    for key in keys:
        least, most = (int(key.min()), int(key.max())) if len(key) else (0, 0)
        size, place = most - least + 1, key.astype(np.int64) - least
        if size <= room:
            joined[-1] = joined[-1] * size + place
            room //= size
        else:
            joined.append(place)
            room = _ROOM // size
    return np.lexsort(joined[::-1])


def _begins(values: NDArray[Any]) -> NDArray[np.bool_]:
    """True where a value is not the one before it."""
    begins = np.ones(len(values), dtype=bool)
    begins[1:] = values[1:] != values[:-1]
    return begins


def _preference(rows: pd.DataFrame, policy: Policy) -> list[Ranks]:
    """Basis, then whole before part, then late before early, then near the lead."""
    last = len(policy.basis)
    place = {None if name == NONE else name: rank for rank, name in enumerate(policy.basis)}
    basis = _mapped(rows["basis"], place, missing=place.get(None, last), other=last)
    group = _mapped(rows["group"], dict.fromkeys(policy.everyone, 0), missing=0, other=1)
    days = rows["date"].to_numpy("datetime64[D]")
    late = np.where(np.isnat(days), _LATE, -days.astype(np.int64))
    return [basis, group, late, rows["start"].to_numpy()]


def _mapped(column: pd.Series, places: dict[str | None, int], missing: int, other: int) -> Ranks:
    """The rank of each text of a categorical column."""
    categories = column.cat.categories
    ranks: Ranks = np.array([places.get(name, other) for name in categories] + [missing], dtype=np.int64)
    return ranks[codes_of(column)]
