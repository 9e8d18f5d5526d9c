"""Numbers that name, order or count pages instead of stating a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casekit.core.alternation import any_of
from casekit.quantities.grammar import HAN, RANGE, RUN
from casekit.quantities.site import STOPS, Found, Site
from casekit.quantities.tables import Cues

_LONE_YEAR = re.compile(r"(?:19[4-9]|20[0-4])\d(?![\d.,%])")
# 2000—3000人: no years, where what follows the second number is no part of a date.
_COUNTED_TO = re.compile(
    r"[—–\-~]+(?!(?:19[4-9]|20[0-4])\d(?![\d.]))(?:\d{4,}|\d+(?:\.\d+)?[万亿])(?=[\u4e00-\u9fff])(?![年届级])"
)
# What is said of amounts, not of years: 本地人不到|2000，.
_NO_YEAR = ("不到", "不足", "超过", "将近", "接近", "多达", "足有", "不下")
_ORDINAL_ON = re.compile(rf"(?:(?:{RANGE}|、)第?{RUN})+")
_SUM = re.compile(r"(?:\+(?:\d+|[A-Za-z](?![A-Za-z])|[\u4e00-\u9fff]{0,2}))+")
_RATIO = re.compile(rf"\d+(?:\.\d+)?[:：比∶]\d+(?:\.\d+)?(?:[:：比∶]\d+)*|[{HAN}]比[{HAN}](?![{HAN}])")
_CODE = re.compile(r"[0-9A-Za-z_]*(?:[-./#&=?%@:][0-9A-Za-z_]+)*")
_PHONE = re.compile(
    r"(?:\+?86-?)?1[3-9]\d{9}(?!\d)|0\d{2,3}-\d{7,8}(?!\d)|400-?\d{3,4}-?\d{3,4}|800-\d{3}-\d{4}|[2-8]\d{7}(?!\d)"
)
_NEIGHBOURS = re.compile("(?:一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九)[十百千万亿]")
_LISTED = frozenset("\n。；：:; \u3000\xa0！？!?|★●■◆▲·—")
# Places whose parts have numbers: 石桥村|六组.
_TEAM_PLACES = "村社屯寨"
# 47路公交, and at the end of a clause.
_LINE, _STOP_MARKS = "路", "、，。"
_BEFORE_COUNTS = frozenset("：: \u3000\xa0（(")
_PAGES = re.compile(r"页[\s\d]*$")
_MONTH_BEFORE = ("月", "月的", "今天是")
_BRACKETS = {"（": "）", "(": ")", "[": "]", "【": "】", "〔": "〕"}
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# As many digits may be a telephone number.
_LONG = 7
# The characters beside a number that any of the readers below looks at.
_TELLING_BEFORE = frozenset(f"第+./-_@#=&% {''.join(_BRACKETS)}{_LETTERS}")
_TELLING_AFTER = frozenset(f"+-、.．后·{_LETTERS}")


class Labels:
    """Reads labels with the cues of some tables."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._method, self._lines = cues.method_after, cues.lines_after
        self._label_ends = frozenset(word[-1] for word in (*cues.counters, *cues.labels))
        self._telling_before = _TELLING_BEFORE | _BEFORE_COUNTS | self._label_ends | set(cues.first)
        self._telling_after = _TELLING_AFTER | _firsts((*cues.method_after, *cues.built, *cues.points))
        self._telling_after |= {_LINE} if cues.lines else set()
        self._label_units = frozenset(("号", *cues.houses, *cues.teams))
        self._generation = re.compile(rf"(?:[5-9][05]|00|05|10)(?!{any_of(cues.not_generation)})后")
        self._built = re.compile(
            f"{any_of(cues.built, cues.not_built)}|{_LINE}(?={any_of((*cues.lines, *_STOP_MARKS))})"
        )
        self._address = re.compile(f"号?{any_of(cues.after_number_of)}?(?:[\\dA-Z]+{any_of(cues.rooms)})*")
        self._room = re.compile(rf"\d+{any_of(w for w in cues.rooms if w not in cues.houses)}")

    def read(self, site: Site) -> Found | None:
        """The label that the site is part of, or None where it may state a figure."""
        if self._silent(site):
            return None
        if site.before == "第":
            return _ordinal(site)
        if site.middle - site.start > 40 or (site.in_figures and site.middle - site.start > 27):
            return Found(site.start, site.middle, "code")
        found = self._first(site) or _in_code(site) or _in_list(site, self._cues)
        if found is None and not site.tail.unit.word:
            found = self._without_unit(site)
        return found or self._placed(site)

    def _silent(self, site: Site) -> bool:
        """True where neither the number nor the characters beside it belong to any label."""
        return (
            site.before not in self._telling_before
            and site.after not in self._telling_after
            and site.end - site.start < _LONG
            and site.run[0] != "0"
            and site.tail.unit.word not in self._label_units
        )

    def read_bare(self, site: Site) -> Found | None:
        """A ratio, the number of a hot line, or a year without its 年; asked once dates and times are out."""
        text, start, end = site.text, site.start, site.end
        if site.tail.written:
            return None
        if site.after in "：:比∶" and (found := _RATIO.match(text, start)):
            return Found(start, found.end(), "ratio")
        if not site.in_figures:
            return None
        if site.after == "强" or (site.after == "对" and text.startswith(site.run, end + 1)):
            return Found(start, end + 1, "name")
        if 3 <= end - start <= 6 and text.startswith(self._lines, end):
            return Found(start, end, "name")
        beside = site.before in STOPS or site.after in STOPS or site.after in "—–-~"
        if beside and _LONE_YEAR.match(text, start) and not text.endswith(_NO_YEAR, 0, start):
            return None if _COUNTED_TO.match(text, end) else Found(start, end, "year")
        return None

    def _first(self, site: Site) -> Found | None:
        """前10名, 首十个月: the first so many."""
        if site.before not in self._cues.first or not site.tail.unit.word or site.tail.inner:
            return None
        earlier = site.text[site.start - 2 : site.start - 1]
        if earlier in self._cues.not_first and earlier:
            return None
        return Found(site.start - 1, site.end, "ordinal")

    def _without_unit(self, site: Site) -> Found | None:
        text, start, end = site.text, site.start, site.end
        if not site.in_figures:
            return None
        if site.after == "后" and self._generation.match(text, start):
            return Found(start, end + 1, "name")
        if site.after == "·" and text[end + 1].isdigit():
            return Found(start, _digits_end(text, end + 1), "name")
        if text.startswith(self._method, end) and site.middle == end:
            return Found(start, end, "slogan")
        if site.tail.inner:
            return None
        return self._numbered(site)

    def _numbered(self, site: Site) -> Found | None:
        """A telephone, a code, the counter of a page, the number of a picture."""
        text, start, end, run = site.text, site.start, site.end, site.run
        long = end - start >= _LONG
        if (long or site.after == "-") and (found := _PHONE.match(text, start)):
            return Found(start, found.end(), "phone")
        if run.isdecimal() and (long or (run[0] == "0" and len(run) > 1)):
            near = text[max(0, start - 16) : start] if long else ""
            return Found(start, end, "phone" if any(cue in near for cue in self._cues.phones) else "code")
        if site.before not in _BEFORE_COUNTS and site.before not in self._label_ends:
            return None
        left = text[max(0, start - 12) : start].rstrip("：: \u3000\xa0（(")
        if left.endswith(self._cues.counters) or _PAGES.search(left):
            return Found(start, end, "counter")
        if left.endswith(self._cues.labels) and end - start <= 4:
            return Found(start, end, "list-number")
        return None

    def _placed(self, site: Site) -> Found | None:
        """3号楼, 中华路68号, 6楼, 502室, 某村三组."""
        text, end, word, cues = site.text, site.end, site.tail.unit.word, self._cues
        if word == "号" and site.left(4).endswith(_MONTH_BEFORE):
            return Found(site.start, end, "date")
        if word == "号" or (not word and self._built.match(text, end)):
            found = self._address.match(text, site.middle)
            last = max(end, found.end() if found else end)
            placed = last > end or not word or site.before in cues.streets
            return Found(site.start, last, "address" if placed else "name")
        if word in cues.houses and (found := self._room.match(text, end)):
            return Found(site.start, found.end(), "address")
        if word in cues.teams and site.before in _TEAM_PLACES:
            return Found(site.start, end, "address")
        return None


def _firsts(words: Iterable[str]) -> set[str]:
    return {word[0] for word in words}


def _ordinal(site: Site) -> Found:
    end = site.end
    if found := _ORDINAL_ON.match(site.text, site.end):
        end = found.end()
    return Found(site.start - 1, end, "ordinal")


def _in_code(site: Site) -> Found | None:
    """G20, 5G, COVID-19, a.com/2024/1.html: letters and digits that hang together; 1+8+N."""
    text, start, end = site.text, site.start, site.end
    before, after, word = site.before, site.after, site.tail.unit.word
    earlier = text[start - 2 : start - 1]
    if after == "+" and not (word and site.in_figures and len(site.run) > 1) and (found := _SUM.match(text, end)):
        return Found(start, found.end(), "slogan")
    if before == "+" and earlier not in "\n，。（( " and not (word and earlier in "同环比"):
        return Found(start, end, "slogan")
    if not site.in_figures:
        return None
    if before.isascii() and before.isalpha() and (not word or not earlier.isascii() or not earlier.isalpha()):
        return Found(start, _code_end(text, site.middle), "code")
    if before in "./-_@#=&%" and ((earlier.isascii() and earlier.isalnum()) or earlier == "号"):
        return Found(start, _code_end(text, site.middle), "code")
    if not word and before == " " and earlier.isascii() and earlier.isalpha():
        return Found(start, _code_end(text, site.middle), "code")
    if not word and after.isascii() and after.isalpha():
        return Found(start, _code_end(text, end), "code")
    return None


def linked_code(text: str, start: int) -> int:
    """Where a chain of letters and digits ends that goes on at `start` after a slash or a dot; 0 for none."""
    earlier = text[start - 2]
    return _code_end(text, start) if earlier.isascii() and earlier.isalnum() else 0


def _code_end(text: str, at: int) -> int:
    found = _CODE.match(text, at)
    return found.end() if found else at


def _digits_end(text: str, at: int) -> int:
    while text[at].isdigit():
        at += 1
    return at


def _in_list(site: Site, cues: Cues) -> Found | None:
    """一、 二是 （三） 4. at the head of a paragraph or sentence."""
    text, start, end = site.text, site.start, site.end
    if site.tail.written or end - start > 3:
        return None
    if _BRACKETS.get(site.before) == site.after:
        return (
            None
            if text[max(0, start - 9) : start - 1].endswith(cues.counters)
            else Found(start - 1, end + 1, "list-number")
        )
    if site.before not in _LISTED and site.before != "，":
        return None
    if (
        site.after in "、.．"
        and not _NEIGHBOURS.match(text, start)
        and site.before != "，"
        and not (site.in_figures and text[end + 1].isdigit())
    ):
        return Found(start, end + 1, "list-number")
    if not site.in_figures and text.startswith(cues.points, end) and site.before not in " \u3000":
        return Found(start, end + 1, "list-number")
    return None
