"""Where communities lie whose county the text names only in short, in its masthead or by its streets."""

from __future__ import annotations

import pytest

from casekit.cases import Atlas, read_cases
from casekit.quantities import read_quantities
from casekit.text import read_page


@pytest.mark.parametrize(
    ("text", "county"),
    [
        ("沙县的李子熟了。夏茂镇松塘村有李子820亩，全村居民412户。", "沙县区"),
        ("凤岗街道松塘社区有居民4120户，社区食堂每天供餐80份。\n夏茂镇柳荫村居民412户，李子820亩。", "沙县区"),
        ("凤岗街道松塘社区有居民4120户，社区食堂每天供餐80份。", None),
        ("利川周末　第3版\n\n松塘社区有居民4120户，社区食堂每天供餐80份。", "利川市"),
        ("本报利川讯　松塘社区有居民4120户，社区食堂每天供餐80份。", "利川市"),
        ("册亨县松塘社区搬来居民870户。宁波市江北区捐来缝纫机20台。附近的柳荫社区居民230户。", "册亨县"),
        ("松塘社区有居民4120户，社区食堂每天供餐80份。", None),
    ],
)
def test_the_county_of_the_communities(text: str, county: str | None, atlas: Atlas) -> None:
    page = read_page(text)
    cases = read_cases(page, read_quantities(page.text), None, atlas).cases
    assert {case.district for case in cases if case.level in ("社区", "村")} == {county}


def test_a_street_tells_which_of_several_counties_it_is(atlas: Atlas) -> None:
    page = read_page("红寺堡区红寺堡镇松塘村从同心县、海原县搬来居民698户。隔壁的大河乡柳荫村养黄牛1100头。")
    cases = {case.name: case for case in read_cases(page, read_quantities(page.text), None, atlas).cases}
    assert (cases["柳荫村"].district, cases["柳荫村"].city) == ("红寺堡区", "吴忠市")
