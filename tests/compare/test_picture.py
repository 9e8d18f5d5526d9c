"""Charts: bars for a terminal, and pictures."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rich.cells import cell_len

from casekit.compare.chart import Bar, chart_lines
from casekit.compare.picture import svg_text, write_picture
from casekit.core import CasekitError

BARS = [
    Bar("桂语社区", 60.0, 60.0, math.nan, "%"),
    Bar("中华中路社区", 30.0, 25.0, 35.0, "%"),
    Bar("荷城社区", 11.02, 11.02, 11.19, "%", "computed"),
    Bar("甲<乙>社区", 0.0, 0.0, 0.0, "%"),
]


def test_bars_are_as_long_as_their_figures_and_show_their_intervals() -> None:
    lines = list(chart_lines(BARS, 80))
    solid, shaded = [line.count("█") for line in lines], [line.count("▒") for line in lines]
    assert "→" in lines[0]
    assert lines[1].endswith("30 [25–35] %")
    assert solid[0] / solid[1] == pytest.approx(60 / 25, rel=0.1)
    assert shaded[1] / solid[1] == pytest.approx(10 / 25, rel=0.2)
    assert shaded[2] == 1  # an interval is always to be seen
    assert solid[3] == shaded[3] == 0
    assert all(cell_len(line) <= 80 for line in lines)
    assert list(chart_lines([], 80)) == []


def test_a_picture_is_well_formed_and_holds_every_name() -> None:
    root = ET.fromstring(svg_text('少数民族占比 "%"', BARS, ["一句说明"]))
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"桂语社区", "甲<乙>社区", "30 [25–35] %", "一句说明"} <= set(texts)
    bars = [node for node in root.iter("{http://www.w3.org/2000/svg}rect") if node.get("height") == "16"]
    widths = [float(bar.get("width", "")) for bar in bars]
    assert widths[0] / widths[1] == pytest.approx(2.0, rel=0.01)


def test_svg_needs_nothing_and_png_says_what_it_needs(tmp_path: Path) -> None:
    assert write_picture(tmp_path / "a.svg", "题", BARS) == []
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg")
    with pytest.raises(CasekitError, match="a chart is written as"):
        write_picture(tmp_path / "a.jpg", "题", BARS)
    try:
        import vl_convert  # noqa: F401
    except ImportError:
        with pytest.raises(CasekitError, match=r'pip install "casekit\[charts\]"'):
            write_picture(tmp_path / "a.png", "题", BARS)
    else:
        write_picture(tmp_path / "a.png", "题", BARS)
        assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_too_many_bars_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CasekitError, match="--top"):
        write_picture(tmp_path / "a.svg", "题", BARS * 100)
