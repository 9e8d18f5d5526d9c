"""One name for one place: 通道县 is 通道侗族自治县 where the text has the fuller name too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from casekit.cases.unit import Unit

_PEOPLES = re.compile(r"(?:[一-鿿]{1,4}族)+[乡木]")
_STREET_LEVEL = "镇"
_CLASSES = ("县", "市", "区", "州", "旗")


def under_full_names(units: Sequence[Unit], full_name: Callable[[str], str | None], text: str) -> list[Unit]:
    """The units, each county, city and people's township by the fullest name that the text gives it.

    `full_name` gives the whole name of a province, city or county, None where it may be several.
    """
    fuller = _fuller(units, full_name, text)
    return [_renamed(unit, fuller) for unit in units] if fuller else list(units)


def _fuller(units: Sequence[Unit], full_name: Callable[[str], str | None], text: str) -> Mapping[str, str]:
    """The fuller name for every short one that the text uses beside it; one that it never writes gives way."""
    levels = dict(chain.from_iterable(_parts(unit) for unit in units))
    wide = [name for name, level in levels.items() if level in ("省", "市", "区县")]
    pairs = [(name, whole) for name in wide if (whole := full_name(name)) not in (None, name) and whole in levels]
    out = dict((whole, name) if _is_its_name(name, whole, text) else (name, whole) for name, whole in pairs)
    towns = [name for name, level in levels.items() if level == _STREET_LEVEL]
    return out | {short: name for name in towns for short in towns if _is_short_for(short, name)}


def _is_its_name(name: str, whole: str, text: str) -> bool:
    """环江县 is what its text calls it that never writes 环江毛南族自治县; 云南 stands for 云南省 in any text."""
    return whole not in text and name.endswith(_CLASSES)


def _is_short_for(short: str, town: str) -> bool:
    """桃岭乡 for 桃岭瑶族乡: only the name of a people lies between."""
    return (
        town.startswith(short[:-1]) and _PEOPLES.fullmatch(town, len(short) - 1) is not None and town[-1] == short[-1]
    )


def _parts(unit: Unit) -> Iterable[tuple[str, str]]:
    return (*unit.uppers, (unit.name, unit.level))


def _renamed(unit: Unit, fuller: Mapping[str, str]) -> Unit:
    if unit.name not in fuller and not any(name in fuller for name, _ in unit.uppers):
        return unit
    uppers = tuple((fuller.get(name, name), level) for name, level in unit.uppers)
    return replace(unit, name=fuller.get(unit.name, unit.name), uppers=uppers)
