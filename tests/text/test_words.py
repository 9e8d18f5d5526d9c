"""The door to the segmenter: lazy, quiet, private, and the same words from both engines."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from casekit.text.words import cut_words, python_segmenter, rust_segmenter

REPORTS = sorted((Path(__file__).parents[1] / "reports").glob("*.txt"))
LAZY = "import sys, casekit.quantities, casekit.text.words; print([m for m in ('jieba', 'rjieba') if m in sys.modules])"


@pytest.mark.parametrize("text", ["", "社区", "三轮车和三门峡", "共有2938户，\n占30%。", "😀一家亲"])
def test_words_cover_the_text(text: str) -> None:
    words = cut_words(text)
    assert "".join(word.of(text) for word in words) == text
    assert all(before.end == after.start for before, after in pairwise(words))


def test_both_engines_give_the_same_words() -> None:
    pytest.importorskip("rjieba")
    rust, python = rust_segmenter(), python_segmenter()
    assert REPORTS
    for path in REPORTS:
        for line in path.read_text(encoding="utf-8").splitlines():
            assert rust(line) == python(line)


def test_nothing_is_loaded_before_it_is_needed() -> None:
    done = subprocess.run([sys.executable, "-c", LAZY], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_jieba_is_quiet_and_keeps_its_cache_to_the_user(tmp_path: Path) -> None:
    code = "from casekit.text.words import python_segmenter; print(python_segmenter()('一家亲'))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path), "PATH": "/usr/bin:/bin"},
    )
    assert done.stderr == ""
    assert list((tmp_path / "casekit").iterdir())


def test_a_home_that_cannot_be_written_to_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code = "from casekit.text.words import python_segmenter; print(python_segmenter()('一家亲'))"
    env = {"XDG_CACHE_HOME": str(tmp_path / "file"), "TMPDIR": str(tmp_path)}
    env |= {"PYTHONPATH": ":".join(sys.path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "['一家亲']"
