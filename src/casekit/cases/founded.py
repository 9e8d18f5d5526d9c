"""When a community was founded: 2003年3月成立, 成立于1984年, 2018年10月入住，次年3月挂牌."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from casekit.cases.wording import Wording

# Each way to write it begins with a plain character, so that the engine can skip to where one stands.
_YEAR = r"(?P<year>1[89]\d\d|20\d\d|次年|同年|当年)年?"
_DATE = rf"{_YEAR}[初底末]?(?:(?P<month>1[0-2]|0?[1-9]|十)月)?(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号])?[初底末]?"
_CHINESE_YEAR = re.compile(r"[一二][〇零○一二三四五六七八九]{3}(?=年)")
# Its first character is no look back, so that the engine can skip to it.
_CHINESE_MONTH = re.compile(r"年(?:十[一二]|[一二三四五六七八九])(?=月)")
_MONTHS = str.maketrans("十一二三四五六七八九", "1123456789")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_ANY_YEAR = re.compile(r"((?:1[89]|20)\d\d)年")
_OWN = "社区居委会|居委会|村委会|社区|街道|本村|我村|该村|该社区|全村|村|我们社区|这个社区"
_ADVERBS = f"正式|宣告|才|刚|新|便|就|即|起|独立|整村|搬迁|单独|由|批准|获批|{_OWN}"
_NAME = "(?:[，,]?[一-鿿]{1,8}(?:社区|村|街道|镇|小区|安置点|嘎查))?"
_BETWEEN = rf"{_NAME}(?:[，,]?(?:{_OWN})?[才刚新]?(?:由|经|从|随着?|在)[^，。；]{{2,20}}?)?(?:{_ADVERBS})*"
# 2019年6月，两村合并; 2004年3月由老居委会改制而来
_JOINED = re.compile("合并|并为|合为|并成|而来|而成")
_SEVERAL = r"[两二三四五六七八]个?(?:(?:自然|行政|小)?[村寨屯]|社区|居委会|嘎查)"
_MERGED = rf"[，,]?{_SEVERAL}(?:合并|并为|合为|并成)"
_SOURCE = "村|居委会|家委会|居民区|家属区|家属院|连队"
_TURNED = "改造|改制|转制|演变|合并|整合|拆分"
_REMADE = rf"(?:{_OWN})?由[^，。；]{{0,14}}(?:{_SOURCE})(?:{_TURNED})(?:而来|而成|成立)"
_SUBJECT = re.compile(
    r"(?:^|[，。；：！？、\n（(“—]|社区|村|街道|镇|乡|小区|安置点|嘎查|苏木|连|连队|团|林场|农场|牧场|寨|屯|居委会|委员会|是|系|始|自|从|于|在|时间为|挂牌时间|我们|这里|辖区|这个|该|这座|这|那|这个点|我们点|该点|院子|这个院|村子|寨子)$"
)


@dataclass(frozen=True, slots=True)
class Founding:
    """The day, month or year, in ISO form, and where it stands."""

    start: int
    end: int
    date: str


class FoundingFinder:
    """Dates tied to one of the words for founding in rules/places.yaml."""

    def __init__(self, wording: Wording) -> None:
        words = "|".join(re.escape(word) for word in wording.founded)
        self._worded = re.compile(words or "(?!)")
        after = r"以来|至今|(?<!建)起|起来|后|时|的|于|社区|街道|居委会|，?当时|，?是|和|并"
        not_an_object = rf"(?=$|[，。；、！？：,;）)\n”]|{after})"
        self._word_first = re.compile(rf"(?:{words})[于時时]?(?:间(?:为|是|：|:))?(?:在|：|:)?{_DATE}")
        self._date_first = re.compile(rf"{_DATE}{_BETWEEN}[“\"]?(?:{words})[”\"]?(?:而来)?{not_an_object}")
        self._otherwise = re.compile(rf"{_DATE}(?:{_MERGED}|{_REMADE})")

    def find(self, text: str, ends: Collection[int] = ()) -> Iterator[Founding]:
        """Foundings whose subject can be a community; other things (食堂, 服务队) have their own noun before it.

        `ends` are the offsets where names of places end: a founding right behind one is its own (棉纺大院建于1988年).
        """
        if "年" not in text or not (self._worded.search(text) or _JOINED.search(text)):
            return
        text = _CHINESE_YEAR.sub(lambda year: year.group().translate(_DIGITS), text)
        text = _CHINESE_MONTH.sub(lambda month: month.group().translate(_MONTHS), text)
        seen: list[Founding] = []
        for pattern in (self._word_first, self._date_first, self._otherwise):
            for found in pattern.finditer(text):
                at = found.start()
                own = at in ends or _SUBJECT.search(text, max(0, at - 8), at) is not None
                known = any(other.start <= at < other.end for other in seen)
                if own and not known and (date := _iso(found, text)):
                    seen.append(Founding(at, found.end(), date))
                    yield seen[-1]


def _iso(found: re.Match[str], text: str) -> str | None:
    year = found["year"]
    if not year.isdigit():
        earlier = _ANY_YEAR.findall(text, max(0, found.start() - 60), found.start())
        if not earlier:
            return None
        year = str(int(earlier[-1]) + (year == "次年"))
    parts = [year, *("10" if part == "十" else part.zfill(2) for part in (found["month"], found["day"]) if part)]
    return "-".join(parts)
