"""A folded text in, its simplified copy out where it is Traditional Chinese; one character for one."""

from __future__ import annotations

import re
from functools import lru_cache

Problems = tuple[tuple[str, int | None, int | None, str], ...]
MISSING = 'text is in Traditional Chinese; install the converter with: pip install "casekit[zh-hant]"'
_SAMPLE = 4_000
_LEAST, _MAJORITY = 2, 2
# Everyday characters that only one of the two scripts writes.
_TRADITIONAL = re.compile(
    "[們這來個說時為會學對開關經與從國過還進種產業員區戶萬處費總數組織團結實現發長門間"
    "問題動務鄉鎮鄰義黨衛視聯協調訪講讓幫單歲樓車電話報導設備節樂體養師醫護條項質標準轉辦]"
)
_SIMPLIFIED = re.compile(
    "[们这来个说时为会学对开关经与从国过还进种产业员区户万处费总数组织团结实现发长门间"
    "问题动务乡镇邻义党卫视联协调访讲让帮单岁楼车电话报导设备节乐体养师医护条项质标准转办]"
)
# 著 that is no writing and no fame is 着: 住著, 幫著, 跟著.
_WRITTEN = re.compile(r"著(?![名作述称录者书])(?<![显卓土名原编专巨遗论拙译合所新大执昭撰]著)")


def looks_traditional(text: str) -> bool:
    """True where the everyday characters of the text are mostly Traditional.

    >>> looks_traditional("社區現有義工534人"), looks_traditional("社区现有义工534人")
    (True, False)
    """
    traditional = len(_TRADITIONAL.findall(text, 0, _SAMPLE))
    return traditional >= _LEAST and traditional > _MAJORITY * len(_SIMPLIFIED.findall(text, 0, _SAMPLE))


def simplified(text: str) -> tuple[str, Problems]:
    """The text in simplified characters, as long as before; a problem where OpenCC is not installed.

    >>> simplified("鳳影社區卻住著6230戶，佔總人口的7.8%")
    ('凤影社区却住着6230户，占总人口的7.8%', ())
    """
    if not looks_traditional(text):
        return text, ()
    converter = _converter()
    if converter is None:
        return text, (("traditional-unread", None, None, MISSING),)
    lines = [_same_length(converter, line) for line in text.split("\n")]
    return _WRITTEN.sub("着", "\n".join(lines)), ()


def _same_length(converter: _Converter, line: str) -> str:
    whole = converter.convert(line)
    if len(whole) == len(line):
        return whole
    single = [converter.convert(char) for char in line]
    return "".join(new if len(new) == 1 else old for new, old in zip(single, line, strict=True))


class _Converter:
    """OpenCC behind the one call that is needed."""

    def __init__(self, engine: object) -> None:
        self._engine = engine

    def convert(self, text: str) -> str:
        return str(self._engine.convert(text))  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def _converter() -> _Converter | None:
    try:
        import opencc
    except ImportError:
        return None
    return _Converter(opencc.OpenCC("t2s"))
