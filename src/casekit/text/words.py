"""The one door to a word segmenter: rjieba where it is installed, else jieba; both give the same words.

Nothing is loaded before the first call, since jieba needs about a second to read its dictionary.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from casekit.core import Span

Cut = Callable[[str], list[str]]


def cut_words(text: str) -> list[Span]:
    """The words of `text` in order, by dictionary alone; together they cover all of it.

    >>> [word.of("社区有三轮车") for word in cut_words("社区有三轮车")]
    ['社区', '有', '三轮车']
    """
    words: list[Span] = []
    at = 0
    for word in _segmenter()(text):
        words.append(Span(at, at + len(word)))
        at += len(word)
    return words


@lru_cache(maxsize=1)
def _segmenter() -> Cut:
    try:
        return rust_segmenter()
    except ImportError:
        return python_segmenter()


def rust_segmenter() -> Cut:
    """rjieba's segmenter; raises ImportError where it is not installed."""
    import rjieba

    # New words are not guessed: what a dictionary does not know is no reason for anything here.
    return lambda text: list(rjieba.cut(text, False))


def python_segmenter() -> Cut:
    """jieba's segmenter with a tokenizer of its own, so that no user dictionary of the process leaks in."""
    jieba = _import_jieba()
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    # The default is a file in the shared temporary folder that anyone may plant; it is loaded unchecked.
    tokenizer.tmp_dir = str(_cache_folder())
    return lambda text: list(tokenizer.cut(text, HMM=False))


def _import_jieba() -> Any:
    """jieba without pkg_resources, which it would import only to open its dictionary, slowly and with a warning."""
    missing = "pkg_resources" not in sys.modules
    if missing:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        import jieba
    finally:
        if missing:
            del sys.modules["pkg_resources"]
    return jieba


def _cache_folder() -> Path:
    """A folder of this user alone for the built dictionary; of this process where the user has none to write to."""
    try:
        base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
        folder = Path(base) / "casekit"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return Path(mkdtemp(prefix="casekit-"))
    return folder
