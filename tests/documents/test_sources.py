"""Paths to files: order, names, what is passed over, what must not be opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casekit.core import CasekitError
from casekit.documents import find_sources, read_documents


def _write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("社区有居民3120户。", encoding="utf-8")


def _docs(*paths: Path) -> list[str]:
    return [source.doc for source in find_sources(paths)]


def test_files_of_a_folder_come_sorted_with_names_below_it(tmp_path: Path) -> None:
    _write(tmp_path, "b.txt", "a/2.txt", "a/10.txt", "a.txt", "c.md", "报道")
    assert _docs(tmp_path) == ["a.txt", "a/10.txt", "a/2.txt", "b.txt", "c.md", "报道"]


def test_of_several_paths_names_begin_below_what_holds_them_all(tmp_path: Path) -> None:
    _write(tmp_path, "x/a.txt", "y/a.txt", "y/b.txt")
    assert _docs(tmp_path / "x", tmp_path / "y" / "a.txt") == ["x/a.txt", "y/a.txt"]
    assert _docs(tmp_path / "y" / "a.txt") == ["a.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    _write(tmp_path, "x/a.txt", "x/b.txt")
    assert _docs(tmp_path / "x" / "a.txt", tmp_path / "x", tmp_path / "x") == ["a.txt", "b.txt"]


def test_a_missing_path_is_an_error_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(CasekitError, match="no such file"):
        find_sources([tmp_path / "nothing"])


def test_a_folder_without_reports_is_an_error_of_the_user(tmp_path: Path) -> None:
    _write(tmp_path, "a.jpg", ".hidden.txt", "README.md", "~$a.docx")
    with pytest.raises(CasekitError, match="no readable file"):
        find_sources([tmp_path])


def test_parts_of_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, "page.html", "page_files/frame.html", "data_files/report.txt")
    assert _docs(tmp_path) == ["data_files/report.txt", "page.html"]


def test_links_out_of_the_tree_and_linked_folders_are_rows_and_nothing_more(tmp_path: Path) -> None:
    _write(tmp_path, "in/a.txt", "out/secret.txt")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (tmp_path / "in" / "inner.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "in" / "nothing.txt")
    found = {document.doc: (document.status, document.text) for document in read_documents([tmp_path / "in"])}
    assert found == {
        "a.txt": ("ok", "社区有居民3120户。"),
        "inner.txt": ("ok", "社区有居民3120户。"),
        "link.txt": ("outside-tree", ""),
        "folder": ("outside-tree", ""),
        "loop": ("outside-tree", ""),
        "gone.txt": ("unreadable", ""),
    }


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert [(d.doc, d.status) for d in read_documents([tmp_path])] == [("a.txt", "ok"), ("b.txt", "unreadable")]


def test_names_that_are_no_utf8_become_storable(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "清溪社区.txt".encode("gbk"))).write_bytes(b"abc")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert _docs(tmp_path) == ["清溪社区.txt"]


def test_a_file_that_may_not_be_read_is_a_row(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "b.txt")
    (tmp_path / "b.txt").chmod(0)
    if os.access(tmp_path / "b.txt", os.R_OK):
        pytest.skip("this user may read everything")
    assert [d.status for d in read_documents([tmp_path])] == ["ok", "unreadable"]
