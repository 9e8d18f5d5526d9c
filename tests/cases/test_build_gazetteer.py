"""The script that makes the gazetteer, on a package of a few rows."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from casekit.cases.build_gazetteer import build_gazetteer
from casekit.cases.gazetteer import Gazetteer

LISTS = {
    "provinces": 'code,name\n45,"广西壮族自治区"\n',
    "cities": 'code,name,provinceCode\n4508,"贵港市",45\n',
    "areas": 'code,name,cityCode,provinceCode\n450802,"港北区",4508,45\n',
    "streets": 'code,name,areaCode\n450802001,"贵城街道",450802\n',
    "villages": 'code,name,streetCode\n450802001013,"荷城社区",450802001\n450802001014,"荷塘村（新）",450802001\n'
    '450802001015,"花园社区",450802001\n450802001016,"花园村",450802001\n450802001017,"花园新村",450802001\n'
    '450802001018,"花园村",450802001\n',
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "dist").mkdir()
    for name, text in LISTS.items():
        (tmp_path / "dist" / f"{name}.csv").write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text("（截止时间：2021-10-31，发布时间：2021-12-30）", encoding="utf-8")
    (tmp_path / "words.txt").write_text(
        "荷花 300 n\n工作 9000 v\n花园 4000 n\n三月 800 t\n旮旯 3 n\n", encoding="utf-8"
    )
    return tmp_path


def test_the_files_hold_the_rows_and_the_day(package: Path, tmp_path: Path) -> None:
    target = tmp_path / "data"
    target.mkdir()
    rows = build_gazetteer(package, package / "words.txt", target)
    assert (rows["divisions"], rows["committees"]) == (4 + 49, 6)
    assert pq.read_schema(target / "committees.parquet").metadata[b"as_of"] == b"2021-10-31"
    gazetteer = Gazetteer(target)
    assert gazetteer.find_committee(450802, "荷城", residential=True) == 450802001013
    weights = dict(zip(*pq.read_table(target / "characters.parquet").to_pydict().values(), strict=True))
    assert weights["荷"] > weights["工"]
    # 花园 is a name, 三月 a date, 旮旯 too rare.
    assert pq.read_table(target / "words.parquet").column("word").to_pylist() == ["工作", "荷花"]
    assert pq.read_table(target / "stems.parquet").to_pylist() == [{"stem": "花园", "count": 3, "frequency": 4000}]


def test_the_same_package_gives_the_same_bytes(package: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        build_gazetteer(package, package / "words.txt", tmp_path / name)
        made.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert made[0] == made[1]


def test_a_package_without_a_day_is_refused(package: Path, tmp_path: Path) -> None:
    (package / "README.md").write_text("no day", encoding="utf-8")
    with pytest.raises(ValueError, match="no cut-off day"):
        build_gazetteer(package, package / "words.txt", tmp_path)
