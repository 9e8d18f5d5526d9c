"""China's divisions by code and by name: read from Parquet on first use, committees county by county."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from casekit.cases.committees import Committees
from casekit.cases.extension import Extension
from casekit.cases.short_names import division_forms, division_stem, is_residential, street_stem

DATA = Path(__file__).with_name("data")
_PLACEHOLDERS = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
LEVELS = {2: "province", 4: "city", 6: "district", 9: "street", 12: "committee"}


def level_of(code: int) -> str:
    """province, city, district, street or committee, by the number of digits."""
    return LEVELS[len(str(code))]


def is_within(inner: int, outer: int) -> bool:
    """Whether the division `inner` is `outer` or lies in it."""
    return str(inner).startswith(str(outer))


class Gazetteer:
    """Look-ups by name; every code is an int of 2, 4, 6, 9 or 12 digits."""

    def __init__(self, folder: Path = DATA, extension: Extension | None = None) -> None:
        self._extra = extension or Extension()
        names = _read_divisions(folder / "divisions.parquet")
        names.update(self._extra.divisions)
        self.names: dict[int, str] = names
        self._codes = sorted(names)
        self._by_name = _index_upper(names)
        self.full_names = frozenset(name for code, name in names.items() if code < 1_000_000)
        self._streets: dict[int, dict[str, tuple[int, ...]]] = {}
        self._all_streets: dict[str, tuple[int, ...]] | None = None
        self._committees = Committees(folder / "committees.parquet", self._extra.committees)

    def add_names(self, names: Mapping[str, tuple[int, ...]]) -> None:
        """Lets provinces, cities and counties go by further names: 闸北区 for what is 静安区 now."""
        for name, codes in names.items():
            self._by_name[name] = tuple(sorted({*self._by_name.get(name, ()), *codes}))

    def upper_names(self) -> Iterable[str]:
        """Every name and short name of provinces, cities and counties."""
        return self._by_name.keys()

    def named(self, name: str) -> tuple[int, ...]:
        """Codes of the provinces, cities and counties that go by this name or short name."""
        return self._by_name.get(name, ())

    def full_name(self, name: str) -> str | None:
        """The whole name of the one place that goes by this name: 环江县 is 环江毛南族自治县; None where several do.

        A province, and a city before the county of its own name, go first: 海南 is 海南省, 长沙 is 长沙市.
        """
        if name in self.full_names:
            return name
        codes = sorted(self.named(name))
        if codes and codes[0] < 100:
            return self.names.get(codes[0])
        if not codes or (len(codes) > 1 and not (codes[0] > 99 and all(is_within(c, codes[0]) for c in codes))):
            return None
        return self.names.get(codes[0])

    def province_of(self, name: str) -> str | None:
        """The province of the province, city or county of this name, None where it can be in several."""
        provinces = {code // 10 ** (len(str(code)) - 2) for code in self.named(name)}
        return self.names.get(provinces.pop()) if len(provinces) == 1 else None

    def is_full_name(self, name: str, code: int) -> bool:
        """Whether `name` is the whole name of `code`, not a short one."""
        return self.names[code] == name

    def streets_in(self, county: int) -> Mapping[str, tuple[int, ...]]:
        """Streets, towns and townships of one county by full name and by stem."""
        found = self._streets.get(county)
        if found is None:
            low = bisect_left(self._codes, county * 1000)
            high = bisect_left(self._codes, (county + 1) * 1000)
            found = self._streets[county] = _index_streets((c, self.names[c]) for c in self._codes[low:high])
        return found

    def streets_named(self, name: str) -> tuple[int, ...]:
        """Codes of all streets, towns and townships of that full name anywhere."""
        if self._all_streets is None:
            table: defaultdict[str, list[int]] = defaultdict(list)
            for code in self._codes[bisect_left(self._codes, 100_000_000) :]:
                table[self.names[code]].append(code)
            self._all_streets = {key: tuple(codes) for key, codes in table.items()}
        return self._all_streets.get(name, ())

    def counties_in(self, code: int) -> list[int]:
        """The codes of the counties that lie in a province or city; a county is its own."""
        low, high = _bounds(code, 6)
        return self._codes[bisect_left(self._codes, low) : bisect_left(self._codes, high)]

    def committees_named(self, county: int, stem: str) -> tuple[tuple[int, str], ...]:
        """(code, official name) of the committees of one county that go by this stem (荷城)."""
        return self._committees.named(county, stem)

    def find_committee(self, county: int, stem: str, residential: bool, street: int | None = None) -> int | None:
        """The code of the one committee of that stem and kind in the county, None where there is none or several.

        A street narrows the choice; a stem that names both a village and a community is told apart by `residential`.
        """
        found = [
            (code, name)
            for code, name in self.committees_named(county, stem)
            if street is None or code // 1000 == street
        ]
        same_kind = [code for code, name in found if is_residential(name) == residential]
        return same_kind[0] if len(same_kind) == 1 else None


def _bounds(code: int, digits: int) -> tuple[int, int]:
    scale = 10 ** (digits - len(str(code)))
    return code * scale, (code + 1) * scale


def _read_divisions(path: Path) -> dict[int, str]:
    import pyarrow.parquet as pq

    table = pq.ParquetFile(path).read(use_threads=False)
    return dict(zip(table.column("code").to_pylist(), table.column("name").to_pylist(), strict=True))


def _index_upper(names: Mapping[int, str]) -> dict[str, tuple[int, ...]]:
    table: defaultdict[str, list[int]] = defaultdict(list)
    for code, name in names.items():
        if code < 1_000_000 and name not in _PLACEHOLDERS:
            for form in {name, *division_forms(name), division_stem(name)}:
                table[form].append(code)
    return {form: tuple(sorted(codes)) for form, codes in table.items()}


def _index_streets(streets: Iterable[tuple[int, str]]) -> dict[str, tuple[int, ...]]:
    table: defaultdict[str, list[int]] = defaultdict(list)
    for code, name in streets:
        for form in {name, street_stem(name)}:
            table[form].append(code)
    return {form: tuple(codes) for form, codes in table.items()}
