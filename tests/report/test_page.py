"""The report as a person uses it: in a Chromium, with pointer and keys, on narrow, dark and printed pages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.report.browser import Browser
from tests.report.conftest import HOSTILE
from tests.tables.factory import make_case, make_document, make_extraction, make_fact, make_leftover

from casekit.extract import Extraction
from casekit.report import write_report
from casekit.tables import TableWriter

pytestmark = pytest.mark.browser

ROUTES = (
    "",
    "ranking",
    "ranking/population",
    "ranking/minority_share",
    "communities",
    "community/0",
    "documents",
    "document/0",
    "document/3",
    "conflicts",
    "coverage",
    "definitions",
    "search/社区",
)
LANDED = """
const mark = document.querySelector("mark.here"), box = mark.getBoundingClientRect();
return [mark.innerText, document.activeElement === mark, box.top >= 0 && box.bottom <= innerHeight];
"""


def rows(browser: Browser) -> list[str]:
    return browser.texts("tbody tr td.name")


def test_no_page_complains_or_asks_for_anything(browser: Browser, page: Path) -> None:
    for route in ROUTES:
        browser.go(route)
        assert browser.text("h1"), route
    assert browser.complaints() == []
    assert {address for address in browser.requests() if not address.startswith("data:")} == {page.as_uri()}


def test_the_overview_counts(browser: Browser) -> None:
    assert browser.texts(".tiles b") == ["4", "4", "6", "3", "0"]
    assert browser.text("h1") == "概览"
    assert "先看一个：人口" in browser.text("main")


def test_a_ranking_shows_interval_and_basis(browser: Browser) -> None:
    browser.go("ranking/minority_share")
    assert rows(browser) == ["荷城社区", "金晖社区"]
    assert "算出" in browser.text("tbody tr")
    assert browser.texts("tbody td.value") == ["11.02 %", "3.32 %"]
    assert browser.texts("tbody td.interval") == ["11.02–11.19", "3.32–3.59"]
    assert "算法：100 × 少数民族人口 ÷ 人口" in browser.text("main")
    assert browser.run("return document.querySelectorAll('tbody tr:first-child .whisker').length") == 3
    assert "11.02" in browser.run("return document.querySelector('svg.bar').getAttribute('aria-label')")


def test_the_counted_thing_stands_beside_its_figure(browser: Browser) -> None:
    browser.go("ranking/minority_population")
    assert browser.texts("tbody td:last-child") == ["6500多人 苗族乡亲", "1210多人 苗族乡亲"]
    browser.go("document/2")
    assert "金晖社区 · 苗族乡亲" in browser.texts(".aside li")[1]
    browser.click(".aside a:not([href*=document])")
    assert "苗族乡亲" in browser.text("main")
    browser.go("ranking/population")
    assert browser.text("tbody td:last-child") == "59000人 居民"


def test_no_conflicts_are_told_in_words(browser: Browser) -> None:
    browser.go("conflicts")
    assert "没有互相矛盾的数。" in browser.text("main")


def test_a_ranking_is_filtered_by_place_and_name(browser: Browser) -> None:
    browser.go("ranking/population")
    assert len(rows(browser)) == 4
    browser.choose("label:nth-of-type(2) select", "云南省|昆明市")
    assert rows(browser) == ["金晖社区", "光明社区"]
    browser.type("input[type=search]:not(#find)", "光明")
    assert rows(browser) == ["光明社区"]
    assert browser.text("#count").startswith("显示 1 / 4")


def test_another_metric_is_chosen(browser: Browser) -> None:
    browser.go("ranking/population")
    browser.choose("label:nth-of-type(1) select", "minority_population")
    browser.wait(lambda: browser.text("h1").endswith("少数民族人口"))
    assert len(rows(browser)) == 2


def test_a_click_on_a_figure_lands_on_its_quote(browser: Browser) -> None:
    browser.go("ranking/minority_population")
    browser.click("tbody tr:nth-child(2) td:last-child a")
    assert browser.run(LANDED) == ["1210多人", True, True]
    browser.go("community/0")
    browser.click("td .sentence + a")
    assert browser.run(LANDED)[1:] == [True, True]


def test_a_mark_tells_what_it_is(browser: Browser) -> None:
    browser.go("document/1/1")
    browser.hover("mark[data-mark='1']")
    tip = browser.text("#tip")
    for told in ("少数民族人口", "6500–6600", "至少", "minority-stated", "荷城社区", "句中点名"):
        assert told in tip
    browser.hover("mark.left")
    assert "日期" in browser.text("#tip")
    browser.press("\ue00c")
    assert browser.run("return document.getElementById('tip').hidden")


def test_marks_are_shown_and_hidden_by_kind(browser: Browser) -> None:
    browser.go("document/1")
    seen = "return getComputedStyle(document.querySelector('mark.population')).backgroundColor"
    before = browser.run(seen)
    browser.click("input[value=population]")
    assert browser.run(seen) == "rgba(0, 0, 0, 0)" != before
    browser.click("input[value=population]")
    assert browser.run(seen) == before


def test_the_language_is_changed_and_kept(browser: Browser) -> None:
    browser.click("#language")
    assert browser.text("h1") == "Overview"
    assert browser.run("return document.documentElement.lang") == "en"
    browser.go("ranking/population")
    assert browser.text("h1") == "Ranking: Residents"
    browser.run("location.reload()")
    browser.wait(lambda: browser.text("nav a") == "Overview")
    browser.click("#language")
    assert browser.text("h1") == "排名：人口"


def test_search_finds_communities_metrics_and_texts(browser: Browser) -> None:
    browser.type("#find", "金晖\n")
    browser.wait(lambda: browser.text("h1").startswith("搜索"))
    assert "金晖社区" in rows(browser)
    assert "金晖社区见闻" in browser.text("main")
    browser.go("search/少数民族")
    assert "少数民族占比" in browser.text("main")
    assert len(browser.texts("main mark")) == 2
    browser.go("search/没有的词")
    assert "没有找到" in browser.text("main")


def test_hostile_text_stays_text(browser: Browser) -> None:
    for route in (*ROUTES, "document/3/0", "search/<script>", "<img src=x onerror=window.hit=1>"):
        browser.go(route)
        assert browser.run("return window.hit === undefined"), route
        assert (
            browser.run("return document.querySelectorAll('main img, main script, main b b, main u, main i').length")
            == 0
        )
    browser.go("document/3/0")
    assert browser.run("return document.querySelector('.text').textContent") == HOSTILE
    assert browser.run(LANDED)[0] == "300人"
    assert browser.run("return document.querySelectorAll('main a[href^=javascript]').length") == 0
    assert browser.complaints() == []


def test_unknown_ways_are_told(browser: Browser) -> None:
    for route in (
        "nowhere",
        "ranking/none",
        "ranking/area",
        "community/99",
        "document/99",
        "document/x",
        "constructor",
        "%E0%A4%A",
    ):
        browser.go(route)
        assert browser.text("h1") in ("没有这一页", "概览", "排名：none", "排名：辖区面积"), route
    assert browser.complaints() == []


def test_every_control_has_a_name_and_every_page_one_heading(browser: Browser) -> None:
    nameless = """
    const named = (e) => e.innerText.trim() || e.getAttribute("aria-label") || (e.closest("label") || {}).innerText;
    return [...document.querySelectorAll("a, button, input, select, svg[role=img]")].filter((e) =>
      !(e.getAttribute("aria-label") || named(e))).map((e) => e.outerHTML);
    """
    for route in ROUTES:
        browser.go(route)
        assert browser.run(nameless) == [], route
        assert len(browser.texts("h1")) == 1
        assert browser.run("return [...document.querySelectorAll('th')].every((e) => e.scope === 'col')")
        assert browser.run("return document.querySelectorAll('nav [aria-current]').length") == (
            not route.startswith("search")
        )


def test_keys_alone_lead_to_a_figure(browser: Browser) -> None:
    tab, enter = "\ue004", "\ue007"
    browser.press(tab)
    assert browser.run("return document.activeElement.id") == "skip"
    browser.press(enter)
    assert browser.run("return document.activeElement.id") == "main"
    for _ in range(20):
        browser.press(tab)
        if browser.run("return document.activeElement.innerText").endswith("59000人"):
            break
    browser.press(enter)
    assert browser.run(LANDED) == ["59000人", True, True]
    assert not browser.run("return document.getElementById('tip').hidden")


def test_narrow_windows_need_no_sideways_scrolling(browser: Browser) -> None:
    browser.size(360, 740)
    for route in ROUTES:
        browser.go(route)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), route


CONTRAST = """
const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
const linear = (c) => (c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
const light = (colour) => {
  const [r, g, b] = parts(colour).slice(0, 3).map((c) => linear(c / 255));
  return .2126 * r + .7152 * g + .0722 * b;
};
const behind = (e) => {
  const colour = getComputedStyle(e).backgroundColor;
  return parts(colour)[3] === 0 && e.parentElement ? behind(e.parentElement) : colour;
};
const shown = (e) => e.innerText && e.childElementCount === 0 && e.getClientRects().length;
return [...document.querySelectorAll("main *, header *")].filter(shown).map((e) => {
  const [one, other] = [light(getComputedStyle(e).color), light(behind(e))].sort((a, b) => b - a);
  return [(one + .05) / (other + .05), e.outerHTML.slice(0, 120)];
}).filter(([ratio]) => ratio < 4.5);
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read(browser: Browser, scheme: str) -> None:
    browser.media(scheme=scheme)
    dark = browser.run("return getComputedStyle(document.body).backgroundColor") == "rgb(21, 25, 29)"
    assert dark == (scheme == "dark")
    for route in ROUTES:
        browser.go(route)
        assert browser.run(CONTRAST) == [], route


def test_colours_of_all_families_can_be_read(browser: Browser) -> None:
    families = ("population", "ethnicity", "place", "organisation", "service", "money", "other")
    for scheme in ("light", "dark"):
        browser.media(scheme=scheme)
        browser.go("document/1")
        for family in families:
            browser.run("document.querySelector('.text mark:not(.left)').className = arguments[0]", family)
            assert browser.run(CONTRAST) == [], (scheme, family)


def test_paper_shows_the_page_without_its_controls(browser: Browser) -> None:
    browser.media("print")
    for route in ("ranking/population", "document/1"):
        browser.go(route)
        controls = "[...document.querySelectorAll('header, .controls, .aside, button')]"
        assert not browser.run(f"return {controls}.some((e) => e.getClientRects().length)")
        assert browser.text("h1")


def test_paper_leaves_room_for_quotes_and_cuts_nothing_off(browser: Browser) -> None:
    browser.media("print")
    browser.size(720, 1000)  # an A4 page between its margins
    browser.go("ranking/minority_share")
    assert browser.run("return document.querySelector('tbody td:last-child').offsetWidth") >= 200
    for route in ROUTES:
        browser.go(route)
        assert browser.run("return document.documentElement.scrollWidth <= innerWidth"), route


def test_a_thousand_reports_open_at_once(chromium: Browser, tmp_path: Path) -> None:
    with TableWriter(tmp_path) as writer:
        for number in range(1000):
            writer.add(make_report(f"{number:04d}.txt", f"{number}号社区"))
        writer.finish({})
    write_report(tmp_path, tmp_path / "report.html")
    before = time.monotonic()
    chromium.fresh(tmp_path / "report.html")
    chromium.wait(lambda: chromium.texts(".tiles b")[:1] == ["1000"])
    chromium.go("communities")
    assert len(rows(chromium)) == 200
    chromium.click("button.more")
    assert len(rows(chromium)) == 1000
    chromium.go("ranking/population")
    chromium.type("input[type=search]:not(#find)", "777号")
    assert rows(chromium) == ["777号社区"]
    assert time.monotonic() - before < 30
    told = "return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    assert chromium.run(told) < 5000


def test_reports_without_figures_can_be_hidden(chromium: Browser, tmp_path: Path) -> None:
    with TableWriter(tmp_path) as writer:
        writer.add(make_report("a.txt", "甲社区"))
        writer.add(make_extraction(make_document("b.txt", "没有数字的一篇。")))
        writer.finish({})
    write_report(tmp_path, tmp_path / "report.html")
    chromium.fresh(tmp_path / "report.html")
    chromium.go("documents")
    assert len(chromium.texts("tbody tr")) == 2
    chromium.click("label.tick input")
    assert [row.split()[0] for row in chromium.texts("tbody tr")] == ["a.txt"]
    assert chromium.text("#count").startswith("显示 1 / 2")


def make_report(doc: str, name: str) -> Extraction:
    document = make_document(doc, f"{name}有居民300人，3月8日这天。" * 20)
    fact = make_fact(document, "300人", "population", 300.0, case_id=name, case=name)
    leftovers = [make_leftover(document, "3月8日", "date")]
    return make_extraction(document, [fact], cases=[make_case(document, name, name)], leftovers=leftovers)
