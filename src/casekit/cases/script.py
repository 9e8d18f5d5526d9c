"""Names in the script of the text where they were read in another: 廣東省 for 广东省."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from casekit.cases.case import Case
from casekit.cases.groups import GroupMention
from casekit.cases.unit import Unit
from casekit.core import AlignedText, Span


def find_script(text: AlignedText, units: Sequence[Unit], groups: Sequence[GroupMention]) -> dict[str, str]:
    """How the text itself writes those names that its source does not hold as they were read."""
    found: dict[str, str] = {}
    for start, name in _mentions(units, groups):
        if name not in found and name not in text.source and text.text.startswith(name, start):
            written = text.source_span(Span(start, start + len(name))).of(text.source)
            if len(written) == len(name):
                found[name] = written
    return found


def _mentions(units: Sequence[Unit], groups: Sequence[GroupMention]) -> Iterable[tuple[int, str]]:
    for unit in units:
        at = unit.chain_start
        for name, _ in unit.uppers:
            yield at, name
            at += len(name)
        yield unit.start, unit.name
    for mention in groups:
        yield mention.start, mention.name


def in_script(case: Case, written: Mapping[str, str]) -> Case:
    """The case with all its names as the text writes them."""
    if not written:
        return case
    return replace(
        case,
        name=written.get(case.name, case.name),
        province=written.get(case.province or "", case.province),
        city=written.get(case.city or "", case.city),
        district=written.get(case.district or "", case.district),
        street=written.get(case.street or "", case.street),
        groups=tuple(written.get(group, group) for group in case.groups),
    )
