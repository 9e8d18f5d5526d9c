"""A whole page: spans, ids, scripts, problems, and that no text breaks it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casekit.cases import Atlas, CaseReading, focus_at, load_atlas, read_cases
from casekit.core import Span
from casekit.quantities import read_quantities
from casekit.text import read_page

ROOT = Path(__file__).parents[2]
REPORTS = [
    *((ROOT / "corpus", ROOT / "tests/gold/corpus"), (ROOT / "tests/reports", ROOT / "tests/gold/reports")),
]
ATLAS = load_atlas()


def _read(text: str, title: str | None = None, atlas: Atlas = ATLAS) -> CaseReading:
    page = read_page(text)
    return read_cases(page, read_quantities(page.text), title, atlas)


def test_a_case_stands_where_it_says() -> None:
    text = "南宁市西乡塘区衡阳街道中华中路社区住着约1.38万人。"
    (case,) = _read(text).cases
    assert text[case.start : case.end] == case.name == "中华中路社区"
    assert (case.case_id, case.adcode, case.level) == ("450107001001", "450107", "社区")
    assert (case.province, case.city, case.district, case.street) == (
        "广西壮族自治区",
        "南宁市",
        "西乡塘区",
        "衡阳街道",
    )


def test_the_same_community_has_the_same_id_in_every_report() -> None:
    one = _read("芜湖市镜湖区赭山街道砚池社区有居民5237户。").cases[0]
    other = _read("镜湖区砚池社区的食堂开张了，每天接待老人200名。").cases[0]
    elsewhere = _read("芜湖市弋江区砚池社区有居民300户。").cases[0]
    assert one.case_id == other.case_id != elsewhere.case_id
    assert one.case_id.startswith("x")


def test_what_only_the_title_names_still_has_the_focus() -> None:
    reading = _read("社区有居民4216户，少数民族占35%。", title="泉湾社区：一家亲")
    assert [case.name for case in reading.cases] == ["泉湾社区"]
    assert reading.foci[0].how == "title"


@pytest.mark.parametrize(("said", "local"), [("院里", True), ("全国", False)])
def test_a_long_report_may_name_its_community_seldom_unless_it_tells_of_the_country(said: str, local: bool) -> None:
    evening = f"天黑下来，居民搬出小凳，说起{said}的旧事，邻居端来瓜子，孩子们围着树跑，谁也不急着回屋。" * 10
    told = "安和家园安置点建在坡下，群众都从高处的寨子搬来。"
    reading = _read(f"{told}{evening}\n{told}{evening}\n{told}家家领到菜地，一共86块。")
    assert reading.local is local


def test_a_province_in_the_title_makes_no_report_on_communities() -> None:
    text = "去年，浙江新办科技企业4200家，进出口总值比前年多6%，数字产业跑得更快，山村也通了快递。" * 4
    assert not _read(text, title="浙江推动协调发展").local
    assert not _read(text, title="在浙江省宁波市考察").local
    assert _read(text, title="浙江省宁波市象山县推动协调发展").local


def test_names_keep_the_script_of_the_text() -> None:
    reading = _read("廣東省珠海市香洲區鳳影社區，住了6230戶，壯族、瑤族等18個少數民族的居民共1506人。")
    (case,) = reading.cases
    assert (case.name, case.province, case.district) == ("鳳影社區", "廣東省", "香洲區")
    assert case.groups == ("壯族", "瑤族")
    assert case.adcode == "440402"


def test_an_open_place_is_a_problem_with_its_candidates() -> None:
    reading = _read("城关区和顺里社区有居民3000户。")
    (case,) = reading.cases
    assert (case.district, case.city) == ("城关区", None)
    ((code, start, end, message),) = reading.problems
    assert (code, start, end) == ("place-ambiguous", case.start, case.end)
    assert "西藏自治区拉萨市城关区" in message


def test_a_page_without_communities_is_not_read() -> None:
    assert _read("股市今天上涨了3%，成交1200亿元。") == CaseReading((), ())


def test_navigation_names_no_case() -> None:
    text = "首页 >> 正文\n来源：望江社区 点击数：3482\n\n清波社区有居民3000户，党员120名，网格12个，楼栋64栋。\n"
    assert [case.name for case in _read(text).cases] == ["清波社区"]


def test_every_focus_has_a_way() -> None:
    ways = {"stated", "subject", "heading", "title", "carried", "paired", "unknown"}
    text = "松岗街道辖松湖、松风两个社区，分别有居民2100户和1850户。\n\n松湖社区还有网格9个。"
    reading = _read(text)
    assert {focus.how for focus in reading.foci} <= ways
    assert "paired" in {focus.how for focus in reading.foci}


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="社区村街道镇小荷城光明和与、，。：\n在的全市县省3户10人有分别依次南宁市安“”（）"))
def test_no_text_breaks_it(text: str) -> None:
    page = read_page(text)
    reading = read_cases(page, read_quantities(page.text), None, ATLAS)
    starts = [focus.start for focus in reading.foci]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(page.text) for start in starts)
    for case in reading.cases:
        assert 0 <= case.start <= case.end <= len(page.text)
    for focus in reading.foci:
        assert focus.case is None or 0 <= focus.case < len(reading.cases)


def _gold() -> list[tuple[str, Path, Path]]:
    return [
        (path.name.removesuffix(".facts.jsonl"), texts, gold)
        for texts, gold in REPORTS
        for path in sorted(gold.glob("*.facts.jsonl"))
    ]


@pytest.mark.parametrize(("stem", "texts", "gold"), _gold(), ids=[stem for stem, _, _ in _gold()])
def test_annotated_figures_go_to_their_community(stem: str, texts: Path, gold: Path) -> None:
    page = read_page((texts / f"{stem}.txt").read_text(encoding="utf-8"))
    reading = read_cases(page, read_quantities(page.text), None, ATLAS)
    clean = {page.aligned.origin(i): i for i in range(len(page.text))}
    facts = [json.loads(line) for line in (gold / f"{stem}.facts.jsonl").read_text(encoding="utf-8").splitlines()]
    right = 0
    for fact in facts:
        focus = focus_at(reading, next(clean[at] for at in range(fact["start"], fact["end"]) if at in clean))
        name = reading.cases[focus.case].name if focus is not None and focus.case is not None else None
        right += name in (fact["case"], *fact.get("case_also", []))
    assert right >= 0.94 * len(facts)


@pytest.mark.parametrize(("stem", "texts", "gold"), _gold(), ids=[stem for stem, _, _ in _gold()])
def test_annotated_cases_are_found_with_place_and_groups(stem: str, texts: Path, gold: Path) -> None:
    page = read_page((texts / f"{stem}.txt").read_text(encoding="utf-8"))
    found = {case.name: case for case in read_cases(page, read_quantities(page.text), None, ATLAS).cases}
    lines = (gold / f"{stem}.cases.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {row["case"]: row for row in map(json.loads, lines)}
    assert {name for name, row in wanted.items() if not row.get("optional")} <= found.keys() <= wanted.keys()
    for name, case in found.items():
        row = wanted[name]
        for key in ("province", "city", "district", "street", "founded"):
            assert row[key] is None or getattr(case, key) == row[key], (name, key)
        assert set(case.groups) == set(row["groups"]), name
        written = page.aligned.source_span(Span(case.start, case.end)).of(page.aligned.source)
        assert name.startswith(written) or name not in page.aligned.source


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("end", ["，", "。"])
def test_a_long_page_takes_time_that_grows_with_its_length(end: str) -> None:
    line = "石榴社区现有居民2100户、6300人，荷城社区和柳湾村的居民与青山镇政府化解矛盾86起"
    seconds = []
    for times in (250, 2000):
        page = read_page((line + end) * times)
        reading = read_quantities(page.text)
        began = time.process_time()
        assert read_cases(page, reading, None, ATLAS).foci
        seconds.append(time.process_time() - began)
    assert seconds[1] < 30 * seconds[0] + 1  # eight times as long; time that grows with the square would be 64 times
