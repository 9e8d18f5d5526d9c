"""One folder with everything that breaks readers, and two sound reports: the run goes on and says what it met."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.documents import test_hostile as hostile

from casekit.cli.app import app
from casekit.tables import read_manifest, read_table

_RUN = """
import json, re, sys, time
from pathlib import Path
from casekit.cli.app import app
sys.argv = ["casekit", "extract", *sys.argv[1:]]
began, code = time.monotonic(), 0
try:
    app()
except SystemExit as leaving:
    code = leaving.code
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1)) / 1024
print(json.dumps([code, time.monotonic() - began, peak]))
"""
SOUND = "清溪社区位于贵港市港北区，常住居民{}人。"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every hostile file, in a folder of its own by the name of the case."""
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("社区有居民9999户。", encoding="utf-8")
    folder = tmp_path_factory.mktemp("faults")
    with pytest.MonkeyPatch.context() as patch:
        # Their bounds are measured one by one elsewhere; here the plain texts may be short.
        patch.setattr(hostile, "_filled", lambda words: words.encode() * ((128 << 10) // len(words.encode())))
        for case, (name, make, *_) in hostile._CASES.items():
            (folder / case).mkdir()
            (folder / case / name).write_bytes(make())
    made = {
        "traversal/a.zip": hostile._traversing_zip(),
        "a cut pdf/a.pdf": b"%PDF-1.4\n1 0 obj",
        "noise/a.txt": bytes(range(256)) * 99,
    }
    for name, data in made.items():
        (folder / name).parent.mkdir()
        (folder / name).write_bytes(data)
    (folder / "link").mkdir()
    (folder / "link" / "a.txt").symlink_to(outside)
    (folder / "! first.txt").write_text(SOUND.format(3001), encoding="utf-8")
    (folder / "～ last.txt").write_text(SOUND.format(3002), encoding="utf-8")
    return folder


def run(folder: Path, out: Path) -> tuple[int, float, float]:
    """Exit code, seconds and megabytes of a run."""
    call = [sys.executable, "-c", _RUN, str(folder), "-o", str(out), "--workers", "1"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=900, check=True)
    code, took, peak = json.loads(done.stdout.splitlines()[-1])
    return code, took, peak


def test_a_run_over_hostile_files_ends_with_a_row_for_each(folder: Path, tmp_path: Path) -> None:
    code, took, peak = run(folder, tmp_path / "out")
    print(f"{took:.0f} s, {peak:.0f} MB")
    assert code == 3
    rows = read_table(tmp_path / "out", "documents", ["doc", "status", "error"]).to_pylist()
    status = {row["doc"].split("/")[0]: row["status"] for row in rows}
    expected = {case: wanted for case, (_, _, wanted, *_) in hostile._CASES.items()}
    expected |= {"traversal": "outside-tree", "link": "outside-tree", "noise": "unreadable", "a cut pdf": "unreadable"}
    expected |= {"! first.txt": "ok", "～ last.txt": "ok"}
    assert status == expected
    assert all(row["error"] for row in rows if row["status"] != "ok")
    facts = read_table(tmp_path / "out", "facts", ["doc", "value"]).to_pylist()
    assert {3001.0, 3002.0} <= {fact["value"] for fact in facts}
    assert 9999.0 not in {fact["value"] for fact in facts}
    assert read_manifest(tmp_path / "out")["counts"]["unread"] == sum(
        s not in ("ok", "empty") for s in (row["status"] for row in rows)
    )
    assert peak < 2500


def test_with_strict_a_file_that_cannot_be_read_fails_the_run(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SOUND.format(3001), encoding="utf-8")
    (tmp_path / "in" / "b.zip").write_bytes(b"PK\x03\x04 no more")
    call = ["extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")]
    assert CliRunner().invoke(app, call).exit_code == 3
    assert CliRunner().invoke(app, [*call, "--strict"]).exit_code == 1
    (tmp_path / "in" / "b.zip").unlink()
    assert CliRunner().invoke(app, [*call, "--strict"]).exit_code == 0
