"""What one would otherwise pick, over the same texts: a segmenter, a pattern, and extractors in a venv of their own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.clock import Times

_NUMBER = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万亿两.,，]+(?:多|余|来)?(?:人|户|件|个|元|%|平方公里|场|次|名)"
)

# Each reads texts as JSON from stdin, works through them `goes` times, and prints processor seconds as JSON.
_FRAME = """
import json, sys, time
goes, texts = json.load(sys.stdin)
{setup}
work(texts[0])
seconds = []
for _ in range(goes):
    began = time.process_time()
    for text in texts:
        work(text)
    seconds.append(time.process_time() - began)
print(json.dumps(seconds))
"""
_SETUPS = {
    "JioNLP, money": "import jionlp\nwork = lambda text: jionlp.ner.extract_money(text, with_parsing=True)",
    "Recognizers-Text, numbers": (
        "from recognizers_number import recognize_number\nfrom recognizers_text import Culture\n"
        "work = lambda text: recognize_number(text, Culture.Chinese)"
    ),
}


def segmenter(texts: Sequence[str]) -> Callable[[], object]:
    """jieba.cut over all texts."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return lambda: [sum(1 for _ in jieba.cut(text)) for text in texts]


def plain_pattern(texts: Sequence[str]) -> Callable[[], object]:
    """One regular expression for numbers with units over all texts."""
    return lambda: [len(_NUMBER.findall(text)) for text in texts]


def in_own_venv(python: Path, texts: Sequence[str], goes: int) -> dict[str, Times]:
    """The extractors that the interpreter `python` can import; none where there is no such interpreter."""
    found = {}
    for name, setup in _SETUPS.items() if python.is_file() else ():
        code = _FRAME.format(setup=setup)
        done = subprocess.run(
            [str(python), "-c", code], input=json.dumps([goes, texts]), capture_output=True, text=True
        )
        if done.returncode == 0:
            found[name] = Times(tuple(json.loads(done.stdout.splitlines()[-1])))
        else:
            reason = done.stderr.strip().splitlines()[-1:] or ["?"]
            print(f"{name}: left out ({reason[0]})", file=sys.stderr)
    return found
