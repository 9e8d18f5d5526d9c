"""What one would otherwise pick, over the same texts: a segmenter, a pattern, and extractors in a venv of their own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_NUMBER = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万亿两.,，]+(?:多|余|来)?(?:人|户|件|个|元|%|平方公里|场|次|名)"
)

# Reads lines of texts as JSON from stdin, works through each line, and answers with processor seconds.
_FRAME = """
import json, sys, time
{setup}
for line in sys.stdin:
    texts = json.loads(line)
    began = time.process_time()
    for text in texts:
        work(text)
    print("took", time.process_time() - began, flush=True)
"""
_SETUPS = {
    "JioNLP, money": "import jionlp\nwork = lambda text: jionlp.ner.extract_money(text, with_parsing=True)",
    "Recognizers-Text, numbers": (
        "from recognizers_number import recognize_number\nfrom recognizers_text import Culture\n"
        "work = lambda text: recognize_number(text, Culture.Chinese)"
    ),
}


def segmenter() -> Callable[[str], object]:
    """jieba.cut, with its dictionary loaded."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return lambda text: sum(1 for _ in jieba.cut(text))


def plain_pattern() -> Callable[[str], object]:
    """One regular expression for numbers with units."""
    return _NUMBER.findall


class Peer:
    """An extractor in another interpreter, which reads texts when it is told to; used as a context manager."""

    def __init__(self, name: str, python: Path) -> None:
        code = _FRAME.format(setup=_SETUPS[name])
        self._process = subprocess.Popen(
            [str(python), "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()

    def seconds(self, texts: Sequence[str]) -> float | None:
        """Processor seconds it takes for the texts, None where it does not work here."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(texts) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            return None
        for line in self._process.stdout:
            if line.startswith("took "):
                return float(line.split()[1])
        return None


def peers(python: Path, text: str) -> dict[str, Peer]:
    """The extractors that the interpreter can import and that read the text; none where there is no interpreter."""
    found = {}
    for name in _SETUPS if python.is_file() else ():
        peer = Peer(name, python)
        if peer.seconds([text]) is None:
            peer.__exit__(None, None, None)
            print(f"{name}: left out, it does not run in {python}", file=sys.stderr)
        else:
            found[name] = peer
    return found
