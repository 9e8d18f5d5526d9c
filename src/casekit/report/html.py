"""The parts of the page put together: one HTML file that asks for nothing from anywhere."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.resources import files
from typing import Any

_SCRIPTS = (
    "build.js",
    "data.js",
    "words.js",
    "bars.js",
    "overview.js",
    "ranking.js",
    "communities.js",
    "documents.js",
    "text.js",
    "conflicts.js",
    "coverage.js",
    "definitions.js",
    "search.js",
    "page.js",
)
# What could end a script element or a line of it, written so that JSON reads the same.
_HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def page_parts(index: Any, ranking: Any, blocks: Iterable[Any]) -> Iterator[str]:
    """The page as pieces of text to be written one after the other; the blocks come one by one."""
    style, script = _part("page.css"), _script()
    head = _part("page.html").replace("{policy}", _policy(style, script)).replace("{style}", style)
    before, after = head.split("{data}")
    yield before
    yield _data("words", json.loads(_part("words.json")))
    yield _data("index", index)
    yield _data("ranking", ranking)
    for number, block in enumerate(blocks):
        yield _data(f"d{number}", block)
    yield after.replace("{script}", script)


def json_in_html(content: Any) -> str:
    r"""The content as JSON that may stand in a script element, whatever text it holds.

    >>> json_in_html(["</script>", "荷城"])
    '["\\u003c/script\\u003e","荷城"]'
    """
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_HARMLESS)


def _data(name: str, content: Any) -> str:
    return f'<script type="application/json" id="{name}">{json_in_html(content)}</script>\n'


def _script() -> str:
    return "\n".join(['(() => {\n"use strict";', *map(_part, _SCRIPTS), "})();"])


def _policy(style: str, script: str) -> str:
    """What the browser is told it may run and load: this style, this script, nothing else."""
    allowed = f"img-src data:; style-src {_hash(style)}; script-src {_hash(script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _part(name: str) -> str:
    return (files("casekit.report") / "page" / name).read_text(encoding="utf-8").strip("\n")
