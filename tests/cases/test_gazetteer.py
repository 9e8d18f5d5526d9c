"""Look-ups in the gazetteer, its age, and that nothing is read before it is asked for."""

from __future__ import annotations

import random
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest

from casekit.cases import Atlas
from casekit.cases.committees import Committees
from casekit.cases.gazetteer import DATA, Gazetteer, is_within, level_of
from casekit.cases.place import resolve_place
from casekit.cases.short_names import committee_stem

OFFICIAL = [
    (450107, "中华中路", 450107001001),
    (450802, "荷城", 450802001013),
    (530181, "光明", 530181001008),
    (530181, "金晖", 530181001012),
    (530181, "宁湖", 530181001010),
    (150802, "江林", 150802013005),
    (150826, "中山", 150826100003),
    (150821, "富原", 150821100004),
    (150822, "南开", 150822100019),
]


@pytest.mark.parametrize(("county", "stem", "code"), OFFICIAL)
def test_communities_have_their_official_code(county: int, stem: str, code: int, atlas: Atlas) -> None:
    assert atlas.gazetteer.find_committee(county, stem, residential=True) == code


def test_a_name_that_a_county_has_twice_needs_its_street(atlas: Atlas) -> None:
    gazetteer = atlas.gazetteer
    assert gazetteer.find_committee(510107, "锦城", residential=True) is None
    assert gazetteer.find_committee(510107, "锦城", residential=True, street=510107011) == 510107011006
    assert gazetteer.find_committee(510107, "锦城", residential=True, street=510107063) == 510107063010


def test_a_village_is_not_taken_for_a_community(atlas: Atlas) -> None:
    (code, name), *_ = atlas.gazetteer.committees_named(450802, "乐堂")
    assert name.endswith(("村委会", "村民委员会"))
    assert atlas.gazetteer.find_committee(450802, "乐堂", residential=True) is None
    assert atlas.gazetteer.find_committee(450802, "乐堂", residential=False) == code


def test_all_levels_are_there(atlas: Atlas) -> None:
    levels = [level_of(code) for code in atlas.gazetteer.names]
    assert (levels.count("province"), levels.count("street") > 41_000) == (34, True)
    assert is_within(450107, 4501)
    assert not is_within(450107, 4502)


@pytest.mark.parametrize("name", ["divisions", "committees", "stems", "characters"])
def test_every_file_tells_its_age(name: str) -> None:
    assert pq.read_schema(DATA / f"{name}.parquet").metadata[b"as_of"] == b"2023-06-30"


def test_codes_are_sorted_and_unique() -> None:
    for name in ("divisions", "committees"):
        codes = pq.read_table(DATA / f"{name}.parquet", columns=["code"])["code"].to_pylist()
        assert codes == sorted(set(codes))


def test_a_full_chain_takes_less_than_fifty_microseconds(atlas: Atlas) -> None:
    gazetteer = atlas.gazetteer

    def look_up() -> int | None:
        place = resolve_place(("广西壮族自治区", "南宁市", "西乡塘区"), "衡阳街道", (), gazetteer)
        return gazetteer.find_committee(450107, "中华中路", True, place.code)

    assert look_up() == 450107001001
    best = min(_seconds(look_up) for _ in range(5))
    assert best < 50e-6


def _seconds(call: object) -> float:
    start = time.process_time()
    for _ in range(500):
        call()  # type: ignore[operator]
    return (time.process_time() - start) / 500


def test_the_command_line_starts_without_the_gazetteer() -> None:
    code = "import sys, casekit.cli; print([m for m in ('pyarrow', 'casekit.cases') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_committees_are_read_only_for_counties_that_are_asked_for() -> None:
    gazetteer = Gazetteer()
    assert not gazetteer._committees._blocks
    assert gazetteer.find_committee(450107, "中华中路", True) == 450107001001
    assert len(gazetteer._committees._blocks) == 1


@pytest.fixture(scope="module")
def every_committee() -> dict[int, list[tuple[int, str]]]:
    """The whole file, read the plain way."""
    table = pq.read_table(DATA / "committees.parquet")
    counties: dict[int, list[tuple[int, str]]] = {}
    for code, name in zip(table["code"].to_pylist(), table["name"].to_pylist(), strict=True):
        counties.setdefault(code // 1_000_000, []).append((code, name))
    return counties


def test_a_look_up_gives_what_going_through_the_whole_county_gives(every_committee) -> None:
    committees = Committees(DATA / "committees.parquet", {})
    chosen = random.Random(5).sample(sorted(every_committee), 60)
    for county, other in zip(chosen, reversed(chosen), strict=True):
        rows = every_committee[county]
        asked = [committee_stem(name) for _, name in (*rows[:9], *rows[-9:], *every_committee[other][:9])]
        for stem in (*asked, *(stem[1:] for stem in asked), *(stem[:-1] for stem in asked)):
            same = tuple(row for row in rows if committee_stem(row[1]) == stem)
            assert committees.named(county, stem) == same, (county, stem)


def test_a_users_committees_are_found_beside_those_of_the_file() -> None:
    shipped = dict(Committees(DATA / "committees.parquet", {}).named(450802, "荷城"))
    code = max(shipped)
    own = {code: shipped[code], code + 1: "荷城新村居委会", 450802999001: "荷城社区居委会"}
    found = Committees(DATA / "committees.parquet", own).named(450802, "荷城")
    assert found == (*shipped.items(), (450802999001, "荷城社区居委会"))
    assert Committees(DATA / "committees.parquet", own).named(999999, "荷城") == ()


def test_looking_a_committee_up_loads_no_table_library() -> None:
    asked = "from casekit.cases import load_atlas; load_atlas().gazetteer.committees_named(450802, '荷城')"
    code = f"import sys; {asked}; print({{'pandas', 'numpy'}} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pandas" not in done.stdout
