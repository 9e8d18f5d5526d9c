"""Reports to look at: tables made by hand, a file made of them, and a Chromium to open it with."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.report.browser import Browser
from tests.tables.factory import make_case, make_document, make_extraction, make_fact, make_leftover

from casekit.report import write_report
from casekit.tables import TableWriter

HOSTILE = (
    '</script><script>window.hit=1</script>"><img src=x onerror="window.hit=1"> 𠮷社区有居民<b>300人</b>。\u2028尾'
)
_PLACES = {
    "荷城社区": ("450000", {"province": "广西壮族自治区", "city": "贵港市", "district": "港北区"}),
    "金晖社区": ("530000", {"province": "云南省", "city": "昆明市", "district": "安宁市"}),
    "光明社区": ("530001", {"province": "云南省", "city": "昆明市", "district": "安宁市"}),
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four reports: three of communities whose residents and minorities are stated, one that means harm."""
    out = tmp_path_factory.mktemp("tables")
    with TableWriter(out) as writer:
        for name, residents, minority in (
            ("光明社区", 9000.0, None),
            ("荷城社区", 59000.0, 6500.0),
            ("金晖社区", 36481.0, 1210.0),
        ):
            writer.add(_report(name, residents, minority))
        writer.add(_hostile())
        writer.finish({})
    return out


def _report(name: str, residents: float, minority: float | None) -> object:
    lead = "开头的话。" * 200
    text = f"{lead}3月8日，{name}有居民{residents:.0f}人" + (f"，少数民族{minority:.0f}多人。" if minority else "。")
    document = make_document(f"{name}.txt", text, title=f"{name}见闻", published=date(2024, 3, 9))
    code, place = _PLACES[name]
    about = {"case_id": code, "case": name, "sentence": text[len(lead) :]}
    facts = [make_fact(document, f"{residents:.0f}人", "population", residents, **about)]
    if minority:
        more = {**about, "high": minority + 100, "bound": "at_least", "rule": "minority-stated", "label": "苗族乡亲”"}
        facts.append(make_fact(document, f"{minority:.0f}多人", "minority_population", minority, **more))
    case = make_case(document, name, code, **place)
    leftovers = [make_leftover(document, "3月8日", "date")]
    return make_extraction(document, facts, cases=[case], leftovers=leftovers)


def _hostile() -> object:
    name = "<img src=x onerror=window.hit=1>社区"
    document = make_document("龍<y>&.txt", HOSTILE, title=HOSTILE, source="javascript:window.hit=1")
    fact = make_fact(document, "300人", "population", 300.0, case_id="x1", case=name, label="<i>居民</i>")
    return make_extraction(document, [fact], cases=[make_case(document, name, "x1", province="<u>省")])


@pytest.fixture(scope="session")
def page(folder: Path) -> Path:
    """The report of these tables."""
    file = folder / "report.html"
    write_report(folder, file)
    return file


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests."""
    pytest.importorskip("selenium", reason="selenium is not installed")
    programs = [shutil.which(name) for name in ("chromium", "chromedriver")]
    if None in programs:
        pytest.skip("no chromium and chromedriver here (Debian: apt-get install chromium chromium-driver)")
    browser = Browser(*map(str, programs))
    yield browser
    browser.close()


@pytest.fixture
def browser(chromium: Browser, page: Path) -> Browser:
    """The report opened in a window of usual size, in Chinese."""
    chromium.fresh(page)
    return chromium
