"""What numbers, dates and times may look like: the patterns behind the one pass over a text."""

from __future__ import annotations

import re

from casekit.quantities.tables import Tables
from casekit.quantities.trie import trie_pattern, unless

HAN_DIGITS = "零〇一二三四五六七八九"
MAGNITUDES = "十百千万亿兆"
HAN = f"{HAN_DIGITS}{MAGNITUDES}两廿卅"
# Written out in full on cheques and in minutes; outside such runs most of them are ordinary characters (队伍, 大陆).
FINANCIAL = "壹贰叁肆伍陆柒捌玖拾佰仟弍"
BLANK = r"[ \u3000\xa0]?"

# 千 in 千瓦 and 兆 in 兆瓦 belong to the unit, 百 in 5百分点 too.
_KILO, _MEGA = "[瓦克米卡伏赫帕]", "[瓦赫字帕欧]"
UNIT_HEAD = rf"千{_KILO}|兆{_MEGA}|百分点"
_RUN_CHAR = rf"[0-9{HAN}]"
# 12 345人: yearbooks part the thousands with a blank. What follows the last group must be Han, what stands before the
# first too, so that the columns of a table stay apart; 表2 345人 is none.
_GROUPS = "|".join(
    rf"(?<=[{before}][1-9]{'[0-9]' * more} )(?<![图表第附例件号][0-9]{{{more + 1}}} )"
    for more in range(3)
    for before in ("\u4e00-\u9fff：（", "年月日约近超达共计] [")
)
_GROUPED = rf" (?:{_GROUPS}|(?<=[0-9] [0-9]{{3}} ))(?=[0-9]{{3}}(?: [0-9]{{3}})*(?:\.[0-9]+)?[\u4e00-\u9fff㎡%])"
# 1.2w人, 3k+: as chats and accounts write 万 and 千; elsewhere the letters begin units (kg, kW).
_LETTER = r"[wWkK](?<=[0-9][wWkK])(?=[多余+]?(?:人|元|户|名|次|块|份|家|小时)|\+[，。、\n])"
# 3个多亿, 十几二十, 千儿八百
_WITHIN = rf"个(?=多?亿)|几(?<=十几)(?=[二三四五六七八九]十)|儿(?<=[千万]儿)(?=八[百千])|{_LETTER}"
# Each branch begins with its characters and looks around afterwards: so the engine passes over it without a trial.
_RUN_REST = (
    rf"[0-9]*+(?:[{HAN_DIGITS}十万亿两廿卅][0-9]*+|千(?!{_KILO})[0-9]*+|百(?!分点)[0-9]*+|兆(?!{_MEGA})[0-9]*+"
    r"|\.(?=[0-9])[0-9]*+|[,，\xa0](?=[0-9]{3}(?![0-9]))[0-9]*+"
    rf"|{_GROUPED}[0-9]*+"
    rf"|点(?=[{HAN_DIGITS}])(?![一二三四五六七八九十]{{1,3}}[分刻])| (?<=[0-9] )(?=[百千万亿])|{_WITHIN})*+"
)
RUN = _RUN_CHAR + _RUN_REST
_COUNTED = (
    "[个名位人户口次场回趟件条公斤块元万亿岁年天里米亩吨家间座套份只头棵桌种支张辆栋平盏台幅本"
    "册对处盆桶孔眼部封篇首起宗项所幢株匹羽尾艘]"
)
# 200+名, 1.5万+人次; in 5+2 and 1+8+N nothing is counted.
_PLUS = rf"\+(?:(?<=[0-9]{{2}}\+)|(?<=[百千万亿wW]\+))(?=(?:{_COUNTED}|小时))"
# 百把人, 万把块; elsewhere 把 counts knives and chairs.
_OR_SO = rf"把(?<=[百千万]把)(?<![0-9{HAN}]..)(?=(?:[个名位人户口元块]|号人))"
VAGUE = rf"(?:[多余几]|好几|来(?=(?:{_COUNTED}|号人))|{_PLUS}|{_OR_SO})"
RANGE = r"(?:[-~～－至到]|[—–]{1,2}|——)"

YEAR = r"(?:(?:1[6-9]|20)\d\d|[一二][〇零一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|二十|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_PART = r"(?:份|底|初|末|[上中下]旬|中(?![国央华旬小型心等级东西学医药]))"
_UNTIL = rf"(?:{BLANK}{RANGE}{BLANK}(?:{YEAR}年)?(?:{_MONTH}月{_PART}?)?(?:{_DAY}[日号])?(?<=[月日号份]))?"
_YEAR_ON = (
    rf"年?{BLANK}(?:{RANGE}|/){BLANK}{YEAR}{BLANK}(?:年度?|学年|财年)(?:代|间|期间|[底初末])?",
    rf"{BLANK}年{BLANK}{_MONTH}月{_PART}?(?:{_DAY}[日号])?{_UNTIL}",
    rf"{BLANK}年{BLANK}{_MONTH}{RANGE}{_MONTH}月{_PART}?",
    rf"{BLANK}年(?:度|底|初|末|代|前后|夏|秋|冬|春)?(?:{_MONTH}[.·]{_DAY}(?!\d))?",
    r"([-/.])\d{1,2}\1\d{1,2}(?!\d)",
    r"[-/.](?:0[1-9]|1[0-2])(?![\d%])(?=[^\d.,%]|$)",
)
_FROM_YEAR = (f"{YEAR}(?:{'|'.join(_YEAR_ON)})",)
# 一月160元 is no sixteenth of January.
_NO_DAY_ON = r"(?![\d.,%十百千万亿余多元块斤个人户])"
_FROM_MONTH = (
    rf"{_MONTH}月{_DAY}(?:[日号]|{_NO_DAY_ON})(?:{BLANK}{RANGE}{BLANK}(?:{_MONTH}月)?{_DAY}日)?",
    rf"{_MONTH}(?:月{_PART}?)?{BLANK}(?:{RANGE}|[、和]){BLANK}{_MONTH}月{_PART}?",
    rf"{_MONTH}月(?:{_PART}|间)?",
)
# No day of the month: 日均, 日元, 日本.
NO_DAY = ("均", "元", "圆", "本")
_FROM_DAY = (
    rf"{_DAY}[日号]?{BLANK}(?:{RANGE}|[、和]){BLANK}(?:{_MONTH}月)?{_DAY}日(?!均)",
    rf"{_DAY}日(?!{'|'.join(NO_DAY)})",
)
_AGES = (r"\d{2}(?:世纪)\d{2}年代|\d{2}世纪|(?:\d0|[一二三四五六七八九]十)年代",)
DATES = "|".join((*_FROM_YEAR, *_FROM_MONTH, *_FROM_DAY, *_AGES))
# The forms that a number with this unit may begin.
DATES_WITH = {
    "年": "|".join((*_FROM_YEAR, *_AGES)),
    "月": "|".join(_FROM_MONTH),
    "月份": "|".join(_FROM_MONTH),
    "日": "|".join((_FROM_DAY[1] + rf"(?!{BLANK}{RANGE})", *_FROM_DAY)),
}
_HOUR = r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九零])"
_MINUTE = r"(?:[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九]|零[一二三四五六七八九])"
# No hour of the day: 小时 aside, 时 begins these words.
NO_HOUR = "[间辰代候期光段尚装长]"
_SECOND = rf"(?:{_MINUTE}秒)?"
_OCLOCK = rf"{_HOUR}点(?:{_MINUTE}分(?!之)|半|钟|整|多|许|[一三]刻|[0-5]\d(?!\d)|[二三四五]十){_SECOND}"
_CLOCK = "|".join(
    (
        _OCLOCK,
        rf"{_HOUR}[:：][0-5]\d(?:[:：][0-5]\d)?(?!\d)",
        rf"{_HOUR}时(?!{NO_HOUR})(?:{_MINUTE}分|半|许|整)?{_SECOND}",
    )
)
_CLOSING = rf"{BLANK}{RANGE}{BLANK}(?:次日|当日|第二天)?(?:{_CLOCK}|{_HOUR}点)"
TIMES = rf"(?:{_CLOCK})(?:{_CLOSING})?|{_HOUR}点?{RANGE}(?:次日)?(?:{_CLOCK})"


# With these the units of three numbers in four begin.
_OFTEN = "年月日个%人公元届家名小位吨项米岁分次种条天"


def unit_pattern(tables: Tables) -> str:
    """Any unit word, longest first, where nothing follows that makes it another word."""
    return trie_pattern(
        (u.word for u in tables.units),
        {u.word: unless(u.not_before) for u in tables.units},
        often=_OFTEN,
    )


def after_pattern(tables: Tables) -> str:
    """Any hedge that stands after the unit."""
    after = [h for h in tables.hedges if h.side == "after"]
    guards = {h.word: _only(h.only_before) + unless(h.not_before) for h in after}
    return trie_pattern((h.word for h in after), guards)


def tail_pattern(tables: Tables) -> str:
    """What may follow the digits: a vague word with its 万, a unit, a hedge."""
    units = "".join(sorted({u.word[0] for u in tables.units}))
    after = "".join(sorted({h.word[0] for h in tables.hedges if h.side == "after"}))
    vague = rf"{_ahead('多余几来好把+')}{BLANK}{VAGUE}(?:(?!{UNIT_HEAD})[十百千万亿])*+"
    unit = f"{_ahead(units)}{BLANK}{unit_pattern(tables)}"
    hedge = f"{_ahead(after)}{BLANK}{after_pattern(tables)}"
    # An empty branch costs the engine less than an optional group.
    return f"(?:{vague}|)(?:{unit}|)(?:{hedge}|)"


def _ahead(heads: str) -> str:
    """One of the characters or a blank comes next."""
    return rf"(?=[{re.escape(heads)} \u3000\xa0])"


def scan_pattern(tables: Tables) -> re.Pattern[str]:
    """The one pass: a run of numerals (group 1) and what belongs to it on the right (group 2).

    A 一 that nothing numeric follows is most often part of a word and never looked at; the pattern begins
    with a plain set of characters all the same, which lets the engine skip the rest of the text fast.
    """
    one = f"(?:(?<!一)|(?=[{_follow(tables)}]))"
    return re.compile(f"({_RUN_CHAR}{one}{_RUN_REST})({tail_pattern(tables)})")


def sieve_pattern(tables: Tables, passed: str, foreign: str) -> re.Pattern[str]:
    """The same from any place up to the end of the next number; `passed` are expressions to run over on the way.

    The characters in `foreign` count as numbers of their own.
    """
    over = f"[^0-9{HAN}{foreign}]++|一(?![{_follow(tables)}])|{passed}"
    return re.compile(f"(?:{over})*+({RUN}|[{foreign}])({tail_pattern(tables)})")


def _follow(tables: Tables) -> str:
    """The characters that may follow a 一 which counts, as the inside of a set."""
    follow = {u.word[0] for u in tables.units} | set(f"{HAN}0123456789点分成半比、至到—-~–多余几来 \u3000\xa0是要则")
    return re.escape("".join(sorted(follow)))


def whole_pattern(tables: Tables) -> re.Pattern[str]:
    """The same for a text that is known to be one number: every 一 counts, and 一百点25 is read too."""
    run = rf"[0-9{HAN}](?:(?!{UNIT_HEAD})[0-9{HAN}.,点]|{_WITHIN})*+"
    return re.compile(f"({run})({tail_pattern(tables)})")


def hedge_pattern(tables: Tables) -> re.Pattern[str]:
    """Any hedge that stands before a number."""
    before = [h for h in tables.hedges if h.side == "before"]
    guards = {h.word: _only(h.only_before) + unless(h.not_before) for h in before}
    return re.compile(trie_pattern((h.word for h in before), guards, searched=True))


def _only(following: str) -> str:
    return f"(?=[{re.escape(following)}])" if following else ""
