"""`casekit extract` as a user calls it: good input, bad input, exit codes, stopping and going on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest
from tests.cli.conftest import Casekit

from casekit.run import extract_corpus
from casekit.tables import read_table

GOOD = "荷城社区位于贵港市港北区，常住居民5.9万人，其中少数民族群众6500多人。"


def good(folder: Path, count: int = 1, times: int = 1) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = "\n".join(GOOD.replace("荷城", f"荷城{number}") for _ in range(times))
        (folder / f"good{number}.txt").write_text(text, encoding="utf-8")
    return folder


def statuses(out: Path) -> dict[str, str]:
    table = read_table(out, "documents", ["doc", "status"]).to_pylist()
    return {row["doc"]: row["status"] for row in table}


def test_a_folder_becomes_tables_and_a_summary_on_stderr(casekit: Casekit, tmp_path: Path) -> None:
    done = casekit("extract", good(tmp_path / "corpus", 3), "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")
    assert "3 documents" in done.stderr
    assert f"tables in {tmp_path / 'out'}" in done.stderr
    assert statuses(tmp_path / "out") == dict.fromkeys(["good0.txt", "good1.txt", "good2.txt"], "ok")
    again = casekit("extract", tmp_path / "corpus", "-o", tmp_path / "out", "--quiet")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_standard_input_is_a_document(casekit: Casekit, tmp_path: Path) -> None:
    done = casekit("extract", "-", "-o", tmp_path / "out", stdin=GOOD.encode())
    assert done.returncode == 0
    assert read_table(tmp_path / "out", "documents")["text"].to_pylist() == [GOOD]


@pytest.mark.parametrize("what", ["missing", "hollow", "no-texts"])
def test_a_path_without_texts_is_one_line_and_wrong_use(casekit: Casekit, tmp_path: Path, what: str) -> None:
    (tmp_path / "hollow").mkdir()
    (tmp_path / "no-texts").mkdir()
    (tmp_path / "no-texts" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    done = casekit("extract", tmp_path / what, "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert what in done.stderr


def test_the_rest_is_extracted_beside_a_missing_path(casekit: Casekit, tmp_path: Path) -> None:
    done = casekit("extract", good(tmp_path / "corpus"), tmp_path / "missing", "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "missing: no such file or folder" in done.stderr
    assert list(statuses(tmp_path / "out").values()) == ["ok"]


def test_bad_files_are_rows_and_the_rest_is_extracted(casekit: Casekit, tmp_path: Path) -> None:
    corpus = good(tmp_path / "corpus")
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "blank.txt").write_text(" \n\n", encoding="utf-8")
    (corpus / "noise.txt").write_bytes(bytes(random.Random(1).choices(range(256), k=4000)))
    (corpus / "nul.txt").write_bytes("荷城社区有\0居民300人。".encode())
    done = casekit("extract", corpus, "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "could not read noise.txt: " in done.stderr
    found = statuses(tmp_path / "out")
    assert (found["good0.txt"], found["empty.txt"], found["blank.txt"]) == ("ok", "empty", "empty")
    assert found["noise.txt"] not in ("ok", "empty")
    assert set(found) == {"good0.txt", "empty.txt", "blank.txt", "noise.txt", "nul.txt"}
    assert casekit("extract", corpus, "-o", tmp_path / "out", "--strict").returncode == 1


def test_one_line_of_many_megabytes_is_read(casekit: Casekit, tmp_path: Path) -> None:
    corpus = good(tmp_path / "corpus")
    (corpus / "long.txt").write_text(GOOD[:-1] * 2000, encoding="utf-8")
    done = casekit("extract", corpus, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert statuses(tmp_path / "out")["long.txt"] == "ok"


def test_an_encoding_can_be_forced(casekit: Casekit, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_bytes(GOOD.encode("gb18030"))
    assert casekit("extract", corpus, "-o", tmp_path / "out", "--encoding", "gbk").returncode == 0
    assert read_table(tmp_path / "out", "documents")["text"].to_pylist() == [GOOD]
    wrong = casekit("extract", corpus, "-o", tmp_path / "out", "--encoding", "klingon")
    assert wrong.returncode == 2
    assert "klingon" in wrong.stderr
    assert "Traceback" not in wrong.stderr


def test_a_broken_rule_file_stops_with_its_place(casekit: Casekit, tmp_path: Path) -> None:
    own = tmp_path / "rules"
    own.mkdir()
    (own / "metrics.yaml").write_text("- a\n\t- b\n", encoding="utf-8")
    done = casekit("extract", good(tmp_path / "corpus"), "-o", tmp_path / "out", "--rules", own)
    assert done.returncode == 2
    assert "metrics.yaml:2:1" in done.stderr
    assert not (tmp_path / "out").exists()


# Small parts, so that there are many moments between them.
_SMALL_PARTS = "from casekit.run import parts; parts._WANTED = 1 << 12; "
# What a shell starts in the background does not hear Ctrl-C, nor does what that starts.
_HEARS_CTRL_C = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
# The process dies when the first table of the new set is in its place.
_DIE_AT_EXCHANGE = """
import os
from casekit.tables import write
publish = write._Sheet.publish
write._Sheet.publish = lambda sheet: publish(sheet) or os.kill(os.getpid(), 9)
"""


def start(corpus: Path, out: Path, *more: str, before: str = "") -> subprocess.Popen[bytes]:
    code = f"{_HEARS_CTRL_C}{before}{_SMALL_PARTS}from casekit.cli import main; main()"
    command = [sys.executable, "-c", code, "extract", str(corpus), "-o", str(out), *more]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def wait_for_parts(process: subprocess.Popen[bytes], out: Path, count: int) -> None:
    end = time.monotonic() + 180
    while process.poll() is None and len(list((out / ".run").glob("*.part"))) < count:
        assert time.monotonic() < end, "no part was made"
        time.sleep(0.005)


def kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    assert process.stderr is not None
    process.stderr.close()


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def spread(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A corpus of many parts, and the digests of its tables."""
    folder = tmp_path_factory.mktemp("spread")
    corpus = good(folder / "corpus", 60, times=30)
    extract_corpus([corpus], folder / "whole")
    return corpus, digests(folder / "whole")


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(
    casekit: Casekit, tmp_path: Path, spread: tuple[Path, dict[str, str]], workers: str
) -> None:
    corpus, whole = spread
    process = start(corpus, tmp_path / "out", "--workers", workers)
    wait_for_parts(process, tmp_path / "out", 3)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=180)
    assert process.returncode == 130
    assert said.decode().splitlines()[-1].startswith("stopped")
    assert "Traceback" not in said.decode()
    assert len(list((tmp_path / "out" / ".run").glob("*.part"))) >= 3
    assert casekit("extract", corpus, "-o", tmp_path / "out").returncode == 0
    assert digests(tmp_path / "out") == whole


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_kill_at_random_moments_loses_and_doubles_nothing(
    casekit: Casekit, tmp_path: Path, spread: tuple[Path, dict[str, str]]
) -> None:
    corpus, whole = spread
    out, chance = tmp_path / "out", random.Random(7)
    for workers, parts in (("2", 1), ("1", chance.randint(3, 9))):
        process = start(corpus, out, "--workers", workers)
        wait_for_parts(process, out, parts)
        time.sleep(chance.uniform(0, 0.1))
        kill(process)
    assert casekit("extract", corpus, "-o", out, "--quiet").returncode == 0
    assert digests(out) == whole


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_tables_of_two_runs_are_not_read_as_one(
    casekit: Casekit, tmp_path: Path, spread: tuple[Path, dict[str, str]]
) -> None:
    corpus, whole = spread
    out = tmp_path / "out"
    assert casekit("extract", good(tmp_path / "before"), "-o", out).returncode == 0
    process = start(corpus, out, "--workers", "1", before=_DIE_AT_EXCHANGE)
    process.communicate(timeout=180)
    assert process.returncode == -signal.SIGKILL
    half = casekit("compare", "--metric", "population", "--from", out)
    assert (half.returncode, half.stdout) == (2, "")
    assert "Run the same casekit extract again" in half.stderr
    assert casekit("extract", corpus, "-o", out).returncode == 0
    assert digests(out) == whole
