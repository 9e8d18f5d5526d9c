"""Slips that YAML would swallow or blame on the wrong line, found in the raw text before it is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casekit.core import Place, RuleError

_WIDE_SPACE = re.compile(r"^[ ]*([\u3000\u00a0])")
_WIDE_KEY = re.compile(r"^(?P<name>[^\s\-#\"'：]+)(?P<colon>：)\s*(?:\[|$)")
_NO_SPACE = re.compile(r"^\s*(?:-\s+)?(?P<name>[a-z_]+)(?P<colon>:)[^\s:]")
_WIDE_BRACKET = re.compile(r":\s+(?P<bracket>[【［〔「])")
_CUT = re.compile(r"^\s*-\s+(?![\"'#]).*?【.*?(?P<hash>\s#)")
_QUOTED_REST = re.compile(r"^\s*-\s+(?P<quoted>\"[^\"]*\"|'[^']*')\s*(?P<rest>=>)")


def refuse_traps(text: str, name: str) -> None:
    """Raises RuleError at the first slip of the keyboard in the text of the rule file called `name`."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, message, hint in _slips(line):
            raise RuleError(Place(name, number, column + 1), message, hint)


def _slips(line: str) -> Iterator[tuple[int, str, str]]:
    if found := _WIDE_SPACE.match(line):
        yield found.start(1), "a full-width or no-break space indents this line.", "缩进请用半角空格。"
    if found := _WIDE_KEY.match(line):
        yield found.start("colon"), "a full-width colon stands after a key.", "请把全角冒号“：”改成半角冒号加空格“: ”。"
    if found := _NO_SPACE.match(line):
        hint = f"冒号后面要空一格：“{found['name']}: ”。"
        yield found.end("colon"), f'no space follows the colon after "{found["name"]}".', hint
    if found := _WIDE_BRACKET.search(line):
        yield found.start("bracket"), f'"{found["bracket"]}" opens no list.', "词表请用半角方括号 [ ]。"
    if found := _CUT.match(line):
        yield (
            found.start("hash") + 1,
            'YAML drops everything after " #" as a comment.',
            "“ #”后面的文字会被当作注释；整句加引号，或把注释另起一行。",
        )
    if found := _QUOTED_REST.match(line):
        yield found.start("rest"), "text goes on after the closing quote.", "引号要把 => 和数值也包进去。"
