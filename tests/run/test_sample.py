"""Lines that repeat over a corpus are furniture in a run, and never a figure or a community."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from casekit.documents import ReadOptions
from casekit.run import Settings, extract_corpus, sample
from casekit.run.pieces import look_through
from casekit.run.sample import read_sample
from casekit.tables import read_manifest, read_table

MOTTO, FOLLOW = "桂中在线·用心记录身边事", "第8期订阅热线见报头"
NAMES = ["清溪", "白云", "东湖", "南山", "北苑", "西江"]


def report(number: int, motto: bool = True) -> str:
    name = NAMES[number % 6]
    body = (
        f"{name}社区位于贵港市港北区，常住居民{3000 + number}人。\n{name}社区干部走访居民{200 + number}户次，路灯亮了。"
    )
    return f"{MOTTO}\n{name}社区：邻里好\n{body}\n{FOLLOW}\n" if motto else f"{name}社区：邻里好\n{body}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with a motto and one without."""
    for number in range(6):
        for site, motto in (("甲", True), ("乙", False)):
            path = tmp_path / "in" / site / f"{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(report(number + (0 if motto else 50), motto), encoding="utf-8")
    return tmp_path / "in"


def test_what_repeats_in_a_folder_is_found_and_nothing_else(folder: Path) -> None:
    found = look_through([folder])
    assert (len(found.sample), found.size) == (12, sum(path.stat().st_size for path in folder.rglob("*.txt")))
    assert read_sample(found.sample, ReadOptions(), None).lines == {MOTTO, FOLLOW}


def test_a_run_sets_it_aside_and_says_so(
    folder: Path, tmp_path: Path, digest_of: Callable[[Path], dict[str, str]]
) -> None:
    extract_corpus([folder], tmp_path / "one", Settings(workers=1))
    extract_corpus([folder], tmp_path / "two", Settings(workers=2))
    assert digest_of(tmp_path / "one") == digest_of(tmp_path / "two")
    assert read_manifest(tmp_path / "one")["boilerplate"] == sorted([MOTTO, FOLLOW])
    left = read_table(tmp_path / "one", "leftovers", ["doc", "quote", "reason"]).to_pylist()
    assert {row["doc"].split("/")[0] for row in left if row["quote"].startswith("第8期")} == {"甲"}
    facts = read_table(tmp_path / "one", "facts", ["value"])["value"].to_pylist()
    assert sorted(value for value in facts if value > 2000) == [*range(3000, 3006), *map(float, range(3050, 3056))]


def test_rows_of_a_file_are_a_site_of_their_own(tmp_path: Path) -> None:
    rows = [json.dumps({"text": report(number)}, ensure_ascii=False) for number in range(5)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert read_sample(look_through([tmp_path]).sample, ReadOptions(), None).lines == {MOTTO, FOLLOW}


def test_reprints_of_one_report_are_no_boilerplate(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(report(0), encoding="utf-8")
    assert read_sample(look_through([tmp_path]).sample, ReadOptions(), None).lines == frozenset()


def test_the_sample_is_small_and_does_not_depend_on_the_order_of_paths(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "FILES", 5)
    files = sorted(folder.rglob("*.txt"))
    (folder / "甲" / "large.txt").write_text("户" * 100_000, encoding="utf-8")
    (folder / "甲" / "a.pdf").write_bytes(b"%PDF-1.4")
    chosen = look_through([folder]).sample
    assert len(chosen) == 5
    assert not {"甲/large.txt", "甲/a.pdf"} & {source.doc for source in chosen}
    assert look_through(files[::-1]).sample == look_through(files).sample


def test_short_texts_of_the_sample_are_kept_for_the_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "_SHORT", 100)
    (folder / "甲" / "long.txt").write_text("户" * 101, encoding="utf-8")
    (folder / "甲" / "rows.jsonl").write_text('{"text": "清溪社区"}\n', encoding="utf-8")
    found = read_sample(look_through([folder]).sample, ReadOptions(), None)
    assert sorted(found.documents) == sorted(f"{site}/{number}.txt" for site in "甲乙" for number in range(6))
    assert {name: document.doc for name, document in found.documents.items()} == {n: n for n in found.documents}
