"""Files made to break readers: bounded time and memory, one status each, nothing executed, nothing written."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[[], bytes]

_MEASURED = """
import json, re, sys, time
from pathlib import Path
from casekit.documents import read_documents, ReadOptions
from casekit.text import read_page
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1))
read_page("社区有居民3120户。")
base = peak()
began = time.process_time()
found = []
for document in read_documents([Path(sys.argv[1])], ReadOptions(max_bytes=int(sys.argv[2]))):
    page = read_page(document.text)
    assert all(page.text[s.start:s.end] == s.text for s in page.sentences)
    assert max((len(s.text) for s in page.sentences), default=0) <= 1000
    document.text.encode()
    found.append((document.doc, document.status, len(document.text)))
took = time.process_time() - began
print(json.dumps([found, took, (peak() - base) / 1024]))
"""


def _run(path: Path, limit: int = 64 << 20) -> tuple[list[tuple[str, str, int]], float, float]:
    """(doc, status, characters) of every document, seconds, and megabytes above what a small file takes."""
    command = [sys.executable, "-c", _MEASURED, str(path), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found, took, peak = json.loads(done.stdout)
    return [tuple(one) for one in found], took, peak


def _zip(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def _zip_of_zeros() -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as out,
    ):
        for _ in range(400):
            out.write(bytes(1 << 20))
    return stream.getvalue()


def _nested_zip() -> bytes:
    data = "社区有居民3120户。".encode()
    name = "a.txt"
    for depth in range(4):
        data, name = _zip((name, data)), f"{depth}.zip"
    return data


def _traversing_zip() -> bytes:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    evil = "社区有居民3120户。".encode()
    return _zip(("../../evil.txt", evil), ("/etc/evil.txt", evil), ("..\\..\\evil.txt", evil), (link, b"/etc/passwd"))


def _lying_zip() -> bytes:
    """A member that says it is small and is not."""
    data = bytearray(_zip(("a.txt", bytes(100 << 20))))
    size = (100 << 20).to_bytes(4, "little")
    return bytes(data).replace(size, (10).to_bytes(4, "little"))


def _bomb_docx() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "社区">{entities}]><w:document>&e9;</w:document>'
    return _zip(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body.encode()))


def _swelling_docx() -> bytes:
    return _zip(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document>" + b" " * (100 << 20)))


_SENTENCE = "社区有居民3120户8465人，化解邻里矛盾57起"

# How large the plain texts are; their bounds are for each megabyte.
_MEGABYTES = int(os.environ.get("CASEKIT_HOSTILE_MEGABYTES", "4"))


def _filled(words: str) -> bytes:
    size = _MEGABYTES << 20
    return (words * (size // len(words.encode()) + 1)).encode()[:size]


_CASES: dict[str, tuple[str, Make, str, float, float]] = {
    # name of the file, its maker, the status, seconds and megabytes that must be enough on a busy machine
    "one line": ("a.txt", lambda: _filled(_SENTENCE), "ok", 1.5, 20),
    "no mark": ("a.txt", lambda: _filled("社"), "ok", 1.5, 20),
    "lines of nothing": ("a.txt", lambda: _filled("\n"), "empty", 1.5, 20),
    "short lines": ("a.txt", lambda: _filled("户\n"), "ok", 3, 66),
    "full stops": ("a.txt", lambda: _filled("户。"), "ok", 3, 60),
    "opened titles": ("a.txt", lambda: ("《" * 500_000 + "。" * 500_000).encode(), "ok", 30, 600),
    "a text larger than allowed": ("a.txt", lambda: b"x" * (65 << 20), "too-large", 10, 200),
    "zeros in a zip": ("a.zip", _zip_of_zeros, "too-large", 30, 300),
    "zip that lies": ("a.zip", _lying_zip, "unreadable", 30, 300),
    "zip in zip in zip in zip": ("a.zip", _nested_zip, "too-deep", 10, 100),
    "gzip of zeros": ("a.txt.gz", lambda: gzip.compress(bytes(160 << 20)), "too-large", 30, 300),
    "gzip of blank lines": ("a.jsonl.gz", lambda: gzip.compress(b"\n" * (160 << 20)), "too-large", 60, 300),
    "entities in docx": ("a.docx", _bomb_docx, "unreadable", 10, 100),
    "docx that swells": ("a.docx", _swelling_docx, "too-large", 10, 200),
    "html nested 100000 deep": ("a.html", lambda: b"<div>" * 100_000 + "居民3120户".encode(), "ok", 60, 400),
    "html of 150000 tags": ("a.html", lambda: b"<p>" + "<b>居</b>".encode() * 150_000, "ok", 60, 400),
    "html of attributes": ("a.html", lambda: b"<p " + b'a="1" ' * 500_000 + ">居民3120户</p>".encode(), "ok", 60, 500),
    "json nested 100000 deep": ("a.jsonl", lambda: b"[" * 100_000 + b"\n", "unreadable", 10, 100),
    "json with half characters": ("a.jsonl", lambda: b'{"text": "\\ud83d\\u793e\\udc00"}', "ok", 10, 100),
    "csv of one open quote": ("a.csv", lambda: b'text\n"' + b"x" * (10 << 20), "ok", 30, 200),
    "control characters": ("a.txt", lambda: "社区\x1b[2J\x07有居民\x003120户。".encode() * 50, "ok", 10, 100),
}


@pytest.mark.parametrize("case", _CASES)
def test_a_hostile_file_has_one_status_in_bounded_time_and_memory(case: str, tmp_path: Path) -> None:
    name, make, status, seconds, megabytes = _CASES[case]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(make())
    found, took, peak = _run(tmp_path / "in")
    print(f"{case}: {found[0][1]}, {took:.1f} s, {peak:.0f} MB")
    assert [one[1] for one in found] == [status]
    scale = _MEGABYTES if name == "a.txt" and seconds <= 3 else 1
    assert took < seconds * scale
    assert peak < megabytes * scale
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(["in", name])


def test_names_that_climb_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(_traversing_zip())
    found, _, _ = _run(tmp_path / "in")
    assert [(doc, status) for doc, status, _ in found] == [
        ("a.zip/etc/evil.txt", "ok"),
        ("a.zip/evil.txt", "ok"),
        ("a.zip/evil.txt~2", "ok"),
        ("a.zip/link.txt", "outside-tree"),
    ]
    assert [path.name for path in tmp_path.rglob("*.txt")] == []


def test_a_locked_member_does_not_hide_the_others(tmp_path: Path) -> None:
    data = bytearray(_zip(("a.txt", "社区有居民3120户。".encode()), ("b.txt", "社区有居民8465人。".encode())))
    first = data.find(b"PK\x01\x02")
    data[first + 8] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    found, _, _ = _run(tmp_path)
    assert [(doc, status) for doc, status, _ in found] == [("a.zip/a.txt", "encrypted"), ("a.zip/b.txt", "ok")]


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_file_cut_off_is_read_or_refused_but_never_raises(share: float, tmp_path: Path, article_pdf: bytes) -> None:
    whole = {
        "a.zip": _zip(("a.txt", "社区有居民3120户。".encode() * 99)),
        "b.pdf": article_pdf,
        "c.txt.gz": gzip.compress("社区有居民3120户。".encode() * 99),
        "d.jsonl": json.dumps({"text": "社区有居民3120户。" * 99}).encode(),
        "e.html": ("<html><body><p>" + "社区有居民3120户。" * 99).encode(),
        "f.txt": ("社区有居民3120户。" * 99).encode("gb18030"),
    }
    for name, data in whole.items():
        (tmp_path / name).write_bytes(data[: int(len(data) * share)])
    found, _, _ = _run(tmp_path)
    assert {doc.split(".")[0] for doc, _, _ in found} == {"a", "b", "c", "d", "e", "f"}
    assert {status for _, status, _ in found} <= {"ok", "unreadable"}


def test_scripts_are_text_to_nobody(tmp_path: Path) -> None:
    page = "<script>居民9999户</script><p onclick='x'>社区有居民3120户。</p><style>人8888</style>"
    (tmp_path / "a.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    (tmp_path / "b.txt").write_text("<script>alert(1)</script>社区有居民3120户。=HYPERLINK(1)", encoding="utf-8")
    from casekit.documents import read_documents

    first, second = read_documents([tmp_path])
    assert first.text == "社区有居民3120户。"
    assert second.text == "<script>alert(1)</script>社区有居民3120户。=HYPERLINK(1)"
