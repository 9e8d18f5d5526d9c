"""The file itself: the same bytes each time, harmless, within its limit, in two languages."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from tests.tables.factory import make_case, make_document, make_extraction, make_fact

from casekit.core import CasekitError
from casekit.core.rules_folder import shipped_rules
from casekit.core.yamlfile import read_yaml
from casekit.extract.reasons import load_reasons
from casekit.report import write_report
from casekit.report.html import json_in_html, page_parts
from casekit.tables import TableWriter

PARTS = files("casekit.report") / "page"
WORDS = json.loads((PARTS / "words.json").read_text(encoding="utf-8"))
SCRIPTS = "\n".join(part.read_text(encoding="utf-8") for part in PARTS.iterdir() if part.name.endswith(".js"))


def data(page: Path, name: str) -> dict[str, object]:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page.read_text(encoding="utf-8"))
    assert found is not None
    return dict(json.loads(found[1]))


def test_the_same_tables_give_the_same_bytes(folder: Path, page: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    written = write_report(folder, again)
    assert again.read_bytes() == page.read_bytes()
    assert (written.documents, written.left_out, written.bytes) == (4, 0, again.stat().st_size)


def test_the_file_holds_no_foreign_markup(page: Path) -> None:
    whole = page.read_text(encoding="utf-8")
    assert "<img" not in whole
    assert whole.count("<script>") == 1
    assert re.findall(r'(?:src|href)="(?!data:|#)[^"]+"', whole) == []
    assert "@import" not in whole
    assert "url(" not in whole


def test_every_script_is_part_of_the_page() -> None:
    whole = "".join(page_parts({}, {}, []))
    for part in PARTS.iterdir():
        if part.name.endswith(".js"):
            assert part.read_text(encoding="utf-8").strip() in whole, part.name


def test_what_does_not_fit_is_ranked_all_the_same(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "small.html"
    written = write_report(folder, file, limit=1)
    assert (written.documents, written.left_out) == (1, 3)
    index, ranking = data(file, "index"), data(file, "ranking")
    assert index["left_out"] == 3
    assert len(ranking["population"]["rows"]) == 4  # type: ignore[index]


def test_what_was_not_compared_is_told_in_both_languages(tmp_path: Path) -> None:
    document = make_document("甲社区.txt", "甲社区有居民300人，每年迁入80人。")
    stated = [("300人", 300.0, None), ("80人", 80.0, "年")]
    facts = [make_fact(document, q, "population", n, case_id="a1", case="甲社区", per=per) for q, n, per in stated]
    with TableWriter(tmp_path) as writer:
        writer.add(make_extraction(document, facts, cases=[make_case(document, "甲社区", "a1")]))
        writer.finish({})
    write_report(tmp_path, tmp_path / "report.html")
    [note] = data(tmp_path / "report.html", "ranking")["population"]["notes"]  # type: ignore[index]
    assert note == {
        "metric": "population",
        "english": "other rates are not compared (communities: 每年 1); choose with --per",
        "chinese": "总数和比率不放在一起比较（没有比较的社区数：每年 1）；用 --per 选取",
    }


def test_pieces_stand_at_code_points(page: Path) -> None:
    block = data(page, "d3")
    marked = [piece for piece, marks in block["pieces"] if marks]  # type: ignore[attr-defined]
    assert marked == ["300人"]


def test_json_cannot_end_its_element() -> None:
    made = json_in_html({"</script>": "<!-- & \u2028"})
    assert not set(made) & set("<>&\u2028")
    assert json.loads(made) == {"</script>": "<!-- & \u2028"}


def test_both_languages_have_all_words() -> None:
    assert WORDS["zh"].keys() == WORDS["en"].keys()
    asked = set(re.findall(r'\bt\("([^"]+)"', SCRIPTS))
    assert asked <= WORDS["zh"].keys()
    for key, text in WORDS["zh"].items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", WORDS["en"][key])), key


def test_every_code_of_the_tables_has_a_word() -> None:
    contexts = read_yaml(shipped_rules() / "contexts.yaml", "contexts.yaml").content
    units = read_yaml(shipped_rules() / "units.yaml", "units.yaml").content
    families = read_yaml(shipped_rules() / "metrics.yaml", "metrics.yaml").content
    reasons = {*load_reasons(), *(c["drop"] for c in contexts if "drop" in c), *units["no_figure"].values()}
    ways = ("stated", "subject", "heading", "title", "carried", "paired", "unknown")
    bounds = ("exact", "about", "at_least", "at_most", "range")
    wanted = {*(f"reason.{r}" for r in reasons), *(f"how.{w}" for w in ways), *(f"bound.{b}" for b in bounds)}
    wanted |= {f"family.{family}" for family in families}
    assert wanted <= WORDS["zh"].keys()


def test_a_missing_folder_and_a_closed_place_are_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CasekitError, match="no such folder"):
        write_report(tmp_path / "none", tmp_path / "x.html")
    (tmp_path / "taken").write_text("")
    with pytest.raises(CasekitError, match="cannot be written"):
        write_report(folder, tmp_path / "taken" / "x.html")
