"""Where a place lies: names completed upward through the gazetteer where only one answer is possible."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from casekit.cases.gazetteer import Gazetteer, is_within
from casekit.core.settled import settled


@settled
@dataclass(frozen=True, slots=True)
class Place:
    """Full names from the outside in, None where not certain; `code` is that of the innermost known division.

    `candidates` are the codes between which the text leaves it open.
    """

    province: str | None = None
    city: str | None = None
    district: str | None = None
    street: str | None = None
    code: int | None = None
    candidates: tuple[int, ...] = ()

    @property
    def adcode(self) -> str | None:
        """The six digits of GB/T 2260 of the county, else of the city or province."""
        if self.code is None:
            return None
        digits = str(self.code)[:6]
        return "710000" if digits.startswith("71") else digits.ljust(6, "0")


def resolve_place(uppers: Sequence[str], street: str | None, hints: Collection[int], gazetteer: Gazetteer) -> Place:
    """The place of a chain of names (港北区 -> 贵港市, 广西壮族自治区).

    `hints` are codes of other places in the text; they settle names that several counties share (城关区).
    """
    codes = _candidates(uppers, gazetteer)
    if len(codes) > 1:
        codes = _narrow(codes, street, hints, gazetteer)
    common = _common(codes)
    if common in codes:
        return _with_street(_place_of(common, gazetteer), street, gazetteer)
    known = _place_of(common, gazetteer) if common else Place()
    return _as_written(replace(known, street=street, candidates=tuple(codes)), uppers)


def _common(codes: Sequence[int]) -> int:
    """The division that all of them are or lie in, 0 where there is none: of 长沙市 and 长沙县 it is 长沙市."""
    for digits in (6, 4, 2):
        shared = {str(code)[:digits] for code in codes}
        if len(shared) == 1:
            return int(shared.pop())
    return 0


def _candidates(uppers: Sequence[str], gazetteer: Gazetteer) -> list[int]:
    """The codes that the innermost name can stand for inside the names before it."""
    codes: list[int] = []
    for name in uppers:
        named = gazetteer.named(name)
        inner = [code for code in named if not codes or any(is_within(code, outer) for outer in codes)]
        if inner:
            codes = inner
        elif named and not codes:
            codes = list(named)
    whole = [code for code in codes if uppers and gazetteer.names.get(code) == uppers[-1]]
    return whole or codes


def _narrow(codes: list[int], street: str | None, hints: Collection[int], gazetteer: Gazetteer) -> list[int]:
    near = [code for code in codes if any(hint != code and is_within(code, hint) for hint in hints)]
    if near:
        deepest = max(len(str(hint)) for hint in hints for code in near if hint != code and is_within(code, hint))
        near = [c for c in near if any(len(str(h)) == deepest and h != c and is_within(c, h) for h in hints)]
    codes = near or codes
    if len(codes) > 1 and street:
        codes = [c for c in codes if len(str(c)) == 6 and street in gazetteer.streets_in(c)] or codes
    return codes


def _place_of(code: int, gazetteer: Gazetteer) -> Place:
    """The full names above a code.

    A city under the state or its province stands for its own city, a county under its province has none.
    """
    digits, names = str(code), gazetteer.names
    province = names.get(int(digits[:2]))
    city = names.get(int(digits[:4])) if len(digits) >= 4 else None
    district = names.get(int(digits[:6])) if len(digits) >= 6 else None
    if city in ("市辖区", "县"):
        city = province
    elif city is not None and city.endswith("直辖县级行政区划"):
        city = district if district is not None and district.endswith("市") else None
    if len(digits) == 2 and province is not None and province.endswith("市"):
        city = province
    return Place(
        province, city, None if district == city and len(digits) == 6 and code % 100 == 0 else district, code=code
    )


def _with_street(place: Place, street: str | None, gazetteer: Gazetteer) -> Place:
    if street is None or place.code is None:
        return place
    county = place.code * 100 if len(str(place.code)) == 4 and not place.district else place.code
    found = gazetteer.streets_in(county).get(street, ()) if len(str(county)) == 6 else ()
    if len(found) == 1:
        return replace(place, street=gazetteer.names[found[0]], code=found[0])
    return replace(place, street=street)


def _as_written(place: Place, uppers: Sequence[str]) -> Place:
    """城关区 of we do not know which city is still 城关区."""
    lengths = {len(str(code)) for code in place.candidates}
    if not uppers or len(lengths) != 1:
        return place
    if lengths == {6}:
        return replace(place, district=uppers[-1])
    return replace(place, city=uppers[-1]) if lengths == {4} else replace(place, province=uppers[-1])
