"""The patterns of the reader: what a number may look like, and the one pass over a text."""

from __future__ import annotations

import re

from casekit.quantities.tables import Tables
from casekit.quantities.trie import trie_pattern

ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)"
CHINESE = "[零〇一二三四五六七八九十百千万亿兆两廿卅]"
FINANCIAL = "[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]"
# 千 in 千瓦 and 兆 in 兆瓦 belong to the unit.
MAGNITUDE = r"(?:[百万亿](?!分[点之])|千(?![瓦克米卡伏赫帕])|兆(?![瓦赫字帕欧]))"
BLANK = r"[ \u3000\xa0]?"
VAGUE = r"(?:[多余几]|来(?=[个名位人户次场件条公斤万亿岁年天]))"
NUMBER = (
    rf"(?:{ARABIC}(?:{BLANK}{MAGNITUDE}++(?:{CHINESE}++|\d{{1,4}}(?![\d.,年月%]))?)*+"
    rf"|{CHINESE}++(?:点[零〇一二三四五六七八九]++[万亿]*+)?"
    rf"|{FINANCIAL}{{2,}})"
    rf"(?:{BLANK}{VAGUE}[万亿]*+)?"
)
FRACTION = rf"(?:{CHINESE}++|\d++)分之(?:{ARABIC}|{CHINESE}++(?:点{CHINESE}++)?){VAGUE}?"
TENTHS = rf"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十])成(?![员为功立果本长年人都交型群品熟绩效])(?:[一二三四五六七八九半])?{VAGUE}?"
RANGE = r"(?:[-~～－至到]|—{1,2}|–{1,2})"
SIGN = r"[-−－负]"

YEAR = r"(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})"
_DAY = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
DATES = "|".join(
    (
        rf"{YEAR}{BLANK}年?{RANGE}{YEAR}{BLANK}(?:年|学年|财年)(?:度|代)?",
        rf"{YEAR}{BLANK}年(?:度|初|底|末|前后)?(?:{BLANK}{_DAY}月(?:份|底|初|末|[上中下]旬)?)?(?:{_DAY}[日号])?(?:{RANGE}(?:{_DAY}月)?(?:{_DAY}[日号]))?",
        rf"{YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)",
        rf"{_DAY}月{_DAY}[日号]?(?:{RANGE}(?:{_DAY}月)?{_DAY}日)?",
        rf"{_DAY}(?:月份?)?{RANGE}{_DAY}月(?:份|底|初|末)?",
        rf"{_DAY}月(?:份|底|初|末|[上中下]旬|间)?",
        rf"{_DAY}日?{RANGE}{_DAY}日(?!均)",
        rf"\d{{1,2}}日(?!均|元|圆)",
    )
)
TIMES = "|".join(
    (
        r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)",
        r"\d{1,2}时(?!间|代|候|期)(?:\d{1,2}分|半|许|整)?(?:\d{1,2}秒)?",
        rf"{_DAY}点(?:半|钟|整|多|左右|{_DAY}分|\d\d(?!\d)|许)",
    )
)


def scan_pattern(tables: Tables) -> re.Pattern[str]:
    """The one pass: `hedge`, `when`, `clock`, `code`, `ordinal`, `list`, `slogan`, `number`."""
    unit = unit_pattern(tables)
    after = after_pattern(tables)
    one = rf"{NUMBER}(?:{BLANK}(?:{unit}))?(?:{BLANK}{after})?"
    core = rf"(?:{FRACTION}|{TENTHS}|{one})(?:{after})?(?:{RANGE}(?:{FRACTION}|{TENTHS}|{one})(?:{after})?)?"
    parts = {
        "hedge": trie_pattern(h.word for h in tables.hedges if h.side == "before"),
        "code": r"https?://[\x21-\x7e]+|www\.[\x21-\x7e]+|1[3-9]\d{9}(?!\d)|0\d{2,3}-\d{7,8}|\d{17}[\dXx](?!\d)",
        "clock": TIMES,
        "when": DATES,
        "ordinal": rf"第{BLANK}(?:\d+|{CHINESE}+)(?:[、至到-](?:第?)(?:\d+|{CHINESE}+))?{BLANK}(?:{unit})?",
        "list": rf"(?<![^\s。；：:;])(?:{CHINESE}{{1,3}}[、.．]|\d{{1,2}}[、.．](?!\d))|[（(](?:{CHINESE}{{1,3}}|\d{{1,2}})[）)]|[①-⑳]"
        rf"|[一二三四五六七八九十](?:是|要|则|方面)(?=\S)",
        "slogan": r"\d+(?:\+(?:\d+|[A-Za-zＸX]+))+",
        "number": core,
    }
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in parts.items()))


def unit_pattern(tables: Tables) -> str:
    """Any unit word, longest first, where nothing follows that makes it another word."""
    return trie_pattern((u.word for u in tables.units), {u.word: u.not_before for u in tables.units})


def after_pattern(tables: Tables) -> str:
    """Any hedge that stands after the unit."""
    return trie_pattern(h.word for h in tables.hedges if h.side == "after")
